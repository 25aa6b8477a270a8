"""From a file to everything that was found in it: the stages in their order, and nothing else."""

from collections.abc import Collection
from dataclasses import replace
from pathlib import Path

from ingest.extractors import actions, facts, findings, recommendations, timeline
from ingest.extractors.cover.case import front_facts_of
from ingest.extractors.tagging import Tagger
from ingest.extractors.themes import review_themes
from ingest.note_calls import places_of
from ingest.outline import Outline, Paragraph
from ingest.outlining import outline_of
from ingest.readers import FOREVER, Pictures, Progress, read_document
from ingest.record import ExtractedPassage, ExtractedReview
from reviews.codebook import Codebook, default_codebook

# The version of the rules that a record was made with; what a machine found is kept under it.
MACHINE = "crossread-1"


def extract(
    path: Path,
    codebook: Codebook | None = None,
    progress: Progress | None = None,
    pictures: Pictures = Pictures.RECOGNISED,
    until: float = FOREVER,
) -> ExtractedReview:
    """Return everything that a file gives. `progress` is told the pages read and the pages in all.

    `until` is the moment, in seconds of the monotonic clock, after which no more pages are recognised but the first.

    Raises UnreadableDocument, or the kind of it that says why; NeedsRecognition where pictures are to be announced.
    """
    document = read_document(path, progress, pictures, until)
    outline, is_from_ocr, without_text = outline_of(document), document.is_from_ocr, document.pages_without_text
    # A long report's blocks would stand in memory beside the outline that was made of them.
    del document
    return replace(extract_outline(outline, codebook), is_from_ocr=is_from_ocr, pages_without_text=without_text)


def extract_outline(outline: Outline, codebook: Codebook | None = None) -> ExtractedReview:
    """Return everything that an outline gives, tagged with the themes of the codebook (the default one if none)."""
    codebook = codebook or default_codebook()
    tagger = Tagger(outline, codebook)
    known = front_facts_of(outline)
    recommended = tagger.recommendations(recommendations.extract(outline))
    found = tagger.findings(findings.extract(outline))
    notes = {note.number for note in outline.footnotes if note.number}
    return ExtractedReview(
        facts=facts.extract(outline, known),
        passages=tuple(passage_of(paragraph, notes) for paragraph in (*outline.paragraphs, *outline.footnotes)),
        recommendations=recommended,
        findings=found,
        timeline=tagger.events(timeline.extract(outline, known)),
        actions=tagger.actions(actions.extract(outline)),
        themes=review_themes(
            [*(item.themes for item in recommended), *(item.themes for item in found)],
            [paragraph.text for paragraph in outline.paragraphs],
            codebook,
        ),
        page_sizes=outline.page_sizes,
        format=outline.format,
        machine=MACHINE,
    )


def passage_of(paragraph: Paragraph, notes: Collection[str] = ()) -> ExtractedPassage:
    """Return a paragraph as the record keeps it. `notes` are the marks of the document's footnotes."""
    return ExtractedPassage(
        kind=paragraph.kind.value,
        text=paragraph.text,
        number=paragraph.number,
        heading=tuple(heading.text for heading in paragraph.headings),
        level=paragraph.level,
        box=paragraph.box,
        rows=tuple(tuple(cell.text for cell in row) for row in paragraph.rows),
        page=paragraph.page,
        boxes=paragraph.boxes,
        note_marks=places_of(paragraph.text, paragraph.calls, notes) if notes and paragraph.calls else (),
    )
