"""A pack as slides, one idea on each: for presenting in the browser, for PowerPoint and for the handout. Pure.

What is revealed comes on a slide of its own after the question, so that it works with no animation at all.
"""

import math
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby, pairwise

from packs.bank import HelpLine
from packs.content import Citation, Event, PackContent, Part, Picture, Section, Timeline

# At the sizes that a room can read, so many words fill a slide.
MOST_WORDS = 70
MOST_WORDS_OF_AN_EVENT = 32
EVENTS_ON_A_SLIDE = 3
SOURCES_ON_A_SLIDE = 5
LINES_ON_A_SLIDE = 6
# So many more words fit in smaller type.
LEEWAY = 24
SENTENCE_ENDS = re.compile(r"[.!?…][\"”’)\]]*$")
CLAUSE_ENDS = re.compile(r"[,;:–][\"”’)\]]*$")


@dataclass(frozen=True)
class Slide:
    """One slide. `kind` chooses its look; `skip_over` is how many slides “skip” goes past."""

    kind: str
    title: str
    lines: tuple[str, ...] = ()
    quotation: str = ""
    citation: Citation | None = None
    place: str = ""
    events: tuple[Event, ...] = ()
    first_event: int = 1
    help_lines: tuple[HelpLine, ...] = ()
    pairs: tuple[tuple[str, str], ...] = ()
    sources: tuple[tuple[str, str], ...] = ()
    picture: Picture | None = None
    drawing: tuple[Event, ...] = ()
    notes: tuple[str, ...] = ()
    part: str = ""
    is_revealed: bool = False
    is_unchecked: bool = False
    skip_over: int = 0
    on_handout: bool = field(default=True)


def slides_of(content: PackContent) -> tuple[Slide, ...]:
    """Return the slides of a pack, in order, each with a title of its own."""
    slides = [_title(content), *_care(content)]
    for section in content.sections:
        slides += _section(section)
    slides += _explained(content)
    slides += _sources(content)
    return tuple(_with_titles_told_apart(slides))


def _title(content: PackContent) -> Slide:
    lines = (
        f"For {content.audience_name[:1].lower()}{content.audience_name[1:]}",
        f"{content.maker}, {content.made_on}",
    )
    fictional = ("The reviews are made up. No real person or place is in them.",) if content.is_fictional else ()
    minutes = (f"About {content.minutes} minutes.",) if content.minutes else ()
    notes = (*minutes, f"Made with {content.site}: {content.address}")
    return Slide("title", content.name, lines=(*lines, *fictional), notes=notes)


def _care(content: PackContent) -> Iterator[Slide]:
    """Yield what the session describes, said before anything is read."""
    if content.content_notes:
        things = ", ".join(_things(content.content_notes))
        lines = (
            f"We will read about {things}.",
            "Hard passages are announced, and can be skipped.",
            "You can leave the room at any time, without saying why.",
        )
        yield Slide("text", "What we will read today", lines=lines, on_handout=False)


def _things(notes: Iterable[str]) -> list[str]:
    """Return what the notes say is described, each once."""
    said = (re.split(r", | and ", note.removeprefix("Describes ")) for note in notes)
    return list(dict.fromkeys(thing for things in said for thing in things))


def _section(section: Section) -> Iterator[Slide]:
    if section.title:
        length = (f"{section.length} minutes.",) if section.length else ()
        notes = (*length, *_notes_of(section.note))
        yield Slide("section", section.title, lines=tuple(section.text.splitlines()), notes=notes, part=section.key)
    for kind, group in groupby(section.parts, key=lambda part: part.kind):
        parts = [part for part in group if not part.gone]
        if kind == "aim":
            yield from _aims(parts)
            continue
        for part in parts:
            yield from _part(part)


def _aims(parts: Sequence[Part]) -> Iterator[Slide]:
    for start in range(0, len(parts), LINES_ON_A_SLIDE):
        some = parts[start : start + LINES_ON_A_SLIDE]
        notes = tuple(note for part in some for note in _notes(part))
        yield Slide("list", "What we want to be able to do", lines=tuple(part.text for part in some), notes=notes)


