"""What administrators ask of every desk before a review is published."""

from django.db import models

ONLY_ROW = 1


class DeskRules(models.Model):
    """The rules of the desk; there is one row of them."""

    # How many of a review's recommendations may be unchecked when it is published.
    most_unchecked = models.PositiveIntegerField(default=10)
    # Whether somebody other than whoever proposed it must publish it.
    second_person_publishes = models.BooleanField(default=False)
    # How many days there are to answer somebody who asks for a review to be taken down.
    days_for_takedown = models.PositiveIntegerField(default=10)

    class Meta:
        verbose_name_plural = "desk rules"
        constraints = [models.CheckConstraint(condition=models.Q(pk=ONLY_ROW), name="the_desk_has_one_set_of_rules")]

    def __str__(self) -> str:
        return "the desk's rules"

    @classmethod
    def now(cls) -> "DeskRules":
        """Return the rules that hold; those of a new installation where nobody has set any."""
        return cls.objects.filter(pk=ONLY_ROW).first() or cls(pk=ONLY_ROW)
