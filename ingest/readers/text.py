"""Plain text, scraped from a report or written as Markdown → blocks."""

import re
from collections.abc import Iterator
from pathlib import Path

from charset_normalizer import from_bytes

from ingest.blocks import Block, BlockKind, Cell, ReadDocument
from ingest.exceptions import NoText
from ingest.layout.hyphens import join_lines
from ingest.layout.markers import bullet_of, number_of
from ingest.layout.tables import rows_to_text
from ingest.layout.vocabulary import Vocabulary
from ingest.readers.progress import Progress

_SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_NOTE = re.compile(rf"^(?:<sup>(\d+)</sup>|([{_SUPERSCRIPTS}]+))\s*(.*)$", re.DOTALL)
_MARK = re.compile(rf"<sup>\d+(?:,\s*\d+)*</sup>|(?<=\S)[{_SUPERSCRIPTS}]+")
_TAGS = re.compile(r"</?(?:b|i|u|em|strong|small|p|ol|ul|li|sup|sub|span|br|a)\b[^>]*>", re.IGNORECASE)
_EMPHASIS = re.compile(r"(\*\*|\*|__)(?=\S)(.+?)(?<=\S)\1")
_FINISHED = re.compile(r"[.?!:;…][\"'”’)\]*]*$")


def read(path: Path, progress: Progress | None = None) -> ReadDocument:
    """Return a text file's blocks. Raises NoText."""
    source = decode(path.read_bytes())
    blocks = tuple(_joined(_blocks(source)))
    if not blocks:
        raise NoText
    return ReadDocument("text", blocks)


def decode(source: bytes) -> str:
    """Return the text of a file, whatever its encoding."""
    try:
        return source.decode("utf-8-sig")
    except UnicodeDecodeError:
        best = from_bytes(source).best()
        return str(best) if best else source.decode("cp1252", "replace")


def _blocks(source: str) -> Iterator[Block]:
    vocabulary = Vocabulary([source])
    group: list[str] = []
    for line in [*source.replace("\f", "\n").splitlines(), ""]:
        is_table = "\t" in line.strip("\n")
        if line.strip() and not is_table:
            if group and ("\t" in group[0] or _begins(line)):
                yield from _block(group, vocabulary)
                group = []
            group.append(line)
        elif is_table and group and "\t" in group[0]:
            group.append(line)
        else:
            if group:
                yield from _block(group, vocabulary)
            group = [line] if is_table else []


def _begins(line: str) -> bool:
    line = line.strip()
    return bool(
        line.startswith("#") or bullet_of(line) or re.match(r"\d{1,2}(?:\.\d{1,2})+\.?\s|\d{1,2}\.\s|[a-z]\)\s", line)
    )


def _block(group: list[str], vocabulary: Vocabulary) -> Iterator[Block]:
    if "\t" in group[0]:
        rows = tuple(
            tuple(Cell(_clean(cell)) for cell in line.split("\t"))
            for line in group
            if not re.fullmatch(r"[-\s]+", line)
        )
        if rows:
            yield Block(BlockKind.TABLE, rows_to_text(rows), rows=rows)
        return
    text = join_lines(group, vocabulary)
    if re.fullmatch(r"[-_*=\s]+", text):
        return
    note = _NOTE.match(text)
    if note:
        yield Block(BlockKind.FOOTNOTE, _clean(note[3]), marker=note[1] or note[2])
        return
    heading = re.match(r"(#{1,6})\s+(.*)", text)
    if heading:
        yield Block(BlockKind.HEADING, _clean(heading[2]), level=len(heading[1]), is_bold=True)
        return
    lead = re.match(r"(?:[\d.]+\s+)?\*\*(.+?)\*\*", text)
    is_bold = bool(lead) and re.fullmatch(r"(?:[-\d.\s]+)?\*\*[^*]+\*\*\W*", text) is not None
    marker = bullet_of(text)
    kind = BlockKind.PARAGRAPH
    level = 0
    if marker and not text.startswith("**"):
        text = text[len(marker) :].strip()
        if not number_of(text):
            kind, level = BlockKind.LIST_ITEM, 1 + (len(group[0]) - len(group[0].lstrip())) // 2
        else:
            marker = None
    else:
        marker = None
    yield Block(
        kind,
        _clean(text),
        level=level,
        marker=marker,
        is_bold=is_bold,
        bold_lead="" if is_bold or not lead else lead[1],
    )


def _clean(text: str) -> str:
    text = _TAGS.sub(" " if "<p" in text or "<li" in text else "", _MARK.sub("", text))
    while _EMPHASIS.search(text):
        text = _EMPHASIS.sub(r"\2", text)
    return re.sub(r"\s+", " ", text).strip()


def _joined(blocks: Iterator[Block]) -> Iterator[Block]:
    from dataclasses import replace

    held: list[Block] = []
    for block in blocks:
        if block.kind == BlockKind.FOOTNOTE and held:
            held.append(block)
        elif (
            held
            and block.kind == BlockKind.PARAGRAPH
            and held[0].kind in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM)
            and block.text[:1].islower()
            and not _FINISHED.search(held[0].text)
            and not number_of(block.text)
        ):
            held[0] = replace(held[0], text=f"{held[0].text} {block.text}")
        else:
            yield from held
            held = [block]
    yield from held
