"""Tables out of rules: where level and upright edges cross, the cells between, and which cells are one table.

The way goes back to Anssi Nurminen's thesis (Tampere, 2013), as Tabula and pdfplumber follow it; pdfplumber's finder is
the measure in the tests. Edges are (left, top, right, bottom), all in points.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from ingest.pages import Rect, Table

Edge = tuple[float, float, float, float]
Point = tuple[float, float]
CellBox = tuple[float, float, float, float]

# Edges closer than this are one line; gaps shorter than this are drawn over; crossings may miss by this.
TOLERANCE = 3.0
# Shorter edges are ornaments.
SHORTEST = 3.0
# More edges than this are a drawing, and looking for cells among them takes minutes.
MAX_EDGES = 3000


@dataclass(frozen=True, slots=True)
class _Ruled:
    """One rule after joining: `at` is its height (level) or distance from the left (upright), from `start` to `end`."""

    at: float
    start: float
    end: float


@dataclass(slots=True)
class _Crossings:
    """Where rules cross: for each point the upright and the level rule, and the points along each, in order."""

    upright: dict[Point, int] = field(default_factory=dict)
    level: dict[Point, int] = field(default_factory=dict)
    below: dict[int, list[float]] = field(default_factory=dict)
    beside: dict[int, list[float]] = field(default_factory=dict)


def tables_of(edges: Sequence[Edge]) -> tuple[Table, ...]:
    """Return the ruled tables of a page, top to bottom; single cells are not tables."""
    return tables_and_frames(edges)[0]


def tables_and_frames(edges: Sequence[Edge]) -> tuple[tuple[Table, ...], tuple[Rect, ...]]:
    """Return (the ruled tables of a page, the single cells that are ruled on all sides), each top to bottom."""
    if not 4 <= len(edges) <= MAX_EDGES:
        return (), ()
    uprights = _joined((e[0], e[1], e[3]) for e in edges if e[2] - e[0] < 0.01 < e[3] - e[1])
    levels = _joined((e[1], e[0], e[2]) for e in edges if e[3] - e[1] < 0.01 < e[2] - e[0])
    cells = _cells(_cross(uprights, levels))
    groups = sorted(_groups(cells), key=lambda group: min((c[1], c[0]) for c in group))
    tables = tuple(_table(group) for group in groups if len(group) > 1)
    return tables, tuple(Rect(*group[0]) for group in groups if len(group) == 1)


def _joined(strokes: Iterable[tuple[float, float, float]]) -> list[_Ruled]:
    """Return strokes (at, start, end) as rules: those nearly in line are one line, those nearly touching one rule."""
    rules: list[_Ruled] = []
    for at, group in _snapped(sorted(stroke for stroke in strokes if stroke[2] - stroke[1] >= 1.0)):
        start, end = group[0]
        for next_start, next_end in group[1:]:
            if next_start <= end + TOLERANCE:
                end = max(end, next_end)
            else:
                rules.append(_Ruled(at, start, end))
                start, end = next_start, next_end
        rules.append(_Ruled(at, start, end))
    return [rule for rule in rules if rule.end - rule.start >= SHORTEST]


def _snapped(strokes: Sequence[tuple[float, float, float]]) -> list[tuple[float, list[tuple[float, float]]]]:
    """Return (their mean place, their stretches in order) for each cluster of strokes next to each other."""
    clusters: list[list[tuple[float, float, float]]] = []
    for stroke in strokes:
        if clusters and stroke[0] - clusters[-1][-1][0] <= TOLERANCE:
            clusters[-1].append(stroke)
        else:
            clusters.append([stroke])
    return [
        (sum(stroke[0] for stroke in cluster) / len(cluster), sorted(stroke[1:] for stroke in cluster))
        for cluster in clusters
    ]


def _cross(uprights: Sequence[_Ruled], levels: Sequence[_Ruled]) -> _Crossings:
    crossings = _Crossings()
    levels = sorted(levels, key=lambda rule: rule.at)
    heights = [rule.at for rule in levels]
    for number, upright in enumerate(uprights):
        first = bisect_left(heights, upright.start - TOLERANCE)
        last = bisect_right(heights, upright.end + TOLERANCE)
        for index in range(first, last):
            level = levels[index]
            if level.start - TOLERANCE <= upright.at <= level.end + TOLERANCE:
                point = (upright.at, level.at)
                crossings.upright[point] = number
                crossings.level[point] = index
                crossings.below.setdefault(number, []).append(level.at)
                crossings.beside.setdefault(index, []).append(upright.at)
    for places in (*crossings.below.values(), *crossings.beside.values()):
        places.sort()
    return crossings


def _cells(crossings: _Crossings) -> list[CellBox]:
    """Return the smallest rectangle below and right of each crossing whose four sides are ruled."""
    found = []
    for point in sorted(crossings.upright):
        cell = _smallest(crossings, point)
        if cell:
            found.append(cell)
    return found


def _smallest(crossings: _Crossings, point: Point) -> CellBox | None:
    left, top = point
    down, across = crossings.below[crossings.upright[point]], crossings.beside[crossings.level[point]]
    rights = across[bisect_right(across, left) :]
    for bottom in down[bisect_right(down, top) :]:
        lower = crossings.level.get((left, bottom))
        for right in rights:
            corner = (right, bottom)
            if crossings.level.get(corner, -1) == lower and crossings.upright[corner] == crossings.upright[right, top]:
                return left, top, right, bottom
    return None


def _groups(cells: Sequence[CellBox]) -> list[list[CellBox]]:
    """Return the cells of each table: cells that share a corner belong together."""
    owner: dict[Point, int] = {}
    groups: dict[int, list[CellBox]] = {}
    for number, cell in enumerate(cells):
        left, top, right, bottom = cell
        corners = ((left, top), (left, bottom), (right, top), (right, bottom))
        touched = {owner[corner] for corner in corners if corner in owner}
        members = [cell]
        for other in touched:
            members += groups.pop(other)
        groups[number] = members
        for member in members:
            for corner in (
                (member[0], member[1]),
                (member[0], member[3]),
                (member[2], member[1]),
                (member[2], member[3]),
            ):
                owner[corner] = number
    return list(groups.values())


def _table(cells: Sequence[CellBox]) -> Table:
    """Return the cells as rows; None stands where a cell of another row or column reaches over."""
    lefts = sorted({cell[0] for cell in cells})
    rows = []
    for _, group in groupby(sorted(cells, key=lambda cell: (cell[1], cell[0])), key=lambda cell: cell[1]):
        by_left = {cell[0]: Rect(*cell) for cell in group}
        rows.append(tuple(by_left.get(left) for left in lefts))
    outline = Rect(
        min(cell[0] for cell in cells),
        min(cell[1] for cell in cells),
        max(cell[2] for cell in cells),
        max(cell[3] for cell in cells),
    )
    return Table(outline, tuple(rows))
