"""What is kept of which items are alike: reviews.alike.store writes it, for published reviews only."""

from typing import TYPE_CHECKING

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Count, Q
from django.urls import reverse

from reviews.models.item import ANCHOR_LENGTH, Item, new_anchor
from reviews.models.review import Review

if TYPE_CHECKING:
    from reviews.models.review import Visitor


class LikenessQuerySet(models.QuerySet["Likeness"]):
    """Questions about which items are alike."""

    def of(self, item: Item) -> "LikenessQuerySet":
        """Those of an item, the most alike first."""
        return self.filter(item=item).order_by("-score", "other")

    def about(self, review: Review) -> "LikenessQuerySet":
        """Those on either side of which an item of the review stands."""
        return self.filter(Q(item__review=review) | Q(other__review=review))

    def visible_to(self, user: "Visitor") -> "LikenessQuerySet":
        """Those whose other item `user` may find."""
        return self.filter(other__in=Item.objects.visible_to(user).published().current())


class Likeness(models.Model):
    """One item's likeness to another: how alike (0 to 1), and the telling words that both have."""

    item = models.ForeignKey(Item, on_delete=models.CASCADE, related_name="likenesses")
    other = models.ForeignKey(Item, on_delete=models.CASCADE, related_name="likenesses_to_it")
    score = models.FloatField()
    words = ArrayField(models.CharField(max_length=60), default=list, blank=True)

    objects = LikenessQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "likenesses"
        constraints = [
            models.UniqueConstraint(fields=["item", "other"], name="two_items_are_compared_once"),
            models.CheckConstraint(condition=~Q(item=models.F("other")), name="nothing_is_like_itself"),
        ]

    def __str__(self) -> str:
        return f"{self.item} is like {self.other}"


class RepeatedQuerySet(models.QuerySet["Repeated"]):
    """Questions about recommendations that are made again and again."""

    def met_by(self, user: "Visitor") -> "RepeatedQuerySet":
        """Those that `user` finds in two reviews at least, the most often made first, with `times` and `in_reviews`."""
        reviews = Review.objects.visible_to(user).published()
        seen = Q(items__review__in=reviews, items__state="current")
        counted = self.annotate(
            times=Count("items", filter=seen), in_reviews=Count("items__review", filter=seen, distinct=True)
        )
        return counted.filter(in_reviews__gte=2).order_by("-in_reviews", "-times", "pk")


class Repeated(models.Model):
    """Recommendations that say nearly the same, with an address that lasts while most of them stay together."""

    anchor = models.CharField(max_length=ANCHOR_LENGTH, unique=True, default=new_anchor, editable=False)
    items = models.ManyToManyField(Item, related_name="repeated")

    objects = RepeatedQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "repeated"

    def __str__(self) -> str:
        return f"recommendations {self.anchor}"

    def get_absolute_url(self) -> str:
        """The page of these recommendations."""
        return reverse("repeated", args=[self.anchor])


class LikenessRun(models.Model):
    """What there was when items were last compared; while it is so still, there is nothing to compare anew."""

    of = models.CharField(max_length=200)
    made_at = models.DateTimeField(auto_now=True)

    def __str__(self) -> str:
        return self.of
