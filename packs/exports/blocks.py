"""A pack as a document: headings, paragraphs, quotations, tables, in the order of reading. Pure.

Word, PDF and the page to print are made from the same blocks, so that they say the same. A guide is for whoever leads
the session and has notes and timings; a handout is for everybody else and keeps the endings for the last page.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from packs.bank import HelpLine
from packs.content import Citation, Event, PackContent, Part, Picture, ReviewCard, Section, Source, Timeline
from packs.exports.timeline_picture import picture_of
from packs.shapes import EVALUATION_SCALE
from packs.slides import evaluation_lines

UNCHECKED = "Found by machine, not yet checked."
FICTIONAL = "The reviews are made up to show how this works. No real person or place is in them."
LINES_TO_WRITE = 3


@dataclass(frozen=True)
class Block:
    """One thing on a page. `kind` is heading, paragraph, quotation, note, bullets, table, picture, question, help,
    evaluation, source, lines, small or break; what else is set depends on it.
    """

    kind: str
    text: str = ""
    level: int = 1
    lines: tuple[str, ...] = ()
    header: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    citation: Citation | None = None
    picture: Picture | None = None
    help_lines: tuple[HelpLine, ...] = ()
    source: Source | None = None
    is_unchecked: bool = False
    key: str = ""

    @property
    def space(self) -> range:
        """The lines to write on, to be gone through by a template."""
        return range(self.level)


@dataclass(frozen=True)
class Document:
    """A title, a line below it, and blocks."""

    title: str
    subtitle: str
    maker: str
    blocks: tuple[Block, ...]
    is_brief: bool = False
    address: str = ""


def guide(content: PackContent) -> Document:
    """Return everything that whoever leads the session needs; of a briefing the one page itself."""
    is_brief = content.shape == "briefing"
    blocks = [*_opening(content)]
    if not is_brief:
        blocks += [*_agenda(content), *_describes(content)]
    for section in content.sections:
        blocks += _section(section, is_guide=True, is_brief=is_brief)
    blocks += [*_explained(content), *_sources(content, is_brief=is_brief)]
    return _document(content, blocks, "" if is_brief else "Facilitator’s guide")


def handout(content: PackContent) -> Document:
    """Return what people in the room are given: no notes, no timings, endings last."""
    blocks = [*_opening(content), *_describes(content)]
    for section in content.sections:
        blocks += _section(section, is_guide=False, is_brief=False)
    blocks += [*_endings(content), *_explained(content), *_sources(content, is_brief=False)]
    return _document(content, blocks, "Handout")


def _document(content: PackContent, blocks: Sequence[Block], kind: str) -> Document:
    words = (kind, content.shape_name, f"for {content.audience_name}", content.maker, content.made_on)
    return Document(
        title=content.name,
        subtitle=" · ".join(word for word in words if word),
        maker=content.maker,
        blocks=tuple(_without_skipped_levels(blocks)),
        is_brief=content.shape == "briefing",
        address=content.address,
    )


def _without_skipped_levels(blocks: Sequence[Block]) -> Iterator[Block]:
    """Yield the blocks with no heading more than one level below the one before: PDF/UA and WCAG 1.3.1 ask for it."""
    last = 0
    for block in blocks:
        if block.kind != "heading":
            yield block
            continue
        last = min(block.level, last + 1)
        yield replace(block, level=last)


def _opening(content: PackContent) -> Iterator[Block]:
    if content.is_fictional:
        yield Block("small", FICTIONAL)


def _agenda(content: PackContent) -> Iterator[Block]:
    named = [section for section in content.sections if section.title]
    if not content.minutes or not named:
        return
    yield Block("heading", "At a glance", level=1)
    rows = [(section.title, f"{section.length} min" if section.length else "") for section in named]
    rows.append(("Together", f"{content.minutes} min"))
    yield Block("table", "The sections of the session, and how long each takes", header=("Section", "Time"),
                rows=tuple(rows))  # fmt: skip


def _describes(content: PackContent) -> Iterator[Block]:
    if content.content_notes:
        yield Block("heading", "What it describes", level=1)
        yield Block("bullets", lines=content.content_notes)
        yield Block("paragraph", "Hard passages are announced where they stand, and can be skipped.")


def _section(section: Section, *, is_guide: bool, is_brief: bool) -> Iterator[Block]:
    if section.title:
        length = f" ({section.length} min)" if is_guide and not is_brief and section.length else ""
        yield Block("heading", f"{section.title}{length}", level=1)
    if section.text:
        yield Block("paragraph", section.text)
    if is_guide and section.note and not is_brief:
        yield Block("note", lines=_lines(section.note))
    for part in section.parts:
        if is_guide or not (part.is_reveal or part.gone):
            yield from _part(part, is_guide=is_guide, is_brief=is_brief)


def _part(part: Part, *, is_guide: bool, is_brief: bool) -> Iterator[Block]:
    """Yield one entry: its heading, what it describes, itself, and for the guide what to say."""
    if part.gone:
        yield Block("small", part.gone)
        return
    title = _title(part, is_guide=is_guide)
    if title and not is_brief:
        minutes = f" ({part.minutes} min)" if is_guide and part.minutes else ""
        yield Block("heading", f"{title}{minutes}", level=2, key=part.key)
    if part.content_note and not is_brief:
        skip = " This passage can be skipped." if part.is_graphic else ""
        yield Block("small", f"{part.content_note}.{skip}")
    yield from _body(part, is_guide=is_guide, is_brief=is_brief)
    if is_guide and part.note and not is_brief:
        yield Block("note", lines=_lines(part.note))
    if is_guide and part.quotation and not is_brief:
        for term, advice in part.quotation.advice:
            yield Block(
                "note", lines=(f"Language: “{term}”. {advice.why} Instead: {advice.instead} ({advice.source}).",)
            )


def _title(part: Part, *, is_guide: bool) -> str:
    reveal = "Reveal: " if is_guide and part.is_reveal else ""
    if part.title:
        return f"{reveal}{part.title}"
    if part.quotation:
        return f"{reveal}{part.quotation.item}: {part.quotation.review}"
    if part.timeline:
        return f"{reveal}What happened: {part.timeline.review}"
    if part.review:
        return f"{reveal}{part.review.name}"
    names = {"help": "If it stays with you", "evaluation": "Before you go", "picture": "Across reviews"}
    return reveal + names.get(part.kind, "Shown later" if reveal else "")


def _body(part: Part, *, is_guide: bool, is_brief: bool) -> Iterator[Block]:
    if part.quotation:
        yield from _quotation(part)
    elif part.timeline:
        yield from _timeline(part, part.timeline, is_guide=is_guide)
    elif part.review:
        yield from _review(part.review, is_brief=is_brief)
    elif part.picture:
        yield Block("picture", picture=part.picture)
        if part.picture.note:
            yield Block("paragraph", part.picture.note, citation=part.picture.citation)
        yield Block("table", f"The same in numbers: {part.name}", header=part.picture.header, rows=part.picture.rows)
    elif part.kind == "help":
        yield from _help(part, is_brief=is_brief)
    else:
        yield from _own_words(part, is_guide=is_guide)


def _own_words(part: Part, *, is_guide: bool) -> Iterator[Block]:
    """Yield what the trainer wrote."""
    if part.kind == "aim":
        yield Block("bullets", lines=(part.text,))
    elif part.kind == "question":
        yield from _question(part.text, is_guide=is_guide)
    elif part.kind == "evaluation":
        agree, asked = evaluation_lines(part.text)
        rows = tuple((line, *("" for _ in EVALUATION_SCALE)) for line in agree)
        yield Block("evaluation", "Tick one box in each row", header=("", *EVALUATION_SCALE), rows=rows, lines=asked)
    else:
        for paragraph in part.paragraphs:
            yield Block("paragraph", paragraph)


def _question(text: str, *, is_guide: bool) -> Iterator[Block]:
    yield Block("question", text)
    if not is_guide:
        yield Block("lines", level=LINES_TO_WRITE)


def _review(card: ReviewCard, *, is_brief: bool) -> Iterator[Block]:
    if is_brief:
        yield Block("paragraph", f"{card.name}. {card.describes}", citation=card.citation)
        return
    yield Block("paragraph", card.describes)
    rows = tuple(fact for fact in (*card.facts, ("Themes", ", ".join(card.themes))) if fact[1])
    yield Block("table", f"Facts of {card.name}", header=("Fact", "As stated"), rows=rows, citation=card.citation)


def _quotation(part: Part) -> Iterator[Block]:
    quotation = part.quotation
    assert quotation is not None  # the caller has looked
    who = (f"For {quotation.who}",) if quotation.who else ()
    yield Block("quotation", quotation.text, lines=who, citation=quotation.citation,
                is_unchecked=not quotation.is_checked)  # fmt: skip


def _timeline(part: Part, timeline: Timeline, *, is_guide: bool) -> Iterator[Block]:
    before = timeline.before or timeline.events
    yield Block("picture", picture=picture_of(before, timeline.review))
    yield _events(before, 1, "What happened", timeline)
    if timeline.scaled:
        yield Block("picture", picture=timeline.scaled)
    if part.text:
        yield from _question(part.text, is_guide=is_guide)
    if is_guide and timeline.before and timeline.after:
        yield Block("heading", "The ending: after people have talked", level=3)
        yield _events(timeline.after, timeline.shown + 1, "What happened next", timeline)


def _events(events: Sequence[Event], first: int, caption: str, timeline: Timeline) -> Block:
    rows = tuple((str(number), event.date, event.text) for number, event in enumerate(events, start=first))
    return Block(
        "table", f"{caption}, in the review’s words: {timeline.review}", header=("", "When", "What"), rows=rows,
        citation=timeline.citation, is_unchecked=not timeline.is_checked,
    )  # fmt: skip


def _endings(content: PackContent) -> Iterator[Block]:
    """Yield, on a page of their own, the endings and whatever else was kept back."""
    told = [part for part in content.parts if part.timeline and part.timeline.after and part.timeline.before]
    kept = [part for part in content.parts if part.is_reveal and not part.gone]
    if not told and not kept:
        return
    yield Block("break")
    yield Block("heading", "What was shown later", level=1)
    for part in told:
        timeline = part.timeline
        assert timeline is not None  # chosen above for having one
        yield Block("heading", f"The ending: {timeline.review}", level=2)
        yield _events(timeline.after, timeline.shown + 1, "What happened next", timeline)
    for part in kept:
        yield from _part(part, is_guide=False, is_brief=False)


def _help(part: Part, *, is_brief: bool) -> Iterator[Block]:
    for paragraph in part.paragraphs:
        yield Block("paragraph", paragraph)
    if is_brief:
        numbers = "; ".join(f"{line.name} {line.number}" for line in part.help_lines)
        yield Block("paragraph", f"If it stays with you: {numbers}.")
    else:
        yield Block("help", help_lines=part.help_lines)


def _explained(content: PackContent) -> Iterator[Block]:
    if content.explained and content.shape != "briefing":
        yield Block("heading", "Words and short forms", level=1)
        yield Block("table", "Words and short forms, and what they mean", header=("Word", "What it means"),
                    rows=content.explained)  # fmt: skip


def _sources(content: PackContent, *, is_brief: bool) -> Iterator[Block]:
    if not content.sources:
        return
    if not is_brief:
        yield Block("break")
    yield Block("heading", "Sources", level=1)
    if content.has_unchecked and not is_brief:
        yield Block("small", "What is marked “found by machine, not yet checked” has not been confirmed by a person. "
                             "Follow its link to the page before you rely on it.")  # fmt: skip
    for source in content.sources:
        yield Block("source", source=source)


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.splitlines() if line.strip())
