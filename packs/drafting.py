"""A draft of a pack: a ready-made shape, filled from a theme or a search in one step, for the trainer to edit."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import islice, zip_longest
from typing import TypeVar

from packs.bank import questions
from packs.collecting import NewEntry, quotation, timeline
from packs.models import EntryKind
from packs.picking import Picked
from packs.shapes import (
    AIMS,
    EVALUATION,
    EVALUATION_LINES,
    EVALUATION_OPEN,
    FINDINGS,
    GOOD_PRACTICE,
    GROUND_RULES,
    HELP,
    QUESTIONS,
    RECOMMENDATIONS,
    REVIEWS,
    SHAPES,
    TEXT,
    TIMELINE,
    PlannedSection,
    Slot,
)
from reviews.models import Item, Review

Taken = TypeVar("Taken")
NOTE_ON_GOOD_PRACTICE = "Leave time for this one: what made it possible, and could it happen where you work?"


def draft(shape: str, audience: str, picked: Picked) -> list[NewEntry]:
    """Return the entries of a draft, in order; what the reviews do not give is left out, with its section."""
    shelf = _Shelf(picked, audience)
    entries: list[NewEntry] = []
    for section in SHAPES[shape].sections:
        entries += _section(section, shelf)
    return entries


@dataclass
class _Shelf:
    """What is left to take, so that nothing stands in a draft twice."""

    picked: Picked
    audience: str
    used: dict[str, int] = field(default_factory=dict)

    def take(self, what: str, source: "tuple[Taken, ...]", most: int) -> "tuple[Taken, ...]":
        """Return the next `most` of a source."""
        start = self.used.get(what, 0)
        self.used[what] = start + most
        return source[start : start + most]


def _section(section: PlannedSection, shelf: _Shelf) -> Iterator[NewEntry]:
    filled = [entry for slot in section.slots for entry in FILLERS[slot.filled_with](slot, shelf)]
    if filled or not section.slots:
        yield NewEntry(EntryKind.SECTION, title=section.title, minutes=section.minutes, note=section.note)
        yield from filled


def _aims(slot: Slot, shelf: _Shelf) -> Iterator[NewEntry]:
    bank = questions()
    aims = (bank[theme.key].aim for theme in shelf.picked.themes if theme.key in bank)
    for aim in islice(aims, slot.most):
        yield NewEntry(EntryKind.AIM, text=aim)


def _questions(slot: Slot, shelf: _Shelf) -> Iterator[NewEntry]:
    """Yield questions on each theme in turn, those for this audience first."""
    bank = questions()
    by_theme = [bank[theme.key].for_audience(shelf.audience) for theme in shelf.picked.themes if theme.key in bank]
    in_turn = tuple(one for row in zip_longest(*by_theme) for one in row if one is not None)
    for question in shelf.take(QUESTIONS, in_turn, slot.most):
        yield NewEntry(EntryKind.QUESTION, text=question.text)


def _quotations(what: str, source: Callable[[Picked], tuple[Item, ...]], note: str = "") -> "Filler":
    def fill(slot: Slot, shelf: _Shelf) -> Iterator[NewEntry]:
        for item in shelf.take(what, source(shelf.picked), slot.most):
            yield quotation(item, note=note)

    return fill


def _reviews(slot: Slot, shelf: _Shelf) -> Iterator[NewEntry]:
    """Yield whole reviews; before a story, the one whose story it is."""
    told: tuple[Review, ...] = tuple(review for review, _ in shelf.picked.stories)
    others = tuple(review for review in shelf.picked.reviews if review not in told)
    for review in shelf.take(REVIEWS, told + others, slot.most):
        yield NewEntry(EntryKind.REVIEW, review=review)


def _timeline(slot: Slot, shelf: _Shelf) -> Iterator[NewEntry]:
    for review, events in shelf.take(TIMELINE, shelf.picked.stories, slot.most):
        yield timeline(review, events, text=slot.text, note=slot.note)


def _words(kind: EntryKind) -> "Filler":
    def fill(slot: Slot, shelf: _Shelf) -> Iterator[NewEntry]:
        yield NewEntry(kind, title=slot.title, text=slot.text, note=slot.note)

    return fill


def evaluation(slot: Slot | None = None, shelf: _Shelf | None = None) -> Iterator[NewEntry]:
    """Yield an evaluation form: sentences to agree with, then open questions, a blank line between."""
    text = "\n".join(EVALUATION_LINES) + "\n\n" + "\n".join(EVALUATION_OPEN)
    yield NewEntry(EntryKind.EVALUATION, title="What did you make of this session?", text=text)


Filler = Callable[[Slot, _Shelf], Iterator[NewEntry]]
FILLERS: dict[str, Filler] = {
    AIMS: _aims,
    QUESTIONS: _questions,
    FINDINGS: _quotations(FINDINGS, lambda picked: picked.findings),
    GOOD_PRACTICE: _quotations(GOOD_PRACTICE, lambda picked: picked.good_practice, NOTE_ON_GOOD_PRACTICE),
    RECOMMENDATIONS: _quotations(RECOMMENDATIONS, lambda picked: picked.recommendations),
    REVIEWS: _reviews,
    TIMELINE: _timeline,
    GROUND_RULES: _words(EntryKind.TEXT),
    TEXT: _words(EntryKind.TEXT),
    HELP: _words(EntryKind.HELP),
    EVALUATION: evaluation,
}
