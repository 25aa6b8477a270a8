"""Files are received whole or refused with a sentence."""

import io
from pathlib import Path

import pytest
from procrastinate.contrib.django.models import ProcrastinateJob

from ingest.intake import AlreadyHere, OnItsWay, RefusedFile, receive, try_again
from ingest.models import Intake, IntakeState
from people.models import User
from reviews.models import Document, Partnership, Review

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def files(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


def received(content=b"%PDF-1.7 a review", name="review.pdf", **values):
    return receive(io.BytesIO(content), name=name, **values)


def test_a_file_is_kept_and_queued():
    intake = received()

    assert intake.state == IntakeState.RECEIVED
    assert Path(intake.file.path).read_bytes() == b"%PDF-1.7 a review"
    assert ProcrastinateJob.objects.get().args == {"intake_id": intake.pk}


def test_its_name_is_only_a_name():
    intake = received(name="../../etc/passwd.pdf")

    assert intake.name == "passwd.pdf"
    assert intake.file.name.startswith("documents/")


def test_an_empty_file_is_refused():
    with pytest.raises(RefusedFile, match="is empty"):
        received(b"")
    assert not Intake.objects.exists()


def test_a_file_above_the_limit_is_refused(settings):
    settings.UPLOAD_LIMIT_MIB = 1

    with pytest.raises(RefusedFile, match="larger than 1 MB"):
        received(b"x" * (2**20 + 1))
    assert not Intake.objects.exists()


def test_a_file_that_waits_already_is_refused():
    twin = received()

    with pytest.raises(OnItsWay) as refusal:
        received(name="the same under another name.pdf")
    assert refusal.value.intake == twin


def a_document_of(intake, held_by=None):
    review = Review.objects.create(slug="tam", title="Tam", display_name="Tam", kind="scr", held_by=held_by)
    Intake.objects.filter(pk=intake.pk).update(state=IntakeState.DONE)
    return Document.objects.create(
        review=review, name="tam.pdf", format="pdf", sha256=intake.sha256, size=1, machine_version="1"
    )


def test_a_file_that_is_a_document_already_is_refused_and_its_twin_named():
    document = a_document_of(received())

    with pytest.raises(AlreadyHere, match="Tam") as refusal:
        received()
    assert refusal.value.document == document


def test_a_sender_is_not_told_of_a_review_that_they_may_not_see():
    theirs = Partnership.objects.create(key="b", name="B", area="B", kind="children", is_fictional=True)
    a_document_of(received(held_by=theirs), held_by=theirs)

    intake = received(received_from=User.objects.create_user("editor@crossread.example"))

    assert intake.state == IntakeState.RECEIVED


def test_nothing_is_left_of_a_file_whose_job_cannot_be_queued(monkeypatch):
    def fail(intake):
        raise RuntimeError

    monkeypatch.setattr("ingest.intake.queue", fail)

    with pytest.raises(RuntimeError):
        received()
    assert not Intake.objects.exists()


def test_a_failed_file_can_be_tried_again():
    intake = received()
    intake.state, intake.failure, intake.message, intake.attempts = IntakeState.FAILED, "TookTooLong", "Too long", 4
    intake.save()

    try_again(intake)

    intake.refresh_from_db()
    assert (intake.state, intake.message, intake.attempts) == (IntakeState.RECEIVED, "", 0)
    assert ProcrastinateJob.objects.count() == 2
