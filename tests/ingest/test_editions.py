"""Files of one case: another file of a text, a later edition, a part; nothing a person did is lost."""

from dataclasses import replace

import pytest

from ingest.answers import leave_out, put_in_place, say_what_it_is
from ingest.models import Batch, Intake, IntakeState, Reading
from ingest.record import ExtractedFinding
from ingest.tasks import read_intake
from people.roles import Role
from reviews import claims
from reviews.models import Document, Edition, Item, ItemState, Review
from reviews.publishing import publish
from tests.factories import make_partnership, make_user
from tests.ingest.extracted import PARAGRAPHS, extracted, facts

pytestmark = pytest.mark.django_db
OTHER_TEXT = tuple(f"In chapter {number} the plan says who does what by week {number * 7}." for number in range(40))


@pytest.fixture(autouse=True)
def files(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def desk():
    return make_partnership("Ambermoor Partnership")


@pytest.fixture
def alice(desk):
    return make_user("Alice", role=Role.EDITOR, of=[desk])


@pytest.fixture
def carol():
    return make_user("Carol", role=Role.EDITOR, of=[make_partnership("Calderwick Partnership")])


@pytest.fixture
def send(monkeypatch, desk, alice):
    """Sends a file and lets a worker read it; what is read is given."""
    readings: dict[int, object] = {}
    monkeypatch.setattr("ingest.tasks._read", lambda intake: readings[intake.pk])

    def sends(what, name="tam.pdf", *, by=alice, for_desk=desk, **values) -> Intake:
        intake = Intake.objects.create(
            name=name, size=10, sha256=name.ljust(64, "0"), file=f"documents/{name}", received_from=by,
            held_by=for_desk, **values,
        )  # fmt: skip
        readings[intake.pk] = what
        return read(intake)

    return sends


def read(intake: Intake) -> Intake:
    read_intake(intake_id=intake.pk)
    intake.refresh_from_db()
    return intake


def answer(intake: Intake, kin: str, by, role: str = "") -> Intake:
    say_what_it_is(intake, kin=kin, role=role, by=by)
    return read(intake)


def second_edition(**parts):
    """The report again, with some of its paragraphs written anew."""
    return extracted([*PARAGRAPHS[:36], "The panel adds a word on housing and on what was learned since."], **parts)


def plan():
    return extracted(OTHER_TEXT, facts=facts(title="Action plan: Child Tam"))


def test_the_same_words_in_another_format_need_no_answer(send):
    send(extracted())

    twin = send(extracted(read_from="docx"), "tam.docx")

    assert twin.state == IntakeState.DONE
    assert Document.objects.filter(name="tam.docx", text_of__name="tam.pdf").exists()


def test_the_sender_is_asked_about_nearly_the_same_words_in_the_same_format(send):
    send(extracted())

    later = send(second_edition(), "tam-2.pdf")

    assert (later.state, later.offer["kin"]) == (IntakeState.ASKS, "edition")
    assert Review.objects.count() == Document.objects.count() == 1


def test_the_command_line_which_cannot_be_asked_replaces_nothing(send):
    send(extracted(), by=None)

    later = send(second_edition(), "tam-2.pdf", by=None)

    assert later.document.text_of.name == "tam.pdf"


def test_a_new_edition_takes_over_and_keeps_corrections_and_addresses(send, alice):
    send(extracted())
    kept, gone = Item.objects.get(label="F1"), Item.objects.get(finding__kind="good_practice")
    claims.person_says(target=kept, person=alice, values={"text": "Absence was not seen as neglect."})
    lesson = ExtractedFinding("Absences were not seen as a sign of neglect.", label="F1")

    answer(send(second_edition(findings=(lesson,)), "tam-2.pdf"), "edition", alice)

    kept.refresh_from_db()
    gone.refresh_from_db()
    assert (kept.text, kept.document.name) == ("Absence was not seen as neglect.", "tam-2.pdf")
    assert gone.state == ItemState.SUPERSEDED
    assert Document.objects.filter(name="tam.pdf", replaced_by__name="tam-2.pdf").exists()


def test_an_edition_keeps_what_it_changed(send, alice):
    send(extracted())
    lesson = ExtractedFinding("A wholly different lesson about housing.")

    answer(send(second_edition(findings=(lesson,)), "tam-2.pdf"), "edition", alice)

    edition = Edition.objects.get()
    assert [one["after"] for one in edition.new] == ["A wholly different lesson about housing."]
    assert len(edition.gone) == 2
    assert edition.changes["same"] == 3


def test_readers_of_a_published_review_see_nothing_of_an_edition_until_it_is_put_in_place(send, alice):
    review = send(extracted()).document.review
    publish(review, by=alice)

    held = answer(send(second_edition(findings=()), "tam-2.pdf"), "edition", alice)

    assert held.state == IntakeState.HELD
    assert len(held.offer["changes"]["gone"]) == 2
    assert review.documents.count() == 1
    put_in_place(held, by=alice)
    assert read(held).state == IntakeState.DONE
    assert not Reading.objects.exists()
    assert review.items.current().of_kind("finding").count() == 0


def test_an_action_plan_gives_its_actions_to_the_review_and_leaves_the_report_alone(send, alice):
    review = send(extracted()).document.review

    part = send(plan(), "plan.pdf")

    assert (part.state, part.offer["kin"], part.offer["role"]) == (IntakeState.ASKS, "part", "action_plan")
    answer(part, "part", alice, role="action_plan")
    assert review.documents.giving_items().count() == 2
    assert review.items.current().of_kind("finding").count() == 2
    assert review.items.current().of_kind("action").count() == 2


def test_a_review_may_be_its_own_although_it_is_like_another(send, alice):
    send(extracted())

    answer(send(second_edition(), "tam-2.pdf"), "own", alice)

    assert Review.objects.count() == 2


def test_a_file_that_is_left_out_leaves_nothing(send, alice):
    send(extracted())
    later = send(second_edition(), "tam-2.pdf")

    leave_out(later, by=alice)

    later.refresh_from_db()
    assert (later.state, later.message) == (IntakeState.REFUSED, "Alice left it out.")
    assert not Reading.objects.exists()


def test_what_another_desk_has_published_is_never_added_to_by_itself(send, carol):
    review = send(extracted()).document.review
    publish(review, by=None)

    theirs = send(extracted(read_from="docx"), "tam.docx", by=carol, for_desk=carol.partnerships.get())

    assert theirs.state == IntakeState.ASKS
    assert review.documents.count() == 1


def test_two_files_with_one_word_in_the_list_of_facts_are_documents_of_one_review(send, alice):
    batch, said = Batch.objects.create(), {"review": "tam"}
    send(extracted(), batch=batch, given=said)

    send(plan(), "plan.pdf", batch=batch, given={**said, "role": "action_plan"})
    again = send(second_edition(), "tam-2.pdf", batch=batch, given=said)

    assert Review.objects.count() == 1
    assert Edition.objects.get().document == again.document


def test_a_reading_that_waited_is_not_read_again(send, alice, monkeypatch):
    send(extracted())
    later = send(second_edition(), "tam-2.pdf")
    monkeypatch.setattr("ingest.tasks._read", lambda intake: 1 / 0)

    assert answer(later, "edition", alice).state == IntakeState.DONE


def test_a_later_edition_of_a_later_edition_leaves_one_that_stands(send, alice):
    send(extracted())
    answer(send(second_edition(), "tam-2.pdf"), "edition", alice)
    third = replace(second_edition(findings=()), machine="test 3")

    send(replace(third, format="docx"), "tam-3.docx")
    answer(send(extracted([*PARAGRAPHS[:30]]), "tam-4.pdf"), "edition", alice)

    assert [one.name for one in Document.objects.latest_editions()] == ["tam-4.pdf"]
