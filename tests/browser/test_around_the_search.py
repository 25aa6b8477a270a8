"""What can be done with a search: taken away, saved, laid over, answered; by keyboard and without a script."""

import pytest

from people.roles import Role
from tests.factories import make_user


@pytest.fixture
def reader(library):
    return make_user("Rita", role=Role.READER)


def sign_in(page, person):
    page.goto("/accounts/login/")
    page.get_by_label("E-mail address").fill(person.email)
    page.get_by_label("Password", exact=True).fill("a-long-password")
    page.get_by_role("button", name="Sign in").click()


def test_columns_are_chosen_and_a_file_is_taken_without_a_script(open_browser, library):
    page = open_browser(java_script_enabled=False).new_page()
    page.goto("/search/?q=school&theme=neglect")
    page.get_by_role("link", name="Choose columns").click()

    page.get_by_label("Themes", exact=True).uncheck()
    page.get_by_role("button", name="Show these columns").click()
    assert not page.get_by_role("columnheader", name="Themes").is_visible()

    with page.expect_download() as taken:
        page.get_by_role("button", name="Take away as CSV").click()
    assert taken.value.suggested_filename.startswith("crossread-findings-")
    assert "Themes" not in taken.value.path().read_text("utf-8-sig").splitlines()[0]


def test_a_search_is_saved_by_keyboard_without_a_script(open_browser, reader):
    page = open_browser(java_script_enabled=False, viewport={"width": 375, "height": 780}).new_page()
    sign_in(page, reader)
    page.goto("/search/?q=school")

    page.get_by_role("link", name="Save this search").focus()
    page.keyboard.press("Enter")
    page.get_by_label("Why you follow it").fill("For the board")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    page.get_by_role("heading", name="Saved searches").wait_for()
    assert page.get_by_text("For the board").is_visible()


def test_a_theme_is_laid_over_another_without_a_script(open_browser, library):
    page = open_browser(java_script_enabled=False).new_page()
    page.goto("/themes/neglect/")

    page.get_by_label("Lay another theme over this one").select_option("escalation")
    page.get_by_role("button", name="Lay it over").click()

    assert "with=escalation" in page.url
    assert page.get_by_role("heading", level=1).inner_text().startswith("Neglect and")


def test_a_search_leads_to_its_answer_and_to_the_words_on_the_page(page, library):
    page.goto("/search/?q=school&theme=neglect")
    page.get_by_role("link", name="Answer this").click()

    cited = page.locator(".answer .cited a").first
    assert page.locator(".answer blockquote").first.is_visible()
    assert "/items/" in cited.get_attribute("href")
