"""An editor takes a review from upload through checking, corrects things, has it read again, and finds all kept.

It also takes the pictures of docs/editors.md, into var/screenshots/editors.
"""

from dataclasses import replace

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from ingest import tasks
from ingest.record import ExtractedFinding
from ingest.sandbox import extract_in_child
from ingest.tasks import read_document_again
from reviews.models import Item, Review, Theme
from tests.browser.conftest import SCREENSHOTS
from tests.browser.test_accessibility import sign_in
from tests.browser.test_checking import select
from tests.browser.test_desk import let_a_worker_read_everything, report

__all__ = ["report"]
PICTURES = SCREENSHOTS / "editors"


@pytest.mark.parametrize("width", [1280, 768])
def test_an_editor_corrects_a_review_and_finds_every_correction_kept(
    open_browser, library, editor, report, width, monkeypatch
):
    page = open_browser(viewport={"width": width, "height": 900}).new_page()
    sign_in(page, editor)
    page.goto(reverse("desk:upload"))
    page.locator("input[type=file]").set_input_files(report)
    page.get_by_role("button", name="Upload", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("1 file: 0 read")
    let_a_worker_read_everything()
    review = Review.objects.drafts().get()
    page.goto(reverse("desk:review", args=[review.slug]))
    page.get_by_role("button", name="Check what was found").click()
    confirm_the_facts(page, width)
    page.goto(f"{reverse('desk:check', args=[review.slug])}#checking")
    picture(page, "checking", width)
    correct(page, review)
    make_and_unmake(page, review, width)
    confirm_the_rest(page, review)
    said = what_is_said_of(review)
    assert review.items.drawn_out().unchecked().count() == 0

    read_again_by_a_better_machine(page, review, monkeypatch)
    picture(page, "read-again", width)
    page.get_by_role("button", name="Put it in place").click()
    expect(page.get_by_role("heading", level=1, name="Where a later reading differs from a person")).to_be_visible()
    picture(page, "differences", width)

    shown = what_is_said_of(review)
    (new,) = set(shown) - set(said)
    assert {anchor: shown[anchor] for anchor in said} == said
    assert review.items.get(anchor=new).text == "The father was never met."
    review.refresh_from_db()
    assert review.subject == "Child B"


def picture(page: Page, name: str, width: int) -> None:
    PICTURES.mkdir(parents=True, exist_ok=True)
    page.evaluate("document.fonts.ready")
    page.wait_for_load_state("networkidle")
    page.screenshot(path=PICTURES / f"{name}-{width}.jpg", type="jpeg", quality=60)


def confirm_the_facts(page: Page, width: int) -> None:
    expect(page.get_by_role("heading", level=2, name="Facts")).to_be_visible()
    page.get_by_label("About").fill("Child B")
    picture(page, "facts", width)
    page.get_by_role("button", name="Confirm these facts").click()
    expect(page.locator("#said")).to_have_text("The facts are saved and confirmed.")


def open_first(page: Page, review: Review, kind: str) -> Item:
    """Open the first current item of a kind that nobody has checked."""
    item = review.items.current().of_kind(kind).unchecked().in_reading_order()[0]
    page.goto(f"{reverse('desk:check', args=[review.slug])}?item={item.anchor}")
    return item


def correct(page: Page, review: Review) -> None:
    """Mend words by keyboard, a date and an addressee; reject a theme and add one; reject an item."""
    open_first(page, review, "finding")
    page.keyboard.press("e")
    page.keyboard.press("Control+End")
    page.keyboard.type(" Mended.")
    page.keyboard.press("Control+Enter")
    expect(page.locator("#said")).to_contain_text("confirmed")

    open_first(page, review, "event")
    page.get_by_label("Date", exact=True).fill("spring 2020")
    page.keyboard.press("Control+Enter")
    expect(page.locator("#said")).to_contain_text("confirmed")

    open_first(page, review, "recommendation")
    page.get_by_label("Who must act").fill("The board")
    for box in page.locator("input[name=themes]").all():
        box.uncheck()
    page.locator("summary", has_text="Add a theme").click()
    page.get_by_label("Add a theme").select_option(str(Theme.objects.get(key="escalation").pk))
    page.get_by_role("button", name="Confirm", exact=True).click()
    expect(page.locator("#said")).to_contain_text("confirmed")

    open_first(page, review, "event")
    page.keyboard.press("x")
    expect(page.locator("#said")).to_contain_text("rejected")


def make_and_unmake(page: Page, review: Review, width: int) -> None:
    """Move, split, join, change the kind, and add an item from words on its page."""
    open_first(page, review, "event")
    page.locator("summary", has_text="Change its kind").click()
    picture(page, "more", width)
    page.get_by_role("button", name="Move it down").click()
    expect(page.locator("#said")).to_contain_text("moved")

    open_first(page, review, "event")
    page.locator("summary", has_text="Change its kind").click()
    page.get_by_role("button", name="Join the next one to it").click()
    expect(page.locator("#said")).to_contain_text("joined")
    page.keyboard.press("S")
    page.get_by_role("radio").first.check()
    page.get_by_role("button", name="Split it").click()
    expect(page.locator("#said")).to_contain_text("is now two")

    open_first(page, review, "event")
    page.locator("summary", has_text="Change its kind").click()
    page.get_by_label("Kind of item").select_option("finding")
    page.get_by_role("button", name="Change the kind").click()
    expect(page.locator("#said")).to_contain_text("It is now a finding")

    words = page.locator("[data-selectable] p").last.inner_text().split("\n")[0][-40:]
    select(page, words)
    picture(page, "selected", width)
    page.get_by_role("button", name="New recommendation").click()
    page.get_by_role("button", name="Add it").click()
    expect(page.locator("#said")).to_contain_text("added")


def confirm_the_rest(page: Page, review: Review) -> None:
    """Confirm page by page; what the machine doubts comes first."""
    page.goto(reverse("desk:check", args=[review.slug]))
    while review.items.drawn_out().unchecked().exists():
        left = review.items.drawn_out().unchecked().count()
        page.keyboard.press("p" if page.locator("[data-key=p]").count() else "c")
        expect(page.locator("#said")).not_to_contain_text(f" {left} left")
        expect(page.locator("#said")).to_contain_text("confirmed")


def what_is_said_of(review: Review) -> dict[str, object]:
    """What is shown of each item, by its anchor."""
    items = review.items.drawn_out()
    return {item.anchor: (item.state, item.kind, item.label, item.text, themes_of(item)) for item in items}


def themes_of(item: Item) -> list[tuple[str, str]]:
    """The themes of an item that a person has decided on."""
    return sorted(item.taggings.exclude(state="suggested").values_list("theme__key", "state"))


def read_again_by_a_better_machine(page: Page, review: Review, monkeypatch) -> None:
    """Let another machine read: every text a little otherwise, the last finding not at all, and a new one."""

    def better(path, **options):
        found = extract_in_child(path, **options)
        findings = [replace(one, text=f"{one.text} Read better.") for one in found.findings[:-1]]
        events = [replace(one, text=f"{one.text} Read better.") for one in found.timeline]
        more = ExtractedFinding("The father was never met.")
        return replace(found, findings=(*findings, more), timeline=tuple(events), machine="better")

    monkeypatch.setattr(tasks, "extract_in_child", better)
    page.get_by_role("link", name="Read again").click()
    page.get_by_role("button", name="Read it again").click()
    expect(page.get_by_text("It waits to be read.")).to_be_visible()
    read_document_again(document_id=review.documents.get().pk)
    page.get_by_role("link", name="Update this page").click()
    expect(page.get_by_text("1 new, 0 gone, 0 differ")).to_be_visible()
