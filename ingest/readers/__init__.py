"""Files → blocks: one module per format, each with `read(path, progress)`; what the file holds tells the format."""

from pathlib import Path

from ingest.blocks import ReadDocument
from ingest.readers.kinds import SUFFIXES, kind_of
from ingest.readers.pictures import FOREVER, NeedsRecognition, Pictures
from ingest.readers.progress import Progress

__all__ = ["FOREVER", "SUFFIXES", "NeedsRecognition", "Pictures", "Progress", "read_document"]


def read_document(
    path: Path,
    progress: Progress | None = None,
    pictures: Pictures = Pictures.RECOGNISED,
    until: float = FOREVER,
) -> ReadDocument:
    """Return a file's blocks, whatever its format. `progress` is called with pages read and pages in all.

    `until` is the moment, in seconds of the monotonic clock, after which no more pages are recognised but the first.

    Raises UnreadableDocument, or the kind of it that says why; NeedsRecognition where pictures are to be announced.
    """
    kind = kind_of(path)
    if kind == "pdf":
        from ingest.readers import pdf

        return pdf.read(path, progress, pictures, until)
    if kind == "docx":
        from ingest.readers import docx

        return docx.read(path, progress)
    if kind == "html":
        from ingest.readers import html

        return html.read(path, progress)
    if kind == "markdown":
        from ingest.readers import markdown

        return markdown.read(path, progress)
    from ingest.readers import text

    return text.read(path, progress)
