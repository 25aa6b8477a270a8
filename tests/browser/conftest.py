"""A real Chromium before the application, with a few fictional reviews to read."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from people.roles import Role
from tests.browser.library import Library, fill_library
from tests.factories import make_user

# Where there is none the tests fail, and do not pass over it.
CHROMIUM = shutil.which("chromium") or "/usr/bin/chromium"
FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
# A machine that does other things besides is slow, and no less right.
expect.set_options(timeout=15_000)
SCREENSHOTS = Path(__file__).resolve().parents[2] / "var" / "screenshots"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark everything here as needing Chromium."""
    for item in items:
        if "tests/browser/" in item.nodeid:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    # Playwright keeps an event loop in this thread, and Django would refuse to ask the database beside one.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(autouse=True)
def public_demonstration(settings, tmp_path):
    settings.PUBLIC_BROWSING = True
    settings.DEMONSTRATION = True
    settings.MEDIA_ROOT = tmp_path / "files"
    settings.VAR_DIR = tmp_path


@pytest.fixture
def library(live_server) -> Library:
    """Some reviews, stored where the live server finds them."""
    return fill_library()


@pytest.fixture
def editor(library):
    return make_user("Edith", role=Role.EDITOR, of=[library.partnership])


@pytest.fixture
def allowed_complaints() -> list[str]:
    """Words that a complaint of the browser may hold, added by a test that breaks something itself."""
    return ["status of 404", "status of 410"]


@pytest.fixture
def open_browser(chromium: Browser, live_server, allowed_complaints) -> Iterator[Callable[..., BrowserContext]]:
    """Makes a browser of its own, by Playwright's options; whatever a page complains of fails the test."""
    contexts: list[BrowserContext] = []
    complaints: list[str] = []

    def listen(page: Page) -> None:
        page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))

    def open_it(**options) -> BrowserContext:
        wide = {"viewport": {"width": 1280, "height": 900}, "base_url": live_server.url}
        context = chromium.new_context(**{**wide, **options})
        context.on("page", listen)
        contexts.append(context)
        return context

    yield open_it
    for context in contexts:
        context.close()
    assert [said for said in complaints if not any(words in said for words in allowed_complaints)] == []


@pytest.fixture
def page(open_browser) -> Page:
    context: BrowserContext = open_browser()
    return context.new_page()
