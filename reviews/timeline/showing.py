"""The timeline as a page shows it: the events that were asked for, the picture of them, and what it says in words."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from reviews.models import Item, Review, Theme
from reviews.partial_dates import PartialDate
from reviews.timeline.drawing import Drawing, draw, duration, silences
from reviews.timeline.episodes import episodes_of
from reviews.timeline.moments import Lane, Moment, lanes_of, lanes_of_item, moments_of
from reviews.timeline.wanted import Wanted

# In words a silence is told from this length on.
LEAST_TOLD = timedelta(days=60)
# An incident that may have been on more days than these of half a year has no place on the axis.
LONGEST_INCIDENT = timedelta(days=183)


@dataclass(frozen=True)
class Timeline:
    """The events that are shown of `count`, the lanes and themes to choose from, the picture and its words."""

    events: tuple[Item, ...]
    count: int
    lanes: tuple[Lane, ...]
    themes: tuple[tuple[Theme, int], ...]
    drawing: Drawing | None
    summary: str
    wanted: Wanted


def timeline_of(
    review: Review, events: Sequence[Item], names: Mapping[str, str], *, wanted: Wanted | None = None, page: str = ""
) -> Timeline:
    """Return the timeline of a review from its events in their order, as `wanted`.

    `names` are those of the agencies by their keys, `page` the address of the page that lists the events.
    """
    wanted = wanted or Wanted()
    lanes = lanes_of(events, names)
    keys = {lane.key for lane in lanes}
    shown = [item for item in events if _is_wanted(item, keys, wanted)]
    every = moments_of(events, lanes, page=page)
    moments = moments_of(shown, lanes, page=page)
    drawn = [lane for lane in lanes if not wanted.lanes or lane.key in wanted.lanes]
    drawing = draw(
        [_in_lanes(moment, drawn) for moment in moments], drawn, episodes=episodes_of(every),
        incident=incident_of(review), of=every,
    )  # fmt: skip
    return Timeline(
        events=tuple(shown), count=len(events), lanes=tuple(lanes), themes=tuple(themes_of(events)),
        drawing=drawing if moments else None, summary=summary_of(moments, review.incident_date), wanted=wanted,
    )  # fmt: skip


def incident_of(review: Review) -> tuple[date, date] | None:
    """Return the first and the last day on which the incident may have been; None where that is not known so far."""
    first, last = review.incident_earliest, review.incident_latest
    return (first, last) if first and last and last - first <= LONGEST_INCIDENT else None


def themes_of(events: Iterable[Item]) -> list[tuple[Theme, int]]:
    """Return the themes of events with their numbers, the most frequent first."""
    themes = {tagging.theme.key: tagging.theme for item in events for tagging in item.taggings.all()}
    counts = Counter(tagging.theme.key for item in events for tagging in item.taggings.all())
    return [(themes[key], count) for key, count in counts.most_common()]


def summary_of(moments: Sequence[Moment], incident: PartialDate | None = None) -> str:
    """Return what the picture shows, in words: how many events, from when to when, the longest silence, the most."""
    if not moments:
        return ""
    if len(moments) == 1:
        return f"One event: {moments[0].date_in_words}."
    first, last = min(one.first for one in moments), max(one.last for one in moments)
    between = f"between {first:%B %Y} and {last:%B %Y}" if (first.year, first.month) != (last.year, last.month) else (
        f"in {first:%B %Y}"
    )  # fmt: skip
    told = [f"{len(moments)} events {between}.", _silence(moments), _fullest_year(moments)]
    return " ".join(filter(None, [*told, f"When it happened: {incident.phrase}." if incident else ""]))


def _silence(moments: Sequence[Moment]) -> str:
    longest = max(silences(moments, LEAST_TOLD), key=lambda gap: gap[1] - gap[0], default=None)
    if longest is None:
        return ""
    return f"The longest time of which nothing is told is {duration(*longest)}, from {longest[0]:%B %Y}."


def _fullest_year(moments: Sequence[Moment]) -> str:
    years = Counter(moment.first.year for moment in moments if moment.first.year == moment.last.year)
    if len(years) < 2:
        return ""
    year, count = years.most_common(1)[0]
    return f"Most are in {year} ({count})."


def _is_wanted(item: Item, keys: set[str], wanted: Wanted) -> bool:
    in_lane = not wanted.lanes or not set(wanted.lanes).isdisjoint(lanes_of_item(item, keys))
    themes = {tagging.theme.key for tagging in item.taggings.all()}
    return in_lane and (not wanted.themes or not themes.isdisjoint(wanted.themes))


def _in_lanes(moment: Moment, lanes: Sequence[Lane]) -> Moment:
    """Return the moment with those of its lanes that are drawn."""
    keys = {lane.key for lane in lanes}
    kept = tuple(key for key in moment.lanes if key in keys)
    return Moment(**{**vars(moment), "lanes": kept})
