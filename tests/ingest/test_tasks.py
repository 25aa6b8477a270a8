"""A job reads an intake to its end, whatever that is, and does no harm when it runs twice."""

import pytest
from django.db import OperationalError

from ingest import tasks
from ingest.exceptions import NeedsPassword
from ingest.models import Intake, IntakeState
from reviews.models import Document, Review, SearchBlock
from reviews.search.blocks import out_of_date
from tests.factories import make_finding, make_review
from tests.ingest.extracted import extracted

pytestmark = pytest.mark.django_db


@pytest.fixture
def intake():
    return Intake.objects.create(name="tam.pdf", size=1, sha256="0" * 64, file="documents/tam.pdf")


@pytest.fixture
def reading(monkeypatch):
    """Stands in for the child process: it gives what it is told to, or raises it."""

    def gives(outcome):
        def extract(path, progress, limits, codebook):
            progress(1, 2)
            if isinstance(outcome, Exception):
                raise outcome
            return outcome

        monkeypatch.setattr(tasks, "extract_in_child", extract)

    return gives


def read(intake):
    tasks.read_intake(intake_id=intake.pk)
    intake.refresh_from_db()
    return intake


def test_a_file_that_can_be_read_ends_as_a_document(intake, reading):
    reading(extracted())

    read(intake)

    assert intake.state == IntakeState.DONE
    assert intake.document.review.slug == "child-tam-ambermoor-lcspr"
    assert intake.page_count == 2


def test_a_file_that_cannot_be_read_ends_with_its_sentence_and_leaves_nothing(intake, reading):
    reading(NeedsPassword())

    read(intake)

    assert (intake.state, intake.failure) == (IntakeState.FAILED, "NeedsPassword")
    assert "password" in intake.message
    assert not Review.objects.exists()


def test_running_it_twice_stores_one_review(intake, reading):
    reading(extracted())

    read(read(intake))

    assert Document.objects.count() == 1


def test_an_error_of_ours_is_told_as_ours_and_leaves_nothing(intake, reading, monkeypatch):
    reading(extracted())
    monkeypatch.setattr("ingest.store.putting.write_items", lambda *parts: 1 / 0)

    read(intake)

    assert (intake.state, intake.failure) == (IntakeState.FAILED, "CouldNotBeStored")
    assert not Review.objects.exists()


def test_a_database_that_is_away_is_left_to_the_queue_to_try_again(intake, reading):
    reading(OperationalError("the connection is lost"))

    with pytest.raises(OperationalError):
        tasks.read_intake(intake_id=intake.pk)

    intake.refresh_from_db()
    assert intake.state == IntakeState.READING


def test_a_file_that_stopped_the_worker_three_times_is_given_up(intake, reading):
    reading(extracted())
    Intake.objects.update(state=IntakeState.READING, attempts=tasks.MOST_ATTEMPTS)

    read(intake)

    assert (intake.state, intake.failure) == (IntakeState.FAILED, "StoppedTheWorker")


def test_an_intake_that_is_gone_is_nothing_to_do(reading):
    reading(extracted())

    tasks.read_intake(intake_id=12345)

    assert not Review.objects.exists()


def test_the_worker_makes_the_parts_of_the_search_anew_that_no_longer_hold():
    make_finding("The school waited.", review=make_review())
    assert out_of_date()

    tasks.bring_search_up_to_date(timestamp=0)

    assert out_of_date() == []
    assert SearchBlock.objects.exists()
