"""Every page for everyone: axe, keyboard, zoom, text spacing, paper; with screenshots to look at."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.conftest import SCREENSHOTS

# WCAG 2.2, and axe's own good practice.
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
# What WCAG 1.4.12 asks text to bear.
TEXT_SPACING = "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }"
# Whether what has the focus can be seen: on the screen, and nothing lies over it (WCAG 2.4.7, 2.4.11).
SEEN = """() => {
  const element = document.activeElement, box = element.getClientRects()[0];
  if (!box || box.width === 0) return false;
  const x = box.left + box.width / 2, y = box.top + Math.min(box.height / 2, 8);
  const top = document.elementFromPoint(x, y);
  return !!top && (element.contains(top) || top.contains(element));
}"""
NAME = "() => (document.activeElement.textContent || document.activeElement.getAttribute('name') || '').trim()"
LOOKS = [
    pytest.param({"color_scheme": "light"}, id="light"),
    pytest.param({"color_scheme": "dark"}, id="dark"),
    pytest.param({"color_scheme": "light", "viewport": {"width": 375, "height": 780}}, id="phone"),
]


@pytest.mark.parametrize("look", LOOKS)
def test_axe_finds_nothing_on_any_page(open_browser, library, look):
    page, found = open_browser(**look).new_page(), {}
    for name, address in library.addresses.items():
        page.goto(address)
        page.evaluate("document.querySelectorAll('main details').forEach(one => one.open = true)")
        report = Axe().run(page, options=RULES)
        found[name] = [(one["id"], [node["target"] for node in one["nodes"]]) for one in report.response["violations"]]

    assert {name: violations for name, violations in found.items() if violations} == {}


def test_axe_finds_nothing_on_the_pages_of_an_account(page, library, editor):
    sign_in(page, editor)
    found = {}
    for address in ("2fa/", "2fa/totp/activate/", "2fa/webauthn/add/", "email/", "password/change/", "logout/"):
        page.goto(f"/accounts/{address}")
        if "reauthenticate" in page.url:
            page.get_by_label("Password", exact=True).fill("a-long-password")
            page.get_by_role("button", name="Confirm").click()
        assert page.url.endswith(address)
        report = Axe().run(page, options=RULES)
        found[address] = [(one["id"], [node["html"] for node in one["nodes"]]) for one in report.response["violations"]]

    assert {name: violations for name, violations in found.items() if violations} == {}


def sign_in(page, person) -> None:
    page.goto("/accounts/login/")
    page.get_by_label("E-mail address").fill(person.email)
    page.get_by_label("Password", exact=True).fill("a-long-password")
    page.get_by_role("button", name="Sign in").click()


def test_no_page_scrolls_sideways_at_400_per_cent(open_browser, library):
    page = open_browser(viewport={"width": 320, "height": 256}).new_page()

    assert wider_than_the_screen(page, library) == {}


def test_wide_text_spacing_takes_nothing_away(open_browser, library):
    page = open_browser(viewport={"width": 320, "height": 640}, bypass_csp=True).new_page()
    page.add_init_script(
        f"addEventListener('DOMContentLoaded', () => document.head.append(Object.assign("
        f"document.createElement('style'), {{textContent: {TEXT_SPACING!r}}})))"
    )

    assert wider_than_the_screen(page, library) == {}


def wider_than_the_screen(page, library) -> dict[str, int]:
    widths = {}
    for name, address in library.addresses.items():
        page.goto(address)
        widths[name] = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    return {name: width for name, width in widths.items() if width > 0}


@pytest.mark.parametrize("name", ["home", "search", "review", "source", "sign-in"])
@pytest.mark.parametrize("width", [1280, 375])
def test_the_keyboard_reaches_everything_and_the_focus_is_always_seen(open_browser, library, name, width):
    page = open_browser(viewport={"width": width, "height": 780}).new_page()
    page.goto(library.addresses[name])
    page.keyboard.press("Tab")
    assert page.evaluate(NAME) == "Skip to main content"

    unseen, reached = [], 1
    while page.evaluate("document.activeElement !== document.body") and reached < 400:
        if not page.evaluate(SEEN):
            unseen.append(page.evaluate("document.activeElement.outerHTML.slice(0, 120)"))
        page.keyboard.press("Tab")
        reached += 1

    assert unseen == []
    assert reached > 8


def test_the_skip_link_leads_past_the_menu(page, library):
    page.goto("/search/")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")

    assert page.evaluate("document.activeElement.id") == "q"


def test_on_paper_there_is_the_text_and_no_menu(page, library):
    page.goto(library.addresses["review"])
    page.emulate_media(media="print")

    assert not page.locator(".band").is_visible()
    assert not page.locator(".contents").is_visible()
    assert page.locator("#findings").is_visible()


@pytest.mark.parametrize("width", [1280, 375])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_screenshots_of_every_page_to_look_at(open_browser, library, width, scheme):
    SCREENSHOTS.mkdir(parents=True, exist_ok=True)
    page = open_browser(viewport={"width": width, "height": 900}, color_scheme=scheme).new_page()
    for name, address in library.addresses.items():
        page.goto(address)
        page.evaluate("document.fonts.ready")
        page.screenshot(path=SCREENSHOTS / f"{name}-{width}-{scheme}.png", full_page=True)

    assert len(list(SCREENSHOTS.glob(f"*-{width}-{scheme}.png"))) >= len(library.addresses)
