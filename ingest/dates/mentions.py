"""Everything in a text that says when: calendar dates, words that count on, ages and school years."""

from ingest.dates.ages import Age, find_ages
from ingest.dates.expressions import Expression, find_dates
from ingest.dates.from_incident import FromIncident, find_from_incident
from ingest.dates.printed_date import PrintedDate
from ingest.dates.relative import Relative, Unit, find_relative
from ingest.dates.school_years import SchoolYear, find_school_years

_NAMED = frozenset({Unit.NAMED, Unit.NAMED_IN_YEAR})
Mention = Expression | Relative | FromIncident | Age | SchoolYear


def find_mentions(text: str, names: tuple[str, ...] = ()) -> tuple[Mention, ...]:
    """Return what says when in a text, none over another. `names` are those of the child whose ages are meant.

    Words that name a month relatively ("the following September") win over the month alone; a day with "of that month"
    after it stands for both; elsewhere a calendar date wins.
    """
    dates = tuple(date for date in find_dates(text) if not _is_a_name(date, names))
    kept = [
        relative
        for relative in find_relative(text)
        if not (_is_said_by(relative, dates, text) or _is_a_name(relative, names))
    ]
    free = [date for date in dates if not any(_overlap(date, relative) for relative in kept)]
    found: list[Mention] = [*free, *kept]
    found += [told for told in find_from_incident(text) if not any(_overlap(told, other) for other in found)]
    of_life: list[Mention] = [*find_ages(text, names), *find_school_years(text)]
    found += [told for told in of_life if not any(_overlap(told, other) for other in found)]
    return tuple(sorted(found, key=lambda mention: mention.start))


def _is_a_name(mention: Expression | Relative, names: tuple[str, ...]) -> bool:
    """Return whether a lone month is the name of somebody: "after April was found", "that June needed"."""
    if isinstance(mention, Expression):
        is_lone = mention.first == PrintedDate(month=mention.first.month) and mention.last is None
        return is_lone and mention.printed in names
    return mention.shift.unit in _NAMED and mention.printed.split()[-1] in names


def _is_said_by(relative: Relative, dates: tuple[Expression, ...], text: str) -> bool:
    """Return whether a calendar date says the same or more: "the 15th of that month", "on Monday 3 May"."""
    if any(_overlap(relative, date) and (relative.shift.unit not in _NAMED or date.first.is_dated) for date in dates):
        return True
    before = [
        date for date in dates if date.end <= relative.start and text[date.end : relative.start].strip() in ("of", "")
    ]
    return relative.shift.unit is Unit.MONTH and any(date.first.day and not date.first.month for date in before)


def _overlap(one: Mention, other: Mention) -> bool:
    return one.start < other.end and other.start < one.end
