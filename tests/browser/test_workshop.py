"""A trainer makes a 60-minute workshop on neglect and children missing education from the demonstration reviews."""

import io
import re
import zipfile
from pathlib import Path

import pytest
from playwright.sync_api import Download, Locator, Page, expect

from demonstration.answers import answers
from demonstration.partnerships import make_partnerships
from demonstration.shelf import put_on_the_shelf
from demonstration.typesetting import sources, typeset
from ingest.tasks import read_intake
from packs.models import EntryKind, Pack, PackExport
from packs.tasks import make_export
from people.roles import Role
from reviews.codebook import default_codebook
from reviews.codebook.stored import add_missing_themes
from reviews.models import Theme
from tests.browser.test_accessibility import sign_in
from tests.factories import make_user

THEMES = {"neglect", "cme"}
# Far more than any page here has; a name that is not met by then cannot be reached.
MOST_TABS = 400
NAME = """() => {
  const one = document.activeElement, said = one.labels?.length ? one.labels[0] : one;
  return (one.getAttribute('aria-label') || said.textContent || '').replace(/\\s+/g, ' ').trim();
}"""


@pytest.fixture
def trainer(live_server, tmp_path):
    """A trainer on a site with the demonstration reviews on these themes, read the way of any uploaded file."""
    add_missing_themes(Theme, default_codebook())
    make_partnerships()
    wanted = [source for source in sources() if THEMES & set(answers(source)["themes"])]
    folder = tmp_path / "set"
    folder.mkdir()
    pdfs = [folder / f"{source.stem}.pdf" for source in wanted]
    for source, pdf in zip(wanted, pdfs, strict=True):
        typeset(source, pdf)
    for intake in put_on_the_shelf(pdfs):
        read_intake(intake_id=intake.pk)
    return make_user("Tariq", role=Role.TRAINER)


def make_what_waits() -> None:
    """Stand in for the worker."""
    for export in PackExport.objects.under_way():
        make_export(export_id=export.pk)


