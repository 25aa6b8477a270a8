"""Words of a review that may tell who somebody is, and what an editor decided of them."""

from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower

from reviews.models.review import Review

if TYPE_CHECKING:
    from reviews.models.review import Visitor

LONGEST = 300


class PrivateKind(models.TextChoices):
    """What the words are."""

    NAME = "name", "Name"
    BIRTH = "birth", "Date of birth"
    ADDRESS = "address", "Address"
    TELEPHONE = "telephone", "Telephone number"
    NHS_NUMBER = "nhs_number", "NHS number"
    EMAIL = "email", "E-mail address"
    OTHER = "other", "Other words"


class Decision(models.TextChoices):
    """What was decided."""

    OPEN = "open", "Not yet looked at"
    FINE = "fine", "Fine: readers may see it"
    HIDDEN = "hidden", "Hide it everywhere"


class PrivateWordsQuerySet(models.QuerySet["PrivateWords"]):
    """Questions about private words."""

    def open(self) -> "PrivateWordsQuerySet":
        """Those that nobody has looked at."""
        return self.filter(decision=Decision.OPEN)

    def hidden(self) -> "PrivateWordsQuerySet":
        """Those that no reader may see."""
        return self.filter(decision=Decision.HIDDEN)

    def open_first(self) -> "PrivateWordsQuerySet":
        """Those that nobody has looked at first, then those that are hidden; by kind and in letters' order."""
        rank = {Decision.OPEN: 0, Decision.HIDDEN: 1}
        whens = [models.When(decision=decision, then=models.Value(place)) for decision, place in rank.items()]
        order = models.Case(*whens, default=models.Value(len(rank)))
        return self.order_by(order, "kind", Lower("words")).select_related("decided_by")

    def editable_by(self, user: "Visitor") -> "PrivateWordsQuerySet":
        """Those of reviews that `user` may work on: nobody else may read them."""
        return self.filter(review__in=Review.objects.editable_by(user))


class PrivateWords(models.Model):
    """The same words stand for all their places in a review: they are fine everywhere or hidden everywhere."""

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="private_words")
    kind = models.CharField(max_length=10, choices=PrivateKind, default=PrivateKind.OTHER)
    words = models.CharField(max_length=LONGEST)
    decision = models.CharField(max_length=6, choices=Decision, default=Decision.OPEN)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="private_words_decided"
    )
    decided_at = models.DateTimeField(null=True, blank=True)

    objects = PrivateWordsQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "private words"
        constraints = [
            models.UniqueConstraint("review", Lower("words"), name="private_words_once_in_a_review"),
            models.CheckConstraint(condition=~Q(words=""), name="private_words_say_something"),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} in {self.review}"

    @property
    def is_open(self) -> bool:
        """Whether nobody has looked at them."""
        return self.decision == Decision.OPEN

    @property
    def is_hidden(self) -> bool:
        """Whether no reader may see them."""
        return self.decision == Decision.HIDDEN
