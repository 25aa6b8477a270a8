"""Tables that are forms: the name of a section in bold on the left, all of the section on the right.

The Welsh template and many rapid reviews are set so. What stands on the right is the report's text, with headings and
lists of its own, and no cell of a table.
"""

from collections.abc import Sequence

from lxml import etree

from ingest.word.archive import tag
from ingest.word.runs import words_of
from ingest.word.styles import Styles

# The name of a section is a few words; a section has paragraphs, and so many words.
NAME_WORDS = 12
PARAGRAPHS, WORDS = 3, 50


def is_form(rows: Sequence[etree._Element], styles: Styles) -> bool:
    """Return whether each row names a section in bold on the left, and some row has a whole section on the right."""
    pairs = [row.findall(tag("w:tc")) for row in rows]
    if not pairs or any(len(pair) != 2 for pair in pairs):
        return False
    if not all(_is_name(name, styles) and not _is_name(text, styles) for name, text in pairs[:1]):
        return False
    return all(_is_name(name, styles) for name, _ in pairs) and any(_is_section(text) for _, text in pairs)


def _is_name(cell: etree._Element, styles: Styles) -> bool:
    """Return whether a cell holds a few words in bold."""
    runs = [run for p in cell.iterchildren(tag("w:p")) for run in words_of(p, styles, styles.default).runs]
    spoken = [run for run in runs if run.text.strip()]
    words = " ".join(run.text for run in spoken).split()
    return 0 < len(words) <= NAME_WORDS and all(run.look.is_bold for run in spoken)


def _is_section(cell: etree._Element) -> bool:
    """Return whether a cell holds several paragraphs of text."""
    texts = ["".join(p.itertext(tag("w:t"))) for p in cell.iterchildren(tag("w:p"))]
    filled = [text for text in texts if text.strip()]
    return len(filled) >= PARAGRAPHS and sum(len(text.split()) for text in filled) >= WORDS
