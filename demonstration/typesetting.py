"""Setting a demonstration review: from its Typst source to a PDF that is the same on every machine."""

from pathlib import Path

import typst

SOURCES = Path(__file__).parent
REVIEWS = SOURCES / "reviews"

# Seconds since 1970, midnight UTC of 1 January 2026: a fixed day, so that the same source always gives the same bytes.
CREATED = 1_767_225_600


def sources() -> list[Path]:
    """Return the sources of the demonstration reviews, in the order of their names."""
    return sorted(REVIEWS.glob("*.typ"))


def typeset(source: Path, target: Path) -> None:
    """Set the review at `source` as a tagged PDF at `target`, with no fonts but those that Typst brings.

    Raises `typst.TypstError` where the source is not valid.
    """
    typst.compile(source, target, root=SOURCES, ignore_system_fonts=True, format="pdf", timestamp=CREATED)
