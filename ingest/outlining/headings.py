"""Headings: which blocks are, by their number, words, size, weight and capitals."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from ingest.blocks import Block, BlockKind
from ingest.outline import Part
from ingest.outlining.numbers import depth_of, split_number
from ingest.outlining.parts import part_of_heading

# Headings are short; a question that heads a section in large bold type may run to four lines of about this many signs.
LONGEST = 320
LONGEST_BOLD = 140
# A plain line (no larger, bolder or in capitals than the text) is a heading up to this length, if its words say so.
LONGEST_PLAIN = 75
LONGEST_NAME = 110
MOST_WORDS = 14
WORDS_OF_NAME = 7
FEW_WORDS = 4
# Type is larger than the body's from here on, in multiples of it.
LARGER = 1.06
MUCH_LARGER = 1.15
# Kinds of type are told apart in steps of this much of the body's size.
STEP = 0.07

# The parts whose headings may end in a colon without standing out, unless a verb makes them a sentence.
_LEADS_IN = re.compile(r"\b(?:following|is|are|was|were|made|makes?|recommends?|should|must)\b", re.IGNORECASE)
_ENDING_IN_COLON = frozenset({Part.RECOMMENDATIONS, Part.ACTION_PLAN})
_SENTENCE_END = re.compile(r"[.;,][\"'”’)]*$")
_LETTER = re.compile(r"[A-Za-z]")
_YEAR = re.compile(r"(?:19|20)\d\d(?:\s*(?:[-–/]|to|and)\s*(?:(?:19|20)\d\d|\d\d))?(?:\s+continued)?:?", re.IGNORECASE)
_SMALL_WORD = re.compile(r"(?:of|the|and|for|to|in|on|a|an|with|by|at|from|or|as|its|their|his|her|per|&|-|–)$")
_QUOTED = re.compile(r"[“‘\"'].*[”’\"']$")
_CLOSING = re.compile(r"^(?:ends?|end of (?:report|document))\.?$", re.IGNORECASE)
_APPENDIX = re.compile(r"(?:appendix|annexe?|schedule)\s+(?:\d{1,2}|[A-Z]|[ivx]{1,4})\b", re.IGNORECASE)


class Look(NamedTuple):
    """How a block is set: what headings of one depth have in common."""

    size: int
    is_bold: bool
    is_capitals: bool
    is_italic: bool


def look_of(block: Block) -> Look:
    """Return how a block is set."""
    letters = "".join(_LETTER.findall(split_number(block.text, is_heading=True)[1]))
    is_capitals = len(letters) > 3 and letters.isupper()
    return Look(round((block.size - 1) / STEP), block.is_bold, is_capitals, block.is_italic)


def is_heading(blocks: Sequence[Block], index: int) -> bool:
    """Return whether a block is a heading."""
    block = blocks[index]
    if block.kind == BlockKind.HEADING:
        return bool(block.text)
    if block.kind != BlockKind.PARAGRAPH or len(block.text) > LONGEST or _CLOSING.match(block.text):
        return False
    number, words = split_number(block.text, is_heading=True)
    if not _LETTER.search(words):
        return bool(_YEAR.fullmatch(block.text)) and (stands_out(block) or _is_alone(blocks, index))
    if number and depth_of(number) == 0 and not block.is_bold and block.size < LARGER:
        return False
    if stands_out(block):
        return not _is_statement(block, number, words)
    return _is_plain_heading(blocks, index, number, words)


def stands_out(block: Block) -> bool:
    """Return whether a block's type sets it apart from the text; in a box, only weight and size do."""
    if block.is_bold or block.size >= LARGER:
        return block.box is None or block.is_bold or block.size >= MUCH_LARGER
    return block.box is None and look_of(block).is_capitals


def _is_alone(blocks: Sequence[Block], index: int) -> bool:
    """Return whether a line of a year stands between two paragraphs, as a year does in a chronology."""
    following = blocks[index + 1] if index + 1 < len(blocks) else None
    return following is not None and following.kind == BlockKind.PARAGRAPH and len(following.text) > 40


def _is_statement(block: Block, number: str | None, words: str) -> bool:
    """Return whether a text that stands out is a sentence all the same: a bold finding, a signature, a paragraph."""
    is_large = block.size >= MUCH_LARGER or (block.size >= LARGER and block.is_bold)
    if look_of(block).is_capitals:
        return len(words) > LONGEST_BOLD
    if len(block.lines) > 2 and not is_large:
        return True
    if _SENTENCE_END.search(words):
        is_title = (
            is_large and block.is_bold and len(words) < LONGEST_BOLD and words.endswith(".") and ". " not in words
        )
        return not is_title
    if _QUOTED.match(words):
        return not is_large
    if words[:1].islower():
        return number is None
    return len(words) > LONGEST_BOLD and not (is_large and block.is_bold)


def _is_plain_heading(blocks: Sequence[Block], index: int, number: str | None, words: str) -> bool:
    """Return whether a block set like the text is a heading by its number or words, and something follows."""
    block = blocks[index]
    if block.box is not None or not words[:1].isupper() or ". " in words:
        return False
    if words.endswith(":") and len(words.split()) > WORDS_OF_NAME and _LEADS_IN.search(words):
        return False
    if depth_of(number) and len(words) < LONGEST_BOLD and _goes_on_below(number, blocks[index + 1 : index + 12]):
        return True
    if _APPENDIX.match(words) and not _SENTENCE_END.search(words):
        return len(words) < LONGEST_BOLD
    if re.search(r"[.;,–—-]$", words) or (words.endswith(":") and not _is_title_with_colon(words)):
        return False
    if words.endswith("?") and part_of_heading(words[:-1]) == Part.OTHER:
        return False
    following = next((other for other in blocks[index + 1 : index + 4] if other.kind != BlockKind.FOOTNOTE), None)
    if following is None or len(words) > (LONGEST_NAME if is_title_case(words) else LONGEST_PLAIN):
        return False
    if depth_of(number):
        return is_title_case(words) or (len(words.split()) <= FEW_WORDS and part_of_heading(words) != Part.OTHER)
    if number:
        return False
    tells_part = part_of_heading(words) != Part.OTHER
    return is_name(words) and (block.is_italic or (tells_part and len(words.split()) <= MOST_WORDS))


def _is_title_with_colon(words: str) -> bool:
    """Return whether words that end in a colon are a part's title; others so ended lead into a list."""
    return part_of_heading(words) in _ENDING_IN_COLON and not _LEADS_IN.search(words)


def is_name(words: str) -> bool:
    """Return whether words are written like a title: "Isle Council Children's Services", "Terms of reference"."""
    parts = words.split()
    most = MOST_WORDS if words.endswith("?") else WORDS_OF_NAME
    return len(parts) <= 2 or is_title_case(words) or (len(parts) <= most and part_of_heading(words) != Part.OTHER)


def is_title_case(words: str) -> bool:
    """Return whether every word but the small ones begins with a capital."""
    return all(not part[:1].islower() or _SMALL_WORD.match(part) for part in words.split())


def _goes_on_below(number: str | None, following: Sequence[Block]) -> bool:
    """Return whether the blocks after a numbered one are its paragraphs: "3" and then "3.1" and "3.2"."""
    own = str(number).strip(".)")
    below = [str(split_number(block.text)[0]).strip(".)") for block in following]
    if f"{own}.1" not in below:
        return False
    first = below.index(f"{own}.1")
    return first < 3 and (f"{own}.2" in below or first + 1 == len(below) or depth_of(number) == 1)
