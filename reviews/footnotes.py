"""Footnotes in a text that is read: each stands at the end of its page or section, and its mark leads to it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from reviews.models import Item

HEADING, FOOTNOTE = "heading", "footnote"
Key = TypeVar("Key")
# The columns of a passage's item that `line` is made of, in its order.
LINE_COLUMNS = ("document", "page", "passage__block", "label", "passage__note_marks")


@dataclass(frozen=True)
class Line:
    """What putting notes in their places needs of a passage. `marks` are those of the notes that it calls."""

    document: int
    page: int | None
    block: str
    label: str = ""
    marks: tuple[str, ...] = ()

    @property
    def is_note(self) -> bool:
        """Whether it is a footnote."""
        return self.block == FOOTNOTE


@dataclass(frozen=True)
class Call:
    """A note's mark in a text: the place before which it stands, and the note. `is_first` where no other leads to it.

    The way back from a note leads to the first of its calls.
    """

    place: int
    note: "Item"
    is_first: bool

    @property
    def fragment(self) -> str:
        """The id of the mark's element."""
        return f"c-{self.note.anchor}"


def line_of(passage: "Item") -> Line:
    """Return what putting notes in their places needs of a passage; its own row should be fetched with it."""
    return line(passage.document_id, passage.page, passage.passage.block, passage.label, passage.passage.note_marks)


def line(document: int, page: int | None, block: str, label: str, note_marks: Mapping[str, list[list[str]]]) -> Line:
    """Return the same from the columns as they are stored."""
    return Line(document, page, block, label, tuple(mark for _, mark in note_marks.get("at", ())))


def notes_in_place(lines: Sequence[tuple[Key, Line]]) -> list[Key]:
    """Return the keys of the lines, each note after the text of its page.

    A note without a page stands at the end of the section that calls it; one that is not called, of the document.
    """
    ordered: list[Key] = []
    for _, group in groupby(lines, key=lambda one: one[1].document):
        together = list(group)
        text = [one for one in together if not one[1].is_note]
        waiting: dict[int, list[Key]] = {}
        for key, note in together:
            if note.is_note:
                waiting.setdefault(_place_of([line for _, line in text], note), []).append(key)
        ordered += waiting.pop(0, [])
        for place, (key, _) in enumerate(text, start=1):
            ordered += [key, *waiting.get(place, [])]
    return ordered


def calls_in(passages: Iterable["Item"]) -> dict[int, tuple[Call, ...]]:
    """Return the calls in each passage that has some, by its key. Marks without a note here are no calls."""
    together = list(passages)
    notes = _by_mark(passage for passage in together if passage.passage.block == FOOTNOTE)
    called: set[int] = set()
    found = {}
    for passage in together:
        calls = tuple(_calls(passage, notes, called)) if passage.passage.note_marks else ()
        if calls:
            found[passage.pk] = calls
    return found


def _place_of(text: Sequence[Line], note: Line) -> int:
    """Return after how many lines of the text a note stands."""
    if note.page is not None:
        return next((at for at in range(len(text), 0, -1) if (text[at - 1].page or note.page) <= note.page), 0)
    caller = next((at for at, line in enumerate(text) if note.label in line.marks), None)
    if caller is None:
        return len(text)
    return next((at for at in range(caller + 1, len(text)) if text[at].block == HEADING), len(text))


def _by_mark(notes: Iterable["Item"]) -> dict[tuple[int, str], list["Item"]]:
    by_mark: dict[tuple[int, str], list[Item]] = {}
    for note in notes:
        by_mark.setdefault((note.document_id, note.label), []).append(note)
    return by_mark


def _calls(passage: "Item", notes: Mapping[tuple[int, str], Sequence["Item"]], called: set[int]) -> Iterator[Call]:
    stored = passage.passage.note_marks
    # Where words were corrected or hidden since, nobody knows where the mark stood: it stands at the end.
    is_as_read = stored["of"] == len(passage.text)
    for place, mark in stored["at"]:
        note = _nearest(passage, notes.get((passage.document_id, mark), ()))
        if note is not None:
            yield Call(place if is_as_read else len(passage.text), note, note.pk not in called)
            called.add(note.pk)


def _nearest(passage: "Item", notes: Sequence["Item"]) -> "Item | None":
    """Return the note on the passage's page or the next; where marks begin anew on each page there are several."""
    page = passage.page or 0
    return min(notes, key=lambda note: ((note.page or page) < page, abs((note.page or page) - page)), default=None)