def _part(part: Part) -> Iterator[Slide]:
    """Yield the slides of one part, a hard passage announced by a slide that can skip it."""
    slides = list(_of_kind(part))
    if slides and part.is_graphic:
        says = part.content_note or "The next part is hard to hear"
        lines = (f"{says}.", "You can look away, step outside, or ask to skip it.")
        yield Slide("care", "A hard passage comes next", lines=lines, part=part.key, skip_over=len(slides) + 1,
                    notes=("Wait a moment before you go on.",), on_handout=False)  # fmt: skip
    yield from (replace(slide, part=part.key) for slide in slides)


def _of_kind(part: Part) -> Iterator[Slide]:
    notes = _notes(part)
    if part.quotation:
        yield from _quotation(part, notes)
    elif part.timeline:
        yield from _timeline(part, part.timeline, notes)
    elif part.review:
        card = part.review
        pairs = (*card.facts, ("Themes", ", ".join(card.themes))) if card.themes else card.facts
        yield Slide("review", part.title or card.name, lines=(card.describes,), pairs=pairs, citation=card.citation,
                    notes=notes, is_revealed=part.is_reveal)  # fmt: skip
    elif part.picture:
        told = (*notes, *((part.picture.note,) if part.picture.note else ()))
        yield Slide("picture", part.title or "Across reviews", picture=part.picture, citation=part.picture.citation,
                    notes=told)  # fmt: skip
    elif part.kind == "question":
        yield Slide("question", part.title or "To talk about", lines=(part.text,), notes=notes,
                    is_revealed=part.is_reveal)  # fmt: skip
    elif part.kind == "help":
        yield Slide("help", part.title or "If it stays with you", lines=part.paragraphs, help_lines=part.help_lines,
                    notes=notes)  # fmt: skip
    elif part.kind == "evaluation":
        agree, asked = evaluation_lines(part.text)
        yield Slide("list", part.title or "Before you go", lines=(*agree, *asked), notes=notes, on_handout=False)
    elif part.kind in {"text", "aim"}:
        yield from _text(part, notes)


def _text(part: Part, notes: tuple[str, ...]) -> Iterator[Slide]:
    lines = part.paragraphs
    for start in range(0, max(len(lines), 1), LINES_ON_A_SLIDE):
        yield Slide("text", part.title or "Note", lines=lines[start : start + LINES_ON_A_SLIDE],
                    notes=notes if not start else (), is_revealed=part.is_reveal)  # fmt: skip


def _quotation(part: Part, notes: tuple[str, ...]) -> Iterator[Slide]:
    """Yield the words, over several slides where they are too many to read at once."""
    quotation = part.quotation
    assert quotation is not None  # the caller has looked
    lines = (f"For {quotation.who}",) if quotation.who else ()
    title = part.title or f"{quotation.item}: {quotation.review}"
    for number, words in enumerate(in_pieces(quotation.text)):
        yield Slide(
            "quotation", title, lines=lines, quotation=words, citation=quotation.citation, place=quotation.place,
            notes=notes if not number else (), is_revealed=part.is_reveal, is_unchecked=not quotation.is_checked,
        )  # fmt: skip


def _timeline(part: Part, timeline: Timeline, notes: tuple[str, ...]) -> Iterator[Slide]:
    """Yield the story up to its ending, the question, and then the ending."""
    yield Slide(
        "timeline", part.title or f"What happened: {timeline.review}", drawing=timeline.before or timeline.events,
        citation=timeline.citation, notes=notes, is_unchecked=not timeline.is_checked,
    )  # fmt: skip
    yield from _events(timeline, timeline.before, "What happened", first=1)
    if part.text:
        title = "Stop and talk" if timeline.after else "To talk about"
        yield Slide("question", title, lines=(part.text,))
    yield from _events(timeline, timeline.after, "What happened next", first=timeline.shown + 1)


