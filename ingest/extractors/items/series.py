"""Which paragraphs of a section make the series of its items, and which are inside an item or between items.

A section's items are numbered alike: "4.2, 4.3, ...", "1, 2, 3" under a numbered announcement, "i, ii, iii". What is
numbered otherwise, or is a bullet, belongs to the item before it. Where nothing is numbered the bullets are the items,
and where there are none the paragraphs.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from enum import StrEnum

from ingest.blocks import BlockKind
from ingest.extractors.manuscript.entries import Entry

_ROMAN = re.compile(r"^[ivxl]+$|^[IVXL]+$")
_DOTTED = re.compile(r"^\d+(?:\.\d+)+[a-z]?$")
_ARABIC = re.compile(r"^\d+[a-z]?$")
_LETTER = re.compile(r"^[a-z]{1,2}$|^[A-Z]{1,2}$")
# "R1", "CSC 3", "A2": a letter or abbreviation before the figure
_CODED = re.compile(r"^[A-Z]{1,5}[ .-]?\d+[a-z]?$")


class Style(StrEnum):
    """How paragraphs are marked as items."""

    DOTTED_2 = "1.1"
    DOTTED_3 = "1.1.1"
    DOTTED_4 = "1.1.1.1"
    ARABIC = "1"
    CODED = "R1"
    ROMAN = "i"
    LETTER = "a"
    BULLET = "•"
    INNER_BULLET = "◦"
    PLAIN = ""


_DOTTED_STYLES = {2: Style.DOTTED_2, 3: Style.DOTTED_3}
BULLETS = frozenset({Style.BULLET, Style.INNER_BULLET})


def styles_of(entries: Sequence[Entry]) -> list[Style]:
    """Return each entry's style; "i" after "h" is a letter, before "ii" a roman numeral."""
    styles: list[Style] = []
    previous: str | None = None
    for entry in entries:
        styles.append(_style_of(entry, previous))
        previous = entry.number if styles[-1] in (Style.ROMAN, Style.LETTER) else previous
    return styles


def _style_of(entry: Entry, previous: str | None) -> Style:
    number = entry.number
    if number is None:
        if entry.paragraph.kind is BlockKind.LIST_ITEM:
            return Style.INNER_BULLET if entry.paragraph.level > 1 else Style.BULLET
        return Style.PLAIN
    if _DOTTED.match(number):
        return _DOTTED_STYLES.get(number.count(".") + 1, Style.DOTTED_4)
    if _ARABIC.match(number):
        return Style.ARABIC
    if _CODED.match(number):
        return Style.CODED
    if _ROMAN.match(number) and not _follows_as_letter(number, previous):
        return Style.ROMAN
    return Style.LETTER if _LETTER.match(number) else Style.PLAIN


def _follows_as_letter(number: str, previous: str | None) -> bool:
    return (
        previous is not None
        and len(previous) == len(number) == 1
        and ord(number) == ord(previous) + 1
        and (number.lower() != "i" or previous.lower() == "h")
    )


def style_of_items(
    entries: Sequence[Entry],
    styles: Sequence[Style],
    is_item: Callable[[Entry], bool],
    is_bare_lead: Callable[[Entry], bool],
) -> Style | None:
    """Return the style of the section's items: the first numbered one that an item has, else bullets, else plain.

    A number whose paragraphs merely lead in ("7.2 The Board should:") gives way to the numbers below it, but never to
    letters, which are sub-points. None where nothing is an item.
    """
    items = [(entry, style) for entry, style in zip(entries, styles, strict=True) if is_item(entry)]
    numbered = list(dict.fromkeys(style for _, style in items if style not in BULLETS and style is not Style.PLAIN))
    while len(numbered) > 1 and numbered[1] is not Style.LETTER:
        if not all(is_bare_lead(entry) for entry, style in items if style is numbered[0]):
            break
        del numbered[0]
    if numbered:
        return numbered[0]
    for style in (Style.BULLET, Style.INNER_BULLET, Style.PLAIN):
        if any(other is style for _, other in items):
            return style
    return None


def continues(text: str, entry: Entry) -> bool:
    """Whether an entry goes on with a sentence that the text leaves open (a page or box broke it)."""
    if entry.goes_on:
        return True
    if not text or entry.is_list_item:
        return False
    is_left_open = not re.search(r"[.?!:;][”’\"')\]]*$", text.rstrip())
    return (is_left_open and bool(re.match(r"[a-z(‘“\"']", entry.text))) or bool(re.match(r"[a-z]+\b", entry.text))


def runs_of(entries: Iterable[Entry]) -> list[list[Entry]]:
    """Return the entries in runs that share their headings; headings themselves and tables are left out."""
    runs: list[list[Entry]] = []
    last: tuple[int, ...] | None = None
    for entry in entries:
        if entry.is_heading or (entry.opens and not entry.section.subjects):
            last = None
            continue
        section = entry.section
        key = tuple(h.index for h in (*section.above, *([section.heading] if section.heading else []), *section.below))
        if key != last:
            runs.append([])
            last = key
        runs[-1].append(entry)
    return runs
