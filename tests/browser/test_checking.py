"""Checking a review in a browser: by mouse, by keyboard, on a tablet, and without scripts."""

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from people.roles import Role
from reviews import claims
from reviews.models import Claim, Item, Review
from tests.browser.conftest import SCREENSHOTS
from tests.browser.test_accessibility import sign_in
from tests.browser.test_desk import violations
from tests.factories import MACHINE, make_user


@pytest.fixture
def review(library) -> Review:
    """A review at the editor's desk, as a machine read it, one finding of it doubtful."""
    review: Review = library.review
    review.held_by = library.partnership
    review.evidence = {"subject": {"words": "Nobody asked", "page": 2, "item": ""}}
    review.save()
    Item.objects.filter(pk=library.finding.pk).update(doubt="no number found")
    for item in review.items.exclude(kind="passage"):
        Claim.objects.create(item=item, machine_version=MACHINE, values=claims.values_of(item))
    Claim.objects.create(review=review, machine_version=MACHINE, values=claims.values_of(review))
    return review


@pytest.fixture
def addresses(review, library) -> dict[str, str]:
    slug, anchor = review.slug, library.finding.anchor
    return {
        "item": reverse("desk:check", args=[slug]),
        "facts": reverse("desk:check_facts", args=[slug]),
        "themes": reverse("desk:check_themes", args=[slug]),
        "add": reverse("desk:check_add", args=[slug]),
        "split": reverse("desk:check_split", args=[slug, anchor]),
        "differences": reverse("desk:check_differences", args=[slug]),
    }


@pytest.mark.parametrize("look", [{"color_scheme": "light"}, {"color_scheme": "dark"},
                                  {"viewport": {"width": 375, "height": 780}}])  # fmt: skip
def test_axe_finds_nothing_on_any_page_of_checking(open_browser, editor, addresses, look):
    page = open_browser(**look).new_page()
    sign_in(page, editor)
    found = {}
    for name, address in addresses.items():
        page.goto(address)
        page.evaluate("document.querySelectorAll('main details').forEach(one => one.open = true)")
        found[name] = violations(page)

    assert {name: what for name, what in found.items() if what} == {}


@pytest.mark.parametrize("width", [1280, 768, 375, 320])
def test_no_page_of_checking_scrolls_sideways(open_browser, editor, addresses, width):
    page = open_browser(viewport={"width": width, "height": 780}).new_page()
    sign_in(page, editor)
    wider = {}
    for name, address in addresses.items():
        page.goto(address)
        wider[name] = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")

    assert {name: pixels for name, pixels in wider.items() if pixels > 0} == {}


@pytest.mark.parametrize("width", [1280, 768, 375])
def test_screenshots_of_checking_to_look_at(open_browser, editor, addresses, width):
    SCREENSHOTS.mkdir(parents=True, exist_ok=True)
    page = open_browser(viewport={"width": width, "height": 900}).new_page()
    sign_in(page, editor)
    for name, address in addresses.items():
        page.goto(address)
        page.evaluate("document.fonts.ready")
        page.screenshot(path=SCREENSHOTS / f"checking-{name}-{width}.png", full_page=True)

    assert len(list(SCREENSHOTS.glob(f"checking-*-{width}.png"))) >= len(addresses)


def open_item(page: Page, editor, review: Review) -> None:
    sign_in(page, editor)
    page.goto(reverse("desk:check", args=[review.slug]))


def test_the_keys_take_an_editor_through_all_items(page, editor, review):
    open_item(page, editor, review)
    expect(page.get_by_role("heading", level=2, name="Finding 1")).to_be_visible()

    page.keyboard.press("j")
    expect(page.get_by_role("heading", level=2, name="Finding 1")).to_be_hidden()
    page.keyboard.press("k")
    expect(page.get_by_role("heading", level=2, name="Finding 1")).to_be_visible()
    page.keyboard.press("c")
    expect(page.locator("#said")).to_contain_text("Finding 1 confirmed. 5 left to check.")
    page.keyboard.press("p")
    expect(page.locator("#said")).to_contain_text("4 more confirmed. 0 left to check.")
    expect(page.get_by_text("Everything that was found is checked.")).to_be_visible()


def test_a_letter_in_a_field_is_a_letter_and_control_enter_confirms(page, editor, review, library):
    open_item(page, editor, review)
    page.keyboard.press("e")
    page.keyboard.press("Control+a")
    page.keyboard.type("xc jk")
    expect(page.get_by_label("Text", exact=True)).to_have_value("xc jk")

    page.keyboard.press("Control+Enter")

    expect(page.locator("#said")).to_contain_text("Finding 1 confirmed.")
    assert Item.objects.get(pk=library.finding.pk).text == "xc jk"


