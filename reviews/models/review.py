"""A review: what its cover and introduction say, where it stands, and who may see it."""

from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any, TypeAlias

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.db.models import Exists, F, OuterRef, Q, Subquery, Sum
from django.db.models.expressions import RawSQL
from django.db.models.functions import Coalesce, Length
from django.urls import reverse

from reviews.addresses import absolute
from reviews.citations import work_of
from reviews.models.places import Nation
from reviews.models.review_choices import Outcome, ReviewKind, ReviewState, Visibility
from reviews.models.review_dates import DatesOfReview
from reviews.models.review_rights import open_to, readable_by, workable_by
from reviews.models.row_versions import row_versions_of_review
from reviews.models.standing import Standing
from reviews.partial_dates import PartialDate
from reviews.search_language import words_of

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from people.models import User

    Visitor: TypeAlias = User | AnonymousUser


class ReviewQuerySet(models.QuerySet["Review"]):
    """Questions about reviews; they compose."""

    def visible_to(self, user: "Visitor") -> "ReviewQuerySet":
        """Those whose content `user` may see: every list, count, search, export and file asks this."""
        if not user.is_authenticated:
            return self._open_to_everyone() if settings.PUBLIC_BROWSING else self.none()
        if user.is_administrator:
            return self
        return self.filter(readable_by(user) | workable_by(user))

    def editable_by(self, user: "Visitor") -> "ReviewQuerySet":
        """Those that `user` may correct, publish and withdraw."""
        if not user.is_authenticated or not user.works_at_the_desk:
            return self.none()
        return self if user.is_administrator else self.filter(workable_by(user))

    def published(self) -> "ReviewQuerySet":
        """Those that readers may find, each reader within what is visible to them."""
        return self.filter(state=ReviewState.PUBLISHED)

    def drafts(self) -> "ReviewQuerySet":
        """Those that wait for an editor."""
        return self.filter(state=ReviewState.DRAFT)

    def withdrawn(self) -> "ReviewQuerySet":
        """Those whose address is a tombstone."""
        return self.filter(state=ReviewState.WITHDRAWN)

    def kept_until_before(self, day: date) -> "ReviewQuerySet":
        """Those whose last day here was before `day`."""
        return self.filter(keep_until__lt=day)

    def standing(self) -> "ReviewQuerySet":
        """Those that have not been withdrawn."""
        return self.exclude(state=ReviewState.WITHDRAWN)

    def remembered_by(self, user: "Visitor") -> "ReviewQuerySet":
        """The withdrawn ones whose tombstone `user` may read: those that were published, and open to them."""
        once_public = self.withdrawn().filter(made_public_at__isnull=False)
        if not user.is_authenticated:
            return once_public.filter(visibility=Visibility.EVERYONE) if settings.PUBLIC_BROWSING else self.none()
        return once_public if user.is_administrator else once_public.filter(open_to(user) | workable_by(user))

    def with_name(self, words: str) -> "ReviewQuerySet":
        """Those whose name holds these words."""
        return self.filter(display_name__icontains=words)

    def named_like(self, words: str) -> "ReviewQuerySet":
        """Those whose name or title holds these words; all where there are none."""
        return self.filter(Q(display_name__icontains=words) | Q(title__icontains=words)) if words else self

    def newest_first(self) -> "ReviewQuerySet":
        """By the date of publication, those without one last."""
        return self.order_by(F("published_latest").desc(nulls_last=True), "display_name")

    def not_for_one_partnership(self) -> "ReviewQuerySet":
        """Those that everybody with an account may see."""
        return self.exclude(visibility=Visibility.PARTNERSHIP)

    def came_after(self, moment: datetime) -> "ReviewQuerySet":
        """Those that readers could not find before `moment`."""
        return self.filter(made_public_at__gt=moment)

    def latest_first(self) -> "ReviewQuerySet":
        """Those that readers could find last first, each with that moment as `came_at`."""
        last = F("made_public_at").desc(nulls_last=True)
        return self.annotate(came_at=F("made_public_at")).order_by(last, "display_name", "pk")

    def for_lists(self) -> "ReviewQuerySet":
        """With what a card in a list shows, in a fixed number of queries."""
        from reviews.models.tagging import shown_taggings

        return self.select_related("partnership").prefetch_related(shown_taggings())

    def dates_by_key(self, keys: Iterable[int]) -> dict[int, DatesOfReview]:
        """Return who may see each of these and when it happened and was published, by their keys."""
        columns = ("visibility", "incident_earliest", "incident_latest", "published_earliest", "published_latest")
        rows = self.filter(pk__in=list(keys)).order_by().values_list("pk", *columns)
        return {pk: DatesOfReview(seen, (first, last), (from_, until)) for pk, seen, first, last, from_, until in rows}

    def with_length(self) -> "ReviewQuerySet":
        """With `letters`: how many letters its items have, by which its page is one or several."""
        from reviews.models.item import Item

        items = Item.objects.current().filter(review=OuterRef("pk"))
        summed = items.order_by().values("review").annotate(letters=Sum(Length("text"))).values("letters")
        letters: dict[str, Any] = {"letters": Coalesce(Subquery(summed), 0)}
        return self.annotate(**letters)

    def with_row_versions(self) -> "ReviewQuerySet":
        """With `row_versions`: a number that is another as soon as anything that its pages show has changed."""
        versions: dict[str, Any] = {"row_versions": row_versions_of_review()}
        return self.annotate(**versions)

    def with_agency_names(self) -> "ReviewQuerySet":
        """With `agency_names`: what every agency is called by its key, for the lanes of a timeline."""
        names = RawSQL("(SELECT jsonb_object_agg(key, name) FROM reviews_agency)", (), models.JSONField())
        named: dict[str, Any] = {"agency_names": names}
        return self.annotate(**named)

    def with_rights_of(self, user: "Visitor") -> "ReviewQuerySet":
        """With `may_edit`: whether `user` may correct it."""
        rights: dict[str, Any] = {"may_edit": Exists(Review.objects.editable_by(user).filter(pk=OuterRef("pk")))}
        return self.annotate(**rights)

    def _open_to_everyone(self) -> "ReviewQuerySet":
        return self.filter(state=ReviewState.PUBLISHED, visibility=Visibility.EVERYONE)


