"""Samples set as PDFs at test time, and what reading them gives."""

from functools import cache
from pathlib import Path
from tempfile import mkdtemp

import typst

from ingest.blocks import Block, BlockKind, ReadDocument
from ingest.outline import Outline, Paragraph
from ingest.outlining import outline_of
from ingest.readers import read_document

SAMPLES = Path(__file__).parent / "samples"
_FOLDER = Path(mkdtemp(prefix="samples-"))


@cache
def pdf_of(name: str) -> Path:
    """Return the PDF that a sample's source gives, with the fonts that Typst brings and no others."""
    target = _FOLDER / f"{name}.pdf"
    typst.compile(SAMPLES / f"{name}.typ", target, root=SAMPLES, ignore_system_fonts=True)
    return target


@cache
def document_of(name: str) -> ReadDocument:
    """Return a sample's blocks."""
    return read_document(pdf_of(name))


@cache
def outline_of_sample(name: str) -> Outline:
    """Return a sample's outline."""
    return outline_of(document_of(name))


def beginning(outline: Outline, words: str) -> Paragraph:
    """Return the one paragraph that begins with some words."""
    found = [paragraph for paragraph in outline.paragraphs if paragraph.text.startswith(words)]
    assert len(found) == 1, f"{len(found)} paragraphs begin with {words!r}"
    return found[0]


def texts(outline: Outline) -> list[str]:
    """Return the texts of an outline's paragraphs, tables left out."""
    return [paragraph.text for paragraph in outline.paragraphs if paragraph.kind != BlockKind.TABLE]


def table(outline: Outline) -> Paragraph:
    """Return the one table of an outline."""
    found = [paragraph for paragraph in outline.paragraphs if paragraph.kind == BlockKind.TABLE]
    assert len(found) == 1, f"{len(found)} tables"
    return found[0]


def cell_texts(paragraph: Paragraph | Block) -> list[list[str]]:
    """Return a table's cells as texts, row by row."""
    return [[cell.text for cell in row] for row in paragraph.rows]