def test_the_keys_are_listed_and_can_be_switched_off(page, editor, review):
    open_item(page, editor, review)
    page.keyboard.press("?")
    expect(page.get_by_text("confirm, and go on to the next that is not checked")).to_be_visible()

    page.get_by_role("button", name="Switch keys of one letter off").click()
    page.keyboard.press("c")

    expect(page.get_by_role("heading", level=2, name="Finding 1")).to_be_visible()
    assert not review.items.filter(checked_at__isnull=False).exists()


def test_words_selected_on_the_page_mend_an_item_or_make_a_new_one(page, editor, review, library):
    open_item(page, editor, review)
    select(page, "Ask again when nobody answers.")
    page.get_by_role("button", name="Make them the text").click()
    expect(page.get_by_label("Text", exact=True)).to_have_value("Ask again when nobody answers.")
    page.get_by_role("button", name="Save only").click()
    expect(page.locator("#said")).to_contain_text("saved")

    select(page, "Ask again when nobody answers.")
    page.get_by_role("button", name="New recommendation").click()
    expect(page.get_by_label("Text", exact=True)).to_have_value("Ask again when nobody answers.")
    page.get_by_role("button", name="Add it").click()

    expect(page.get_by_role("heading", level=2, name="Recommendation")).to_be_visible()
    assert review.items.of_kind("recommendation").filter(text="Ask again when nobody answers.", page=2).exists()


def select(page: Page, words: str) -> None:
    """Select words in the text of the page as a mouse would."""
    page.evaluate(
        """words => {
          const walker = document.createTreeWalker(document.querySelector("[data-selectable]"), NodeFilter.SHOW_TEXT);
          while (walker.nextNode()) {
            const at = walker.currentNode.data.indexOf(words);
            if (at < 0) continue;
            const range = document.createRange();
            range.setStart(walker.currentNode, at);
            range.setEnd(walker.currentNode, at + words.length);
            getSelection().removeAllRanges();
            getSelection().addRange(range);
          }
        }""",
        words,
    )


def test_a_place_on_the_picture_leads_to_its_item(page, editor, review, library):
    open_item(page, editor, review)
    page.keyboard.press("j")
    page.goto(f"{reverse('desk:check', args=[review.slug])}?page=2")
    page.locator(".page-picture a").first.click()

    expect(page.get_by_role("heading", level=2, name="Finding 1")).to_be_visible()
    assert page.locator(".page-picture [aria-current]").count() == 1


def test_typed_words_are_not_left_behind_without_a_warning(page, editor, review):
    open_item(page, editor, review)
    asked: list[str] = []

    def stay(dialog):
        asked.append(dialog.type)
        dialog.dismiss()

    page.on("dialog", stay)
    page.get_by_label("Text", exact=True).press_sequentially("More. ")

    page.get_by_role("link", name="Next item").click(no_wait_after=True)
    page.wait_for_timeout(300)

    assert asked == ["beforeunload"]
    expect(page.get_by_role("heading", level=2, name="Finding 1")).to_be_visible()


def test_the_second_editor_chooses_between_both_texts(open_browser, allowed_complaints, editor, review, library):
    allowed_complaints.append("status of 409")
    page, other = open_browser().new_page(), open_browser().new_page()
    for one in (page, other):
        open_item(one, editor, review)
    other.get_by_label("Text", exact=True).fill("Theirs.")
    other.get_by_role("button", name="Save only").click()
    page.get_by_label("Text", exact=True).fill("Mine.")
    page.get_by_role("button", name="Confirm").click()

    expect(page.get_by_role("alert")).to_contain_text("Your words are still here")
    assert violations(page) == []
    page.screenshot(path=SCREENSHOTS / "checking-conflict-1280.png", full_page=True)
    page.get_by_role("button", name="Keep yours, as it stands here").click()

    expect(page.locator("#said")).to_contain_text("Finding 1 confirmed.")
    assert Item.objects.get(pk=library.finding.pk).text == "Mine."


@pytest.mark.parametrize("width", [1280, 375])
def test_the_pages_of_the_codebook_are_for_everyone(open_browser, library, width):
    page = open_browser(viewport={"width": width, "height": 900}).new_page()
    sign_in(page, make_user("Ada", role=Role.ADMINISTRATOR))
    theme = reverse("desk:theme", args=["neglect"])
    found, wider = {}, {}
    for name, address in {
        "themes": reverse("desk:codebook"),
        "theme": theme,
        "agreement": f"{theme}agreement/",
    }.items():
        page.goto(address)
        if name == "theme":
            page.get_by_label("Words that show it").fill("school")
            page.get_by_role("button", name="See what it would tag").click()
            expect(page.get_by_text("would be tagged anew")).to_be_visible()
        found[name] = violations(page)
        wider[name] = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        page.screenshot(path=SCREENSHOTS / f"codebook-{name}-{width}.png", full_page=True)

    assert {name: what for name, what in found.items() if what} == {}
    assert {name: pixels for name, pixels in wider.items() if pixels > 0} == {}
