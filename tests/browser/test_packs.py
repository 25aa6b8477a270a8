"""A trainer at work: adding without leaving the page, quoting what is selected, arranging by keyboard and by drag."""

import re

import pytest
from playwright.sync_api import Page, expect

from packs.collecting import NewEntry, collect, quotation
from packs.making import make
from people.roles import Role
from tests.browser.test_accessibility import sign_in
from tests.factories import make_user

FOCUSED = "() => document.activeElement.id"
SELECT = """([text, from, to]) => {
  const node = [...text.childNodes].find((one) => one.nodeType === Node.TEXT_NODE), range = document.createRange();
  range.setStart(node, from); range.setEnd(node, to);
  getSelection().removeAllRanges(); getSelection().addRange(range);
}"""


@pytest.fixture
def trainer(library):
    return make_user("Tariq", role=Role.TRAINER, of=[library.partnership])


@pytest.fixture
def pack(trainer, library):
    pack = make(name="Neglect workshop", by=trainer)
    texts = [NewEntry("text", title=name, text=name) for name in ("One", "Two", "Three")]
    collect(pack, [NewEntry("section", title="Welcome"), *texts, quotation(library.finding)], by=trainer)
    return pack


@pytest.fixture
def trainers_page(page: Page, trainer, pack) -> Page:
    sign_in(page, trainer)
    return page


def names(page):
    return [head.inner_text() for head in page.locator(".entry h2, .entry h3").all()]


def test_adding_from_results_keeps_the_place_and_says_what_was_done(trainers_page, pack):
    page = trainers_page
    page.goto("/search/?q=school&show=recommendations")
    page.goto("/search/?q=school")
    address = page.url
    page.get_by_role("button", name=re.compile("^Add to pack")).nth(3).click()

    expect(page.locator("#tray-says")).to_have_text("Added to “Neglect workshop”.")
    expect(page.locator(".add-to-pack").nth(3)).to_contain_text("Added to pack")
    assert page.url == address
    page.locator("#tray summary").click()
    expect(page.locator(".tray__list")).to_contain_text("Welcome")
    assert pack.entries.count() == 6


def test_words_that_are_selected_while_reading_become_a_quotation(trainers_page, pack, library):
    page = trainers_page
    page.goto(library.review.get_absolute_url())
    words = page.locator(".passage > p").first
    words.evaluate("(text, [from, to]) => (" + SELECT + ")([text, from, to])", [6, 18])
    page.get_by_role("button", name="Add the selected words to pack").click()

    expect(page.locator("#tray-says")).to_have_text("Added to “Neglect workshop”.")
    assert pack.entries.last().words == "[…] school wrote to […]"


def test_entries_are_moved_by_keyboard_and_the_focus_stays_on_the_button(trainers_page, pack):
    page = trainers_page
    page.goto(pack.get_absolute_url())
    down = page.get_by_role("button", name="Down One")
    down.focus()
    page.keyboard.press("Enter")

    expect(page.locator("#said")).to_contain_text("Moved to 3 of 5.")
    assert names(page)[:4] == ["Welcome", "Two", "One", "Three"]
    assert page.evaluate(FOCUSED) == down.get_attribute("id")

    page.get_by_role("button", name="Undo").click()
    expect(page.locator("#said")).to_contain_text("Undone")
    assert names(page)[:4] == ["Welcome", "One", "Two", "Three"]


def test_after_removing_by_keyboard_the_focus_is_beside_undo(trainers_page, pack):
    page = trainers_page
    page.goto(pack.get_absolute_url())
    page.get_by_role("button", name="Remove One").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#said")).to_contain_text("Text taken out.")
    page.wait_for_function("document.activeElement.id === 'said'")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    expect(page.locator("#said")).to_contain_text("Undone")
    assert names(page)[:4] == ["Welcome", "One", "Two", "Three"]


def test_entries_are_moved_by_drag(trainers_page, pack):
    page = trainers_page
    page.set_viewport_size({"width": 1280, "height": 1600})
    page.goto(pack.get_absolute_url())
    grip = page.locator(".entry").nth(3).locator(".grip").bounding_box()
    onto = page.locator(".entry").nth(1).bounding_box()
    assert grip is not None
    assert onto is not None
    page.mouse.move(grip["x"] + 8, grip["y"] + 8)
    page.mouse.down()
    page.mouse.move(grip["x"] + 40, grip["y"] - 20, steps=4)
    page.mouse.move(onto["x"] + 80, onto["y"] + 8, steps=8)
    page.mouse.up()

    expect(page.locator("#said")).to_contain_text("Moved to 2 of 5.")
    assert names(page)[:4] == ["Welcome", "Three", "One", "Two"]


def test_what_is_typed_is_saved_by_itself(trainers_page, pack):
    page = trainers_page
    page.goto(pack.get_absolute_url())
    page.get_by_role("link", name="Edit Two").click()
    page.get_by_label("Note for whoever leads the session").fill("Stand at the door.")
    expect(page.locator("#saved")).to_contain_text("Saved at")
    page.get_by_label("Minutes").fill("4")
    expect(page.locator("#id_revision")).to_have_value("3")

    page.get_by_role("link", name="Back to the pack").click()
    expect(page.locator(".entry").nth(2)).to_contain_text("Stand at the door.")


def test_a_pack_is_made_filled_and_arranged_without_javascript(open_browser, trainer, library):
    page = open_browser(java_script_enabled=False).new_page()
    sign_in(page, trainer)
    page.goto("/search/?q=school")
    page.get_by_role("button", name=re.compile("^Add to pack")).first.click()
    page.get_by_label("Name of the new pack").fill("Schools")
    page.get_by_role("button", name="Add").click()
    expect(page.get_by_text("Added to “Schools”.")).to_be_visible()

    page.get_by_role("button", name=re.compile("^Add to pack")).nth(1).click()
    page.get_by_role("link", name="Schools").click()
    before = names(page)
    page.get_by_role("button", name=re.compile("^Up ")).nth(1).click()

    assert names(page) == before[::-1]
    page.get_by_role("button", name="Undo").click()
    assert names(page) == before
