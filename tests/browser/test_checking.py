"""Checking a review in a browser: by mouse, by keyboard, on a tablet, and without scripts."""

import pytest
from django.urls import reverse
from playwright.sync_api import Page

from reviews import claims
from reviews.models import Claim, Item, Review
from tests.browser.conftest import SCREENSHOTS
from tests.browser.test_accessibility import sign_in
from tests.browser.test_desk import violations
from tests.factories import MACHINE


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
