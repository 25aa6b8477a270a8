"""Text → blocks: the whole way."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ingest.blocks import Block, BlockKind
from ingest.hypertext.walking import blocks_of
from ingest.layout.endings import is_finished
from ingest.layout.hyphens import join_lines
from ingest.layout.markers import BULLET, DASH, bullet_of, number_of
from ingest.layout.vocabulary import Vocabulary
from ingest.scraped import streams
from ingest.scraped.furniture import is_page_number, without_furniture
from ingest.scraped.lines import TextLine, lines_of, parts_by_lines, width_of
from ingest.scraped.lone_numbers import with_lone_numbers
from ingest.scraped.markup import spans_of
from ingest.scraped.mending import mended
from ingest.scraped.note_marks import without_glued_marks
from ingest.scraped.page_notes import with_marked_notes
from ingest.scraped.pieces import Cutter, Piece, PieceKind, Stretch
from ingest.scraped.sheets import sheets_of
from ingest.scraped.tables import table_of
from ingest.spans import Span, bold_lead, is_bold, is_italic, text_of, without_marks
from ingest.spans import lines_of as lines_of_spans

# A heading that scraping left at a paragraph's end: "... the visit. **August**".
_HEADING_AT_END = re.compile(r"(?<=[.!?”’\"])\s+\*\*([^*.]{3,60})\*\*\s*$")
# Two years at a heading's end: the second is a heading of its own, "... October 2010 – August 2014 2010".
_TWO_YEARS = re.compile(r"^(?P<first>.*\b(?:19|20)\d\d\W*)\s(?P<second>(?:19|20)\d\d)\W*$")


def text_to_blocks(source: str) -> list[Block]:
    """Return the blocks of a text, plain or Markdown."""
    printed = lines_of(source)
    lines = without_furniture(printed)
    notes = _called_notes(lines)
    lines = with_lone_numbers(with_marked_notes(lines, sheets_of(printed, is_page_number), notes))
    width = width_of(lines)
    if width:
        texts = without_glued_marks([line.text for line in lines])
        lines = [replace(line, text=text) for line, text in zip(lines, texts, strict=True)]
    vocabulary = Vocabulary([source])
    is_phrase = streams.phrases_of(lines)
    cutter = Cutter(notes)
    for stretch in _stretches(lines, width, is_phrase):
        cutter.cut(stretch)
    blocks = [block for piece in cutter.pieces for block in _blocks(piece, vocabulary)]
    return mended(blocks, vocabulary, is_phrase)


def _called_notes(lines: Sequence[TextLine]) -> set[str]:
    """Return the numbers that stand behind words, or raised, anywhere: those of the notes, and perhaps others."""
    text = "\n".join(line.text for line in lines)
    return set(re.findall(r"(?<=[^\W\d_]|[’”\").,])(\d{1,2})(?=[\s.,;:)])", text)) | set(
        re.findall(r"<sup>(\d{1,3})</sup>", text)
    )


def _stretches(lines: Sequence[TextLine], width: int, is_phrase: streams.Phrases) -> Iterator[Stretch]:
    """Yield the lines in stretches; where a box's lines stand among a column's, the column and then the box."""
    done, boxes = 0, 0
    is_dense = not width and parts_by_lines(lines)
    for start, end in streams.narrow_stretches(lines, width) if width else ():
        before = lines[start - 1].text if start else ""
        after = lines[end].text if end < len(lines) else ""
        divided = streams.divide(lines[start:end], before, after, is_phrase)
        yield Stretch(tuple(lines[done:start]), width, is_dense=is_dense)
        done = end
        narrow = max(len(line.text) for line in (divided.column if divided and divided.column else lines[start:end]))
        column = divided.column if divided else tuple(lines[start:end])
        yield Stretch(column, narrow, is_uncertain=True)
        if divided:
            boxes += 1
            yield Stretch(divided.box, max(len(line.text) for line in divided.box), is_uncertain=True, box=boxes)
    yield Stretch(tuple(lines[done:]), width, is_dense=is_dense)


def _blocks(piece: Piece, vocabulary: Vocabulary) -> Iterator[Block]:
    if piece.kind == PieceKind.HTML:
        yield from blocks_of("\n".join(line.text for line in piece.lines))
    elif piece.kind == PieceKind.TABLE:
        table = table_of([line.text for line in piece.lines])
        if table:
            yield table
    elif piece.kind == PieceKind.CONTENTS:
        yield Block(BlockKind.PARAGRAPH, text_of(spans_of(" ".join(piece.last.split("\t")))), is_contents=True)
    else:
        yield from _text_blocks(piece, vocabulary)


def _text_blocks(piece: Piece, vocabulary: Vocabulary) -> Iterator[Block]:
    source = "\n".join(line.text for line in piece.lines)
    trailing = _HEADING_AT_END.search(source) if piece.kind in (PieceKind.TEXT, PieceKind.ITEM) else None
    if trailing:
        yield from _one_block(piece, source[: trailing.start()], vocabulary)
        yield Block(BlockKind.HEADING, trailing[1].strip(), is_bold=True)
        return
    for block in _one_block(piece, source, vocabulary):
        years = _TWO_YEARS.match(block.text) if block.kind == BlockKind.HEADING else None
        if years:
            yield replace(block, text=years["first"].strip())
            yield replace(block, text=years["second"], level=block.level + 1)
        else:
            yield block


def _one_block(piece: Piece, source: str, vocabulary: Vocabulary) -> Iterator[Block]:
    marker, source = _marker(piece, source)
    spans = without_marks(spans_of(source))
    text = join_lines("".join(span.text for span in spans).split("\n"), vocabulary)
    if not text or not re.search(r"\w", text):
        return
    yield Block(
        _KINDS.get(piece.kind, BlockKind.PARAGRAPH)
        if marker is None or piece.kind == PieceKind.NOTE
        else BlockKind.LIST_ITEM,
        text,
        level=_level(piece, marker),
        marker=marker,
        is_bold=is_bold(spans),
        is_italic=is_italic(spans),
        bold_lead=bold_lead(_before_break(spans)),
        box=piece.box,
        is_uncertain=piece.is_uncertain,
        lines=lines_of_spans(spans) if len(text) < 200 and not is_finished(piece.lines[0].text) else (),
    )


_KINDS = {PieceKind.HEADING: BlockKind.HEADING, PieceKind.NOTE: BlockKind.FOOTNOTE}


def _before_break(spans: list[Span]) -> list[Span]:
    return [replace(span, text=span.text.replace("\n", " ")) for span in spans]


def _marker(piece: Piece, source: str) -> tuple[str | None, str]:
    """Return (bullet, the rest) of an item; a number behind the bullet is the item's own, and the bullet goes."""
    if piece.kind not in (PieceKind.TEXT, PieceKind.ITEM):
        return piece.marker, source
    bullet = bullet_of(source)
    if bullet and len(source) > len(bullet):
        rest = source[len(bullet) :].strip()
        inner = re.match(r"\*\*(?=\d)", rest)
        return (None, rest) if number_of(rest[inner.end() :] if inner else rest) else (bullet, _without_bullet(rest))
    if piece.marker and not number_of(source):
        return piece.marker, source
    return None, source


def _without_bullet(text: str) -> str:
    """Return a text without the second bullet that scraping sometimes leaves: "- • text"."""
    match = BULLET.match(text) or DASH.match(text)
    return text[match.end() :].strip() if match and not text.startswith("*") else text


def _level(piece: Piece, marker: str | None) -> int:
    if piece.kind == PieceKind.HEADING:
        return piece.level
    return 1 + min(piece.lines[0].indent, 12) // 2 if marker and piece.kind != PieceKind.NOTE else 0
