"""The way through a Word document's body: paragraphs, tables and boxes as blocks, each note after what calls it."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from lxml import etree

from ingest.blocks import Block, BlockKind, Cell
from ingest.layout.hyphens import plain
from ingest.layout.markers import bullet_of
from ingest.layout.tables import rows_to_text
from ingest.note_calls import NoteCall, call_after
from ingest.word.archive import Archive, is_on, number, tag, value
from ingest.word.forms import is_form
from ingest.word.numbering import Label, Numbering, read_numbering
from ingest.word.runs import Run, Words, words_of
from ingest.word.styles import Style, Styles, numbering_of, outline_level, read_styles, shading_of

# Tables within tables within tables; deeper ones are not a person's.
DEEPEST = 8
# Word's own limit.
MOST_COLUMNS = 63


@dataclass
class Body:
    """One Word document on its way to blocks. `boxes` and `notes` count those found so far."""

    styles: Styles
    numbering: Numbering
    note_texts: dict[tuple[str, str], etree._Element]
    boxes: int = 0
    notes: int = 0
    sizes: Counter[float] = field(default_factory=Counter)
    shaded: str | None = None


def read_body(archive: Archive) -> list[Block]:
    """Return the blocks of a document. Raises DamagedFile or TooLarge."""
    root = archive.part("document")
    element = root.find(tag("w:body")) if root is not None else None
    if element is None:
        return []
    body = Body(read_styles(archive.part("styles")), read_numbering(archive.part("numbering")), _notes(archive))
    blocks = list(_blocks(body, element, None, 0))
    usual = body.sizes.most_common(1)[0][0] if body.sizes else 11.0
    return [replace(block, size=round(block.size / usual, 2) if block.size else 1.0) for block in blocks]


def _notes(archive: Archive) -> dict[tuple[str, str], etree._Element]:
    """Return footnotes and endnotes by kind and id; the separators among them are not notes."""
    found = {}
    for kind in ("footnote", "endnote"):
        root = archive.part(f"{kind}s")
        for note in root.iterchildren(tag(f"w:{kind}")) if root is not None else ():
            if value(note, "w:type") in (None, "normal"):
                found[kind, value(note, "w:id") or ""] = note
    return found


def _blocks(body: Body, parent: etree._Element, box: int | None, depth: int) -> Iterator[Block]:
    for element in parent.iterchildren():
        if element.tag == tag("w:p"):
            yield from _paragraph(body, element, box, depth)
        elif element.tag == tag("w:tbl"):
            body.shaded = None
            yield from _table(body, element, box, depth)
        elif element.tag in (tag("w:sdt"), tag("w:sdtContent"), tag("w:ins"), tag("w:moveTo"), tag("w:customXml")):
            yield from _blocks(body, element, box, depth)


def _paragraph(body: Body, element: etree._Element, box: int | None, depth: int) -> Iterator[Block]:
    properties = element.find(tag("w:pPr"))
    style = body.styles.paragraph(value(properties.find(tag("w:pStyle"))) if properties is not None else None)
    words = words_of(element, body.styles, style)
    place = box if box is not None else _shaded_box(body, properties, style, words)
    block = _block(body, words, properties, style)
    if block.text:
        yield replace(block, box=place, calls=_calls(body, words))
    for kind, note_id, _ in words.notes:
        yield from _note(body, kind, note_id)
    if depth < DEEPEST:
        for content in words.boxes:
            body.boxes += 1
            yield from _blocks(body, content, body.boxes, depth + 1)


def _calls(body: Body, words: Words) -> tuple[NoteCall, ...]:
    """Return the calls of the notes that a paragraph is the first to call: they are counted as they come."""
    new = dict.fromkeys((kind, note) for kind, note, _ in words.notes if (kind, note) in body.note_texts)
    numbers = {note: str(body.notes + count) for count, note in enumerate(new, start=1)}
    return tuple(
        call_after(before, numbers[kind, note]) for kind, note, before in words.notes if (kind, note) in numbers
    )


def _shaded_box(body: Body, properties: etree._Element | None, style: Style, words: Words) -> int | None:
    """Return the number of the box that shading or borders make of a paragraph and its neighbours."""
    shading = shading_of(properties) or style.shading
    if not shading or style.heading:
        if words.text.strip():
            body.shaded = None
        return None
    if body.shaded != shading:
        body.boxes += 1
    body.shaded = shading
    return body.boxes


def _block(body: Body, words: Words, properties: etree._Element | None, style: Style) -> Block:
    label = _label(body, properties, style) if words.text.strip() else None
    text = plain(words.text)
    spoken = [run for run in words.runs if run.text.strip()]
    for run in spoken:
        body.sizes[run.look.size or 0.0] += len(run.text)
    heading = style.heading or outline_level(properties)
    is_title = style.name in ("title", "tocheading", "toc heading")
    block = Block(
        BlockKind.HEADING if heading or is_title else BlockKind.PARAGRAPH,
        text,
        level=heading or (1 if is_title else 0),
        size=max((run.look.size or 0.0 for run in spoken), default=0.0) if len(text) < 200 else _usual_size(spoken),
        is_bold=bool(spoken) and all(run.look.is_bold for run in spoken),
        is_italic=bool(spoken) and all(run.look.is_italic for run in spoken),
        bold_lead=_bold_lead(words.runs),
        is_contents=style.is_contents,
        lines=_lines(words),
    )
    return _labelled(block, label)


def _label(body: Body, properties: etree._Element | None, style: Style) -> Label | None:
    numbering = numbering_of(properties) or style.numbering
    if numbering is None or numbering[0] == "0":
        return None
    return body.numbering.label(*numbering)


def _labelled(block: Block, label: Label | None) -> Block:
    """Return a block with its list's label: a bullet makes it a list item, a number stands before its text."""
    if label is None:
        marker = bullet_of(block.text)
        if marker and block.kind == BlockKind.PARAGRAPH and len(block.text) > len(marker):
            text = block.text[len(marker) :].strip()
            return replace(block, kind=BlockKind.LIST_ITEM, marker=marker, text=text, level=1)
        return block
    if label.is_bullet:
        return (
            block
            if block.kind == BlockKind.HEADING
            else replace(block, kind=BlockKind.LIST_ITEM, marker=label.text, level=label.level)
        )
    text = f"{label.text} {block.text}"
    return replace(block, text=text, bold_lead=f"{label.text} {block.bold_lead}" if block.bold_lead else "")


