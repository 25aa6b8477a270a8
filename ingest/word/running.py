"""Headers and footers of a Word document, each line once."""

from itertools import takewhile

from ingest.layout.hyphens import plain
from ingest.word.archive import Archive, tag

# Word numbers the parts through; a document with many sections has a few of each.
MOST_PARTS = 12


def running_lines_of(archive: Archive) -> tuple[str, ...]:
    """Return the lines of the document's headers and footers. Raises DamagedFile or TooLarge."""
    lines: dict[str, None] = {}
    for kind in ("header", "footer"):
        parts = (archive.part(f"{kind}{number}") for number in range(1, MOST_PARTS + 1))
        for part in takewhile(lambda part: part is not None, parts):
            for paragraph in part.iter(tag("w:p")) if part is not None else ():
                text = plain(" ".join(node.text or "" for node in paragraph.iter(tag("w:t"))))
                if text:
                    lines[text] = None
    return tuple(lines)
