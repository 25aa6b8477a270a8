"""Where everything of a timeline's picture stands: marks in lanes, the axis, gaps, episodes, the incident.

Units are those of the picture's view box; a template turns it into SVG.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise
from textwrap import wrap

from reviews.timeline.episodes import Episode
from reviews.timeline.moments import NOBODY, Lane, Moment
from reviews.timeline.scale import Scale, Tick

WIDTH = 1000.0
LEFT, RIGHT = 204.0, 988.0
TOP = 38.0
INCIDENT_TOP = 34.0
EPISODE_HEIGHT = 24.0
DOT = 10.0
ROW = 13.0
LANE_PADDING = 8.0
LANE_LEAST = 40.0
MOST_ROWS = 8
AXIS = 26.0
# A lane's name is set in lines of so many letters, so far apart.
NAME_LETTERS = 27
NAME_LINE = 16.0
# A stretch without events is shown as a gap where it is at least so long, and so much of the whole.
LEAST_GAP = timedelta(days=60)
SHARE_OF_GAP = 0.07
MOST_GAPS = 3
DAYS_OF_A_MONTH = 30.44


@dataclass(frozen=True)
class Mark:
    """One event: a dot, or a bar from `x` as wide as the days that it may mean; `others` are its further lanes.

    `lane_names` say in words in which lanes it stands, for those who cannot see that.
    """

    moment: Moment
    x: float
    y: float
    width: float
    others: tuple[float, ...] = ()
    lane_names: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        """What it is called: "4 March 2019, Schools and colleges: The school wrote to the council."."""
        return f"{', '.join((self.moment.date_in_words, *self.lane_names))}: {self.moment.words}"

    @property
    def middle(self) -> float:
        """The middle of it from left to right."""
        return round(self.x + self.width / 2, 1)

    @property
    def top(self) -> float:
        """The upper edge of its bar."""
        return self.y - DOT / 2


def name_lines_of(lane: Lane) -> list[str]:
    """Return a lane's name with its number of events, in lines that fit beside it."""
    return wrap(f"{lane.name} ({lane.count})", NAME_LETTERS)


@dataclass(frozen=True)
class Row:
    """One lane as drawn, from `y` down."""

    lane: Lane
    y: float
    height: float

    @property
    def middle(self) -> float:
        """The middle of it from top to bottom."""
        return self.y + self.height / 2

    @property
    def name_lines(self) -> list[tuple[float, str]]:
        """The lane's name in lines that fit beside it, each with the place of its baseline."""
        lines = name_lines_of(self.lane)
        first = self.middle - (len(lines) - 1) * NAME_LINE / 2 + 4
        return [(first + number * NAME_LINE, line) for number, line in enumerate(lines)]


@dataclass(frozen=True)
class Span:
    """A stretch along the axis with words: a gap, an episode, the time that the review looks at."""

    x: float
    width: float
    label: str
    y: float = 0.0

    @property
    def end(self) -> float:
        """Its right edge."""
        return round(self.x + self.width, 1)

    @property
    def baseline(self) -> float:
        """Where its words stand below its line."""
        return self.y + 12

    @property
    def middle(self) -> float:
        """The middle of it."""
        return round(self.x + self.width / 2, 1)


@dataclass(frozen=True)
class Drawing:
    """The whole picture."""

    scale: Scale
    marks: tuple[Mark, ...]
    rows: tuple[Row, ...]
    ticks: tuple[Tick, ...]
    gaps: tuple[Span, ...]
    episodes: tuple[Span, ...]
    top: float
    bottom: float
    incident: Span | None = None

    @property
    def width(self) -> float:
        """The width of the view box."""
        return WIDTH

    @property
    def lanes_height(self) -> float:
        """The height of all lanes together."""
        return self.bottom - self.top

    @property
    def incident_height(self) -> float:
        """How far the days of the incident reach, from above the lanes to their end."""
        return self.bottom - INCIDENT_TOP

    @property
    def axis(self) -> float:
        """Where the words along the axis stand."""
        return self.bottom + AXIS - 8

    @property
    def height(self) -> float:
        """The height of the view box."""
        return self.bottom + AXIS


def draw(
    moments: Sequence[Moment],
    lanes: Sequence[Lane],
    *,
    episodes: Sequence[Episode] = (),
    incident: tuple[date, date] | None = None,
    of: Sequence[Moment] = (),
    born: date | None = None,
) -> Drawing | None:
    """Return the picture of the moments in their lanes; None where nothing has a day.

    By age, everybody is `born` on one day. `incident` is the first and the last day that it may have been on. `of` are
    all the moments where `moments` are some of them: the picture keeps their scale and gaps.
    """
    every = of or moments
    if not every:
        return None
    scale = replace(scale_of(every, incident), born=born)
    spans, top = _episodes(episodes, scale)
    rows, marks, bottom = _lanes(moments, lanes, scale, top)
    return Drawing(
        scale=scale, marks=tuple(sorted(marks, key=lambda mark: (mark.moment.first, mark.moment.last))),
        rows=tuple(rows), ticks=tuple(scale.ticks()), gaps=tuple(gaps_of(every, scale)), episodes=tuple(spans),
        top=top, bottom=bottom, incident=_incident(incident, scale) if incident else None,
    )  # fmt: skip


