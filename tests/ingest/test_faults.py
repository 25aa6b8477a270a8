"""Faults in the middle: nothing is lost, nothing is there twice."""

import io
import threading

import pytest
from django.db import InterfaceError, OperationalError, connection, connections, transaction
from procrastinate.contrib.django.models import ProcrastinateJob

from ingest import tasks
from ingest.intake import receive
from ingest.models import Intake, IntakeState
from ingest.store import store
from people.roles import Role
from reviews import claims, corrections
from reviews.models import Document, Item, Review
from tests.factories import make_user
from tests.ingest.extracted import extracted
from tests.ingest.test_store import intake as sent

QUEUED = 500


class Killed(BaseException):
    """Nothing of ours is asked when a process is killed."""


@pytest.fixture(autouse=True)
def files(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


def dies(*arguments, **named):
    raise Killed


def read(intake):
    tasks.read_intake(intake_id=intake.pk)
    intake.refresh_from_db()
    return intake


@pytest.fixture
def is_read(monkeypatch):
    monkeypatch.setattr(tasks, "_read", lambda intake: extracted())


@pytest.mark.django_db
@pytest.mark.parametrize(
    "stage",
    [
        "ingest.tasks._read",
        "ingest.store.placing.kinship_of",
        "ingest.store.putting.write_facts",
        "ingest.store.putting.write_items",
        "ingest.store.items.write_item_taggings",
        "ingest.store.putting.write_private_words",
        "ingest.tasks._done",
    ],
)
def test_a_worker_killed_at_any_stage_leaves_nothing_half_done_and_the_next_one_ends_it(is_read, monkeypatch, stage):
    intake = sent()
    with monkeypatch.context() as dying:
        dying.setattr(stage, dies)
        with pytest.raises(Killed):
            read(intake)
    assert not Review.objects.exists()
    assert not Item.objects.exists()

    assert read(intake).state == IntakeState.DONE
    assert (Review.objects.count(), Document.objects.count(), intake.attempts) == (1, 1, 2)


@pytest.mark.django_db
def test_a_worker_killed_after_it_stored_everything_stores_nothing_twice(is_read, monkeypatch):
    intake = read(sent())

    read(intake)

    assert (Review.objects.count(), Document.objects.count(), intake.attempts) == (1, 1, 1)


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("stage", ["ingest.store.putting.write_facts", "ingest.store.putting.write_private_words"])
def test_a_database_that_goes_away_in_the_middle_leaves_nothing_half_done(is_read, monkeypatch, stage):
    intake = sent()

    def cut(*arguments):
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_terminate_backend(pg_backend_pid())")

    with monkeypatch.context() as going:
        going.setattr(stage, cut)
        with pytest.raises((OperationalError, InterfaceError)):
            read(intake)
    connection.close()
    assert not Review.objects.exists()

    assert read(intake).state == IntakeState.DONE
    assert (Review.objects.count(), Document.objects.count()) == (1, 1)


@pytest.mark.django_db
def test_five_hundred_files_that_are_sent_at_once_are_queued_each_once():
    sent_at_once = [receive(io.BytesIO(f"review {number}".encode()), name=f"{number}.txt") for number in range(QUEUED)]

    jobs = ProcrastinateJob.objects.values_list("args", flat=True)
    assert sorted(job["intake_id"] for job in jobs) == sorted(intake.pk for intake in sent_at_once)
    assert Intake.objects.under_way().count() == QUEUED


@pytest.mark.django_db(transaction=True)
def test_a_reading_waits_for_an_editor_who_is_saving_and_keeps_what_they_said():
    document, _ = store(extracted(read_from="text"), sent("tam.txt"))
    editor = make_user("Alice", role=Role.EDITOR)
    finding = Item.objects.get(label="F1")
    better, ended = sent("tam.pdf"), threading.Event()

    def read_again():
        store(extracted(machine="test 2"), better)
        ended.set()
        connections.close_all()

    reading = threading.Thread(target=read_again)
    with transaction.atomic():
        corrections.in_hand(document.review)
        reading.start()
        assert not ended.wait(1)
        claims.person_says(target=finding, person=editor, values={"text": "Absence was not seen as neglect."})
    reading.join(60)

    finding.refresh_from_db()
    assert ended.is_set()
    assert finding.text == "Absence was not seen as neglect."
    assert finding.claims.standing().by_machine().get().machine_version == "test 2"
