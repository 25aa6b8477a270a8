"""What is here: how many reviews and items, of which years, so that absence is not read as evidence."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Max, Min

from reviews.facets import TITLES, FacetValue, facet, labels_for
from reviews.models import Item, ItemKind, Review
from reviews.search.answer import every_review

if TYPE_CHECKING:
    from reviews.models.review import Visitor


@dataclass(frozen=True)
class Coverage:
    """Numbers of what one visitor can see. Years are of publication; None where no review says its own."""

    reviews: int
    findings: int
    recommendations: int
    events: int
    first_year: int | None
    last_year: int | None

    @property
    def years(self) -> str:
        """The years: "2009 to 2026", "2021", or nothing."""
        if self.first_year is None or self.first_year == self.last_year:
            return str(self.first_year or "")
        return f"{self.first_year} to {self.last_year}"


@dataclass(frozen=True)
class Breakdown:
    """The numbers of reviews by one of their facts."""

    name: str
    title: str
    values: tuple[FacetValue, ...]


def coverage_of(user: "Visitor") -> Coverage:
    """Return how much `user` can see, in two queries."""
    reviews = Review.objects.visible_to(user).published()
    years = reviews.aggregate(first=Min("published_latest__year"), last=Max("published_latest__year"))
    items = Item.objects.visible_to(user).published().current().counts_by_kind()
    return Coverage(
        reviews=reviews.count(),
        findings=items.get(ItemKind.FINDING, 0),
        recommendations=items.get(ItemKind.RECOMMENDATION, 0),
        events=items.get(ItemKind.EVENT, 0),
        first_year=years["first"],
        last_year=years["last"],
    )


def breakdowns(user: "Visitor") -> list[Breakdown]:
    """Return the numbers of reviews by kind, year, area and nation; "not stated" is one of the values."""
    everything = every_review(user)
    labels = labels_for(everything)
    return [
        Breakdown(name, TITLES[name], facet(name, everything, labels).values)
        for name in ("kind", "year", "area", "nation")
    ]
