"""The sources of a pack as a CSV file: a row for each thing that it draws from a review. Pure."""

import csv
import io
from collections.abc import Iterator

from packs.content import Citation, PackContent, Part

HEADING = (
    "Section", "What", "Review", "Title", "Kind of review", "Published by", "Published", "Place", "Citation", "Address",
    "Publisher’s page", "Checked by a person",
)  # fmt: skip
# A cell that begins with one of these is a formula to a spreadsheet (OWASP, "CSV injection").
FORMULA_BEGINS = ("=", "+", "-", "@", "\t", "\r")


def render(content: PackContent) -> bytes:
    """Return the file, in UTF-8 with the mark by which Excel knows it."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(HEADING)
    for row in rows(content):
        writer.writerow([_harmless(cell) for cell in row])
    return b"\xef\xbb\xbf" + text.getvalue().encode()


def rows(content: PackContent) -> Iterator[tuple[str, ...]]:
    """Yield a row for each quotation, timeline and review, in the pack's order."""
    by_name = {source.name: source for source in content.sources}
    for section in content.sections:
        for part in section.parts:
            drawn = _drawn(part)
            if drawn is None:
                continue
            review, place, citation, is_checked = drawn
            source = by_name[review]
            yield (
                section.title, part.kind, review, source.title, source.kind, source.partnership, source.published,
                place, citation.words, citation.address, source.publisher, is_checked,
            )  # fmt: skip


def _drawn(part: Part) -> tuple[str, str, Citation, str] | None:
    """Return review, place, citation and checked or not; None for what is drawn from no review."""
    if part.quotation:
        one = part.quotation
        return one.review, one.place, one.citation, "yes" if one.is_checked else "no"
    if part.timeline:
        story = part.timeline
        return story.review, f"{len(story.events)} events", story.citation, "yes" if story.is_checked else "no"
    if part.review:
        return part.review.name, "", part.review.citation, ""
    return None


def _harmless(cell: str) -> str:
    """Return the cell so that no spreadsheet takes it for a formula."""
    return f"'{cell}" if cell.startswith(FORMULA_BEGINS) else cell
