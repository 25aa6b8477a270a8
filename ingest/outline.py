"""Blocks → outline: numbered paragraphs under their headings, each knowing which part of the report it is in."""

from dataclasses import dataclass
from enum import StrEnum

from ingest.blocks import BlockKind, Cell
from ingest.note_calls import NoteCall
from ingest.record import Box


class Part(StrEnum):
    """The parts that reports of this kind have, whatever they call them."""

    COVER = "cover"
    CONTENTS = "contents"
    INTRODUCTION = "introduction"
    METHOD = "method"
    FAMILY = "family"
    CHRONOLOGY = "chronology"
    ANALYSIS = "analysis"
    FINDINGS = "findings"
    GOOD_PRACTICE = "good_practice"
    CONCLUSION = "conclusion"
    RECOMMENDATIONS = "recommendations"
    ACTION_PLAN = "action_plan"
    APPENDIX = "appendix"
    REFERENCES = "references"
    GLOSSARY = "glossary"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading above a paragraph: its number as printed, its words, its depth and the paragraph that it is."""

    text: str
    level: int
    number: str | None = None
    index: int = 0


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One block with its place in the outline.

    `number` is as printed ("3.7", "(a)", "iv") without its last stop, and taken out of `text`. `headings` are those
    above it, highest first; a heading's own path does not hold itself, a box's headings count within the box only,
    and the report's title is in no path. `part` is the nearest heading's part that is not OTHER; a heading's own
    where its words tell. `level` of a heading is its depth in this document, 1 highest; of a list item its nesting.
    The other fields are the block's.
    """

    index: int
    kind: BlockKind
    text: str
    number: str | None = None
    headings: tuple[Heading, ...] = ()
    part: Part = Part.OTHER
    level: int = 0
    marker: str | None = None
    size: float = 1.0
    is_bold: bool = False
    is_italic: bool = False
    bold_lead: str = ""
    box: int | None = None
    rows: tuple[tuple[Cell, ...], ...] = ()
    page: int | None = None
    boxes: tuple[Box, ...] = ()
    is_uncertain: bool = False
    lines: tuple[str, ...] = ()
    calls: tuple[NoteCall, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Outline:
    """A whole document: its paragraphs in reading order, footnotes and running headers and footers apart.

    One is equal to itself only, so that what is worked out from it can be kept for all who ask.
    """

    format: str
    paragraphs: tuple[Paragraph, ...]
    footnotes: tuple[Paragraph, ...] = ()
    page_sizes: tuple[tuple[float, float], ...] = ()
    running_lines: tuple[str, ...] = ()
