"""Note marks that scraping glued to words as plain figures, counting up through the text: "statutory guidance5."."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

# One or two figures right behind something, and no letter or figure after: "Reviewer4 in", "…’6.".
_CANDIDATE = re.compile(r"(?<=\S)(?P<figures>[1-9]\d?)(?=[\s.,;:?!)’”]|$)")
# What they may stand behind: a word, a word's stop, a closing sign and its stop; not "1.", "p.2" or "(3".
_BEHIND = re.compile(r"(?:[^\W\d_]{3}|[^\W\d_]{3}[’'”\")\]]*[.,;:]|[’'”\")\]…][.,;:…]*)$")
# So many in a row prove that figures behind words are marks.
ENOUGH = 3
# Between two marks that were found, so many may be missing.
MISSING = 3
# A word with a figure of its own: "Covid19", "SystmOne2", "A4".
_OWN_FIGURE = re.compile(
    r"(?:covid|level|stage|tier|figure|table|section|chapter|phase|band|grade|key|child|step|part)-?$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class _Mark:
    line: int
    start: int
    end: int
    number: int


def without_glued_marks(texts: Sequence[str]) -> list[str]:
    """Return lines without the note marks that stand glued to their words, where these count up through the text."""
    marks = [mark for index, text in enumerate(texts) for mark in _candidates(index, text)]
    chain = _chain(marks)
    if len(chain) < ENOUGH:
        return list(texts)
    last = max(mark.number for mark in chain)
    chosen = {*chain, *(mark for mark in marks if mark not in chain and _is_repeat(mark, texts, last))}
    done = list(texts)
    for mark in sorted(chosen, key=lambda mark: (mark.line, -mark.start)):
        done[mark.line] = done[mark.line][: mark.start] + done[mark.line][mark.end :]
    return done


def _candidates(index: int, text: str) -> Iterator[_Mark]:
    for match in _CANDIDATE.finditer(text):
        before = text[: match.start()]
        word = re.search(r"[^\W\d_]*$", before)
        if word and _BEHIND.search(before) and not _OWN_FIGURE.search(word[0]) and not _is_code(word[0]):
            yield _Mark(index, match.start(), match.end(), int(match["figures"]))


def _is_code(word: str) -> bool:
    """Return whether letters with a figure are a name: "LSCB2", "GP3" are not, "WT" and shorter capitals may be."""
    return word.isupper() and len(word) < 3


def _chain(marks: Sequence[_Mark]) -> list[_Mark]:
    """Return the longest run of marks that counts up in reading order, with few numbers missing between two."""
    best: list[list[_Mark]] = []
    for place, mark in enumerate(marks):
        before = [best[other] for other in range(place) if 0 < mark.number - marks[other].number <= MISSING]
        longest = max(before, key=len, default=[])
        best.append([*longest, mark] if longest or mark.number <= MISSING else [])
    return max(best, key=len, default=[])


def _is_repeat(mark: _Mark, texts: Sequence[str], last: int) -> bool:
    """Return whether a mark out of turn is one too: its number is in use, and its word stands elsewhere without."""
    word = re.search(r"[^\W\d_]+$", texts[mark.line][: mark.start])
    if word is None or mark.number > last or len(word[0]) < 4:
        return False
    stem = re.escape(word[0].removesuffix("s"))
    alone = re.compile(rf"\b{stem}s?\b(?!\s*{mark.number}\b)")
    with_space = re.compile(rf"\b{re.escape(word[0])}\s+\d")
    return any(alone.search(text) for text in texts) and not any(with_space.search(text) for text in texts)
