"""A better machine reads a review again: it shows what it would change, and overwrites nobody."""

import zlib

import pytest
from django.urls import reverse

from ingest import tasks
from ingest.exceptions import NeedsPassword
from ingest.models import Intake, Rereading
from ingest.record import ExtractedFinding
from ingest.store import store
from reviews import corrections
from reviews.conflicts import differences
from reviews.models import HistoryEntry, Item, ItemState
from tests.ingest.extracted import extracted

pytestmark = pytest.mark.django_db
SAME = ExtractedFinding("The school nurse acted well and at once.", kind="good_practice")
DIFFERS = ExtractedFinding("Absences were not seen as a sign of neglect by anybody.", label="F1")
NEW = ExtractedFinding("The father was never met.", label="F3")


@pytest.fixture
def review(ambermoor, alice):
    given = {"size": 10, "sha256": "0" * 64, "file": "documents/tam.pdf", "held_by": ambermoor, "received_from": alice}
    document, _ = store(extracted(), Intake.objects.create(name="tam.pdf", **given))
    return document.review


@pytest.fixture
def reads(monkeypatch):
    """Lets the machine read what it is told to, or raise it."""

    def gives(outcome):
        def extract(path, **_):
            if isinstance(outcome, Exception):
                raise outcome
            return outcome

        monkeypatch.setattr(tasks, "extract_in_child", extract)

    return gives


@pytest.fixture
def press(as_alice, review, django_capture_on_commit_callbacks):
    def act(act):
        with django_capture_on_commit_callbacks():
            return as_alice.post(address(review), {"act": act}, follow=True)

    return act


def address(review):
    return reverse("desk:check_again", args=[review.slug])


def read_again(review, press, reads, outcome):
    reads(outcome)
    press("read")
    tasks.read_document_again(document_id=review.documents.get().pk)


def finding(review, text):
    return review.items.get(text=text)


def test_it_says_first_what_it_would_change_and_changes_nothing(as_alice, review, press, reads):
    corrections.confirm([finding(review, SAME.text)], by=review.created_by)
    read_again(review, press, reads, extracted(findings=(DIFFERS, SAME, NEW), machine="test 2", actions=()))

    page = as_alice.get(address(review)).content.decode()

    assert "1 new, 1 gone, 1 differs, 1 confirmed kept." in page
    assert "The father was never met." in page
    assert not review.items.filter(text=NEW.text).exists()


def test_put_in_place_it_keeps_every_word_of_people(review, press, reads, alice):
    first, second = finding(review, "Absences were not seen as a sign of neglect."), finding(review, SAME.text)
    corrections.correct(first, {"text": "Nobody saw the absences."}, by=alice)
    corrections.reject(review.items.get(kind="event"), by=alice)
    corrections.move(second, after=None, by=alice)
    read_again(review, press, reads, extracted(findings=(DIFFERS, SAME, NEW), machine="test 2"))

    press(f"put {review.documents.get().pk}")

    findings = review.items.current().of_kind("finding").in_reading_order()
    assert [item.text for item in findings] == [SAME.text, "Nobody saw the absences.", NEW.text]
    assert review.items.get(kind="event").state == ItemState.REJECTED
    assert review.documents.get().machine_version == "test 2"
    assert HistoryEntry.objects.filter(act="read_again").exists()


def test_where_the_two_differ_is_listed_and_settled(as_alice, review, press, reads, alice):
    item = finding(review, "Absences were not seen as a sign of neglect.")
    corrections.correct(item, {"text": "Nobody saw the absences."}, by=alice)
    read_again(review, press, reads, extracted(findings=(DIFFERS, SAME), machine="test 2"))

    page = press(f"put {review.documents.get().pk}").content.decode()
    assert "Nobody saw the absences." in page
    assert DIFFERS.text in page

    as_alice.post(reverse("desk:check_differences", args=[review.slug]), {"act": f"take {item.anchor} text"})
    assert Item.objects.get(pk=item.pk).text == DIFFERS.text
    assert differences(review) == []


@pytest.mark.parametrize(("act", "state"), [("keep", ItemState.CURRENT), ("take", ItemState.REJECTED)])
def test_what_a_person_confirmed_stays_where_it_is_no_longer_found(as_alice, review, press, reads, alice, act, state):
    item = finding(review, SAME.text)
    corrections.confirm([item], by=alice)
    read_again(review, press, reads, extracted(findings=(DIFFERS,), machine="test 2"))
    press(f"put {review.documents.get().pk}")
    assert Item.objects.get(pk=item.pk).state == ItemState.CURRENT
    page = as_alice.get(reverse("desk:check_differences", args=[review.slug])).content.decode()
    assert "It no longer finds this." in page

    as_alice.post(reverse("desk:check_differences", args=[review.slug]), {"act": f"{act} {item.anchor} found"})

    assert Item.objects.get(pk=item.pk).state == state
    assert differences(review) == []


def test_it_can_be_left_out(review, press, reads):
    read_again(review, press, reads, extracted(findings=(NEW,)))

    press(f"leave {review.documents.get().pk}")

    assert not Rereading.objects.exists()
    assert not review.items.filter(text=NEW.text).exists()


def test_what_cannot_be_read_again_says_why(as_alice, review, press, reads):
    read_again(review, press, reads, NeedsPassword())

    page = as_alice.get(address(review)).content.decode()

    assert "protected by a password" in page
    assert "Read it again" in page


def test_what_an_older_program_read_is_to_be_read_anew(as_alice, review, press, reads):
    read_again(review, press, reads, extracted())
    Rereading.objects.update(packed=zlib.compress(b'{"facts": 1}'))

    assert "older version" in as_alice.get(address(review)).content.decode()


def test_a_second_run_of_the_job_reads_nothing_twice(review, press, reads):
    read_again(review, press, reads, extracted(findings=(NEW,)))
    reads(NeedsPassword())

    tasks.read_document_again(document_id=review.documents.get().pk)

    assert Rereading.objects.get().is_ready


def test_only_who_may_work_on_the_review_reads_it_again(client, review, carol, bob):
    for person, status in ((carol, 404), (bob, 403)):
        client.force_login(person)
        assert client.post(address(review), {"act": "read"}).status_code == status
