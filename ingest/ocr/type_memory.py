"""The type of a document, learnt page by page: the sizes that recur, and how thick its usual strokes are.

What is measured line by line wavers by some hundredths; what one document is set in does not.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from statistics import median

from ingest.ocr.type_measures import LineMeasures

# Lines are measured the better the longer they are: (length in multiples of the size, how far off it may be).
_WAVER = ((4.0, 0.095), (0.0, 0.18))
# Most lines of one size are measured within this share of it.
_MOSTLY = 0.06
# Lines at least this long, in multiples of the size, show what is usual; shorter ones than the second are measured by
# their height.
_LONG, _SHORT = 12.0, 4.0
# Heights of small letters and of capitals in multiples of the size, until the document shows its own.
_SMALL, _HIGH = 0.46, 0.67
# Width and height that differ by more than this share: the line is letterspaced or condensed, and its height counts.
_ODD = 0.28
# Bold strokes are this much thicker than usual ones, and than those that follow them in their line.
_BOLD, _BOLDER = 1.15, 1.18
# Bold type is this much wider.
_BOLD_WIDTH = 1.07
# This share of a stroke's thickness does not grow with the type: it is the scanner's blur.
_BLUR = 0.5
# So many lines are remembered for what is usual.
_REMEMBERED = 400


@dataclass(frozen=True, slots=True)
class LineType:
    """The type of a line: its size in points, and how many of the words that it begins with are bold."""

    size: float
    bold: int


@dataclass
class TypeMemory:
    """Grows with each page; `sizes` are in points."""

    sizes: set[float] = field(default_factory=set)
    _small: list[float] = field(default_factory=list)
    _high: list[float] = field(default_factory=list)
    _strokes: list[float] = field(default_factory=list)
    _bodies: list[float] = field(default_factory=list)

    def types_of(self, lines: Sequence[LineMeasures], scale: float) -> list[LineType]:
        """Return the type of each line of a page; `scale` is pixels for each point."""
        self._learn(lines)
        drafts = [self._draft(line, scale) for line in lines]
        sizes = self._sizes([(draft.size, line.length) for draft, line in zip(drafts, lines, strict=True)])
        return [LineType(size, draft.bold) for size, draft in zip(sizes, drafts, strict=True)]

    def _learn(self, lines: Iterable[LineMeasures]) -> None:
        """Take in how high and how thick the letters of usual lines are."""
        for line in lines:
            size = line.size_by_width
            if line.length < _LONG or size <= 0:
                continue
            (self._high if line.is_high else self._small).append(line.height / size)
            if not line.is_high:
                self._strokes.append(median(line.strokes) / size)
                self._bodies.append(size)
        for known in (self._small, self._high, self._strokes, self._bodies):
            del known[:-_REMEMBERED]

    def _draft(self, line: LineMeasures, scale: float) -> LineType:
        """Return a line's type as it alone shows it."""
        share = median(self._high or [_HIGH]) if line.is_high else median(self._small or [_SMALL])
        by_height, by_width = line.height / share, line.size_by_width
        is_odd = abs(by_height - by_width) > _ODD * by_height
        size = by_height if line.length < _SHORT or is_odd else by_width
        bold = self._bold(line, size)
        if bold == len(line.strokes) and size == by_width:
            size /= _BOLD_WIDTH
        return LineType(size / scale, bold)

    def _bold(self, line: LineMeasures, size: float) -> int:
        """Return how many words are bold: all, none, or those that the line begins with."""
        if not self._strokes or size <= 0:
            return 0
        limit = _BOLD * median(self._strokes) * (_BLUR * median(self._bodies) + (1 - _BLUR) * size)
        parts = [(_mean(line, 0, index), _mean(line, index, None), index) for index in range(1, len(line.strokes))]
        first, rest, index = max(parts, key=lambda part: part[0] - part[1], default=(0.0, 0.0, 0))
        if first >= limit > rest and first > _BOLDER * rest:
            return index
        return len(line.strokes) if _mean(line, 0, None) >= limit else 0

    def _sizes(self, measured: Sequence[tuple[float, float]]) -> list[float]:
        """Return the size of each line of a page, given (size, length) as measured.

        Lines of about one size are of that size, the one that the document is known to have where it is near.
        """
        middles = list(_middles([line for line in measured if line[1] >= _SHORT]))
        known = {middle: self._known(middle) for middle in middles}
        sizes = []
        for size, length in measured:
            waver = next(share for least, share in _WAVER if length >= least)
            middle = min(middles, key=lambda middle: abs(middle - size), default=0.0)
            sizes.append(known[middle] if abs(middle - size) <= waver * middle else self._known(size))
        return sizes

    def _known(self, size: float) -> float:
        """Return the size that the document has near a measured one; where it has none, it has it from now on."""
        nearest = min(self.sizes, key=lambda known: abs(known - size), default=0.0)
        if abs(nearest - size) <= _WAVER[0][1] * nearest:
            return nearest
        new = max(round(size * 2) / 2, 1.0)
        self.sizes.add(new)
        return new


def _middles(lines: Sequence[tuple[float, float]]) -> Iterator[float]:
    """Yield the sizes around which most lines lie, given (size, length), that of most lines first."""
    rest = list(lines)
    while rest:
        weights = [sum(length for size, length in rest if abs(size - at) <= _MOSTLY * at) for at, _ in rest]
        at = rest[weights.index(max(weights))][0]
        near = [(size, length) for size, length in rest if abs(size - at) <= _MOSTLY * at]
        middle = sum(size * length for size, length in near) / sum(length for _, length in near)
        yield middle
        rest = [
            (size, length)
            for size, length in rest
            if abs(size - middle) > _WAVER[0][1] * middle and (size, length) not in near
        ]


def _mean(line: LineMeasures, first: int, behind: int | None) -> float:
    """Return how thick the strokes of some words are, each word counted by its width."""
    strokes, widths = line.strokes[first:behind], line.widths[first:behind]
    return sum(stroke * width for stroke, width in zip(strokes, widths, strict=True)) / max(sum(widths), 0.1)
