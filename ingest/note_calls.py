"""The marks of footnotes that readers take out of a text, and where they stood in it.

A text goes through many hands before it is a passage: lines are joined, broken words mended, its number taken out. So
a mark is remembered by the letters before it, which all of these leave alone, and finds its place at the end.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

# So many letters before a mark tell its place: about four words. Fewer have to do where a number stood before the text.
LETTERS = 24
FEWER = (LETTERS, 14, 7)


@dataclass(frozen=True, slots=True)
class NoteCall:
    """One mark ("3", "*"), and the letters and figures that stood before it in its block, without anything between."""

    mark: str
    before: str


def call_after(text: str, mark: str) -> NoteCall:
    """Return the call of a mark that stands after a text."""
    return NoteCall(mark, letters_of(text)[-LETTERS:])


def calls_of_marks(text: str, marks: str) -> list[NoteCall]:
    """Return the calls that raised words make after a text: "3,4" are two."""
    return [call_after(text, mark.strip("[]. ")) for mark in marks.replace(";", ",").split(",") if mark.strip("[]. ")]


def calls_after(text: str, calls: Iterable[NoteCall]) -> tuple[NoteCall, ...]:
    """Return the calls of a text that was put after another one."""
    letters = letters_of(text)[-LETTERS:]
    return tuple(replace(call, before=f"{letters}{call.before}"[-LETTERS:]) for call in calls)


def letters_of(text: str) -> str:
    """Return the letters and figures of a text."""
    return "".join(letter for letter in text if letter.isalnum())


def places_of(text: str, calls: Sequence[NoteCall], known: Collection[str]) -> tuple[tuple[int, str], ...]:
    """Return where in a text the calls of `known` marks stand, each as the place before which it is put, in order.

    A mark stands after the punctuation that follows its word, as it is printed. One whose letters are not found stands
    at the end.
    """
    at = [place for place, letter in enumerate(text) if letter.isalnum()]
    letters = "".join(text[place] for place in at)
    found, begin = [], 0
    for call in calls:
        end = _end_of(call.before, letters, begin)
        begin = end or begin
        if call.mark in known:
            found.append((_after(text, at[end - 1]) if end else len(text), call.mark))
    return tuple(found)


def _end_of(before: str, letters: str, begin: int) -> int:
    """Return the place behind the letters that stood before a mark, at or after `begin`; 0 where they are not found."""
    for count in FEWER:
        tail = before[-count:]
        start = letters.find(tail, max(begin - len(tail), 0)) if tail else -1
        if start >= 0:
            return start + len(tail)
    return 0


def _after(text: str, place: int) -> int:
    """Return the place behind a letter and the punctuation that hangs on it."""
    end = place + 1
    while end < len(text) and not text[end].isalnum() and not text[end].isspace() and text[end] not in "([{–—":
        end += 1
    return end
