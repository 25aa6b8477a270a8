"""The pictures: what each counts over the reviews that answer, what it is called, and what it says in a sentence."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.safestring import SafeString

from reviews.facets import LABELS, NOTHING_IS_CALLED, TITLES, Labels, label_of
from reviews.forms import NOT_STATED
from reviews.insight.counts import Counted, numbers_of
from reviews.insight.drawing import svg_of
from reviews.insight.narrowing import narrowed
from reviews.insight.shapes import Shape, bars, grid
from reviews.insight.specs import spec_of
from reviews.insight.suppression import Number
from reviews.models import Recommendation
from reviews.models.recommendation import ASKS
from reviews.search import SearchParameters

# The most values of a list of bars, and of a side of a grid.
MOST_BARS, MOST_SIDE = 15, 8
# The months from incident to publication, in half years and years; the last is open.
SPANS = {
    "0": ("Under 6 months", 6), "6": ("6 to 11 months", 12), "12": ("12 to 17 months", 18),
    "18": ("18 to 23 months", 24), "24": ("2 years", 36), "36": ("3 years", 48), "48": ("4 years or more", 10_000),
}  # fmt: skip
# The filters by which people are told apart: what is counted under one of them is counted of people.
PERSONAL = ("age",)
# The pictures by name, with what they are called.
PICTURES = {
    "themes": "Themes", "years": "Themes over the years", "together": "Themes that are named together",
    "agencies": "Recommendations by theme and agency", "asks": "Recommendations by addressee and kind",
    "ages": "Age at the time", "months": "From the incident to publication", "nations": "By nation",
    "regions": "By region",
}  # fmt: skip


@dataclass(frozen=True)
class Picture:
    """One picture with its name, its sentence and its table."""

    name: str
    title: str
    summary: str
    shape: Shape
    note: str = ""

    @property
    def svg(self) -> SafeString:
        """The drawing."""
        return svg_of(spec_of(self.shape), name=self.name, label=f"{self.title}. {self.summary}")


@dataclass(frozen=True)
class Numbers:
    """How many there are of each key, and how many there would be with one thing asked less."""

    here: Mapping[Any, Number]
    beside: Sequence[Mapping[Any, Number]] = ()


@dataclass(frozen=True)
class Material:
    """What pictures are made of: what was asked, the reviews that answer, and what coded values are called.

    `beside` are the reviews that would answer with one thing asked less.
    """

    asked: SearchParameters
    reviews: Sequence[Counted]
    labels: Labels
    beside: Sequence[Sequence[Counted]] = ()

    @property
    def is_personal(self) -> bool:
        """Whether everything here is of people of one characteristic, since the reviews were chosen by it."""
        return any(self.asked.used(name) for name in PERSONAL)

    def numbers(self, keys: Callable[[Counted], Iterable[Any]]) -> "Numbers":
        """Return how many reviews have each key, here and beside."""
        return Numbers(numbers_of(self.reviews, keys), [numbers_of(others, keys) for others in self.beside])

    @property
    def keys(self) -> list[int]:
        """The reviews' keys."""
        return [review.pk for review in self.reviews]

    def reviews_with(self, **values: tuple[str, ...] | str) -> str:
        """Return the address of the list of the reviews that also have these values; nothing where none can say so."""
        return _address("reviews", self.asked, **values)


def pictures_of(material: Material, names: Iterable[str]) -> list[Picture]:
    """Return those of the pictures with these names that have anything to show."""
    made = (MAKERS[name](material) for name in names)
    return [picture for picture in made if picture is not None]


def themes(material: Material) -> Picture | None:
    """How many reviews have each theme."""
    numbers = material.numbers(lambda review: review.values["theme"])
    labels = _most(numbers.here, material.labels["theme"], MOST_BARS)
    shape = _bars_of(material, "theme", numbers, labels)
    return _picture("themes", shape, "is named most often: in {count} of {all} reviews", material)


