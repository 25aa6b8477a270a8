"""From a file to a review that a reader finds, as an editor goes; every page of the desk for everyone."""

from urllib.parse import quote

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.urls import reverse
from playwright.sync_api import Page, expect

from demonstration.typesetting import sources, typeset
from ingest.models import Batch, Intake, IntakeState
from ingest.tasks import read_intake
from people.roles import Role
from reviews.history import record
from reviews.models import Act, Review
from tests.browser.conftest import SCREENSHOTS
from tests.browser.desk_shelf import files_that_wait, privacy_check, reports
from tests.browser.test_accessibility import RULES, SEEN, sign_in
from tests.factories import make_draft, make_finding, make_partnership, make_user, make_withdrawn

SIZES = [pytest.param(1280, id="wide"), pytest.param(375, id="phone")]
SCHEMES = ["light", "dark"]
TEXT = """Serious case review: Child R

Calderwick Safeguarding Children Partnership

May 2019

1. What happened
1.1 Child R was four years old. The health visitor wrote to the school in May 2018 and had no answer.

2. Findings
Finding 1: Nobody asked a second time when a letter had no answer.

3. Recommendations
Recommendation 1: The partnership should make sure that an unanswered letter is asked about within a week.
"""


@pytest.fixture(scope="module")
def report(tmp_path_factory):
    """One of the demonstration reviews as the PDF that an editor has."""
    pdf = tmp_path_factory.mktemp("reports") / "bryony.pdf"
    typeset(next(source for source in sources() if source.stem.startswith("bryony")), pdf)
    return pdf


@pytest.fixture
def text(tmp_path, library):
    """A short review as plain text, of a partnership that is known."""
    make_partnership("Calderwick Safeguarding Children Partnership", area="Calderwick")
    file = tmp_path / "child-r.txt"
    file.write_text(TEXT)
    return file


def let_a_worker_read_everything() -> None:
    """Do what a worker does with each file that waits."""
    for intake in Intake.objects.under_way():
        read_intake(intake_id=intake.pk)


def upload(page: Page, file) -> None:
    page.goto(reverse("desk:upload"))
    page.get_by_label("Files").set_input_files(file)
    page.get_by_role("button", name="Upload", exact=True).click()


def test_an_editor_uploads_a_review_and_publishes_it_and_a_reader_finds_it(open_browser, library, editor, report):
    page, reader = open_browser().new_page(), open_browser().new_page()
    sign_in(page, editor)
    page.get_by_role("link", name="Desk").click()
    page.get_by_role("link", name="Upload reviews").first.click()
    page.locator("input[type=file]").set_input_files(report)
    page.get_by_role("button", name="Upload", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("1 file: 0 read")

    # The page follows by itself.
    let_a_worker_read_everything()
    expect(page.get_by_role("heading", level=1)).to_have_text("1 file: 1 read")
    review = Review.objects.drafts().get()
    assert reader.goto(review.get_absolute_url()).status == 404

    page.get_by_role("link", name="Check it").click()
    expect(page.get_by_text("Readers cannot see this review")).to_be_visible()
    page.get_by_role("link", name="other private words are not looked at").click()
    page.get_by_role("group", name="Tanners Row").get_by_label("Hide it everywhere").check()
    page.get_by_role("button", name="what is not looked at is fine").click()
    page.get_by_role("link", name=review.display_name).first.click()
    page.get_by_role("button", name="Publish", exact=True).click()
    expect(page.get_by_text("is published")).to_be_visible()

    reader.goto("/reviews/")
    reader.get_by_role("link", name=review.display_name).click()
    expect(reader.get_by_role("heading", level=1, name=review.display_name)).to_be_visible()
    text = review.items.drawn_out().of_kind("finding")[0].text
    words = sorted((word for word in text.split() if word.isalpha()), key=len)[-3:]
    reader.goto(f"/search/?q={quote(' '.join(words))}")
    expect(reader.get_by_role("link", name=review.display_name).first).to_be_visible()


def test_the_same_way_goes_by_keyboard_alone(page, library, editor, text):
    sign_in(page, editor)
    page.goto(reverse("desk:upload"))
    # The window in which files are chosen belongs to the browser; from there on it is the keyboard's.
    page.locator("input[type=file]").set_input_files(text)
    walk_to(page, "Upload")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("1 file: 0 read")
    let_a_worker_read_everything()
    expect(page.get_by_role("link", name="Check it")).to_be_visible()

    walk_to(page, "Check it")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=2, name="What was found")).to_be_visible()
    walk_to(page, "Publish")
    page.keyboard.press("Space")

    expect(page.get_by_text("is published")).to_be_visible()


def test_what_stands_against_publishing_is_one_click_from_where_it_is_mended(page, library, editor):
    draft = make_draft(held_by=library.partnership)
    sign_in(page, editor)
    page.goto(reverse("desk:review", args=[draft.slug]))

    page.get_by_role("link", name="it has no partnership").click()
    page.get_by_label("Partnership that published it").select_option(label=library.partnership.name)
    page.get_by_role("button", name="Save").click()
    page.get_by_role("button", name="Publish", exact=True).click()

    expect(page.get_by_text("is published")).to_be_visible()


def walk_to(page: Page, name: str) -> None:
    """Press Tab until what has the focus begins with `name`; the focus must be seen on the whole way."""
    for _ in range(80):
        page.keyboard.press("Tab")
        assert page.evaluate(SEEN), page.evaluate("document.activeElement.outerHTML.slice(0, 120)")
        if page.evaluate("document.activeElement.textContent").strip().startswith(name):
            return
    pytest.fail(f"{name} cannot be reached by keyboard")


