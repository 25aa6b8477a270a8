"""The row that every found thing has, whatever its kind."""

import datetime
import secrets
from collections.abc import Iterable
from typing import TYPE_CHECKING

from django.conf import settings
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.db.models import Q
from django.db.models.functions import Greatest, Length
from django.urls import reverse

from reviews.addresses import absolute
from reviews.citations import cite
from reviews.footnotes import LINE_COLUMNS, line
from reviews.models.document import Document
from reviews.models.item_choices import DETAILS, OWN_PAGES, ItemKind, ItemState
from reviews.models.review import Review
from reviews.models.review_choices import ReviewState
from reviews.search_language import words_of
from reviews.text_parts import Outlined

if TYPE_CHECKING:
    from reviews.models.review import Visitor

# Letters and figures that nobody confuses when reading an address aloud (Crockford's base 32, in lower case).
ANCHOR_ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
# 32 ** 12 anchors: two of a million items are alike with a chance of one in a million.
ANCHOR_LENGTH = 12
# A word of a label longer than a numeral ("viii") says what the item is: "Learning point 3".
LONGEST_NUMERAL = 4


def new_anchor() -> str:
    """Return a random permanent id."""
    return "".join(secrets.choice(ANCHOR_ALPHABET) for _ in range(ANCHOR_LENGTH))


# When readers could first find an item: a new file or edition of its review brings it anew.
CAME_AT = Greatest("review__made_public_at", "document__added_at", "document__edition__made_at")


class ItemQuerySet(models.QuerySet["Item"]):
    """Questions about items; they compose."""

    def visible_to(self, user: "Visitor") -> "ItemQuerySet":
        """Those of reviews that `user` may see: every list, count, search and export asks this."""
        return self.filter(review__in=Review.objects.visible_to(user))

    def current(self) -> "ItemQuerySet":
        """Those that are shown: neither superseded nor rejected."""
        return self.filter(state=ItemState.CURRENT)

    def published(self) -> "ItemQuerySet":
        """Those of published reviews."""
        return self.filter(review__state=ReviewState.PUBLISHED)

    def of_kind(self, kind: str) -> "ItemQuerySet":
        """Those of one kind."""
        return self.filter(kind=kind)

    def current_or(self, anchor: str) -> "ItemQuerySet":
        """Those that are shown, and the one with this anchor."""
        return self.filter(Q(state=ItemState.CURRENT) | Q(anchor=anchor))

    def checked(self) -> "ItemQuerySet":
        """Those that a person has confirmed."""
        return self.filter(checked_at__isnull=False)

    def unchecked(self) -> "ItemQuerySet":
        """Those that no person has confirmed."""
        return self.filter(checked_at__isnull=True)

    def in_reading_order(self) -> "ItemQuerySet":
        """As they stand in their document, one document after the other."""
        return self.order_by("document_id", "position", "pk")

    def standing(self) -> "ItemQuerySet":
        """Those of reviews that have not been withdrawn."""
        return self.exclude(review__state=ReviewState.WITHDRAWN)

    def begun_on(self, page: int, *, or_before: int = 0) -> "ItemQuerySet":
        """Those that begin on a page, or at most so many pages before it."""
        return self.filter(page__range=(page - or_before, page))

    def text_passages(self) -> "ItemQuerySet":
        """The current passages in reading order, with what reading them needs."""
        text = self.current().of_kind(ItemKind.PASSAGE).select_related("passage").defer("search")
        return text.order_by("document_id", "position", "pk")

    def not_for_one_partnership(self) -> "ItemQuerySet":
        """Those of reviews that everybody with an account may see."""
        return self.filter(review__in=Review.objects.not_for_one_partnership())

    def came_after(self, moment: datetime.datetime) -> "ItemQuerySet":
        """Those that readers could not find before `moment`."""
        return self.annotate(came_at=CAME_AT).filter(came_at__gt=moment)

    def latest_first(self) -> "ItemQuerySet":
        """Those that readers could find last first, each with that moment as `came_at`."""
        return self.annotate(came_at=CAME_AT).order_by("-came_at", "review_id", "position", "pk")

    def outline(self) -> list[Outlined]:
        """Return what cutting a text into parts needs of passages in reading order."""
        rows = self.select_related(None).values_list("pk", "anchor", Length("text"), *LINE_COLUMNS)
        return [Outlined(pk, anchor, letters, line(*rest)) for pk, anchor, letters, *rest in rows]

    def within(self, keys: Iterable[int]) -> "ItemQuerySet":
        """Those with these keys."""
        return self.filter(pk__in=list(keys))

    def in_short(self, anchors: Iterable[str] = ()) -> "ItemQuerySet":
        """Of the passages only the headings and those with these anchors; the items of other kinds as they are."""
        wanted = Q(passage__block="heading") | Q(anchor__in=list(anchors))
        return self.filter(~Q(kind=ItemKind.PASSAGE) | wanted)

    def drawn_out(self) -> "ItemQuerySet":
        """The current findings, recommendations, actions and events: what was drawn out of the passages."""
        return self.current().exclude(kind=ItemKind.PASSAGE).in_reading_order()

    def counts_by_kind(self) -> dict[str, int]:
        """Return how many there are of each kind."""
        return dict(self.order_by().values_list("kind").annotate(models.Count("pk")))

    def with_details(self, kind: str | None = None) -> "ItemQuerySet":
        """With the row of their own kind, review and themes, in a fixed number of queries.

        It is quicker where all are of one `kind`; the rows of other kinds must then not be asked for.
        """
        from reviews.models.tagging import shown_taggings

        kinds = (DETAILS[kind],) if kind else tuple(DETAILS.values())
        # What only search and likeness read is left where it is: it is longer than the rest of the row.
        unread = ("search", "document__sketch", "document__page_sizes")
        return (
            self.select_related("review__partnership", "document", *kinds)
            .defer(*unread)
            .prefetch_related(shown_taggings())
        )

    def with_places(self) -> "ItemQuerySet":
        """With the passages that they are drawn from, in one query more."""
        passages = Item.objects.only("pk", "anchor", "kind", "label", "heading").in_reading_order()
        return self.prefetch_related(models.Prefetch("passages", queryset=passages))