def themes_by_year(material: Material) -> Picture | None:
    """Themes over the years of publication."""
    pairs = material.numbers(lambda one: [(a, year) for a in one.values["theme"] for year in one.values["year"]])
    each = numbers_of(material.reviews, lambda review: review.values["theme"])
    rows = _most(each, material.labels["theme"], MOST_SIDE)
    years = sorted({year for _, year in pairs.here if year != NOT_STATED})[-12:]
    columns = {year: year for year in years}
    addresses = {(row, year): material.reviews_with(theme=row, year=year) for row in rows for year in years}
    shape = _grid_of(material, pairs, rows, columns, addresses, names=("Theme", "Year published"))
    note = "" if len(columns) < 12 else "The last twelve years with reviews."
    return _picture("years", shape, "is named most in one year: {column}, {count} reviews",
                    material, note=note)  # fmt: skip


def themes_together(material: Material) -> Picture | None:
    """Which themes are named in the same reviews."""
    each = numbers_of(material.reviews, lambda review: review.values["theme"])
    sides = _most(each, material.labels["theme"], MOST_SIDE)
    pairs = material.numbers(lambda one: [(a, b) for a in one.values["theme"] for b in one.values["theme"] if a != b])
    addresses = {(a, b): material.reviews_with(theme=(a, b)) for a in sides for b in sides if a != b}
    shape = _grid_of(material, pairs, sides, sides, addresses, names=("Theme", "Also named"))
    return _picture("together", shape, "and {column} are named together most often: "
                    "in {count} reviews", material)  # fmt: skip


def themes_by_agency(material: Material) -> Picture | None:
    """To whom the recommendations on each theme are addressed."""
    is_open = {review.pk: review.is_open for review in material.reviews}
    pairs: dict[tuple[str, str], Number] = {}
    for theme, agency, review, count in Recommendation.objects.shown_in(material.keys).by_theme_and_agency():
        pairs[theme, agency] = _more(pairs.get((theme, agency)), count, is_open=is_open[review])
    rows = _most(_sums(pairs, 0), material.labels["theme"], MOST_SIDE)
    columns = _most(_sums(pairs, 1), material.labels["addressee"], MOST_SIDE)
    asked = material.asked
    addresses = {
        (theme, agency): _items_address(asked, theme=theme, addressee=agency) for theme in rows for agency in columns
    }
    shape = _grid_of(material, Numbers(pairs), rows, columns, addresses, names=("Theme", "For whom"),
                     unit="Recommendations")  # fmt: skip
    return _picture("agencies", shape,
                    "is what most recommendations for one agency are on: {column}, {count}", material)  # fmt: skip


def recommendations(material: Material) -> Picture | None:
    """To whom recommendations are addressed and what they ask for."""
    is_open = {review.pk: review.is_open for review in material.reviews}
    pairs: dict[tuple[str, str], Number] = {}
    for agency, ask, review, count in Recommendation.objects.shown_in(material.keys).by_agency_and_ask():
        key = (agency or NOT_STATED, ask)
        pairs[key] = _more(pairs.get(key), count, is_open=is_open[review])
    names = {**material.labels["addressee"], NOT_STATED: NOTHING_IS_CALLED["addressee"]}
    rows = _most(_sums(pairs, 0), names, MOST_BARS)
    columns = {key: title for key, (title, _) in ASKS.items()}
    shape = _grid_of(material, Numbers(pairs), rows, columns, {}, names=("For whom", "What it asks for"),
                     unit="Recommendations")  # fmt: skip
    note = "What a recommendation asks for is told by its words, by machine. Nobody has checked it."
    return _picture("asks", shape,
                    "is asked most often for one kind of thing: {column}, {count} times", material,
                    note=note)  # fmt: skip


def ages(material: Material) -> Picture | None:
    """How old the people were whom reviews are about."""
    numbers = material.numbers(lambda review: review.values["age"])
    labels = {key: label_of("age", key, material.labels) for key in LABELS["age"] if key and key in numbers.here}
    labels |= {NOT_STATED: NOTHING_IS_CALLED["age"]} if NOT_STATED in numbers.here else {}
    shape = _bars_of(material, "age", numbers, labels, is_personal=True)
    note = "A review of several people counts once for each age."
    return _picture("ages", shape, "is the most frequent: {count} of {all} reviews", material,
                    note=note)  # fmt: skip


def months(material: Material) -> Picture | None:
    """How long it took from the incident to publication."""
    known = sum(review.months is not None for review in material.reviews)
    numbers = material.numbers(lambda review: [] if review.months is None else [_span(review.months)])
    labels = {key: label for key, (label, _) in SPANS.items()}
    shape = bars(numbers.here, labels, {}, unit="Reviews", name="Months", is_personal=material.is_personal,
                 beside=numbers.beside)  # fmt: skip
    note = (
        ""
        if material.is_personal
        else f"{known} of {len(material.reviews)} reviews give both dates closely enough to count."
    )
    return _picture("months", shape, "is the most frequent: {count} reviews",
                    material, note=note)  # fmt: skip