def _usual_size(runs: Sequence[Run]) -> float:
    sizes = Counter[float]()
    for run in runs:
        sizes[run.look.size or 0.0] += len(run.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _bold_lead(runs: Sequence[Run]) -> str:
    """Return the bold words at the beginning, nothing where all or none of it is bold."""
    spoken = [run for run in runs if run.text.strip()]
    count = next((index for index, run in enumerate(spoken) if not run.look.is_bold), len(spoken))
    if count in (0, len(spoken)):
        return ""
    lead = plain("".join(run.text for run in runs[: runs.index(spoken[count])]))
    return re.sub(r"^(?:\d{1,3}(?:\.\d{1,3})*[.):]?|\([a-zA-Z]\))\s*$", "", lead)


def _lines(words: Words) -> tuple[str, ...]:
    lines = [plain(line) for line in words.text.split("\n")]
    lines = [line for line in lines if line]
    return tuple(lines) if 1 < len(lines) <= 12 and max(map(len, lines)) < 120 else ()


def _note(body: Body, kind: str, note_id: str) -> Iterator[Block]:
    element = body.note_texts.pop((kind, note_id), None)
    if element is None:
        return
    body.notes += 1
    parts = [words_of(p, body.styles, body.styles.default).text for p in element.iter(tag("w:p"))]
    text = plain(" ".join(parts))
    if text:
        yield Block(BlockKind.FOOTNOTE, text, marker=str(body.notes))


def _table(body: Body, element: etree._Element, box: int | None, depth: int) -> Iterator[Block]:
    """Yield a table as a block; one that has a single column is boxes, a cell each."""
    rows = [row for row in element.iterchildren(tag("w:tr")) if row.find(f"{tag('w:trPr')}/{tag('w:del')}") is None]
    if all(len(row.findall(tag("w:tc"))) <= 1 for row in rows) and depth < DEEPEST:
        for cell in element.iterfind(f"{tag('w:tr')}/{tag('w:tc')}"):
            if box is None:
                body.boxes += 1
            yield from _blocks(body, cell, body.boxes if box is None else box, depth + 1)
        return
    if depth < DEEPEST and is_form(rows, body.styles):
        for row in rows:
            for cell in row.iterchildren(tag("w:tc")):
                yield from _blocks(body, cell, box, depth + 1)
        return
    notes: list[Block] = []
    cells = [_row(body, row, notes, depth) for row in rows]
    if len(cells) > 1 and not any(cell.is_header for row in cells for cell in row) and _is_bold_row(rows[0], body):
        cells[0] = [replace(cell, is_header=True) for cell in cells[0]]
    width = max(map(len, cells), default=0)
    covered = Cell("", is_covered=True)
    filled = tuple((*row, *[covered] * (width - len(row))) for row in cells if any(cell.text for cell in row))
    if filled:
        yield Block(BlockKind.TABLE, rows_to_text(filled), rows=filled, box=box)
    yield from notes


def _is_bold_row(row: etree._Element, body: Body) -> bool:
    """Return whether every cell of a row begins in bold, as headings do where no row is marked as one."""
    starts = []
    for cell in row.iterchildren(tag("w:tc")):
        words = (words_of(p, body.styles, body.styles.default) for p in cell.iterchildren(tag("w:p")))
        run = next((run for one in words for run in one.runs if run.text.strip()), None)
        if run is not None:
            starts.append(bool(run.look.is_bold))
    return len(starts) > 1 and all(starts)


def _row(body: Body, row: etree._Element, notes: list[Block], depth: int) -> list[Cell]:
    properties = row.find(tag("w:trPr"))
    is_header = properties is not None and is_on(properties.find(tag("w:tblHeader"))) is True
    cells: list[Cell] = []
    for cell in row.iterchildren(tag("w:tc"), tag("w:sdt")):
        own = cell.find(f"{tag('w:sdtContent')}/{tag('w:tc')}") if cell.tag == tag("w:sdt") else cell
        if own is not None:
            cells += _cell(body, own, notes, depth, is_header=is_header)
    return cells


def _cell(body: Body, cell: etree._Element, notes: list[Block], depth: int, *, is_header: bool) -> list[Cell]:
    properties = cell.find(tag("w:tcPr"))
    merge = properties.find(tag("w:vMerge")) if properties is not None else None
    span = number(value(properties.find(tag("w:gridSpan")))) if properties is not None else None
    is_covered = merge is not None and value(merge) != "restart"
    inner = list(_blocks(body, cell, None, depth + 1)) if depth < DEEPEST else []
    notes += [block for block in inner if block.kind == BlockKind.FOOTNOTE]
    spoken = [block for block in inner if block.kind != BlockKind.FOOTNOTE]
    text = " ".join(f"{block.marker} {block.text}" if block.marker else block.text for block in spoken)
    first = Cell(" ".join(text.split()), is_header=is_header, is_covered=is_covered)
    covered = Cell("", is_header=is_header, is_covered=True)
    return [first, *[covered] * (min(int(span or 1), MOST_COLUMNS) - 1)]