def _events(timeline: Timeline, events: Sequence[Event], title: str, *, first: int) -> Iterator[Slide]:
    is_ending = first > timeline.shown
    for start, some in in_even_parts(events, EVENTS_ON_A_SLIDE):
        yield Slide(
            "events", f"{title}: {timeline.review}", events=tuple(replace(one, text=cut(one.text)) for one in some),
            first_event=first + start, citation=timeline.citation, is_revealed=is_ending, on_handout=not is_ending,
            notes=tuple(f"{one.date}: {one.text}" for one in some), is_unchecked=not timeline.is_checked,
        )  # fmt: skip


def _explained(content: PackContent) -> Iterator[Slide]:
    for start in range(0, len(content.explained), LINES_ON_A_SLIDE):
        yield Slide("review", "Words and short forms", pairs=content.explained[start : start + LINES_ON_A_SLIDE])


def _sources(content: PackContent) -> Iterator[Slide]:
    for start in range(0, len(content.sources), SOURCES_ON_A_SLIDE):
        some = content.sources[start : start + SOURCES_ON_A_SLIDE]
        yield Slide("sources", "Sources", sources=tuple((source.citation, source.address) for source in some))


def in_even_parts(events: Sequence[Event], most: int) -> Iterator[tuple[int, Sequence[Event]]]:
    """Yield the events in parts of at most `most`, none much smaller than another, each with where it starts."""
    parts = -(-len(events) // most)
    for part in range(parts):
        start, end = len(events) * part // parts, len(events) * (part + 1) // parts
        yield start, events[start:end]


def in_pieces(text: str, most: int = MOST_WORDS) -> list[str]:
    """Return a text in pieces of about the same length, broken at the end of a sentence or clause near by.

    What is a little longer than `most` words stays whole, in smaller type: a word alone on a slide says nothing.
    """
    words = text.split()
    if len(words) <= most + LEEWAY:
        return [" ".join(words)] if words else []
    number = math.ceil(len(words) / most)
    breaks = [_break_near(words, round(len(words) * part / number)) for part in range(1, number)]
    return [" ".join(words[start:end]) for start, end in pairwise([0, *breaks, len(words)])]


def _break_near(words: Sequence[str], at: int) -> int:
    """Return where to break near the word number `at`: after a sentence, else after a clause, else there."""
    near = sorted(range(max(at - LEEWAY // 2, 1), min(at + LEEWAY // 2, len(words))), key=lambda place: abs(place - at))
    for ends in (SENTENCE_ENDS, CLAUSE_ENDS):
        for place in near:
            if ends.search(words[place - 1]):
                return place
    return at


def cut(text: str, most: int = MOST_WORDS_OF_AN_EVENT) -> str:
    """Return the first words of a text, with […] where it goes on."""
    words = text.split()
    return " ".join(words) if len(words) <= most else f"{' '.join(words[:most])} […]"


def evaluation_lines(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the sentences to agree with, and the open questions, which stand after a blank line."""
    agree, _, asked = text.replace("\r\n", "\n").partition("\n\n")
    return _lines(agree), _lines(asked)


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def _notes(part: Part) -> tuple[str, ...]:
    """Return what stands in the notes pane of a part's first slide."""
    quotation = part.quotation
    advice = [
        f"Language: “{term}”. {one.why} Instead: {one.instead} ({one.source})." for term, one in quotation.advice
    ] if quotation else []  # fmt: skip
    return (
        *((f"{part.minutes} minutes.",) if part.minutes else ()),
        *_notes_of(part.note),
        *((f"{part.content_note}.",) if part.content_note else ()),
        *advice,
        *((f"Source: {quotation.citation.words}. {quotation.citation.address}",) if quotation else ()),
    )


def _notes_of(note: str) -> tuple[str, ...]:
    return _lines(note)


def _with_titles_told_apart(slides: Sequence[Slide]) -> Iterator[Slide]:
    """Yield the slides, numbered where a title occurs again: who listens to titles must tell them apart."""
    totals: dict[str, int] = {}
    for slide in slides:
        totals[slide.title] = totals.get(slide.title, 0) + 1
    met: dict[str, int] = {}
    for slide in slides:
        met[slide.title] = met.get(slide.title, 0) + 1
        of = totals[slide.title]
        yield slide if of == 1 else replace(slide, title=f"{slide.title} ({met[slide.title]} of {of})")
