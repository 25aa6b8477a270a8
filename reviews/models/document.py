"""A file of a review, kept as it was uploaded."""

from typing import TYPE_CHECKING

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Q

from reviews.models.review import Review
from reviews.models.review_choices import ReviewState, Visibility

if TYPE_CHECKING:
    from reviews.models.partnership import Partnership
    from reviews.models.review import Visitor


class DocumentRole(models.TextChoices):
    """What part of a review's publication a file is."""

    OVERVIEW = "overview", "Report"
    SUMMARY = "summary", "Executive summary"
    ACTION_PLAN = "action_plan", "Action plan"
    RESPONSE = "response", "Response"
    BRIEFING = "briefing", "Briefing"


# What is read out of a document beside the report: a summary tells the report's findings again, and a plan its
# recommendations. Where there is no report the document stands for it.
KINDS_OF_ROLE = {
    DocumentRole.SUMMARY: {"passage"},
    DocumentRole.ACTION_PLAN: {"passage", "action"},
    DocumentRole.RESPONSE: {"passage", "action"},
    DocumentRole.BRIEFING: {"passage"},
}
# The report first, then what was published with it.
IN_ORDER_OF_ROLES = models.Case(
    *(models.When(role=role, then=models.Value(place)) for place, role in enumerate(DocumentRole.values)),
    default=models.Value(len(DocumentRole.values)),
)


class DocumentFormat(models.TextChoices):
    """The formats that can be read, the one that keeps most of a report's layout first."""

    PDF = "pdf", "PDF"
    DOCX = "docx", "Word"
    HTML = "html", "Web page"
    MARKDOWN = "markdown", "Markdown"
    TEXT = "text", "Plain text"


class DocumentQuerySet(models.QuerySet["Document"]):
    """Questions about documents."""

    def visible_to(self, user: "Visitor") -> "DocumentQuerySet":
        """Those of reviews that `user` may see."""
        return self.filter(review__in=Review.objects.visible_to(user))

    def readable_by(self, user: "Visitor") -> "DocumentQuerySet":
        """Those that `user` may open: an earlier edition is for those who work on the review only."""
        return self.visible_to(user).filter(
            Q(replaced_by__isnull=True) | Q(review__in=Review.objects.editable_by(user))
        )

    def replaced(self) -> "DocumentQuerySet":
        """Those that a later edition has replaced."""
        return self.filter(replaced_by__isnull=False)

    def of_desk_or_open(self, partnership: "Partnership | None") -> "DocumentQuerySet":
        """Those of reviews that `partnership` holds, and of those that everybody may see."""
        open_to_all = Q(review__state=ReviewState.PUBLISHED, review__visibility=Visibility.EVERYONE)
        own = Q(review__held_by=partnership) if partnership else Q(review__held_by__isnull=True)
        return self.filter(own | open_to_all)

    def of_standing_reviews(self) -> "DocumentQuerySet":
        """Those of reviews that have not been withdrawn."""
        return self.filter(review__in=Review.objects.standing()).select_related("review")

    def giving_items(self) -> "DocumentQuerySet":
        """Those that a review's items are read from."""
        return self.filter(gives_items=True)

    def in_order(self) -> "DocumentQuerySet":
        """The report first, then what was published with it."""
        return self.order_by(IN_ORDER_OF_ROLES, "added_at", "pk")

    def latest_editions(self) -> "DocumentQuerySet":
        """Those that no later edition has replaced: an earlier one is for editors only."""
        return self.filter(replaced_by__isnull=True)

    def with_editions(self) -> "DocumentQuerySet":
        """With what each changed where it replaced an earlier one."""
        return self.select_related("edition", "replaced_by")

    def in_line_with(self, document: "Document") -> "DocumentQuerySet":
        """The document, with the other files of its text and the earlier editions that it replaced."""
        return self.filter(Q(pk=document.pk) | Q(text_of=document) | Q(replaced_by=document))

    def of_case(self, subject: str, area: str) -> "DocumentQuerySet":
        """Those of reviews about this person of this place; none where either is not known."""
        if not subject or not area:
            return self.none()
        return self.filter(review__subject__iexact=subject, review__area__iexact=area)

    def alike(self, sketch: list[int]) -> "DocumentQuerySet":
        """Those that share any of a sketch's numbers: candidates for being the same text."""
        return self.filter(sketch__overlap=sketch)