class Review(Standing):
    """One review, whatever number of documents it was published in."""

    slug = models.SlugField(unique=True, max_length=140)
    title = models.CharField(max_length=500)
    display_name = models.CharField(max_length=250)
    kind = models.CharField(max_length=20, choices=ReviewKind)
    nation = models.CharField(max_length=20, choices=Nation, blank=True)
    subject = models.CharField(max_length=120, blank=True)
    partnership = models.ForeignKey(
        "reviews.Partnership", null=True, blank=True, on_delete=models.PROTECT, related_name="reviews"
    )
    partnership_as_printed = models.CharField(max_length=250, blank=True)
    area = models.CharField(max_length=120, blank=True)
    authors = ArrayField(models.CharField(max_length=150), default=list, blank=True)
    outcome = models.CharField(max_length=20, choices=Outcome, blank=True)
    agencies = models.ManyToManyField("reviews.Agency", blank=True, related_name="reviews")

    # Each date in EDTF, and the first and last day that it may mean, to sort and filter by.
    published = models.CharField(max_length=40, blank=True)
    published_earliest = models.DateField(null=True, blank=True)
    published_latest = models.DateField(null=True, blank=True)
    period = models.CharField(max_length=40, blank=True)
    period_earliest = models.DateField(null=True, blank=True)
    period_latest = models.DateField(null=True, blank=True)
    incident = models.CharField(max_length=40, blank=True)
    incident_earliest = models.DateField(null=True, blank=True)
    incident_latest = models.DateField(null=True, blank=True)

    state = models.CharField(max_length=10, choices=ReviewState, default=ReviewState.DRAFT)
    visibility = models.CharField(max_length=12, choices=Visibility, default=Visibility.EVERYONE)
    # The partnership at whose desk the review is worked on; it need not be the one that published it.
    held_by = models.ForeignKey(
        "reviews.Partnership", null=True, blank=True, on_delete=models.PROTECT, related_name="held_reviews"
    )

    # What a person wrote for the parts of the abstract, by the names of `reviews.abstract.PARTS`; a part that nobody
    # wrote is built from the record.
    abstract = models.JSONField(default=dict, blank=True)
    # Where the machine read a fact: {"published": {"words": "May 2021", "page": 1, "item": "<anchor of the passage>"}}.
    evidence = models.JSONField(default=dict, blank=True)

    # What stood in the columns out of which hidden words were taken (reviews.privacy.hiding), for editors only.
    plain = models.JSONField(default=dict, blank=True)
    # The names of the fields whose shown value a person gave; the others were found by machine.
    fields_by_people = ArrayField(models.CharField(max_length=30), default=list, blank=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="reviews_created"
    )
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    # Given by `with_length`, `with_rights_of`, `with_agency_names` and `with_row_versions`.
    letters: int
    may_edit: bool
    agency_names: dict[str, str] | None
    row_versions: Decimal

    # The words of a review that stand in no item of it.
    name_words = models.GeneratedField(
        expression=words_of("display_name", "A") + words_of("title", "A") + words_of("partnership_as_printed", "B")
        + words_of("area", "B") + words_of("subject", "A"),
        output_field=SearchVectorField(),
        db_persist=True,
    )  # fmt: skip

    objects = ReviewQuerySet.as_manager()

    class Meta:
        ordering = ["display_name"]
        indexes = [
            models.Index(fields=["state", "visibility"]),
            models.Index(F("published_latest").desc(nulls_last=True), name="reviews_newest_first"),
        ]
        constraints = [
            models.CheckConstraint(condition=~Q(title="") & ~Q(display_name=""), name="a_review_has_a_name"),
            models.CheckConstraint(
                condition=Q(published_earliest__isnull=True) | Q(published_latest__gte=F("published_earliest")),
                name="published_in_order",
            ),
            models.CheckConstraint(
                condition=Q(period_earliest__isnull=True)
                | Q(period_latest__isnull=True)
                | Q(period_latest__gte=F("period_earliest")),
                name="period_in_order",
            ),
            models.CheckConstraint(
                condition=Q(incident_earliest__isnull=True)
                | Q(incident_latest__isnull=True)
                | Q(incident_latest__gte=F("incident_earliest")),
                name="incident_in_order",
            ),
            models.CheckConstraint(
                condition=~Q(state=ReviewState.WITHDRAWN) | (Q(withdrawn_at__isnull=False) & ~Q(withdrawn_reason="")),
                name="a_withdrawn_review_says_when_and_why",
            ),
            models.CheckConstraint(
                condition=~Q(visibility=Visibility.PARTNERSHIP) | Q(held_by__isnull=False),
                name="a_review_for_one_partnership_is_held_by_it",
            ),
        ]

    def __str__(self) -> str:
        return self.display_name

    def get_absolute_url(self) -> str:
        """The review's own page."""
        return reverse("review", args=[self.slug])

    @property
    def permanent_address(self) -> str:
        """The same, whole, to stand outside this site."""
        return absolute(self.get_absolute_url())

    @property
    def citation(self) -> str:
        """How it is cited as a whole; its partnership should be fetched with it."""
        return work_of(self).reference

    @property
    def is_made_up(self) -> bool:
        """Whether no real person is in it; its partnership should be fetched with it."""
        return self.partnership is not None and self.partnership.is_fictional

    @property
    def is_published(self) -> bool:
        """Whether readers may find it, within its visibility."""
        return self.state == ReviewState.PUBLISHED

    @property
    def kind_name(self) -> str:
        """The kind spelt out, with its short form."""
        return ReviewKind(self.kind).label

    @property
    def published_date(self) -> PartialDate | None:
        """When it was published, as far as it is stated."""
        return PartialDate(self.published) if self.published else None

    @property
    def period_dates(self) -> PartialDate | None:
        """The time that it looks at, where it says so."""
        return PartialDate(self.period) if self.period else None

    @property
    def incident_date(self) -> PartialDate | None:
        """When the death or serious incident was, where it says so."""
        return PartialDate(self.incident) if self.incident else None

    @property
    def themes_are_checked(self) -> bool:
        """Whether a person has confirmed every theme that is shown of it."""
        return not any(tagging.is_suggested for tagging in self.taggings.all())
