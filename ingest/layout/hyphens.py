"""Lines → text: words broken over lines mended, ligatures spelt out, spaces made plain."""

import re
import unicodedata
from collections.abc import Iterable, Set

# Signs that stand for a hyphen at a line's end: hyphen-minus, hyphen, soft hyphen, and what pdfium gives for one.
HYPHENS = "-\u2010\u00ad\ufffe"
_WORD_END = re.compile(rf"([^\W\d_]+)[{HYPHENS}]$")
_WORD_START = re.compile(r"^([^\W\d_]+)")
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
_PLAIN = str.maketrans(
    {**_LIGATURES, "\u00ad": "", "\ufffe": "-", "\u200b": "", "\ufeff": "", "\u00a0": " ", "\u2009": " ", "\u202f": " "}
)


def join_lines(lines: Iterable[str], vocabulary: Set[str] = frozenset()) -> str:
    """Return the lines as one text. `vocabulary` are the document's words in lower case, hyphenated ones too."""
    text = ""
    for line in lines:
        line = line.strip()
        if not line:
            continue
        text = _joined(text, line, vocabulary) if text else line
    return plain(text)


def plain(text: str) -> str:
    """Return a text with ligatures spelt out, odd spaces made plain and accents composed."""
    return unicodedata.normalize("NFC", re.sub(r"\s+", " ", text.translate(_PLAIN))).strip()


def _joined(text: str, line: str, vocabulary: Set[str]) -> str:
    end, start = _WORD_END.search(text), _WORD_START.match(line)
    if end is None or start is None:
        return (
            f"{text}{line}"
            if re.search(r"\w[/–—]$|\w[-\u2010]$", text) and line[0].isalnum() and text[-1] != "–"
            else f"{text} {line}"
        )
    first, second = end[1], start[1]
    if text[-1] == "\u00ad" or is_one_word(first, second, vocabulary):
        return text[:-1] + line
    return f"{text[:-1]}-{line}"


def is_one_word(first: str, second: str, vocabulary: Set[str]) -> bool:
    """Return whether a word broken at a line's end is written without a hyphen, as far as the document shows.

    "assess-" + "ment" is one word; "early-" + "years" keeps its hyphen, as does what the document writes with one.
    """
    one, two = first.casefold(), second.casefold()
    if one + two in vocabulary:
        return True
    if f"{one}-{two}" in vocabulary or not second[0].islower():
        return False
    return not (one in vocabulary and two in vocabulary)


def words_of(text: str) -> set[str]:
    """Return the words of a text in lower case, hyphenated ones whole and none that ends in a hyphen."""
    return {word.casefold() for word in re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*(?![\w-])", text)}
