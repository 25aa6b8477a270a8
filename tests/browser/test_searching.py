"""The search page as it is used: by mouse, by keyboard, on a phone, without JavaScript."""

import re

import pytest
from playwright.sync_api import expect

from reviews.models import SynonymGroup
from reviews.search.blocks import bring_up_to_date

FOCUSED = "() => document.activeElement.id"
NO_SIDEWAYS = "() => document.documentElement.scrollWidth <= document.documentElement.clientWidth"


def test_a_value_is_left_out_by_keyboard_and_taken_back_by_its_chip(page, library):
    page.goto("/search/?q=school")
    page.locator("#facet-area > summary").focus()
    page.keyboard.press("Enter")
    page.locator("#without-area > summary").focus()
    page.keyboard.press("Enter")
    page.get_by_role("group", name="Leave out, Area").get_by_role("checkbox", name=re.compile("Northolm")).focus()
    page.keyboard.press("Space")

    expect(page.locator("#count")).to_have_text("10 findings")
    expect(page.locator("#said")).to_have_text("10 findings")
    expect(page).to_have_url(re.compile("not_area=Northolm"))
    assert page.evaluate(FOCUSED) == "not_area-northolm"

    page.get_by_role("link", name="Remove filter not Area: Northolm").click()
    expect(page.locator("#count")).to_have_text("12 findings")
    page.wait_for_function("document.activeElement.id === 'count'")
    assert "Northolm" not in page.url


def test_tabs_orders_and_better_spelling_swap_the_results_and_the_way_back_holds(page, library):
    bring_up_to_date()
    page.goto("/search/?q=scholo")
    page.get_by_role("link", name="school", exact=True).click()
    expect(page.locator("#count")).to_have_text("12 findings")
    expect(page.get_by_label("Words to find")).to_have_value("school")

    page.get_by_role("link", name=re.compile("^Events")).click()
    expect(page.locator("#count")).to_have_text("12 events")
    page.get_by_role("link", name="Oldest first").click()
    expect(page).to_have_url(re.compile("sort=oldest"))
    expect(page.locator("strong", has_text="Oldest first")).to_be_visible()

    page.go_back()
    expect(page.locator("strong", has_text="Best match")).to_be_visible()
    page.wait_for_load_state()  # the page before is loaded anew; going back while it is would go nowhere
    page.go_back()
    expect(page.locator("#count")).to_have_text("12 findings")


def test_a_value_that_is_folded_away_is_found_by_its_letters(page, library):
    page.goto("/reviews/")
    page.locator("#facet-year > summary").click()
    page.get_by_label("Find in year published").fill("2015")

    expect(page.locator("#values-year").get_by_role("checkbox", name=re.compile("^2015"))).to_be_visible()
    expect(page.locator("#find-year-says")).to_have_text("1 of 12 shown")


def test_a_result_opens_at_its_paragraph_with_the_words_marked_and_leads_to_the_picture_with_them_lit(page, library):
    result = page.locator(".results li", has_text=library.review.display_name)
    page.goto("/search/?q=council&show=passages")
    result.get_by_role("link").first.click()
    expect(page.locator(":target mark").first).to_have_text("council")
    expect(page.locator(":target")).to_be_in_viewport()

    page.goto("/search/?q=waited&show=findings")
    result.get_by_role("link", name=re.compile("See it on page")).click()
    expect(page.get_by_role("heading", level=1, name="Page 2 of 2")).to_be_visible()
    expect(page.get_by_text("“waited” could not be found on the picture")).to_be_visible()
    page.goto(f"{library.source}?q=asked")
    expect(page.locator("svg .lit rect")).to_have_count(1)


def test_other_names_are_told_and_can_be_left(page, library):
    SynonymGroup.objects.create().take(["academy", "school"])
    page.goto("/search/?q=academy")
    expect(page.get_by_text("“academy” also finds: school.")).to_be_visible()

    page.get_by_role("link", name="Find only what was typed").click()
    expect(page.locator("#count")).to_have_text("No findings match all of this")


@pytest.mark.parametrize("width", [1280, 375])
def test_all_of_it_works_without_javascript(open_browser, library, width):
    page = open_browser(java_script_enabled=False, viewport={"width": width, "height": 900}).new_page()
    page.goto("/search/?q=school")
    if width < 900:
        page.locator("#filters-fold > summary").click()
    page.locator("#facet-area > summary").click()
    page.locator("#without-area > summary").click()
    page.get_by_role("group", name="Leave out, Area").get_by_role("checkbox", name=re.compile("Northolm")).check()
    page.get_by_role("button", name="Apply filters").first.click()
    expect(page.locator("#count")).to_have_text("10 findings")
    assert page.evaluate(NO_SIDEWAYS)

    page.get_by_role("link", name=re.compile("^Recommendations")).click()
    assert "not_area=Northolm" in page.url
    page.goto("/search/filters/area/?q=school&kind=scr")
    page.get_by_role("checkbox", name=re.compile("^Thornley Vale")).check()
    page.get_by_role("button", name="Show results").first.click()
    assert "kind=scr" in page.url
    assert "area=Thornley+Vale" in page.url


def test_the_search_can_be_walked_by_keyboard_alone(page, library):
    page.goto("/search/")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to main content")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.get_by_label("Words to find")).to_be_focused()
    page.keyboard.type("school -nurse")
    page.keyboard.press("Enter")
    expect(page.locator("#count")).to_have_text("12 findings")
    page.wait_for_function("document.activeElement.id === 'count'")
