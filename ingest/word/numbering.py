"""Numbered and bulleted lists: the label that Word would print before each paragraph."""

import re
from dataclasses import dataclass, field

from lxml import etree

from ingest.word.archive import number, tag, value

BULLET = "•"
_ROMAN_SIZES = (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1)
_ROMAN_SIGNS = ("m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i")
_ROMAN = tuple(zip(_ROMAN_SIZES, _ROMAN_SIGNS, strict=True))


# Lists are at most so deep (ECMA-376, 17.9.3).
LEVELS = 9


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list counts: its first number, its kind of figures, its pattern ("%1.%2")."""

    start: int = 1
    figures: str = "decimal"
    pattern: str = "%1."
    is_legal: bool = False


@dataclass(frozen=True, slots=True)
class Label:
    """What stands before a paragraph; `is_bullet` where it does not count. `level` is 1 for the outermost."""

    text: str
    is_bullet: bool
    level: int


@dataclass
class Numbering:
    """A document's lists, and how far each has counted."""

    levels: dict[str, dict[int, Level]] = field(default_factory=dict)
    abstract: dict[str, str] = field(default_factory=dict)
    counts: dict[str, list[int]] = field(default_factory=dict)
    started: set[str] = field(default_factory=set)

    def label(self, list_id: str, level: int) -> Label | None:
        """Return the label of the next paragraph of a list and count on; None where there is no such list."""
        levels = self.levels.get(list_id)
        if not levels or level not in levels:
            return None
        own = levels[level]
        if own.figures == "bullet":
            return Label(BULLET, is_bullet=True, level=level + 1)
        counts = self._counted(list_id, level)
        if own.figures == "none":
            return None

        def figure(match: re.Match[str]) -> str:
            place = int(match[1]) - 1
            kind = "decimal" if own.is_legal else levels.get(place, Level()).figures
            return written(counts[place], kind) if place < len(counts) else ""

        text = re.sub(r"%(\d)", figure, own.pattern).strip()
        return Label(text, is_bullet=False, level=level + 1) if text else None

    def _counted(self, list_id: str, level: int) -> list[int]:
        """Return the counts of a list with this level one further and those below begun anew.

        Lists of one abstract list count on together, unless one begins anew by its own say.
        """
        levels = self.levels[list_id]
        shared = list_id if list_id in self.started else self.abstract.get(list_id, list_id)
        counts = self.counts.setdefault(shared, [levels.get(place, Level()).start - 1 for place in range(LEVELS)])
        for above in range(level):
            if counts[above] < levels.get(above, Level()).start:
                counts[above] = levels.get(above, Level()).start
        counts[level] += 1
        for below in range(level + 1, LEVELS):
            counts[below] = levels.get(below, Level()).start - 1
        return counts


def read_numbering(root: etree._Element | None) -> Numbering:
    """Return the lists of a document; none where it has no such part."""
    numbering = Numbering()
    if root is None:
        return numbering
    abstracts = {
        value(element, "w:abstractNumId") or "": element for element in root.iterchildren(tag("w:abstractNum"))
    }
    for element in root.iterchildren(tag("w:num")):
        list_id = value(element, "w:numId") or ""
        abstract_id = value(element.find(tag("w:abstractNumId"))) or ""
        levels = _levels(abstracts.get(abstract_id))
        for override in element.iterchildren(tag("w:lvlOverride")):
            place = int(number(value(override, "w:ilvl")) or 0)
            start = number(value(override.find(tag("w:startOverride"))))
            inner = override.find(tag("w:lvl"))
            if inner is not None and 0 <= place < LEVELS:
                levels[place] = _level(inner)
            if start is not None and 0 <= place < LEVELS:
                own = levels.get(place, Level())
                levels[place] = Level(int(start), own.figures, own.pattern, own.is_legal)
                numbering.started.add(list_id)
        numbering.levels[list_id] = levels
        numbering.abstract[list_id] = f"abstract {abstract_id}"
    return numbering


def _levels(element: etree._Element | None) -> dict[int, Level]:
    if element is None:
        return {}
    levels = {int(number(value(level, "w:ilvl")) or 0): _level(level) for level in element.iterchildren(tag("w:lvl"))}
    return {place: level for place, level in levels.items() if 0 <= place < LEVELS}


def _level(element: etree._Element) -> Level:
    start = number(value(element.find(tag("w:start"))))
    return Level(
        int(start) if start is not None else 1,
        value(element.find(tag("w:numFmt"))) or "decimal",
        value(element.find(tag("w:lvlText"))) or "",
        element.find(tag("w:isLgl")) is not None,
    )


def written(count: int, figures: str) -> str:
    """Return a count as Word writes it in a kind of figures: "4", "d", "IV", "04"."""
    if figures in ("lowerLetter", "upperLetter"):
        letter = chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1) if count > 0 else ""
        return letter.upper() if figures == "upperLetter" else letter
    if figures in ("lowerRoman", "upperRoman"):
        roman = _roman(count)
        return roman.upper() if figures == "upperRoman" else roman
    if figures == "decimalZero":
        return f"{count:02}"
    return str(count)


def _roman(count: int) -> str:
    text = ""
    for size, sign in _ROMAN:
        while count >= size:
            text += sign
            count -= size
    return text
