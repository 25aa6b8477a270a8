"""What is here: how many reviews and items, of which years, so that absence is not read as evidence."""

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Max, Min

from reviews.facets import TITLES, FacetValue, Labels, facet, label_of, labels_for
from reviews.models import Item, ItemKind, Review
from reviews.search.answer import Answer, every_review

if TYPE_CHECKING:
    from reviews.models.review import Visitor


UNDATED = "Not stated"


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


@dataclass(frozen=True)
class Grid:
    """The numbers of reviews by kind and year of publication, from the last year here to the first."""

    years: tuple[str, ...]
    rows: tuple[tuple[str, tuple[int, ...]], ...]

    @property
    def years_without(self) -> list[str]:
        """The years between the first and the last of which no review is here."""
        totals = [sum(numbers[place] for _, numbers in self.rows) for place in range(len(self.years))]
        return [year for year, total in zip(self.years, totals, strict=True) if not total and year != UNDATED]


@dataclass(frozen=True)
class Spread:
    """How what is here is spread: by one fact, and by kind and year at once."""

    breakdowns: tuple[Breakdown, ...]
    grid: Grid


def spread(user: "Visitor") -> Spread:
    """Return the numbers of reviews by kind, year, area, region and nation; "not stated" is one of the values."""
    everything = every_review(user)
    labels = labels_for(everything)
    named = ("kind", "year", "area", "region", "nation")
    return Spread(
        tuple(Breakdown(name, TITLES[name], facet(name, everything, labels).values) for name in named),
        grid_of(everything, labels),
    )


def grid_of(everything: Answer, labels: Labels) -> Grid:
    """Return kinds by years."""
    facts = everything.tally.facts
    pairs = list(zip(facts.column("kind"), facts.column("published_latest__year"), strict=True))
    stated = [year for _, year in pairs if year]
    span: list[int | None] = list(range(max(stated), min(stated) - 1, -1)) if stated else []
    years = [*span, *([None] if len(stated) < len(pairs) else [])]
    often = Counter(pairs)
    kinds = sorted({kind for kind, _ in pairs}, key=lambda kind: label_of("kind", kind, labels))
    return Grid(
        tuple(str(year or UNDATED) for year in years),
        tuple((label_of("kind", kind, labels), tuple(often[kind, year] for year in years)) for kind in kinds),
    )
