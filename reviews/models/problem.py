"""What readers report: a problem with an item or a review, or that somebody asks for a review to be taken down."""

import secrets
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone

from reviews.models.item import Item
from reviews.models.review import Review

if TYPE_CHECKING:
    from reviews.models.review import Visitor


def new_token() -> str:
    """Return an address that nobody guesses."""
    return secrets.token_urlsafe(24)


class ProblemKind(models.TextChoices):
    """What is reported."""

    WRONG = "wrong", "Something here is not as the review says it"
    PRIVATE = "private", "It tells who somebody is"
    TAKE_DOWN = "take_down", "I ask for this review to be taken down"
    OTHER = "other", "Something else"


# A family or a partnership that asks for these has a day by which it is answered.
WITH_DEADLINE = (ProblemKind.PRIVATE, ProblemKind.TAKE_DOWN)


class ProblemQuerySet(models.QuerySet["Problem"]):
    """Questions about what was reported."""

    def editable_by(self, user: "Visitor") -> "ProblemQuerySet":
        """Those about reviews that `user` may work on."""
        return self.filter(review__in=Review.objects.editable_by(user)).select_related("review", "item__event")

    def open(self) -> "ProblemQuerySet":
        """Those that are not answered."""
        return self.filter(answered_at__isnull=True)

    def answered(self) -> "ProblemQuerySet":
        """Those that are answered, the last one first."""
        return self.filter(answered_at__isnull=False).order_by("-answered_at")

    def overdue(self) -> "ProblemQuerySet":
        """Those that should have been answered before today."""
        return self.open().filter(due_on__lt=timezone.localdate())

    def take_downs(self) -> "ProblemQuerySet":
        """Those that ask for a review to be taken down."""
        return self.filter(kind=ProblemKind.TAKE_DOWN)

    def most_urgent_first(self) -> "ProblemQuerySet":
        """By the day on which they are due, then as they came."""
        return self.order_by(F("due_on").asc(nulls_last=True), "made_at")


class Problem(models.Model):
    """One report, and its answer. Whoever made it reads the answer at its own address."""

    token = models.CharField(max_length=40, unique=True, default=new_token, editable=False)
    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="problems")
    item = models.ForeignKey(Item, null=True, blank=True, on_delete=models.SET_NULL, related_name="problems")
    kind = models.CharField(max_length=9, choices=ProblemKind, default=ProblemKind.WRONG)
    words = models.TextField()
    name = models.CharField(max_length=150, blank=True)
    email = models.EmailField(blank=True)
    # The person of the site who made it, or who wrote down what came by letter or telephone.
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="problems_reported"
    )
    made_at = models.DateTimeField(auto_now_add=True)
    due_on = models.DateField(null=True, blank=True)
    answer = models.TextField(blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="problems_answered"
    )
    answered_at = models.DateTimeField(null=True, blank=True)

    objects = ProblemQuerySet.as_manager()

    class Meta:
        ordering = ["-made_at", "-pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(words=""), name="a_problem_says_something"),
            models.CheckConstraint(
                condition=Q(answered_at__isnull=True) | ~Q(answer=""), name="an_answered_problem_has_an_answer"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.review}"

    def get_absolute_url(self) -> str:
        """Where whoever made it reads the answer."""
        return reverse("problem", args=[self.token])

    @property
    def is_open(self) -> bool:
        """Whether it is not answered."""
        return self.answered_at is None

    @property
    def is_overdue(self) -> bool:
        """Whether it should have been answered before today."""
        return self.is_open and self.due_on is not None and self.due_on < timezone.localdate()

    @property
    def has_deadline(self) -> bool:
        """Whether it must be answered by a certain day."""
        return self.kind in WITH_DEADLINE
