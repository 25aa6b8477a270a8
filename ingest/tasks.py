"""The jobs of the queue: the only module that knows it.

A job takes an id and fetches afresh; running it twice does no harm. What a retry cannot help ends as a failed intake
with its sentence; what it can (the database away for a moment) is tried again by the queue.
"""

import logging
from contextlib import suppress
from pathlib import Path
from typing import Any

import msgspec
from django.core.cache import cache
from django.db import InterfaceError, OperationalError, transaction
from django.utils import timezone
from procrastinate import RetryStrategy
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob
from procrastinate.exceptions import AlreadyEnqueued

from ingest.exceptions import UnreadableDocument
from ingest.kinship import Kin
from ingest.models import Intake, IntakeState, Reading, Rereading
from ingest.record import ExtractedReview
from ingest.retagging import tag_again
from ingest.sandbox import IN_THE_WORKER, Progress, extract_in_child
from ingest.store import Asked, Held, store
from ingest.uploads import forget_given_up
from reviews.alike.store import bring_up_to_date as compare_where_changed
from reviews.history import record
from reviews.models import Act, CorpusChange, Document, Review, Theme
from reviews.retention import withdraw_past_retention
from reviews.search.blocks import bring_up_to_date

logger = logging.getLogger(__name__)

# A file at which the worker died this often is not begun again.
MOST_ATTEMPTS = 3
# A worker says that it lives every few seconds (manage.py worker); one silent for this long is dead.
SECONDS_OF_SILENCE = 15
# Where the worker says how far it is with tagging everything again.
TAGGING = "tagging_everything_again"


class StoppedTheWorker(UnreadableDocument):
    """Reading this file stopped the program each time it was tried. Save it as a new PDF and upload that."""


class CouldNotBeStored(UnreadableDocument):
    """Something went wrong on our side while this file was read. Try again; if it fails again, tell us."""


@app.task(
    queue="documents",
    retry=RetryStrategy(max_attempts=8, exponential_wait=2, retry_exceptions={OperationalError, InterfaceError}),
)
def read_intake(intake_id: int) -> None:
    """Read a received file into a review, or record why that cannot be."""
    intake = _begin(intake_id)
    if intake is None:
        return
    try:
        if intake.attempts > MOST_ATTEMPTS:
            raise StoppedTheWorker
        _finish(intake, _kept_reading(intake) or _read(intake))
    except UnreadableDocument as failure:
        _fail(intake, failure)
    except (OperationalError, InterfaceError):
        raise
    except Exception:
        logger.exception("intake %s could not be stored", intake.pk)
        _fail(intake, CouldNotBeStored())


@app.task(
    queue="documents",
    retry=RetryStrategy(max_attempts=3, exponential_wait=2, retry_exceptions={OperationalError, InterfaceError}),
)
def read_document_again(document_id: int) -> None:
    """Read a document of a review again; what was read waits to be put in place."""
    rereading = Rereading.objects.waiting().filter(pk=document_id).select_related("document").first()
    if rereading is None:
        return
    try:
        file, codebook = Path(rereading.document.file.path), Theme.objects.as_codebook()
        rereading.keep(extract_in_child(file, limits=IN_THE_WORKER, codebook=codebook))
    except UnreadableDocument as failure:
        rereading.fail(str(failure))
    except (OperationalError, InterfaceError):
        raise
    except Exception:
        logger.exception("document %s could not be read again", document_id)
        rereading.fail(str(CouldNotBeStored()))


# Every ten seconds: procrastinate reads a sixth field as seconds.
@app.periodic(cron="* * * * * */10")
@app.task(queue="housekeeping", queueing_lock="take_up_dropped_jobs", pass_context=True)
async def take_up_dropped_jobs(context: object, timestamp: int) -> None:
    """Give the jobs of dead workers back to the queue."""
    manager = app.job_manager
    for job in await manager.get_stalled_jobs(seconds_since_heartbeat=SECONDS_OF_SILENCE):
        await manager.retry_job(job)


@app.task(queue="documents", queueing_lock="tag_everything_again")
def tag_everything_again() -> None:
    """Tag every standing review with the codebook as it is now; what people decided stays."""
    codebook, reviews = Theme.objects.as_codebook(), list(Review.objects.standing().order_by("pk"))
    for done, review in enumerate(reviews):
        cache.set(TAGGING, (done, len(reviews)), None)
        tag_again(review, codebook)
    cache.delete(TAGGING)


def how_far_tagging_is() -> tuple[int, int]:
    """Return how many reviews are tagged again, and of how many; two zeros while it waits to begin."""
    done, reviews = cache.get(TAGGING) or (0, 0)
    return int(done), int(reviews)


def queue_tagging_again() -> None:
    """Queue the tagging of everything; where it waits already, once is enough."""
    with suppress(AlreadyEnqueued):
        tag_everything_again.defer()


