"""The columns of a list that is taken away: what each says of a row, in words that people read."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.formats import date_format

from reviews.models import Item, Review
from reviews.partial_dates import PartialDate

Cell = str | int | None


@dataclass(frozen=True)
class Column:
    """One column: its name in addresses, its heading, what it says of a row, and whether it is there unasked."""

    name: str
    title: str
    value: Callable[[Any], Cell]
    is_usual: bool = True
    is_address: bool = False


def _phrase(date: PartialDate | None) -> str:
    return date.phrase if date else ""


def _year(review: Review) -> int | None:
    return review.published_latest.year if review.published_latest else None


def _partnership(review: Review) -> str:
    return review.partnership.name if review.partnership else review.partnership_as_printed


def _themes(row: Item | Review) -> str:
    """Return the themes with what the words speak of: "Neglect (gap); Thresholds"."""
    said = {"gap": " (gap)", "good_practice": " (good practice)"}
    return "; ".join(f"{one.theme.label}{said.get(one.valence, '')}" for one in row.taggings.all())


def _checked(item: Item) -> str:
    if item.checked_at is None:
        return "Found by machine, not yet checked"
    return f"Checked by an editor on {date_format(item.checked_at, 'j F Y')}"


OF_REVIEWS: tuple[Column, ...] = (
    Column("review", "Review", lambda one: one.display_name),
    Column("title", "Title as printed", lambda one: one.title),
    Column("review-kind", "Kind of review", lambda one: one.kind_name),
    Column("partnership", "Partnership", _partnership),
    Column("area", "Area", lambda one: one.area),
    Column("nation", "Nation", lambda one: one.get_nation_display(), is_usual=False),
    Column("published", "Published", lambda one: _phrase(one.published_date)),
    Column("year", "Year published", _year, is_usual=False),
    Column("period", "Period under review", lambda one: _phrase(one.period_dates), is_usual=False),
    Column("incident", "Date of the incident", lambda one: _phrase(one.incident_date), is_usual=False),
    Column("outcome", "What happened", lambda one: one.get_outcome_display(), is_usual=False),
    Column("authors", "Authors", lambda one: "; ".join(one.authors), is_usual=False),
    Column("themes", "Themes", _themes),
    Column("citation", "Citation", lambda one: one.citation),
    Column("link", "Link", lambda one: one.permanent_address, is_address=True),
)
BEGIN_OF_ITEMS: tuple[Column, ...] = (
    Column("review", "Review", lambda one: one.review.display_name),
    Column("review-kind", "Kind of review", lambda one: one.review.kind_name, is_usual=False),
    Column("partnership", "Partnership", lambda one: _partnership(one.review)),
    Column("area", "Area", lambda one: one.review.area),
    Column("published", "Published", lambda one: _phrase(one.review.published_date)),
    Column("year", "Year published", lambda one: _year(one.review), is_usual=False),
    Column("name", "What it is", lambda one: one.name),
)
END_OF_ITEMS: tuple[Column, ...] = (
    Column("heading", "Heading that it stands under", lambda one: one.heading, is_usual=False),
    Column("paragraph", "Paragraph", lambda one: one.paragraph),
    Column("page", "Page", lambda one: one.page),
    Column("themes", "Themes", _themes),
    Column("checked", "Checked", _checked),
    Column("citation", "Citation", lambda one: one.citation),
    Column("link", "Link", lambda one: one.permanent_address, is_address=True),
)
TEXT: Column = Column("text", "Text", lambda one: one.text)
OF_KINDS: dict[str, tuple[Column, ...]] = {
    "findings": (Column("finding-kind", "Presented as", lambda one: one.finding.get_kind_display()), TEXT),
    "recommendations": (
        Column("addressee", "For whom", lambda one: one.recommendation.addressee),
        Column("agency", "Agency", lambda one: one.recommendation.agency.name if one.recommendation.agency else ""),
        TEXT,
    ),
    "actions": (
        Column("recommendation", "Recommendation", lambda one: one.action.recommendation),
        Column("steps", "What will be done", lambda one: one.action.steps),
        Column("lead", "By whom", lambda one: one.action.lead or one.action.agency),
        Column("timescale", "By when", lambda one: one.action.timescale),
        Column("outcome", "What will change", lambda one: one.action.outcome),
        Column("measure", "How it will be known", lambda one: one.action.measure),
        Column("text", "The whole row", lambda one: one.text, is_usual=False),
    ),
    "events": (
        Column("date", "Date as printed", lambda one: one.event.printed_or_phrased),
        Column("earliest", "First day that it may mean", lambda one: str(one.event.earliest or ""), is_usual=False),
        Column("latest", "Last day that it may mean", lambda one: str(one.event.latest or ""), is_usual=False),
        TEXT,
    ),
    "passages": (TEXT,),
}


def columns_for(show: str) -> Sequence[Column]:
    """Return every column that rows of a kind have, in their order."""
    return OF_REVIEWS if show == "reviews" else (*BEGIN_OF_ITEMS, *OF_KINDS[show], *END_OF_ITEMS)


def chosen(show: str, names: Iterable[str]) -> Sequence[Column]:
    """Return the columns called `names`, in their usual order; the usual ones where none of the names is known."""
    wanted = set(names)
    offered = columns_for(show)
    return [one for one in offered if one.name in wanted] or [one for one in offered if one.is_usual]