def nations(material: Material) -> Picture | None:
    """In which nation the reviews were made."""
    return _places(material, "nation")


def regions(material: Material) -> Picture | None:
    """In which region the reviews were made."""
    return _places(material, "region")


def _places(material: Material, name: str) -> Picture | None:
    numbers = material.numbers(lambda review: review.values[name])
    names = {**LABELS[name], NOT_STATED: NOTHING_IS_CALLED.get(name, "Not stated")}
    shape = _bars_of(material, name, numbers, _most(numbers.here, names, MOST_BARS))
    return _picture(f"{name}s", shape, "has the most: {count} of {all} reviews", material)


def _bars_of(
    material: Material, name: str, numbers: Numbers, labels: Mapping[str, str], *, is_personal: bool = False
) -> Shape:
    addresses = {key: material.reviews_with(**{name: key}) for key in labels}
    return bars(numbers.here, labels, addresses, unit="Reviews", name=TITLES[name],
                is_personal=is_personal or material.is_personal, beside=numbers.beside)  # fmt: skip


def _grid_of(
    material: Material,
    numbers: Numbers,
    rows: Mapping[Any, str],
    columns: Mapping[Any, str],
    addresses: Mapping[tuple[Any, Any], str],
    *,
    names: tuple[str, str],
    unit: str = "Reviews",
) -> Shape:
    return grid(numbers.here, rows, columns, addresses, unit=unit, names=names, is_personal=material.is_personal,
                beside=numbers.beside)  # fmt: skip


def _picture(name: str, shape: Shape, sentence: str, material: Material, *, note: str = "") -> Picture | None:
    """Return the picture with its sentence; None where it has no number."""
    if not any(cell.count for cell in shape.cells):
        return None
    top = shape.strongest
    told = "Every number is too small to be shown."
    if top is not None:
        told = f"{top.row} {sentence.format(count=f'{top.count:,}', column=top.column, all=len(material.reviews))}."
    return Picture(name, PICTURES[name], told, shape, note)


def _address(view: str, asked: SearchParameters, **values: tuple[str, ...] | str) -> str:
    search: SearchParameters | None = asked
    for name, given in values.items():
        if search is not None:
            search = narrowed(search, name, *((given,) if isinstance(given, str) else given))
    return f"{reverse(view)}?{search.query(show='findings')}" if search is not None else ""


def _items_address(asked: SearchParameters, *, theme: str, addressee: str) -> str:
    """Return the address of the recommendations on a theme for an agency; nothing where filters ask of the reviews."""
    if asked.used("theme") or asked.used("addressee"):
        return ""
    values = {**asked.values, "theme": (theme,), "addressee": (addressee,)}
    search = SearchParameters(words=asked.words, within="item", values=values, excluded=asked.excluded)
    return f"{reverse('search')}?{search.query(show='recommendations')}"


def _most(numbers: Mapping[Any, Number], labels: Mapping[str, str], most: int) -> dict[str, str]:
    """Return the most frequent of the values that have a name, with their names."""
    named = [key for key in numbers if key in labels and numbers[key].count]
    return {key: labels[key] for key in sorted(named, key=lambda key: (-numbers[key].count, labels[key]))[:most]}


def _sums(pairs: Mapping[tuple[str, str], Number], side: int) -> dict[str, Number]:
    sums: dict[str, Number] = {}
    for key, number in pairs.items():
        sums[key[side]] = Number(sums.get(key[side], Number()).count + number.count)
    return sums


def _more(number: Number | None, count: int, *, is_open: bool) -> Number:
    number = number or Number()
    return Number(number.count + count, number.from_open + (count if is_open else 0))


def _span(months: int) -> str:
    return next(key for key, (_, end) in SPANS.items() if months < end)


MAKERS: Mapping[str, Callable[[Material], Picture | None]] = {
    "themes": themes, "years": themes_by_year, "together": themes_together, "agencies": themes_by_agency,
    "asks": recommendations, "ages": ages, "months": months, "nations": nations, "regions": regions,
}  # fmt: skip
