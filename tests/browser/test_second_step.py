"""An editor is led to a second step, adds it with an app or a passkey, and signs in with it from then on."""

import time

import pytest
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.core.cache import cache
from playwright.sync_api import Page, expect

from tests.browser.conftest import SCREENSHOTS
from tests.browser.test_accessibility import sign_in
from tests.browser.test_desk import violations


@pytest.fixture(autouse=True)
def second_factor(settings, public_demonstration):
    settings.SECOND_FACTOR = True
    cache.clear()


def code(key: str) -> str:
    """Return the six figures that an app with this key shows now."""
    return str(format_hotp_value(hotp_value(key, int(time.time()) // 30)))


def test_with_an_app(page: Page, library, editor):
    SCREENSHOTS.mkdir(parents=True, exist_ok=True)
    found = {}
    sign_in(page, editor)
    expect(page.get_by_role("heading", level=1)).to_have_text("Add a second step to your sign-in")
    found["second-step"] = violations(page)
    page.screenshot(path=SCREENSHOTS / "second-step.png", full_page=True)

    page.get_by_role("link", name="Desk").wait_for(state="detached")
    page.get_by_role("button", name="Add an app").click()
    key = page.locator("code").inner_text()
    page.get_by_label("Authenticator code").fill(code(key))
    page.get_by_role("button", name="Add the app").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Recovery codes")
    found["codes"] = violations(page)
    page.screenshot(path=SCREENSHOTS / "second-step-codes.png", full_page=True)
    page.get_by_role("button", name="I have kept them").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Desk")

    page.goto("/accounts/logout/")
    page.get_by_role("button", name="Sign out").click()
    sign_in(page, editor)
    expect(page.get_by_role("heading", level=1)).to_have_text("The second step")
    found["code"] = violations(page)
    page.screenshot(path=SCREENSHOTS / "second-step-code.png", full_page=True)
    # A code signs in once: the next one is that of the half minute to come.
    page.get_by_label("The six figures").fill(format_hotp_value(hotp_value(key, int(time.time()) // 30 + 1)))
    page.get_by_role("button", name="Sign in", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Desk")
    assert {name: what for name, what in found.items() if what} == {}


def test_with_a_passkey(page: Page, library, editor):
    a_device_with_a_fingerprint(page)
    sign_in(page, editor)
    page.get_by_role("button", name="Add a passkey or a key").click()
    page.get_by_label("Name").fill("My computer")
    page.get_by_role("button", name="Add").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Recovery codes")

    page.goto("/accounts/logout/")
    page.get_by_role("button", name="Sign out").click()
    sign_in(page, editor)
    page.get_by_role("button", name="Use a passkey or a security key").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Desk")


def a_device_with_a_fingerprint(page: Page) -> None:
    """Put an authenticator into the browser that always says that it is its owner (WebAuthn virtual authenticator)."""
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True,
        "isUserVerified": True, "automaticPresenceSimulation": True,
    }  # fmt: skip
    session.send("WebAuthn.addVirtualAuthenticator", {"options": options})
