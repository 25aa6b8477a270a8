"""Files on their way in: from the moment they are received until they are a review's document, or have failed."""

from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.db.models import Q

from ingest.models.batch import Batch
from reviews.models import Document, Partnership

if TYPE_CHECKING:
    from reviews.models.review import Visitor


class IntakeState(models.TextChoices):
    """Where a received file stands."""

    RECEIVED = "received", "Received, waiting to be read"
    READING = "reading", "Being read"
    STRUCTURE = "structure", "Finding its paragraphs, findings and recommendations"
    STORING = "storing", "Storing what was found"
    ASKS = "asks", "Needs your answer"
    """It is read; somebody must say to which review it belongs."""
    HELD = "held", "Waits to be put in place"
    """It is read and belongs to a published review: readers see nothing of it until somebody puts it in place."""
    DONE = "done", "Read"
    FAILED = "failed", "Failed"
    REFUSED = "refused", "Not taken in"
    """It was never kept: its message says why, and `document` may be the twin that is here already."""


FINISHED = (IntakeState.DONE, IntakeState.FAILED, IntakeState.REFUSED)
# Nothing goes on with these until somebody answers.
WAITING = (IntakeState.ASKS, IntakeState.HELD)
UNREAD = (IntakeState.FAILED, IntakeState.REFUSED)
# The stages that every file goes through, as an editor sees them; the last is reached when the file is done.
STAGES = {
    IntakeState.RECEIVED: "Received",
    IntakeState.READING: "Read",
    IntakeState.STRUCTURE: "Structure",
    IntakeState.STORING: "Items",
    IntakeState.DONE: "Needs checking",
}


class IntakeQuerySet(models.QuerySet["Intake"]):
    """Questions about received files."""

    def visible_to(self, user: "Visitor") -> "IntakeQuerySet":
        """Those that `user` may follow at the desk: their own, their partnerships', or all for administrators."""
        if not user.is_authenticated or not user.works_at_the_desk:
            return self.none()
        if user.is_administrator:
            return self
        return self.filter(Q(received_from=user) | Q(held_by__in=user.partnerships.all()))

    def under_way(self) -> "IntakeQuerySet":
        """Those that a worker has yet to finish."""
        return self.exclude(state__in=(*FINISHED, *WAITING))

    def waiting(self) -> "IntakeQuerySet":
        """Those that wait for somebody's answer."""
        return self.filter(state__in=WAITING)

    def held(self) -> "IntakeQuerySet":
        """Those that somebody must put in place."""
        return self.filter(state=IntakeState.HELD)

    def on_their_way(self) -> "IntakeQuerySet":
        """Those of which something is still to come: from a worker or from an editor."""
        return self.exclude(state__in=FINISHED)

    def finished(self) -> "IntakeQuerySet":
        """Those of which nothing more will happen by itself."""
        return self.filter(state__in=FINISHED)

    def failed(self) -> "IntakeQuerySet":
        """Those that could not be read."""
        return self.filter(state=IntakeState.FAILED)

    def unread(self) -> "IntakeQuerySet":
        """Those that were refused or could not be read."""
        return self.filter(state__in=UNREAD)

    def done(self) -> "IntakeQuerySet":
        """Those that are a review's document."""
        return self.filter(state=IntakeState.DONE)

    def with_documents(self) -> "IntakeQuerySet":
        """With the document and review that they became, or of which they are a twin."""
        return self.select_related("document__review")

    def newest_first(self) -> "IntakeQuerySet":
        """The last received first."""
        return self.order_by("-received_at", "-pk")


class Intake(models.Model):
    """One received file. Nothing of it is among the reviews until the whole of it is stored."""

    batch = models.ForeignKey(Batch, null=True, blank=True, on_delete=models.SET_NULL, related_name="intakes")
    name = models.CharField(max_length=255)
    size = models.PositiveBigIntegerField(default=0)
    sha256 = models.CharField(max_length=64, db_index=True, blank=True)
    # Where the bytes lie while they wait; the document has its own name for them afterwards.
    file = models.FileField(max_length=120, blank=True)
    state = models.CharField(max_length=9, choices=IntakeState, default=IntakeState.RECEIVED)
    pages_read = models.PositiveIntegerField(default=0)
    page_count = models.PositiveIntegerField(null=True, blank=True)
    # The name of the failure (a class of ingest.exceptions) and its sentence for the person who sent the file.
    failure = models.CharField(max_length=40, blank=True)
    message = models.TextField(blank=True)
    # How often a worker has begun; a file that kills workers is given up.
    attempts = models.PositiveSmallIntegerField(default=0)
    publish = models.BooleanField(default=False)
    # Facts that were given with the file, by their column in a manifest (ingest.manifest).
    given = models.JSONField(default=dict, blank=True)
    # What somebody is asked of it (ingest.store.placing), and what they answered (ingest.answers).
    offer = models.JSONField(default=dict, blank=True)
    answer = models.JSONField(default=dict, blank=True)
    received_from = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="intakes"
    )
    held_by = models.ForeignKey(Partnership, null=True, blank=True, on_delete=models.SET_NULL, related_name="intakes")
    document = models.ForeignKey(Document, null=True, blank=True, on_delete=models.SET_NULL, related_name="intakes")
    received_at = models.DateTimeField(auto_now_add=True)
    finished_at = models.DateTimeField(null=True, blank=True)

    objects = IntakeQuerySet.as_manager()

    class Meta:
        ordering = ["-received_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(state__in=["failed", "refused"]) | ~Q(message=""), name="an_unread_intake_says_why"
            ),
            models.UniqueConstraint(
                fields=["sha256", "held_by"],
                condition=~Q(state__in=["done", "failed", "refused"]),
                nulls_distinct=False,
                name="a_file_is_on_its_way_once",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def is_finished(self) -> bool:
        """Whether nothing more will happen to it by itself."""
        return self.state in FINISHED

    @property
    def is_waiting(self) -> bool:
        """Whether nothing goes on until somebody answers."""
        return self.state in WAITING

    @property
    def is_unread(self) -> bool:
        """Whether it was refused or could not be read."""
        return self.state in UNREAD

    @property
    def stages(self) -> list[tuple[str, str]]:
        """The stages with what has become of each: done, now or later."""
        order = list(STAGES)
        here = order.index(IntakeState(self.state)) if self.state in STAGES else 0
        if self.state == IntakeState.DONE:
            here = len(order)
        names = {-1: "done", 0: "now", 1: "later"}
        return [(STAGES[stage], names[(place > here) - (place < here)]) for place, stage in enumerate(order)]

    @property
    def can_be_tried_again(self) -> bool:
        """Whether its bytes are still here, so that it can be queued once more."""
        return self.state == IntakeState.FAILED and bool(self.file)
