"""Who did what and when. The database lets nobody change or delete a row of it (docs/decisions/0006)."""

from datetime import datetime
from typing import TYPE_CHECKING

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import Q

from reviews.models.review import Review

if TYPE_CHECKING:
    from people.models import User
    from reviews.models.review import Visitor


class Act(models.TextChoices):
    """What can be done; the label completes "Alice ..."."""

    FILE_RECEIVED = "file_received", "uploaded a file"
    FILE_REFUSED = "file_refused", "uploaded a file that was refused"
    FILE_READ = "file_read", "had a file read"
    FILE_FAILED = "file_failed", "had a file that could not be read"
    FILE_PLACED = "file_placed", "said what a file is"
    FILE_LEFT_OUT = "file_left_out", "left a file out"
    EDITION = "edition", "put a new edition in place"
    FILE_TRIED_AGAIN = "file_tried_again", "had a file read again"
    PROPOSED = "proposed", "proposed a review for publishing"
    PUBLISHED = "published", "published a review"
    UNPUBLISHED = "unpublished", "made a review a draft again"
    WITHDRAWN = "withdrawn", "withdrew a review"
    DISCARDED = "discarded", "discarded a draft"
    SAID = "said", "corrected a value"
    TOOK_BACK = "took_back", "took a correction back"
    CHECKED = "checked", "checked items"
    UNCHECKED = "unchecked", "said that an item is not checked after all"
    ITEM_ADDED = "item_added", "added an item"
    ITEM_REJECTED = "item_rejected", "rejected an item"
    ITEM_RESTORED = "item_restored", "put an item back"
    ITEM_SPLIT = "item_split", "split an item"
    ITEMS_JOINED = "items_joined", "joined two items"
    ITEM_MOVED = "item_moved", "moved an item"
    KIND_CHANGED = "kind_changed", "changed the kind of an item"
    THEMES_DECIDED = "themes_decided", "decided on themes"
    READ_AGAIN = "read_again", "read a review again"
    CODEBOOK = "codebook", "changed the codebook"
    STANDING = "standing", "said where a review stands"
    HID = "hid", "hid words"
    SHOWED_AGAIN = "showed_again", "showed hidden words again"
    FOUND_FINE = "found_fine", "marked words as fine"
    REPORT_MADE = "report_made", "reported a problem"
    REPORT_ANSWERED = "report_answered", "answered a report"
    RULES = "rules", "changed the desk's rules"
    INVITED = "invited", "invited a person"
    PERSON_CHANGED = "person_changed", "changed a person's role or partnerships"
    DEACTIVATED = "deactivated", "closed an account"
    REACTIVATED = "reactivated", "opened an account again"
    SECOND_STEP_RESET = "second_step_reset", "reset a person's second step"
    SECOND_STEP_ADDED = "second_step_added", "added a second step to their account"
    SECOND_STEP_REMOVED = "second_step_removed", "removed a second step from their account"
    SYNONYMS_CHANGED = "synonyms_changed", "changed the other names that a search finds"
    SIGNED_IN = "signed_in", "signed in"


class HistoryQuerySet(models.QuerySet["HistoryEntry"]):
    """Questions about what was done."""

    def visible_to(self, user: "Visitor") -> "HistoryQuerySet":
        """What `user` may read: their own acts and those at their partnerships' desks, or all for administrators."""
        if not user.is_authenticated or not user.works_at_the_desk:
            return self.none()
        if user.is_administrator:
            return self
        return self.filter(Q(person=user) | Q(partnership__in=user.partnerships.all()))

    def by(self, person: "User") -> "HistoryQuerySet":
        """What one person did."""
        return self.filter(person=person)

    def of_review(self, review: Review) -> "HistoryQuerySet":
        """What was done with one review."""
        return self.filter(review=review)

    def of_item(self, anchor: str) -> "HistoryQuerySet":
        """What was done with one item."""
        return self.filter(details__item=anchor)

    def of_facts(self, review: Review) -> "HistoryQuerySet":
        """What was said of the facts of one review."""
        return self.of_review(review).filter(details__has_key="fields", details__item__isnull=True)

    def of_act(self, act: str) -> "HistoryQuerySet":
        """Acts of one kind."""
        return self.filter(act=act)

    def between(self, since: datetime | None, until: datetime | None) -> "HistoryQuerySet":
        """What was done from `since` on and before `until`, either of which may be open."""
        after = self.filter(at__gte=since) if since else self
        return after.filter(at__lt=until) if until else after

    def with_words(self, words: str) -> "HistoryQuerySet":
        """What was done to something whose name holds these words."""
        return self.filter(Q(about__icontains=words) | Q(review_name__icontains=words))

    def newest_first(self) -> "HistoryQuerySet":
        """The last act first."""
        return self.order_by("-at", "-pk")


class HistoryEntry(models.Model):
    """One act. Names are kept as they were then; what it refers to may be gone, so no reference is enforced."""

    at = models.DateTimeField(auto_now_add=True, db_index=True)
    # One of Act; without choices here, so that a new kind of act needs no migration.
    act = models.CharField(max_length=30)
    # None where a machine or the command line did it.
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.DO_NOTHING, db_constraint=False, related_name="+"
    )
    person_name = models.CharField(max_length=150, blank=True)
    review = models.ForeignKey(
        Review, null=True, on_delete=models.DO_NOTHING, db_constraint=False, related_name="history"
    )
    review_name = models.CharField(max_length=250, blank=True)
    # The partnership at whose desk it was done.
    partnership = models.ForeignKey(
        "reviews.Partnership", null=True, on_delete=models.DO_NOTHING, db_constraint=False, related_name="+"
    )
    # What else it was done to: a file, a person, an item.
    about = models.CharField(max_length=300, blank=True)
    details = models.JSONField(default=dict, blank=True, encoder=DjangoJSONEncoder)

    objects = HistoryQuerySet.as_manager()

    class Meta:
        ordering = ["-at", "-pk"]
        verbose_name_plural = "history entries"

    def __str__(self) -> str:
        return f"{self.who} {self.deed}"

    @property
    def deed(self) -> str:
        """What was done, in words that follow a name; an act that this version no longer knows, as it is stored."""
        return Act(self.act).label if self.act in Act.values else self.act

    @property
    def who(self) -> str:
        """The person's name as it was then."""
        return self.person_name or "Crossread"
