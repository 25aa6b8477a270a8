"""Questions that a trainer wrote and keeps for other packs."""

from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models

from reviews.models import Theme

if TYPE_CHECKING:
    from reviews.models.review import Visitor


class OwnQuestionQuerySet(models.QuerySet["OwnQuestion"]):
    """Questions about questions."""

    def visible_to(self, user: "Visitor") -> "OwnQuestionQuerySet":
        """A trainer's own: nobody else's."""
        return self.filter(owner=user) if user.is_authenticated else self.none()

    def about(self, key: str) -> "OwnQuestionQuerySet":
        """Those on a theme, by its key."""
        return self.filter(theme__key=key)


class OwnQuestion(models.Model):
    """One question of a trainer's own bank."""

    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="own_questions")
    theme = models.ForeignKey(Theme, null=True, blank=True, on_delete=models.SET_NULL, related_name="own_questions")
    text = models.TextField()
    made_at = models.DateTimeField(auto_now_add=True)

    objects = OwnQuestionQuerySet.as_manager()

    class Meta:
        ordering = ["-made_at"]
        constraints = [
            models.UniqueConstraint(fields=["owner", "text"], name="a_question_is_kept_once"),
            models.CheckConstraint(condition=~models.Q(text=""), name="a_question_asks_something"),
        ]

    def __str__(self) -> str:
        return self.text
