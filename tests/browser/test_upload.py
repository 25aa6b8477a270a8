"""Uploading in a real browser: many files at once, from a phone, and through a connection that breaks."""

import pytest
from django.urls import reverse
from playwright.sync_api import Page, Route, expect

from ingest.models import Intake
from tests.browser.conftest import SCREENSHOTS
from tests.browser.test_accessibility import sign_in
from tests.browser.test_desk import violations


@pytest.fixture
def files(tmp_path):
    """Nine small files, a manifest among them."""
    folder = tmp_path / "to-send"
    folder.mkdir()
    for number in range(8):
        (folder / f"review-{number}.txt").write_text(f"1.1 Review {number} says that nobody asked. " * 20)
    (folder / "facts.csv").write_text("file,subject\nreview-3.txt,Child R\n")
    return sorted(folder.iterdir())


def choose(page: Page, files) -> None:
    page.goto(reverse("desk:upload"))
    page.locator("input[type=file]").set_input_files(files)


def send(page: Page) -> None:
    page.get_by_role("button", name="Upload", exact=True).click()


def test_many_files_are_sent_at_once_and_a_list_of_facts_is_heeded(page, library, editor, files):
    sign_in(page, editor)
    choose(page, files)
    expect(page.get_by_text("9 files chosen")).to_be_visible()
    send(page)

    expect(page.get_by_role("heading", level=1)).to_have_text("8 files: 0 read")
    assert Intake.objects.get(name="review-3.txt").given["subject"] == "Child R"


def test_files_can_be_dropped(page, library, editor):
    sign_in(page, editor)
    page.goto(reverse("desk:upload"))
    dropped = page.evaluate_handle("""() => {
      const files = new DataTransfer();
      for (const name of ["one.txt", "two.txt"]) files.items.add(new File(["1.1 Words of " + name], name));
      return files;
    }""")
    page.dispatch_event(".govuk-file-upload-button", "drop", {"dataTransfer": dropped})
    send(page)

    expect(page.get_by_role("heading", level=1)).to_have_text("2 files: 0 read")


def test_a_phone_sends_too(open_browser, library, editor, files):
    page = open_browser(viewport={"width": 375, "height": 780}, has_touch=True, is_mobile=True).new_page()
    sign_in(page, editor)
    choose(page, files[1:3])
    page.get_by_role("button", name="Upload", exact=True).tap()

    expect(page.get_by_role("heading", level=1)).to_have_text("2 files: 0 read")


def test_a_connection_that_breaks_loses_nothing(page, library, editor, tmp_path, monkeypatch, allowed_complaints):
    allowed_complaints.append("net::ERR_")
    monkeypatch.setattr("desk.views.parts.PART", 2**18)
    large = tmp_path / "large.txt"
    large.write_bytes(b"1.1 Words. " * 100_000)
    asked: list[str] = []

    def break_the_third(route: Route) -> None:
        asked.append(route.request.url)
        route.abort("connectionreset") if len(asked) == 3 else route.continue_()

    page.route("**/upload/parts/**", break_the_third)
    sign_in(page, editor)
    choose(page, [large])
    send(page)

    expect(page.get_by_role("heading", level=1)).to_have_text("1 file: 0 read", timeout=20_000)
    assert asked[2] == asked[3]
    assert Intake.objects.get().size == large.stat().st_size


def test_a_file_goes_on_where_it_stopped_after_the_page_was_left(
    page, library, editor, tmp_path, monkeypatch, allowed_complaints
):
    allowed_complaints.append("net::ERR_")
    monkeypatch.setattr("desk.views.parts.PART", 2**18)
    large = tmp_path / "large.txt"
    large.write_bytes(b"1.1 Words. " * 100_000)
    asked: list[str] = []

    def lose_all_after_two(route: Route) -> None:
        asked.append(route.request.url)
        route.abort("connectionreset") if len(asked) > 2 else route.continue_()

    page.route("**/upload/parts/**", lose_all_after_two)
    sign_in(page, editor)
    choose(page, [large])
    send(page)
    expect(page.get_by_text("The connection broke")).to_be_visible()
    page.unroute("**/upload/parts/**")
    sent: list[str] = []
    page.on("request", lambda request: sent.append(request.url) if "/upload/parts/" in request.url else None)
    choose(page, [large])
    send(page)

    expect(page.get_by_role("heading", level=1)).to_have_text("1 file: 0 read", timeout=20_000)
    assert sent[0].endswith(f"from={2 * 2**18}")


def test_a_refused_file_is_told_and_the_others_go_on(page, library, editor, tmp_path, allowed_complaints):
    allowed_complaints.append("status of 422")
    (tmp_path / "empty.pdf").write_bytes(b"")
    (tmp_path / "good.txt").write_text("1.1 Words.")
    sign_in(page, editor)
    choose(page, [tmp_path / "empty.pdf", tmp_path / "good.txt"])
    send(page)

    expect(page.get_by_role("heading", level=1)).to_have_text("2 files: 0 read, 1 failed")
    expect(page.get_by_text("“empty.pdf” is empty")).to_be_visible()


def test_axe_finds_nothing_while_files_are_sent(page, library, editor, files, allowed_complaints):
    allowed_complaints.append("net::ERR_")
    SCREENSHOTS.mkdir(parents=True, exist_ok=True)
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route("**/upload/parts/**", hold)
    sign_in(page, editor)
    choose(page, files[1:4])
    send(page)
    expect(page.get_by_text("Sending file 1 of 3")).to_be_visible()

    assert page.evaluate("document.activeElement.id") == "sending-h"
    assert violations(page) == []
    page.screenshot(path=SCREENSHOTS / "desk-sending.png", full_page=True)
    for route in held:
        route.abort()