def is_tagging_again() -> bool:
    """Return whether everything is being tagged again, or waits to be."""
    jobs = ProcrastinateJob.objects.filter(task_name=tag_everything_again.name, status__in=["todo", "doing"])
    return bool(jobs.exists())


@app.periodic(cron="17 * * * *")
@app.task(queue="housekeeping", queueing_lock="forget_given_up_uploads")
def forget_given_up_uploads(timestamp: int) -> None:
    """Make room: remove what came of uploads that nobody goes on with."""
    forget_given_up()


@app.periodic(cron="7 3 * * *")
@app.task(queue="housekeeping", queueing_lock="withdraw_past_retention")
def end_retention(timestamp: int) -> None:
    """Withdraw what was to be kept until yesterday."""
    withdraw_past_retention()


# Twice a minute: until then what has changed is looked up in the texts themselves, which is slower and says the same.
@app.periodic(cron="* * * * * */30")
@app.task(queue="housekeeping", queueing_lock="bring_search_up_to_date")
def bring_search_up_to_date(timestamp: int) -> None:
    """Make the parts of the search's index anew that no longer hold; leave few marks of what has changed."""
    bring_up_to_date()
    CorpusChange.objects.tidy()


# Each minute, and only where something was published or changed: all are compared with all.
@app.periodic(cron="* * * * *")
@app.task(queue="housekeeping", queueing_lock="compare_items")
def compare_items(timestamp: int) -> None:
    """Find anew which findings and recommendations are alike."""
    compare_where_changed()


def _begin(intake_id: int) -> Intake | None:
    """Mark the intake as being read and count the attempt; None where there is nothing left to do."""
    with transaction.atomic():
        intake = Intake.objects.select_for_update().filter(pk=intake_id).first()
        if intake is None or intake.is_finished or intake.is_waiting:
            return None
        intake.state, intake.attempts, intake.pages_read = IntakeState.READING, intake.attempts + 1, 0
        intake.save()
    return intake


def _progress(intake: Intake) -> Progress:
    """Return what to call after each page: it writes the figures at most about twenty times a document."""

    def tell(page: int, of: int) -> None:
        if page == of or page % max(of // 20, 1) == 0:
            state = IntakeState.STRUCTURE if page == of else IntakeState.READING
            Intake.objects.filter(pk=intake.pk).update(pages_read=page, page_count=of, state=state)

    return tell


def _kept_reading(intake: Intake) -> ExtractedReview | None:
    """Return what was read of the file before somebody was asked about it; None where it must be read again."""
    reading = Reading.objects.filter(intake=intake).first()
    with suppress(msgspec.MsgspecError):
        return reading.unpack() if reading else None
    return None


def _read(intake: Intake) -> ExtractedReview:
    codebook = Theme.objects.as_codebook()
    return extract_in_child(Path(intake.file.path), limits=IN_THE_WORKER, progress=_progress(intake), codebook=codebook)


def _finish(intake: Intake, extracted: ExtractedReview) -> None:
    """Store the review and mark the intake as done, both or neither, and only once."""
    Intake.objects.filter(pk=intake.pk).update(state=IntakeState.STORING)
    with transaction.atomic():
        locked = Intake.objects.select_for_update().get(pk=intake.pk)
        if locked.is_finished or locked.is_waiting:
            return
        try:
            document, message = store(extracted, locked)
        except Asked as asked:
            _wait(locked, IntakeState.ASKS, asked.offer, extracted)
        except Held as held:
            _wait(locked, IntakeState.HELD, {**locked.answer, **_offer_of(held)}, extracted)
        else:
            _done(locked, document, message)


def _done(intake: Intake, document: Document, message: str) -> None:
    intake.document, intake.message = document, message
    intake.state, intake.finished_at = IntakeState.DONE, timezone.now()
    intake.save()
    Reading.objects.filter(intake=intake).delete()
    record(Act.FILE_READ, by=intake.received_from, review=document.review, about=intake.name)


def _wait(intake: Intake, state: IntakeState, offer: dict[str, Any], extracted: ExtractedReview) -> None:
    """Keep what was read until somebody answers."""
    Reading.objects.update_or_create(intake=intake, defaults={"packed": Reading.pack(extracted)})
    intake.state, intake.offer = state, offer
    intake.save()


def _offer_of(held: Held) -> dict[str, Any]:
    place = held.place
    beside = place.same or place.replaces
    return {
        "review": place.review.pk if place.review else None,
        "document": beside.pk if beside else None,
        "kin": Kin.SAME if place.same else Kin.EDITION if place.replaces else Kin.PART,
        "role": place.role,
        "changes": held.changes,
    }


def _fail(intake: Intake, failure: UnreadableDocument) -> None:
    name, message = type(failure).__name__, str(failure)
    with transaction.atomic():
        Intake.objects.filter(pk=intake.pk).update(
            state=IntakeState.FAILED, failure=name, message=message, finished_at=timezone.now()
        )
        record(Act.FILE_FAILED, by=intake.received_from, partnership=intake.held_by, about=intake.name, why=message)