# So many pages without words are named one by one.
MOST_PAGES_NAMED = 20


class Document(models.Model):
    """One immutable file: its bytes never change, its reading may."""

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="documents")
    role = models.CharField(max_length=12, choices=DocumentRole, default=DocumentRole.OVERVIEW)
    name = models.CharField(max_length=255)
    format = models.CharField(max_length=8, choices=DocumentFormat)
    sha256 = models.CharField(max_length=64, db_index=True)
    size = models.PositiveBigIntegerField()
    file = models.FileField(max_length=120)
    # Width and height of each page in points; empty where the format has no pages.
    page_sizes = models.JSONField(default=list, blank=True)
    # Its words, or some of them, were recognised in pictures of pages: a letter may be wrong here and there.
    is_from_ocr = models.BooleanField(default=False)
    # The numbers of the pages that hold pictures in which no words were recognised.
    pages_without_text = models.JSONField(default=list, blank=True)
    # The smallest hashes of its word runs (ingest.likeness): alike documents share many of them.
    sketch = ArrayField(models.BigIntegerField(), default=list, blank=True)
    # The review's items are read from this file; another format of the same text is kept, not read into items.
    gives_items = models.BooleanField(default=True)
    # The document of the same text that gives the items, and the latest edition where this is an earlier one.
    text_of = models.ForeignKey("self", null=True, blank=True, on_delete=models.SET_NULL, related_name="other_files")
    replaced_by = models.ForeignKey("self", null=True, blank=True, on_delete=models.SET_NULL, related_name="replaces")
    # The original is offered to readers; off where a word in it must stay hidden.
    is_offered = models.BooleanField(default=True)
    machine_version = models.CharField(max_length=40)
    added_at = models.DateTimeField(auto_now_add=True)

    objects = DocumentQuerySet.as_manager()

    class Meta:
        ordering = ["review", "added_at"]
        indexes = [GinIndex(fields=["sketch"], name="document_sketches")]
        constraints = [
            models.UniqueConstraint(fields=["review", "sha256"], name="a_file_once_in_a_review"),
            models.UniqueConstraint(
                fields=["review"],
                condition=Q(gives_items=True, role=DocumentRole.OVERVIEW),
                name="one_report_of_a_review_gives_items",
            ),
            models.CheckConstraint(
                condition=Q(gives_items=False) | Q(text_of__isnull=True, replaced_by__isnull=True),
                name="only_the_latest_file_of_a_text_gives_items",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def is_replaced(self) -> bool:
        """Whether a later edition has taken its place."""
        return self.replaced_by_id is not None

    @property
    def page_count(self) -> int | None:
        """How many pages it has; None where the format has no pages."""
        return len(self.page_sizes) or None

    @property
    def about_recognition(self) -> str:
        """What is to be known of words recognised in pictures of pages, in sentences; empty where there are none."""
        told = []
        if self.is_from_ocr:
            told.append("Its words were recognised in pictures of pages: a letter may be wrong here and there.")
        if self.pages_without_text:
            pages = ", ".join(map(str, self.pages_without_text[:MOST_PAGES_NAMED]))
            more = " and others" if len(self.pages_without_text) > MOST_PAGES_NAMED else ""
            told.append(f"Pages that hold pictures but no words that could be read: {pages}{more}.")
        return " ".join(told)

    @property
    def shows_pages(self) -> bool:
        """Whether its pages can be shown as pictures; hidden words are blacked out in those that readers see."""
        return self.format == DocumentFormat.PDF

    def page_size(self, page: int) -> tuple[float, float]:
        """Return the width and height of a page in points; pages count from 1. Raises IndexError for no such page."""
        width, height = self.page_sizes[page - 1]
        return float(width), float(height)
