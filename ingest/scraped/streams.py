"""A box's lines and a column's lines that scraping put in one row, told apart again.

Where a box stands beside a column, programs that go down the page write a line of the one, then a line of the other.
Both are narrower than the page; each has a width of its own, and in each the sentences go on from line to line. The
division that fits widths and sentences best is taken, and marked as uncertain.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ingest.layout.endings import is_finished
from ingest.scraped.lines import TextLine, begins_item, has_room

# Lines beside a box fill at most this share of the width; so many of them follow each other.
NARROW = 0.74
FEWEST = 6
# This share of them begins low, for they are sentences that go on.
SHARE_LOW = 0.4
# No box beside a column is longer.
MOST = 80
# Costs: a low beginning after a full stop; a capital in the middle of a sentence; a line too wide or too short for its
# side; what a phrase that the document has elsewhere takes off, and one that English has nowhere puts on; a box that
# begins low or breaks off; two lines of one side in a row, while box and column stand beside each other.
LOW_AFTER_STOP = 4.0
CAPITAL_WITHIN = 1.2
TOO_WIDE = 6.0
TOO_SHORT = 3.0
KNOWN_PHRASE = -1.5
KNOWN_SMALL_WORD = -0.5
NEVER_TOGETHER = 2.0
SAME_SIDE = 0.3
BOX_BROKEN = 4.0
LABELLED_BOX = -3.0

_LABEL = re.compile(
    r"(?:key |practice |good )?"
    r"(?:learning|lessons?|findings?|recommendations?|points?|practice|questions?|messages?|note|case)"
    r"\b[^.]{0,40}:|[A-Z][^.:]{2,40}:\s",
    re.IGNORECASE,
)

# Words that do not follow each other: "will | the mother", "of the | were", "with | and".
_MODALS = frozenset(re.split(" ", "will would should could can may might must shall"))
_DETERMINERS = frozenset(re.split(" ", "the a an their his her its this these those our your my every each no"))
_PREPOSITIONS = frozenset(re.split(" ", "of in for with by from on at into within about between through"))
_VERBS = frozenset(re.split(" ", "is was were are has had have been be"))
_LINKS = frozenset(re.split(" ", "and or that which who"))
_SMALL_WORDS = _MODALS | _DETERMINERS | _PREPOSITIONS | _VERBS | _LINKS | {"to", "not"}
_NEVER_AFTER = (
    (_MODALS, _DETERMINERS | _PREPOSITIONS),
    (_DETERMINERS, _DETERMINERS | _PREPOSITIONS | _VERBS | _MODALS | _LINKS),
    (_PREPOSITIONS, _VERBS | _MODALS | {"and", "or", "of"}),
    (frozenset({"and", "or"}), frozenset({"and", "or", "of"})),
)

Phrases = Callable[[str, str], bool]
Costs = Sequence[Sequence[float]]


@dataclass(frozen=True, slots=True)
class Streams:
    """A stretch of lines divided: those of the column and those of the box, in order."""

    column: tuple[TextLine, ...]
    box: tuple[TextLine, ...]


def phrases_of(lines: Sequence[TextLine]) -> Phrases:
    """Return a function that tells whether the document has a word right before another somewhere within a line."""
    pairs = {
        (one.casefold(), other.casefold())
        for line in lines
        for one, other in pairwise(re.findall(r"[\w’'&-]+", line.text))
    }
    return lambda one, other: (one.casefold(), other.casefold()) in pairs


def narrow_stretches(lines: Sequence[TextLine], width: int) -> list[tuple[int, int]]:
    """Return (first, behind last) of stretches of lines that look like a box and a column in one."""
    found = []
    start = 0
    while start < len(lines):
        end = start
        while end < len(lines) and _is_narrow(lines[end], width) and end - start < MOST:
            end += 1
        if end - start >= FEWEST and _are_sentences(lines[start:end], width):
            found.append((start, end))
        start = max(end, start + 1)
    return found


def _is_narrow(line: TextLine, width: int) -> bool:
    return (
        0 < len(line.text) <= NARROW * width and "\t" not in line.text and not re.fullmatch(r"[-•–]|\d{1,3}", line.text)
    )


def _are_sentences(lines: Sequence[TextLine], width: int) -> bool:
    """Return whether lines end in the middle of sentences though the width would have let them go on."""
    low = [line for line in lines if line.text[:1].islower() or line.text[:1] in "(‘’“”'\""]
    broken = [
        one for one, other in pairwise(lines) if not is_finished(one.text) and has_room(one.text, other.text, width)
    ]
    items = sum(begins_item(line.text) for line in lines)
    return len(low) >= SHARE_LOW * len(lines) and len(broken) >= 0.6 * len(lines) and items <= 0.25 * len(lines)


def divide(lines: Sequence[TextLine], before: str, after: str, is_phrase: Phrases) -> Streams | None:
    """Return the stretch divided into column and box, None where it is better read as one.

    `before` and `after` are the lines of the text above and below it.
    """
    texts = [before, *(line.text for line in lines), after]
    costs = [[_join_cost(one, other, is_phrase) for other in texts] for one in texts]
    as_one = sum(costs[place][place + 1] for place in range(len(texts) - 2))
    found = [_cheapest(texts, costs, *widths) for widths in _pairs_of_widths(texts[1:-1])]
    best = min(found, default=(as_one, ()))
    if not best[1] or best[0] >= as_one:
        return None
    inside = set(best[1])
    return Streams(
        tuple(line for place, line in enumerate(lines, start=1) if place not in inside),
        tuple(line for place, line in enumerate(lines, start=1) if place in inside),
    )


def _pairs_of_widths(texts: Sequence[str]) -> list[tuple[int, int]]:
    """Return widths that column and box may have: some of the lengths of the longer lines."""
    lengths = sorted({len(text) for text in texts})
    likely = lengths[len(lengths) // 4 :: max(len(lengths) // 8, 1)]
    return [(one, other) for one in likely for other in likely if abs(one - other) >= 3]


def _cheapest(texts: Sequence[str], costs: Costs, column_width: int, box_width: int) -> tuple[float, tuple[int, ...]]:
    """Return (cost, places of the box's lines) of the best division for two widths.

    States are (last line of the column, last line of the box), the box's 0 for none yet; each keeps its cheapest way.
    """
    states: dict[tuple[int, int], tuple[float, tuple[int, ...]]] = {(0, 0): (0.0, ())}
    for place in range(1, len(texts) - 1):
        text = texts[place]
        wide_column, wide_box = _width_cost(text, column_width), _width_cost(text, box_width)
        start = _start_cost(text)
        following: dict[tuple[int, int], tuple[float, tuple[int, ...]]] = {}
        for (column, box), (cost, inside) in states.items():
            in_turn = SAME_SIDE if box and not is_finished(texts[box]) else 0.0
            as_column = cost + costs[column][place] + wide_column + (in_turn if column == place - 1 else 0.0)
            _keep(following, (place, box), as_column, inside)
            as_box = cost + (costs[box][place] if box else start) + wide_box + (in_turn if box == place - 1 else 0.0)
            _keep(following, (column, place), as_box, (*inside, place))
        states = following
    last = len(texts) - 1
    return min(
        (cost + costs[column][last] + (BOX_BROKEN if box and not is_finished(texts[box]) else 0.0), inside)
        for (column, box), (cost, inside) in states.items()
    )


def _keep(
    states: dict[tuple[int, int], tuple[float, tuple[int, ...]]],
    key: tuple[int, int],
    cost: float,
    inside: tuple[int, ...],
) -> None:
    if key not in states or cost < states[key][0]:
        states[key] = (cost, inside)


def _join_cost(one: str, other: str, is_phrase: Phrases) -> float:
    """Return how badly one line follows another."""
    if not one or not other:
        return 0.0
    if begins_item(other):
        return 0.0 if is_finished(one) else CAPITAL_WITHIN
    begins_low = other[0].islower()
    if is_finished(one) and not re.search(r"[:;…]$", one):
        return LOW_AFTER_STOP if begins_low else 0.0
    return _within_sentence(one, other, is_phrase, begins_low=begins_low)


def _within_sentence(one: str, other: str, is_phrase: Phrases, *, begins_low: bool) -> float:
    """Return how badly a line goes on in the middle of another's sentence."""
    last, first = re.findall(r"[\w’'&-]+", one)[-1:], re.findall(r"[\w’'&-]+", other)[:1]
    is_known = bool(last and first) and is_phrase(last[0], first[0])
    return (0.0 if begins_low or other[0] in "(‘“'\"" or other[0].isdigit() else CAPITAL_WITHIN) + (
        KNOWN_PHRASE if is_known else 0.0
    )


def _width_cost(text: str, width: int) -> float:
    if len(text) > width + 1:
        return TOO_WIDE * (len(text) - width) / width + 1.0
    if is_finished(text):
        return 0.0
    return TOO_SHORT * max(0.85 - len(text) / width, 0.0)


def _start_cost(text: str) -> float:
    if _LABEL.match(text):
        return LABELLED_BOX
    return 0.0 if text[:1].isupper() else BOX_BROKEN
