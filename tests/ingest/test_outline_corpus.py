"""What careful readers took from five real reviews stands whole in their outlines, whatever the format."""

import re
import unicodedata
from collections import Counter

import pytest

from ingest.blocks import BlockKind
from ingest.layout.reading import pages_to_blocks
from ingest.outlining import outline_of
from ingest.pdfium import read_pages
from ingest.readers import read_document
from tests.ingest.corpus import files, gold_of, needs_corpus

pytestmark = needs_corpus
REVIEWS = files(".pdf", ".docx", ".txt", ".md")
# Parts of an action's row.
CELLS = ("recommendation", "outcome", "steps", "lead", "timescale", "measure")


def _words(text):
    """The words of a text in lower case, without accents and punctuation, with a space before, between and after."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c)).lower()
    return f" {' '.join(re.findall(r'[a-z0-9]+', plain.replace(chr(39), '').replace('’', '')))} "


def _wanted(gold):
    for part in ("recommendations", "findings", "timeline"):
        yield from (item["text"] for item in gold[part])
    for action in gold["actions"]:
        yield from (action[name] for name in CELLS if action.get(name))


def _missing(path):
    """The wanted texts that stand neither in one paragraph or cell nor over paragraphs that follow each other."""
    outline = outline_of(read_document(path))
    units = [p.text for p in outline.paragraphs] + [c.text for p in outline.paragraphs for row in p.rows for c in row]
    single = "\n".join(_words(unit) for unit in units)
    running = _words(" ".join(p.text for p in outline.paragraphs))
    numbered = _words(" ".join(f"{p.number or ''} {p.text}" for p in outline.paragraphs))
    return [
        text
        for text in _wanted(gold_of(path))
        if not any(_words(text) in place for place in (single, running, numbered))
    ]


@pytest.mark.parametrize("path", REVIEWS, ids=lambda path: path.name)
def test_every_wanted_text_stands_whole_and_word_for_word(path):
    assert _missing(path) == []


@pytest.mark.parametrize("path", files(".pdf"), ids=lambda path: path.name)
def test_nothing_that_is_printed_is_lost_but_what_recurs(path):
    """What is left out are headers, footers and page numbers, headings of tables said again, and note marks."""
    pages = list(read_pages(path))
    blocks = pages_to_blocks(pages)
    said = Counter(re.findall(r"\w+", " ".join(f"{block.marker or ''} {block.text}" for block in blocks)))
    printed = Counter(re.findall(r"\w+", " ".join(word.text for page in pages for word in page.words)))

    lost = printed - said

    assert lost.total() < 0.05 * printed.total()
    assert all(count <= 2 * len(pages) for count in lost.values())


@pytest.mark.parametrize("path", REVIEWS, ids=lambda path: path.name)
def test_no_contents_line_is_a_heading_or_an_item(path):
    outline = outline_of(read_document(path))

    assert not [p.text for p in outline.paragraphs if p.kind == BlockKind.HEADING and re.search(r"\.{4}|\t", p.text)]


@pytest.mark.parametrize("path", files(".pdf", ".docx", ".md"), ids=lambda path: path.name)
def test_recommendations_stand_in_their_part(path):
    outline = outline_of(read_document(path))
    parts = {str(p.part) for p in outline.paragraphs if p.kind == BlockKind.HEADING}

    assert "recommendations" in parts
