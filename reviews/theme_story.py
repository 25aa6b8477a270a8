"""What a theme's page tells, or that of themes laid over each other; each number is that of the search it leads to."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import TYPE_CHECKING

from reviews.alike.typical import most_typical
from reviews.alike.words import bags_of
from reviews.facets import Labels, label_of, labels_for
from reviews.forms import NOT_STATED
from reviews.models import Item, Theme
from reviews.search import SearchParameters
from reviews.search.answer import Answer, answer
from reviews.search.ranking import ids_of

if TYPE_CHECKING:
    from reviews.models.review import Visitor

LISTED = 6
TYPICAL = 3
MOST_MEETINGS, MOST_ADDRESSEES = 10, 10
# The typical are looked for among so many of the latest: reading more texts would keep the reader waiting.
LOOKED_THROUGH = 600


@dataclass(frozen=True)
class Shelf:
    """Some items of one sort, how many there are, and the search that gives them all."""

    title: str
    name: str
    items: Sequence[Item]
    count: int
    query: str


@dataclass(frozen=True)
class Bar:
    """A number with a name, the search or page that it leads to, and how long its bar is, in hundredths."""

    name: str
    count: int
    address: str
    length: int


@dataclass(frozen=True)
class Year:
    """One year of publication: reviews with each theme alone, with all of them, and all that are here."""

    name: str
    each: tuple[int, ...]
    count: int
    of: int
    query: str
    length: int


@dataclass(frozen=True)
class Story:
    """What is told of one theme, or of several laid over each other."""

    themes: tuple[Theme, ...]
    review_count: int
    reviews_query: str
    years: tuple[Year, ...]
    meets: tuple[Bar, ...]
    addressees: tuple[Bar, ...]
    typical: tuple[Item, ...]
    shelves: tuple[Shelf, ...]

    @property
    def is_overlay(self) -> bool:
        """Whether several themes are laid over each other."""
        return len(self.themes) > 1


def story_of(themes: Sequence[Theme], user: "Visitor") -> Story:
    """Return what the reviews that `user` may see say on all of the themes at once."""
    keys = tuple(theme.key for theme in themes)
    match = "all" if len(keys) > 1 else "any"
    asked = SearchParameters(match=match, within="item", values={"theme": keys})
    found = answer(asked, user)
    labels = labels_for(found)
    reviews = replace(asked, show="reviews", within="review")
    shelved, typical = _shelved(found), _typical(found)
    # One question for the items of all shelves.
    every = {*typical, *chain.from_iterable(one.ids_by_date(0, LISTED) for _, _, one in shelved)}
    items = Item.objects.within(every).with_details().with_places().in_bulk()
    return Story(
        themes=tuple(themes),
        review_count=found.tally.count(reviews),
        reviews_query=reviews.query(),
        years=tuple(_years(found, reviews, keys)),
        meets=tuple(_meets(found, reviews, keys, labels)),
        addressees=tuple(_addressees(found, replace(asked, show="recommendations"), labels)),
        typical=tuple(items[pk] for pk in typical if pk in items),
        shelves=tuple(_shelf(*one, items) for one in shelved),
    )


def _shelved(found: Answer) -> list[tuple[str, str, Answer]]:
    """Return what stands on the shelves: the title and name of each, and the answer that it shows."""
    asked = found.asked
    good = replace(asked, values={**asked.values, "practice": ("good",)})
    return [
        ("What reviews found", "findings", replace(found, asked=asked)),
        ("What was recommended", "recommendations", replace(found, asked=replace(asked, show="recommendations"))),
        ("Good practice", "good-practice", replace(found, asked=good)),
    ]


def _shelf(title: str, name: str, found: Answer, items: Mapping[int, Item]) -> Shelf:
    shown = [items[pk] for pk in found.ids_by_date(0, LISTED) if pk in items]
    return Shelf(title, name, shown, found.count, found.asked.query())


def _typical(found: Answer) -> list[int]:
    """Return the findings whose words the others share most; none where the newest show all there are."""
    numbers = found.tally.answering_items(found.asked)
    if len(numbers) <= LISTED:
        return []
    ids = ids_of(found.tally.found, numbers[-LOOKED_THROUGH:])
    return list(most_typical(bags_of(ids), TYPICAL))


def _years(found: Answer, reviews: SearchParameters, keys: Sequence[str]) -> list[Year]:
    """Return the years of publication from the first to the last with any review here, then those not stated."""
    here = found.tally.of_values("year", SearchParameters(show="reviews"))
    each = [found.tally.of_values("year", replace(reviews, values={"theme": (key,)})) for key in keys]
    joint = found.tally.of_values("year", reviews)
    most = max(joint.values(), default=0)
    stated = sorted(int(year) for year in here if year != NOT_STATED)
    span = [str(year) for year in range(stated[0], stated[-1] + 1)] if stated else []
    return [
        Year(
            name="Not stated" if year == NOT_STATED else year,
            each=tuple(one.get(year, 0) for one in each),
            count=joint.get(year, 0),
            of=here.get(year, 0),
            query=reviews.with_value("year", year).query(),
            length=_length(joint.get(year, 0), most),
        )
        for year in [*reversed(span), *([NOT_STATED] if NOT_STATED in here else [])]
    ]


def _meets(found: Answer, reviews: SearchParameters, keys: Sequence[str], labels: Labels) -> list[Bar]:
    """Return the other themes of the reviews that have all of these, the most frequent first."""
    # With "any" a theme's number would be that of all reviews with it, whether or not these themes are in them.
    with_it = found.tally.of_values("theme", replace(reviews, match="all"))
    others = {key: number for key, number in with_it.items() if key not in keys and key != NOT_STATED}
    first, *more = keys
    ways = {key: f"/themes/{first}/?{'&'.join(f'with={one}' for one in (*more, key))}" for key in others}
    return _bars("theme", others, ways, labels)[:MOST_MEETINGS]


def _addressees(found: Answer, recommended: SearchParameters, labels: Labels) -> list[Bar]:
    """Return to whom the recommendations on the themes are made, the most frequent first."""
    numbers = found.tally.of_values("addressee", recommended)
    ways = {key: f"/search/?{recommended.with_value('addressee', key).query()}" for key in numbers}
    return _bars("addressee", numbers, ways, labels)[:MOST_ADDRESSEES]


def _bars(name: str, numbers: dict[str, int], ways: dict[str, str], labels: Labels) -> list[Bar]:
    most = max(numbers.values(), default=0)
    bars = [
        Bar(label_of(name, key, labels), number, ways[key], _length(number, most)) for key, number in numbers.items()
    ]
    return sorted(bars, key=lambda bar: (-bar.count, bar.name))


def _length(number: int, most: int) -> int:
    return round(100 * number / most) if most else 0