def test_the_same_way_goes_without_javascript(open_browser, library, editor, text):
    page = open_browser(java_script_enabled=False).new_page()
    sign_in(page, editor)
    page.goto(reverse("desk:upload"))
    page.locator("input[type=file]").set_input_files(text)
    page.get_by_role("button", name="Upload", exact=True).click()
    expect(page.get_by_text("Last updated")).to_be_visible()
    let_a_worker_read_everything()

    page.get_by_role("link", name="Update this page").click()
    page.get_by_role("link", name="Check it").click()
    page.get_by_role("button", name="Publish", exact=True).click()

    expect(page.get_by_text("is published")).to_be_visible()


@pytest.fixture
def administrator(library):
    return make_user("Ada", role=Role.ADMINISTRATOR, of=[library.partnership])


@pytest.fixture
def desk(library, editor):
    """Reviews and files in every state; the addresses of the desk's pages by name."""
    draft = make_draft(display_name="Asha – Ambermoor, LCSPR", held_by=library.partnership)
    make_finding("Nobody asked where the child was.", review=draft)
    library.review.held_by = library.partnership
    library.review.save()
    withdrawn = make_withdrawn(display_name="Child K – Ambermoor, SCR", held_by=library.partnership)
    batch = add_batch(editor, library)
    record(Act.PUBLISHED, by=editor, review=library.review, visibility="everyone")
    return {
        "desk": reverse("desk:desk"),
        "upload": reverse("desk:upload"),
        "files": reverse("desk:intakes"),
        "batch": batch.get_absolute_url(),
        "history": reverse("desk:history"),
        "draft": reverse("desk:review", args=[draft.slug]),
        "published": reverse("desk:review", args=[library.review.slug]),
        "withdrawn": reverse("desk:review", args=[withdrawn.slug]),
        "withdraw": reverse("desk:withdraw", args=[library.review.slug]),
        "people": reverse("desk:people"),
        "invite": reverse("desk:invite"),
        "person": reverse("desk:person", args=[editor.pk]),
        "standing": reverse("desk:standing", args=[draft.slug]),
        "rules": reverse("desk:rules"),
        "bulk": reverse("desk:bulk"),
        "privacy": privacy_check(draft),
        **reports(library),
        **files_that_wait(editor, library),
    }


def add_batch(editor, library) -> Batch:
    """One file in each of the states that a file can be in, and a complaint about the facts sent with them."""
    batch = Batch.objects.create(sent_by=editor, held_by=library.partnership, complaints=["Row 2: it names no file."],
                                 given={"away.pdf": {"file": "away.pdf"}})  # fmt: skip
    given = {"size": 5, "held_by": library.partnership, "received_from": editor, "batch": batch}
    make = Intake.objects.create
    make(name="waits.pdf", sha256="1" * 64, **given)
    make(name="reading.pdf", sha256="2" * 64, state=IntakeState.READING, pages_read=9, page_count=54, **given)
    make(name="structure.pdf", sha256="5" * 64, state=IntakeState.STRUCTURE, pages_read=54, page_count=54, **given)
    make(name="done.pdf", sha256="3" * 64, state=IntakeState.DONE, document=library.document, message="Read.", **given)
    make(name="broken.pdf", sha256="4" * 64, state=IntakeState.FAILED, failure="DamagedFile", file="documents/broken",
         message="This file is damaged: save it again, and upload that.", **given)  # fmt: skip
    make(name="twin.pdf", state=IntakeState.REFUSED, document=library.document, message="It is here already.", **given)
    return batch


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", SIZES)
def test_axe_finds_nothing_on_any_page_of_the_desk(open_browser, administrator, desk, width, scheme):
    page = open_browser(viewport={"width": width, "height": 900}, color_scheme=scheme).new_page()
    sign_in(page, administrator)
    found = {}
    for name, address in desk.items():
        page.goto(address)
        found[name] = violations(page)
    for name, button in {"upload": "Upload", "withdraw": "Withdraw", "invite": "Send the invitation"}.items():
        page.goto(desk[name])
        page.get_by_role("button", name=button, exact=True).click()
        expect(page.get_by_role("alert")).to_be_visible()
        found[f"{name} with an error"] = violations(page)

    assert {name: what for name, what in found.items() if what} == {}


def violations(page: Page) -> list[tuple[str, list[str]]]:
    report = Axe().run(page, options=RULES)
    return [(one["id"], [node["html"] for node in one["nodes"]]) for one in report.response["violations"]]


@pytest.mark.parametrize("width", [*SIZES, pytest.param(320, id="400-per-cent")])
def test_no_page_of_the_desk_scrolls_sideways(open_browser, administrator, desk, width):
    page = open_browser(viewport={"width": width, "height": 780}).new_page()
    sign_in(page, administrator)
    wider = {}
    for name, address in desk.items():
        page.goto(address)
        wider[name] = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")

    assert {name: pixels for name, pixels in wider.items() if pixels > 0} == {}


@pytest.mark.parametrize("width", [1280, 768, 375])
def test_screenshots_of_the_desk_to_look_at(open_browser, administrator, desk, width):
    SCREENSHOTS.mkdir(parents=True, exist_ok=True)
    page = open_browser(viewport={"width": width, "height": 900}).new_page()
    sign_in(page, administrator)
    for name, address in desk.items():
        page.goto(address)
        page.evaluate("document.fonts.ready")
        page.screenshot(path=SCREENSHOTS / f"desk-{name}-{width}.png", full_page=True)

    assert len(list(SCREENSHOTS.glob(f"desk-*-{width}.png"))) >= len(desk)