class Item(models.Model):
    """What is shown of a passage, finding, recommendation, action or event, and where it stands.

    `claims` decides the shown values and writes them here; search, lists and exports read only these.
    """

    anchor = models.CharField(max_length=ANCHOR_LENGTH, unique=True, default=new_anchor, editable=False)
    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="items")
    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="items")
    kind = models.CharField(max_length=14, choices=ItemKind)
    state = models.CharField(max_length=10, choices=ItemState, default=ItemState.CURRENT)
    superseded_by = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.SET_NULL, related_name="supersedes"
    )
    position = models.PositiveIntegerField()
    label = models.CharField(max_length=120, blank=True)
    heading = models.TextField(blank=True)
    text = models.TextField()
    page = models.PositiveIntegerField(null=True, blank=True)
    # Where its words stand: [page, left, top, right, bottom] in points from the page's top left corner.
    boxes = models.JSONField(default=list, blank=True)
    # How sure the machine is, 0 to 1, and why it doubts, for the editor who checks.
    confidence = models.FloatField(null=True, blank=True)
    doubt = models.CharField(max_length=250, blank=True)
    passages = models.ManyToManyField("self", symmetrical=False, blank=True, related_name="drawn_from_it")
    # What stood in the columns out of which hidden words were taken (reviews.privacy.hiding), for editors only.
    plain = models.JSONField(default=dict, blank=True)
    checked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="items_checked"
    )
    checked_at = models.DateTimeField(null=True, blank=True)
    search = models.GeneratedField(
        expression=words_of("label", "A") + words_of("heading", "C") + words_of("text", "B"),
        output_field=SearchVectorField(),
        db_persist=True,
    )

    objects = ItemQuerySet.as_manager()

    class Meta:
        ordering = ["review", "kind", "position"]
        indexes = [
            GinIndex(fields=["search"], name="item_words", fastupdate=False),
            models.Index(fields=["review", "kind", "position"]),
            models.Index(fields=["kind", "state"]),
        ]
        constraints = [
            # The rows of the kinds refer to both columns, so that a finding's row cannot stand under an event.
            models.UniqueConstraint(fields=["id", "kind"], name="an_item_is_of_one_kind"),
            models.CheckConstraint(condition=~Q(text=""), name="an_item_says_something"),
            models.CheckConstraint(
                condition=Q(confidence__isnull=True) | Q(confidence__range=(0, 1)), name="confidence_is_a_share"
            ),
            models.CheckConstraint(condition=Q(page__isnull=True) | Q(page__gte=1), name="pages_count_from_one"),
            models.CheckConstraint(
                condition=Q(checked_by__isnull=True) | Q(checked_at__isnull=False), name="a_check_has_a_date"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name} of {self.review}"

    def get_absolute_url(self) -> str:
        """The item's address for good."""
        return reverse("item", args=[self.anchor])

    @property
    def permanent_address(self) -> str:
        """The same, whole, to stand outside this site."""
        return absolute(self.get_absolute_url())

    @property
    def citation(self) -> str:
        """How it is cited; its review, partnership and passages should be fetched with it."""
        return cite(self)

    @property
    def name(self) -> str:
        """What the item is called on a page: "Recommendation 4.2", "Finding"."""
        kind = self.get_kind_display()
        if not self.label:
            return kind
        says_what_it_is = any(word.isalpha() and len(word) > LONGEST_NUMERAL for word in self.label.split())
        return self.label if says_what_it_is else f"{kind} {self.label}"

    @property
    def full_name(self) -> str:
        """Its name, with the date of an event: "Event, 4 May 2021"."""
        return f"{self.name}, {self.event.printed_or_phrased}" if self.kind == ItemKind.EVENT else self.name

    @property
    def fragment(self) -> str:
        """The id of its element on the review's page."""
        return f"i-{self.anchor}"

    @property
    def place_in_review(self) -> str:
        """Its address within the review's pages."""
        return self.place_in(self.review)

    @property
    def source_address(self) -> str:
        """Where its words stand: the picture of its page, or its paragraph where there are no pictures."""
        if self.is_on_a_picture:
            page = reverse("source", args=[self.review.slug, self.document_id, self.page])
            return f"{page}?item={self.anchor}"
        passages = self.passages.all()
        return passages[0].place_in(self.review) if passages else self.place_in(self.review)

    def place_in(self, review: Review) -> str:
        """Return its address within the pages of `review`, the review that it belongs to."""
        if self.kind == ItemKind.PASSAGE:
            return f"{reverse('review_text', args=[review.slug])}?at={self.anchor}#{self.fragment}"
        if self.kind in OWN_PAGES:
            return f"{reverse(OWN_PAGES[self.kind], args=[review.slug])}#{self.fragment}"
        return f"{review.get_absolute_url()}#{self.fragment}"

    @property
    def is_on_a_picture(self) -> bool:
        """Whether the page that it stands on can be seen."""
        return bool(self.page) and self.document.shows_pages

    def boxes_on(self, page: int) -> list[list[float]]:
        """Return where its words stand on a page: [left, top, width, height] in points."""
        return [[left, top, right - left, bottom - top] for on, left, top, right, bottom in self.boxes if on == page]

    @property
    def paragraph(self) -> str:
        """The number, as printed, of the paragraph that it is or is drawn from; empty where none is printed.

        A clause of a list, "(a)", is part of a paragraph and no number of one.
        """
        if self.kind == ItemKind.PASSAGE:
            return self.label
        labels = (passage.label for passage in self.passages.all())
        return next((label for label in labels if any(letter.isdigit() for letter in label)), "")

    @property
    def is_rejected(self) -> bool:
        """Whether an editor said that it is not one."""
        return self.state == ItemState.REJECTED

    @property
    def is_superseded(self) -> bool:
        """Whether a later reading no longer found it."""
        return self.state == ItemState.SUPERSEDED

    @property
    def is_checked(self) -> bool:
        """Whether a person has confirmed it."""
        return self.checked_at is not None
