"""What can be done with a paragraph of the full text: quiet, by keyboard, by touch, without a script."""

import pytest


@pytest.fixture
def text(library) -> str:
    return f"{library.review.get_absolute_url()}text/"


def first_paragraph(page):
    return page.locator(".passage").first


def test_a_paragraph_is_cited_in_its_place_by_keyboard(open_browser, library, text):
    page = open_browser().new_page()
    page.goto(text)
    first_paragraph(page).locator("summary").first.focus()

    for key in ("Enter", "Tab", "Enter"):
        page.keyboard.press(key)
    citation = first_paragraph(page).locator(".cite__words")
    citation.wait_for()

    assert "para 1.1" in citation.text_content()
    assert page.evaluate("document.activeElement.textContent").startswith("Copy")
    assert page.url.endswith("/text/")


def test_the_address_of_a_paragraph_is_copied_by_touch(open_browser, library, text):
    context = open_browser(viewport={"width": 375, "height": 780}, has_touch=True)
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(text)

    first_paragraph(page).locator("summary").first.tap()
    first_paragraph(page).get_by_role("link", name="Link").tap()
    page.get_by_text("Link copied").wait_for()

    assert "/items/" in page.evaluate("navigator.clipboard.readText()")


def test_what_can_be_done_shows_while_a_pointer_rests_on_a_paragraph(page, library, text):
    page.goto(text)
    link = first_paragraph(page).locator(".passage__link")
    before = link.is_visible()

    first_paragraph(page).hover()

    assert (before, link.is_visible()) == (False, True)


def test_without_a_script_citing_leads_to_the_citation(open_browser, library, text):
    page = open_browser(java_script_enabled=False).new_page()
    page.goto(text)
    first_paragraph(page).locator("summary").first.click()
    first_paragraph(page).get_by_role("link", name="Cite").click()

    assert page.locator(".cite__words").is_visible()


def test_the_mark_of_a_note_leads_to_it_and_back(page, library, text):
    page.goto(text)

    page.locator(".note-call a").click()
    assert page.evaluate("document.querySelector(':target').textContent").startswith("1 A note below the text.")

    page.locator(".note-back").click()
    assert page.evaluate("document.querySelector(':target').textContent") == "Note 1"