def scale_of(moments: Sequence[Moment], incident: tuple[date, date] | None = None) -> Scale:
    """Return the scale that shows all of them, with a little room at both ends."""
    days = [day for moment in moments for day in (moment.first, moment.last)] + list(incident or ())
    begin, end = min(days), max(days)
    room = timedelta(days=max(7, (end - begin).days // 60))
    return Scale(begin - room, end + room, LEFT, RIGHT)


def gaps_of(moments: Iterable[Moment], scale: Scale) -> list[Span]:
    """Return the longest stretches in which nothing is told, in their order; vague events fill all their days."""
    least = max(LEAST_GAP, timedelta(days=scale.days * SHARE_OF_GAP))
    found = sorted(silences(moments, least), key=lambda gap: gap[0] - gap[1])[:MOST_GAPS]
    return [_gap(begin, end, scale) for begin, end in sorted(found)]


def silences(moments: Iterable[Moment], least: timedelta) -> list[tuple[date, date]]:
    """Return the stretches of at least so long in which nothing is told: the last day before, the first after."""
    covered: list[tuple[date, date]] = []
    for moment in sorted(moments, key=lambda one: (one.first, one.last)):
        begin, end = covered.pop() if covered and moment.first <= covered[-1][1] else (moment.first, moment.last)
        covered.append((begin, max(end, moment.last)))
    return [(before, after) for (_, before), (after, _) in pairwise(covered) if after - before >= least]


def duration(begin: date, end: date) -> str:
    """Return how long it is in words: "7 months", "2 years", "10 weeks"."""
    days = (end - begin).days
    months = round(days / DAYS_OF_A_MONTH)
    if months < 3:
        return f"{round(days / 7)} weeks"
    if months < 24:
        return f"{months} months"
    years = months // 12
    return f"{years} years" if months % 12 < 3 else f"{years} years and {months % 12} months"


def _gap(begin: date, end: date, scale: Scale) -> Span:
    x = scale.at(begin + timedelta(days=1))
    return Span(x, round(scale.at(end) - x, 1), duration(begin, end))


def _incident(days: tuple[date, date], scale: Scale) -> Span:
    """Return the day of the incident as a line without width, or the days that it may mean as a stretch."""
    first, last = days
    x = scale.at(first)
    return Span(x, 0.0 if first == last else round(scale.at(last + timedelta(days=1)) - x, 1), "")


def _episodes(episodes: Sequence[Episode], scale: Scale) -> tuple[list[Span], float]:
    """Return the episodes in as few rows as they need without covering each other, and where the lanes begin."""
    spans: list[Span] = []
    ends: list[float] = []
    for episode in sorted(episodes, key=lambda one: one.first):
        x = scale.at(episode.first)
        width = max(scale.at(episode.last + timedelta(days=1)) - x, 6.0)
        row = next((row for row, end in enumerate(ends) if end <= x), len(ends))
        ends[row : row + 1] = [x + max(width, 7.4 * len(episode.short_name)) + 6]
        spans.append(Span(x, round(width, 1), episode.short_name, TOP + row * EPISODE_HEIGHT))
    return spans, TOP + len(ends) * EPISODE_HEIGHT


def _lanes(
    moments: Sequence[Moment], lanes: Sequence[Lane], scale: Scale, top: float
) -> tuple[list[Row], list[Mark], float]:
    rows: list[Row] = []
    marks: list[Mark] = []
    for lane in lanes:
        placed, depth = _stacked([one for one in moments if one.lanes[0] == lane.key], scale)
        height = max(LANE_LEAST, depth * ROW + 2 * LANE_PADDING, len(name_lines_of(lane)) * NAME_LINE + LANE_PADDING)
        marks += [Mark(one, x, top + LANE_PADDING + (row + 0.5) * ROW, width) for one, x, width, row in placed]
        rows.append(Row(lane, top, height))
        top += height
    middles = {row.lane.key: row.middle for row in rows}
    names = {lane.key: lane.name for lane in lanes if lane.key != NOBODY}
    return rows, [_with_others(mark, middles, names) for mark in marks], top


def _with_others(mark: Mark, middles: Mapping[str, float], names: Mapping[str, str]) -> Mark:
    others = tuple(middles[key] for key in mark.moment.lanes[1:] if key in middles)
    return replace(mark, others=others, lane_names=tuple(names[key] for key in mark.moment.lanes if key in names))


def _stacked(moments: Sequence[Moment], scale: Scale) -> tuple[list[tuple[Moment, float, float, int]], int]:
    """Return each moment with its left edge, width and row, and how many rows there are: none covers another."""
    ends: list[float] = []
    placed = []
    for moment in sorted(moments, key=lambda one: (one.first, one.last)):
        x, width = _edges(moment, scale)
        row = next((row for row, end in enumerate(ends) if end <= x), len(ends))
        if row == MOST_ROWS:
            row = ends.index(min(ends))
        ends[row : row + 1] = [x + width + 2]
        placed.append((moment, x, width, row))
    return placed, len(ends)


def _edges(moment: Moment, scale: Scale) -> tuple[float, float]:
    """Return the left edge and width of a mark: a dot round its day, or a bar over its days."""
    x = scale.at(moment.first)
    width = scale.at(moment.last + timedelta(days=1)) - x
    if moment.is_exact or width < DOT:
        return round(x + width / 2 - DOT / 2, 1), DOT
    return x, round(width, 1)
