"""Lines of a text: what each begins with, whether its text is broken into lines by width, and how wide that is."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from ingest.layout.endings import is_finished
from ingest.layout.markers import BULLET, DASH, LETTERED, PARTED, STOPPED

# A text is broken by width where this share of its lines goes on in the next in the middle of a sentence.
SHARE_WRAPPED = 0.25
# A line of this many characters is a paragraph; where so much of them is followed by text, lines part the paragraphs.
LONG_LINE = 100
SHARE_FOLLOWED = 0.6
# A line that leaves this share of the width free, beyond the next word, ends its paragraph.
FREE = 0.12
# After a full stop, less tells as much.
FREE_AFTER_STOP = 0.08

_HEADING = re.compile(r"\s{0,3}(#{1,6})\s+(\S.*?)\s*#*\s*$")
_RULE = re.compile(r"\s*(?:[-*_=]\s*){3,}$")
# "> A text in a box": how Markdown sets a text apart
_QUOTE = re.compile(r"^(?:>\s?)+(?!\d)")
_MARKUP = re.compile(r"\*{1,3}|</?(?:b|i|strong|em|u)>")


@dataclass(frozen=True, slots=True)
class TextLine:
    """One line. `indent` counts the spaces before it; `text` is without them and without spaces behind.

    `is_page_break` is an empty line for a form feed, where a page of the source ended.
    """

    text: str
    indent: int = 0
    is_page_break: bool = False

    @property
    def is_blank(self) -> bool:
        """Return whether nothing stands on it."""
        return not self.text

    @property
    def plain(self) -> str:
        """Return its text without marks of emphasis."""
        return _MARKUP.sub("", self.text)


def lines_of(source: str) -> list[TextLine]:
    """Return the lines of a text; a form feed between pages becomes a blank line that says so."""
    lines = []
    for line in source.replace("\f", "\n\f\n").split("\n"):
        if line == "\f":
            lines.append(TextLine("", is_page_break=True))
            continue
        expanded = line.replace("\u00a0", " ")
        text = _without_tab(_QUOTE.sub("", expanded.strip(" \r")))
        lines.append(
            TextLine(
                text.rstrip("\t ") if not text.startswith("\t") else text, len(expanded) - len(expanded.lstrip(" "))
            )
        )
    return lines


def _without_tab(text: str) -> str:
    """Return a line whose number or bullet a tab parts from its text with a space there; other tabs part columns."""
    first, tab, rest = text.partition("\t")
    is_marker = bool(first) and " " not in first and begins_item(f"{first} ")
    return f"{first} {rest.lstrip()}" if tab and is_marker and "\t" not in rest.strip() else text


def width_of(lines: Sequence[TextLine]) -> int:
    """Return how many characters wide the text is broken, 0 where each paragraph is a line of its own."""
    filled = [line for line in lines if not line.is_blank and "\t" not in line.text and not line.text.startswith("|")]
    pairs = [(one, other) for one, other in pairwise(lines) if not one.is_blank and not other.is_blank]
    goes_on = [one for one, other in pairs if other.text[:1].islower() and not is_finished(one.text)]
    if len(goes_on) < 5 or len(goes_on) < SHARE_WRAPPED * len(filled):
        return 0
    lengths = sorted(len(line.text) for line in goes_on)
    return lengths[int(0.9 * (len(lengths) - 1))]


def parts_by_lines(lines: Sequence[TextLine]) -> bool:
    """Return whether each line is a paragraph of its own: after most of the long ones no blank line stands."""
    long = [(one, other) for one, other in pairwise(lines) if len(one.text) > LONG_LINE and is_finished(one.text)]
    followed = [one for one, other in long if not other.is_blank]
    return len(followed) > SHARE_FOLLOWED * len(long)


def has_room(line: str, following: str, width: int) -> bool:
    """Return whether the next line's first word would have found room at the end of a line, with a good deal left."""
    first = following.split(" ", 1)[0]
    free = FREE_AFTER_STOP if is_finished(line) else FREE
    return len(line) + 1 + len(first) < (1 - free) * width


def heading_of(line: TextLine) -> tuple[int, str] | None:
    """Return (level, words) of a Markdown heading, None where a line is none."""
    match = _HEADING.match(line.text)
    return (len(match[1]), match[2]) if match else None


def is_rule(line: TextLine) -> bool:
    """Return whether a line is a rule of dashes, asterisks or equals signs."""
    return _RULE.match(line.text) is not None and "\t" not in line.text


def begins_item(text: str) -> bool:
    """Return whether a line begins with a bullet or a number, with text after it."""
    plain = _MARKUP.sub("", text)
    if BULLET.match(plain) or DASH.match(plain):
        return True
    return any(pattern.match(plain) for pattern in (PARTED, STOPPED, LETTERED))
