"""From the first page to the very words in the source, as a reader goes."""

import re

from playwright.sync_api import expect

FOCUSED = "() => document.activeElement.id"


def test_from_home_by_a_theme_to_a_review_and_the_page_that_it_stands_on(page, library):
    page.goto("/")
    page.get_by_role("link", name="Neglect").first.click()
    expect(page.get_by_role("heading", level=1, name="Neglect")).to_be_visible()

    page.get_by_role("link", name=re.compile("6 reviews$")).click()
    expect(page.get_by_role("heading", level=2, name="6 reviews")).to_be_visible()

    page.get_by_role("link", name=library.review.display_name).click()
    expect(page.get_by_role("heading", level=1, name=library.review.display_name)).to_be_visible()

    page.locator("#findings").get_by_role("link", name=re.compile("See it on page 2")).click()
    expect(page.get_by_role("heading", level=1, name="Page 2 of 2")).to_be_visible()
    assert page.locator("svg image").evaluate("image => image.getBBox().width") == 595
    assert page.request.get(page.locator("svg image").get_attribute("href") or "").ok


def test_results_follow_a_filter_and_focus_address_and_announcement_are_right(page, library):
    page.goto("/search/?q=school")
    page.get_by_role("checkbox", name=re.compile("Neglect")).check()

    expect(page.locator("#count")).to_have_text("6 findings")
    expect(page).to_have_url(re.compile(r"q=school&theme=neglect|theme=neglect.*q=school"))
    expect(page).to_have_title("school – Findings (6) – Search – Crossread")
    expect(page.locator("#said")).to_have_text("6 findings")
    assert page.evaluate(FOCUSED) == "theme-neglect"

    page.get_by_role("checkbox", name=re.compile("SCR")).check()
    expect(page.locator("#count")).to_have_text("2 findings")
    expect(page.get_by_role("link", name="Remove filter Theme: Neglect")).to_be_visible()

    page.go_back()
    expect(page.locator("#count")).to_have_text("6 findings")
    expect(page.get_by_role("checkbox", name=re.compile("SCR"))).not_to_be_checked()


def test_after_search_is_pressed_the_focus_is_on_the_count(page, library):
    page.goto("/search/")
    page.get_by_label("Words to find").fill("nurse")
    page.keyboard.press("Enter")

    expect(page.locator("#count")).to_have_text("12 findings")
    page.wait_for_function("document.activeElement.id === 'count'")


def test_a_filter_that_was_opened_stays_open_when_results_follow(page, library):
    page.goto("/search/")
    page.locator("#facet-area summary").first.click()
    page.get_by_role("checkbox", name=re.compile("Northolm")).check()
    expect(page.locator("#count")).to_have_text("4 findings")
    page.locator("#facet-year summary").first.click()
    page.get_by_role("checkbox", name=re.compile("Wexbourne")).check()

    expect(page.locator("#count")).to_have_text("8 findings")
    expect(page.get_by_role("checkbox", name=re.compile("^2023"))).to_be_visible()


def test_a_value_can_be_found_in_a_long_filter_without_asking_the_server(page, library):
    page.goto("/reviews/")
    page.locator("#facet-year summary").first.click()
    address = page.url
    page.get_by_label("Find in year published").fill("202")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")

    expect(page.get_by_role("checkbox", name=re.compile("^2019"))).to_be_hidden()
    expect(page.get_by_role("checkbox", name=re.compile("^2024"))).to_be_visible()
    assert page.url == address


def test_everything_works_without_javascript(open_browser, library):
    page = open_browser(java_script_enabled=False).new_page()
    page.goto("/search/?q=school")
    page.get_by_role("checkbox", name=re.compile("Neglect")).check()
    page.get_by_role("button", name="Apply filters").first.click()
    expect(page.locator("#count")).to_have_text("6 findings")
    assert "q=school" in page.url

    page.get_by_role("link", name=re.compile("Recommendations")).click()
    expect(page.locator("#count")).to_have_text("No recommendations match all of this")

    page.get_by_role("link", name=re.compile("Remove filter")).click()
    page.goto(library.review.get_absolute_url())
    page.get_by_role("button", name="Fold this note away on every review").click()
    expect(page.locator("details.note")).to_be_visible()

    page.get_by_role("button", name="Dark").click()
    assert page.locator("html").get_attribute("data-appearance") == "dark"


def test_the_menu_of_a_phone_opens_and_closes(open_browser, library):
    page = open_browser(viewport={"width": 375, "height": 780}).new_page()
    page.goto("/")
    expect(page.get_by_role("link", name="Themes", exact=True)).to_be_hidden()

    page.get_by_role("button", name="Menu").click()
    expect(page.get_by_role("link", name="Themes", exact=True)).to_be_visible()


def test_signing_in_and_out(page, library, editor):
    page.goto("/accounts/login/")
    page.get_by_label("E-mail address").fill(editor.email)
    page.get_by_label("Password", exact=True).fill("wrong")
    page.get_by_role("button", name="Show password").click()
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("alert")).to_be_visible()

    page.get_by_label("Password", exact=True).fill("a-long-password")
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("link", name="Sign out")).to_be_visible()

    page.get_by_role("link", name="Sign out").click()
    page.get_by_role("button", name="Sign out").click()
    expect(page.get_by_role("link", name="Sign in")).to_be_visible()


def test_a_screen_reader_hears_of_each_event_of_the_picture_when_it_was(page, library):
    page.goto(library.addresses["timeline"])

    tree = page.locator("main").aria_snapshot()

    assert 'link "Skip the picture"' in tree
    assert 'region "The timeline as a picture"' in tree
    marks = [line.strip() for line in tree.splitlines() if "The school wrote." in line and "link" in line]
    assert marks[0].startswith("- 'link \"4 March 2019")
    # What may have begun earlier comes first, in the picture as in the list.
    assert tree.index("spring 2019") < tree.index("4 March 2019")
