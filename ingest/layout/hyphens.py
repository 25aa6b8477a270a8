"""Lines → text: words broken over lines mended, ligatures spelt out, spaces made plain."""

import re
import unicodedata
from collections.abc import Iterable

from ingest.layout.vocabulary import WORD_START, Vocabulary, word_end

_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
_UNSEEN = dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f", "")
_SPACES = dict.fromkeys("\u00a0\u2007\u2009\u200a\u202f\u3000", " ")
_PLAIN = str.maketrans({**_LIGATURES, **_UNSEEN, **_SPACES, "\u2010": "-", "\u2011": "-", "\ufffe": "-"})
# A line that ends so goes on without a space: "and/", "2015-", "parents—".
_OPEN_END = re.compile(r"\w[/—-]$")
NO_WORDS = Vocabulary()


def join_lines(lines: Iterable[str], vocabulary: Vocabulary = NO_WORDS) -> str:
    """Return the lines as one text, words broken over them mended as far as the document's own words show how."""
    text = ""
    for line in lines:
        following = line.strip()
        if following:
            text = _joined(text, following, vocabulary) if text else following
    # A hyphen at the very end is kept for what a later page goes on with.
    return plain(f"{text[:-1]}-" if text.endswith(("\u00ad", "\ufffe")) else text)


def plain(text: str) -> str:
    """Return a text with ligatures spelt out, unseen signs gone, odd spaces and hyphens plain, accents composed."""
    if not text.isascii():
        text = unicodedata.normalize("NFC", text.translate(_PLAIN))
    return " ".join(text.split())


def _joined(text: str, line: str, vocabulary: Vocabulary) -> str:
    end = word_end(text)
    start = WORD_START.match(line) if end else None
    if end is None or start is None:
        goes_on = line[0].isalnum() and _OPEN_END.search(text[-2:])
        return f"{text}{line}" if goes_on else f"{text} {line}"
    if text[-1] == "\u00ad" or vocabulary.is_one_word(end, start[1]):
        return text[:-1] + line
    return f"{text[:-1]}-{line}"
