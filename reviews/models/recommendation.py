"""Recommendations: what a review asks somebody to do."""

from collections.abc import Iterable

from django.db import models
from django.db.models import Case, Q, Value, When

from reviews.models.agency import Agency
from reviews.models.item import Item
from reviews.models.item_choices import ItemState
from reviews.models.tagging import SHOWN_STATES

# What recommendations ask for: a word of each sort says so, the first that is found in this order.
ASKS = {
    "training": ("Training and learning", r"\m(train|workshop|learning event|briefing|induction|awareness)"),
    "audit": ("Checking and assurance", r"\m(audit|assur|monitor|evaluat|dip.?sampl|quality assurance|scrutin)"),
    "guidance": ("Policy and guidance", r"\m(polic|procedure|protocol|guidance|pathway|template|toolkit|framework)"),
    "resources": ("Services and resources", r"\m(commission|resourc|fund|capacity|staffing|recruit|caseload)"),
    "practice": ("Practice", ""),
}


class RecommendationQuerySet(models.QuerySet["Recommendation"]):
    """Questions about recommendations."""

    def shown_in(self, reviews: Iterable[int]) -> "RecommendationQuerySet":
        """Those that are shown of these reviews."""
        return self.filter(item__review__in=list(reviews), item__state=ItemState.CURRENT)

    def by_agency_and_ask(self) -> list[tuple[str | None, str, int, int]]:
        """Return agency, what is asked for, review, and how many recommendations there are of these."""
        cases = [When(item__text__iregex=words, then=Value(key)) for key, (_, words) in ASKS.items() if words]
        asked = self.annotate(ask=Case(*cases, default=Value("practice")))
        rows = asked.values_list("agency__key", "ask", "item__review").order_by()
        return list(rows.annotate(number=models.Count("pk")))

    def by_theme_and_agency(self) -> list[tuple[str, str, int, int]]:
        """Return theme, agency, review, and how many recommendations there are of these."""
        shown = Q(item__taggings__state__in=SHOWN_STATES)
        rows = self.filter(shown, agency__isnull=False).order_by()
        pairs = rows.values_list("item__taggings__theme__key", "agency__key", "item__review")
        return list(pairs.annotate(number=models.Count("pk")))


class Recommendation(models.Model):
    """What a recommendation has beside its item."""

    item = models.OneToOneField(Item, primary_key=True, on_delete=models.CASCADE, related_name="recommendation")
    # Who must act, in the review's words, and the agency that they mean where it is known.
    addressee = models.CharField(max_length=400, blank=True)
    agency = models.ForeignKey(Agency, null=True, blank=True, on_delete=models.SET_NULL, related_name="recommendations")
    # The agency or heading that it stands under.
    group = models.CharField(max_length=300, blank=True)

    objects = RecommendationQuerySet.as_manager()

    def __str__(self) -> str:
        return str(self.item)
