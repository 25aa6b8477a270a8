"""Files made of a pack: kept as versions, with who made them, when, and a checksum."""

from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q

from packs.models.pack import Pack
from reviews.models import Review

if TYPE_CHECKING:
    from reviews.models.review import Visitor


class ExportFormat(models.TextChoices):
    """What can be taken away."""

    SLIDES = "slides", "Slides (PowerPoint)"
    GUIDE_WORD = "guide_word", "Facilitator’s guide (Word)"
    GUIDE_PDF = "guide_pdf", "Facilitator’s guide (PDF)"
    HANDOUT_WORD = "handout_word", "Handout (Word)"
    HANDOUT_PDF = "handout_pdf", "Handout, two to a page (PDF)"
    SOURCES = "sources", "Sources (CSV)"
    EVERYTHING = "everything", "Everything (ZIP)"

    @property
    def suffix(self) -> str:
        """How the file's name ends: ".pptx"."""
        return SUFFIXES[self]


SUFFIXES = {
    ExportFormat.SLIDES: ".pptx",
    ExportFormat.GUIDE_WORD: ".docx",
    ExportFormat.GUIDE_PDF: ".pdf",
    ExportFormat.HANDOUT_WORD: ".docx",
    ExportFormat.HANDOUT_PDF: ".pdf",
    ExportFormat.SOURCES: ".csv",
    ExportFormat.EVERYTHING: ".zip",
}


class ExportState(models.TextChoices):
    """Where the making of a file stands."""

    WAITING = "waiting", "Waiting to be made"
    MAKING = "making", "Being made"
    DONE = "done", "Made"
    FAILED = "failed", "Failed"


class PackExportQuerySet(models.QuerySet["PackExport"]):
    """Questions about files."""

    def offered_to(self, user: "Visitor") -> "PackExportQuerySet":
        """Those that `user` may take: of packs they may see, and only where they may see every review in the file."""
        packs = Pack.objects.visible_to(user).standing()
        in_it = PackExport.reviews.through.objects.filter(packexport=OuterRef("pk"))
        hidden = in_it.exclude(review__in=Review.objects.visible_to(user).standing())
        theirs = Q(made_for=user.pk) | Q(is_counted=False)
        return self.filter(theirs, ~Exists(hidden), pack__in=packs, state=ExportState.DONE)

    def under_way(self) -> "PackExportQuerySet":
        """Those that a worker has yet to finish."""
        return self.filter(state__in=[ExportState.WAITING, ExportState.MAKING])

    def failed(self) -> "PackExportQuerySet":
        """Those that could not be made."""
        return self.filter(state=ExportState.FAILED)

    def newest_first(self) -> "PackExportQuerySet":
        """The last made first."""
        return self.order_by("-asked_at", "-pk")


class PackExport(models.Model):
    """One file, made for one person: it holds only what that person might see."""

    pack = models.ForeignKey(Pack, on_delete=models.CASCADE, related_name="exports")
    format = models.CharField(max_length=12, choices=ExportFormat)
    version = models.PositiveIntegerField()
    state = models.CharField(max_length=8, choices=ExportState, default=ExportState.WAITING)
    step = models.PositiveSmallIntegerField(default=0)
    steps = models.PositiveSmallIntegerField(default=1)
    doing = models.CharField(max_length=80, blank=True)
    message = models.CharField(max_length=300, blank=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    made_for = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="pack_exports")
    asked_at = models.DateTimeField(auto_now_add=True)
    finished_at = models.DateTimeField(null=True, blank=True)
    name = models.CharField(max_length=160, blank=True)
    file = models.FileField(max_length=120, blank=True)
    size = models.PositiveBigIntegerField(null=True, blank=True)
    sha256 = models.CharField(max_length=64, blank=True)
    # The reviews whose words are in the file, and the checksums of its items' texts, by their anchors.
    reviews = models.ManyToManyField(Review, blank=True, related_name="pack_exports")
    taken = models.JSONField(default=dict, blank=True)
    # It holds numbers that were counted over what its maker may see: it is for nobody else.
    is_counted = models.BooleanField(default=False)

    objects = PackExportQuerySet.as_manager()

    class Meta:
        ordering = ["-asked_at"]
        constraints = [
            models.UniqueConstraint(fields=["pack", "format", "version"], name="files_are_numbered"),
            models.CheckConstraint(
                condition=~Q(state=ExportState.DONE) | (~Q(sha256="") & ~Q(file="")), name="a_made_file_has_a_checksum"
            ),
            models.CheckConstraint(
                condition=~Q(state=ExportState.FAILED) | ~Q(message=""), name="a_failed_file_says_why"
            ),
        ]

    def __str__(self) -> str:
        return self.name or f"{self.get_format_display()} of {self.pack}"

    @property
    def is_under_way(self) -> bool:
        """Whether a worker has yet to finish it."""
        return self.state in {ExportState.WAITING, ExportState.MAKING}