def test_a_workshop_is_made_by_mouse_and_taken_away_in_every_form(page, trainer):
    sign_in(page, trainer)
    page.goto("/search/")
    page.get_by_role("checkbox", name=re.compile("^Neglect")).check()
    page.get_by_role("checkbox", name=re.compile("^Children missing education")).check()
    expect(page.locator(".chips")).to_contain_text("Children missing education")
    page.get_by_role("link", name=re.compile("Make a pack of these")).click()
    expect(page.get_by_label("Name", exact=True)).to_have_value("Neglect and children missing education")
    page.get_by_label("School staff").check()
    page.get_by_label("Helplines of").select_option("England")
    page.get_by_role("button", name="Make the pack").click()
    expect(page.locator("#said")).to_contain_text("This is a draft")
    pack = Pack.objects.get()
    the_draft_is_a_workshop(pack)

    quotation = pack.entries.in_order().filter(kind=EntryKind.QUOTATION)[0]
    assert quotation.item is not None
    words = quotation.item.text.split()
    page.locator(f"#{quotation.fragment}").get_by_role("link", name=re.compile("^Edit")).click()
    page.get_by_label("Words that are quoted").fill(" ".join(words[: len(words) // 2]))
    page.get_by_label("Minutes").fill("3")
    page.get_by_role("button", name="Save").click()
    expect(page.locator(f"#{quotation.fragment}")).to_contain_text("[…]")
    page.get_by_role("link", name="Questions from the bank").click()
    page.get_by_role("group", name="Questions").get_by_role("checkbox").first.check()
    page.get_by_label("In which section").select_option("In our own work")
    page.get_by_role("button", name="Add to the pack").click()
    expect(page.locator("#said")).to_contain_text("Question added.")
    page.get_by_role("button", name=re.compile("^Down ")).nth(1).click()
    expect(page.locator("#said")).to_contain_text("Moved to 3")

    page.get_by_role("link", name=re.compile("^Take away")).click()
    take_all(page)


def the_draft_is_a_workshop(pack: Pack) -> None:
    entries = list(pack.entries.in_order())
    quoted = {entry.review_id for entry in entries if entry.kind == EntryKind.QUOTATION}
    story = next(entry for entry in entries if entry.kind == EntryKind.TIMELINE)

    assert len(quoted) >= 4
    assert sum(entry.minutes or 0 for entry in entries) == 60
    assert story.options["hidden_from"]


def take_all(page: Page) -> None:
    """Ask for every kind of file, and open each."""
    for box in page.get_by_role("group", name="Files").get_by_role("checkbox").all():
        box.check()
    page.get_by_role("button", name="Make the files").click()
    wait_for_the_files(page)
    links = page.locator("#files th a").all()
    assert len(links) == 7
    for link in links:
        with page.expect_download() as download:
            link.click()
        is_whole(download.value)


def take_all_by_keyboard(page: Page) -> None:
    """Ask for every kind of file, and open each, without the mouse."""
    expect(page.get_by_role("heading", level=1)).to_contain_text("Take away")
    boxes = page.get_by_role("group", name="Files").get_by_role("checkbox")
    for number in range(boxes.count()):
        if not boxes.nth(number).is_checked():
            focus_by_tab(page, boxes.nth(number))
            page.keyboard.press("Space")
    press(page, "^Make the files$")
    wait_for_the_files(page)
    links = page.locator("#files th a")
    assert links.count() == 7
    for number in range(links.count()):
        focus_by_tab(page, links.nth(number))
        with page.expect_download() as download:
            page.keyboard.press("Enter")
        is_whole(download.value)


def wait_for_the_files(page: Page) -> None:
    """Stand in for the worker, and see the page say that they are made."""
    expect(page.locator("#files")).to_contain_text("7 files being made")
    make_what_waits()
    expect(page.locator("#files")).to_contain_text("Every file is made.")


def is_whole(download: Download) -> None:
    """Look into a file that was taken away."""
    begins = {".pptx": b"PK", ".docx": b"PK", ".pdf": b"%PDF", ".csv": b"\xef\xbb\xbf", ".zip": b"PK"}
    made = Path(download.path()).read_bytes()
    assert made.startswith(begins[Path(download.suggested_filename).suffix])
    if download.suggested_filename.endswith(".zip"):
        assert len(zipfile.ZipFile(io.BytesIO(made)).namelist()) == 10


def tab_to(page: Page, name: str) -> None:
    """Press Tab until what is called so has the focus."""
    for _ in range(MOST_TABS):
        page.keyboard.press("Tab")
        if re.search(name, page.evaluate(NAME)):
            return
    raise AssertionError(f"{name} cannot be reached by keyboard")


def focus_by_tab(page: Page, wanted: Locator) -> None:
    """Press Tab until `wanted` has the focus."""
    for _ in range(MOST_TABS):
        if wanted.evaluate("one => one === document.activeElement"):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"{wanted} cannot be reached by keyboard")


def press(page: Page, name: str, key: str = "Enter") -> None:
    tab_to(page, name)
    page.keyboard.press(key)


def test_a_workshop_is_made_by_keyboard_alone_taken_away_and_presented(page, trainer):
    sign_in(page, trainer)
    page.goto("/themes/neglect/")
    press(page, "^Make a pack of this")
    expect(page.get_by_role("heading", level=1, name="Make a pack")).to_be_visible()
    tab_to(page, "^Name$")
    page.keyboard.press("Control+A")
    page.keyboard.type("Neglect and children missing education")
    press(page, "^Children missing education", "Space")
    press(page, "^Make the pack$")
    expect(page.locator("#said")).to_contain_text("This is a draft")
    pack = Pack.objects.get()
    the_draft_is_a_workshop(pack)

    press(page, "^Down Before we begin")
    expect(page.locator("#said")).to_contain_text("Moved to 3")
    press(page, "^Edit Before we begin")
    expect(page.get_by_role("heading", level=1)).to_have_text("Edit: Before we begin")
    tab_to(page, "^Note for whoever leads")
    page.keyboard.press("Control+End")
    page.keyboard.type(" I am in room 2.")
    press(page, "^Save$")
    expect(page.get_by_text("I am in room 2.")).to_be_visible()
    press(page, "^Take away")
    take_all_by_keyboard(page)

    page.goto(pack.get_absolute_url())
    press(page, "^Present$")
    page.wait_for_url("**/present/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Neglect and children missing education")
    for _ in range(3):
        page.keyboard.press("ArrowRight")
    expect(page.locator("[data-where]")).to_contain_text("4 of")
    expect(page.locator(".slide--now")).to_have_count(1)
    page.keyboard.press("End")
    expect(page.locator(".slide--now h2")).to_contain_text("Sources")
