"""How deep each heading stands: by its number, then by its type, then by what it names (a year, a month, an item).

Numbers outrank type where the two contradict each other: scraped Markdown gives chapters of one series different
levels. Numbers that restart in an appendix stand below it.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from ingest.blocks import Block, BlockKind
from ingest.outlining.headings import look_of
from ingest.outlining.numbers import depth_of, split_number

Rank = tuple[int, ...]

_YEAR = r"(?:19|20)\d\d"
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY = r"(?:\d{1,2}(?:st|nd|rd|th)?\s+)?"
_POINT = rf"(?:{_DAY}{_MONTH}(?:,?\s+{_YEAR})?|{_YEAR}(?:\s+{_MONTH})?)"
DATE_HEADING = re.compile(
    rf"(?:from\s+)?{_POINT}(?:\s*(?:[-–—/&]|to|and|until)\s*{_POINT})?(?:\s+continued)?:?", re.IGNORECASE
)
_HAS_YEAR = re.compile(_YEAR)
# "Recommendation 3", "Key finding 2: ...", "Theme A": labels of items, deeper than any section.
LABEL_HEADING = re.compile(
    r"(?:(?:overview|single agency|key|practice|emerging|national|local|additional) )?"
    r"(?:recommendation|finding|learning(?: point| theme)?|lesson|theme|practice point|action|key practice episode|"
    r"question)s?"
    r"(?: learn(?:ed|t))?\s+(?:no\.?\s*|number\s*)?(?:\d{1,2}(?:\.\d{1,2})*|[A-Za-z]|[ivx]{1,4})\b.{0,140}",
    re.IGNORECASE,
)
_LABEL_ALONE = re.compile(
    r"(?:key )?(?:learning|practice|lessons?|recommendations?|findings?)(?: points?)?(?: learn(?:ed|t))?\s*:",
    re.IGNORECASE,
)
_CHAPTER = re.compile(
    r"(?:appendi|annex|references|bibliography|glossary|executive summary|preface|acknowledg|end ?notes|action plan)"
    r"|.*\bforeword\b|(?:introduction|conclusions?|recommendations|findings)$",
    re.IGNORECASE,
)
# Depths within one look: figures count twice their parts, so that others find room between.
_DATES, _MONTHS, _LABELS = 30, 32, 40


def levels_of(blocks: Sequence[Block], places: Sequence[int]) -> dict[int, int]:
    """Return the depth of each heading, 1 highest, for the places of the headings among the blocks."""
    chapters = _main_chapters(blocks, places)
    ranks = {index: _rank(blocks[index]) for index in places}
    if len({ranks[index] for index in chapters}) > 1:
        ranks = dict.fromkeys(places, (0,))
    keys = _keys(blocks, places, ranks)
    main = Counter(keys[index] for index in chapters).most_common(1)
    if main:
        in_summary = _in_summary(blocks, places, keys)
        keys = {
            index: key if index in in_summary else _with_chapters(blocks[index], key, main[0][0])
            for index, key in keys.items()
        }
    order = {key: place for place, key in enumerate(sorted(set(keys.values())), start=1)}
    return {index: order[key] for index, key in keys.items()}


def _main_chapters(blocks: Sequence[Block], places: Sequence[int]) -> list[int]:
    """Return the headings that number the chapters: those that count on from the first number there is."""
    found: list[int] = []
    expected = 0
    for index in places:
        number, _ = split_number(blocks[index].text, is_heading=True)
        count = int(str(number).strip(".)")) if depth_of(number) == 1 else 0
        if count and (not found or count == expected):
            found.append(index)
            expected = count + 1
    return found


def _rank(block: Block) -> Rank:
    """Return what decides how high a heading stands, highest first: its own level, or its size, weight and capitals."""
    if block.kind == BlockKind.HEADING and block.level:
        return (block.level,)
    look = look_of(block)
    return 10 - min(look.size, 9), not look.is_bold, not look.is_capitals, look.is_italic


def _keys(blocks: Sequence[Block], places: Sequence[int], ranks: dict[int, Rank]) -> dict[int, tuple[Rank, int]]:
    numbered: dict[Rank, set[int]] = defaultdict(set)
    for index in places:
        depth = depth_of(split_number(blocks[index].text, is_heading=True)[0])
        if depth:
            numbered[ranks[index]].add(depth)
    return {index: (ranks[index], _depth_within(blocks[index], numbered[ranks[index]])) for index in places}


def _depth_within(block: Block, numbered: set[int]) -> int:
    """Return a heading's depth among those of its look: by number, then years, months and labels of items."""
    number, words = split_number(block.text, is_heading=True)
    if DATE_HEADING.fullmatch(block.text):
        return _DATES if _HAS_YEAR.search(block.text) else _MONTHS
    if depth_of(number):
        return 2 * depth_of(number)
    if LABEL_HEADING.fullmatch(words) or _LABEL_ALONE.fullmatch(words):
        return _LABELS
    if not numbered or is_chapter(words):
        return 2
    return 2 * max(numbered) + 1


def _in_summary(blocks: Sequence[Block], places: Sequence[int], keys: dict[int, tuple[Rank, int]]) -> set[int]:
    """Return the headings of an executive summary's own sections, which are set lower than its title."""
    found: set[int] = set()
    summary: tuple[Rank, int] | None = None
    for index in places:
        number, words = split_number(blocks[index].text, is_heading=True)
        if re.match(r"executive summary\b", words, re.IGNORECASE):
            summary = keys[index]
        elif summary is not None and (number is not None or keys[index] <= summary):
            summary = None
        elif summary is not None:
            found.add(index)
    return found


def _with_chapters(block: Block, key: tuple[Rank, int], main: tuple[Rank, int]) -> tuple[Rank, int]:
    """Return a heading's key, raised to the chapters' where it is one without a number: "References", "Appendix 2"."""
    number, words = split_number(block.text, is_heading=True)
    return main if number is None and key > main and is_chapter(words) else key


def is_chapter(words: str) -> bool:
    """Return whether a heading without a number stands beside the numbered chapters."""
    return _CHAPTER.match(words.strip(" .:")) is not None
