"""Pages → blocks: the whole way, page by page, a stretch of pages at a time."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice

from ingest.blocks import Block, BlockKind
from ingest.layout import boxes, columns, footnotes, running_headers, tables
from ingest.layout.hyphens import join_lines, words_of
from ingest.layout.lines import Line, fragments_to_lines, words_to_fragments
from ingest.layout.page_breaks import join_over_breaks
from ingest.layout.paragraphs import lines_to_blocks
from ingest.pages import Page, Rect
from ingest.record import Box

# So many pages are looked at together for what recurs; memory holds no more of them.
PAGES_TOGETHER = 60


@dataclass
class Profile:
    """What is known of a document's type and words so far."""

    sizes: Counter[float] = field(default_factory=Counter)
    vocabulary: set[str] = field(default_factory=set)
    boxes: int = 0

    @property
    def body_size(self) -> float:
        """Return the size that most characters have, in points."""
        return self.sizes.most_common(1)[0][0] if self.sizes else 10.0


def pages_to_blocks(pages: Iterable[Page]) -> Iterator[Block]:
    """Yield the blocks of a document in reading order, footnotes after the paragraph that stands above them."""
    profile = Profile()
    yield from join_over_breaks(_blocks(iter(pages), profile), profile.vocabulary)


def _blocks(pages: Iterator[Page], profile: Profile) -> Iterator[Block]:
    while stretch := list(islice(pages, PAGES_TOGETHER)):
        read = [(page, _fragments(page)) for page in stretch]
        running = running_headers.running_lines([(page, _outside_tables(page, lines)) for page, lines in read])
        for page, lines in read:
            _learn(profile, lines)
            outside = _outside_tables(page, lines)
            dropped = {id(outside[index]) for number, index in running if number == page.number}
            yield from _page_blocks(page, [line for line in lines if id(line) not in dropped], profile)


def _fragments(page: Page) -> list[Line]:
    return words_to_fragments(page.words, page.number)


def _outside_tables(page: Page, lines: Sequence[Line]) -> list[Line]:
    return tables.lines_outside(lines, boxes.real_tables(page))


def _learn(profile: Profile, lines: Sequence[Line]) -> None:
    for line in lines:
        for word in line.words:
            profile.sizes[word.size] += len(word.text)
        profile.vocabulary |= words_of(line.text)


def _page_blocks(page: Page, lines: Sequence[Line], profile: Profile) -> list[Block]:
    """Return a page's blocks: column by column, tables and boxes where they stand."""
    page = replace(page, rules=(*page.rules, *boxes.border_rules(page.rects)))
    ruled = [table for table in page.tables if not boxes.is_box_table(table.rows)]
    outlines = [table.outline for table in ruled]
    kept = {id(word) for line in lines for word in line.words}
    in_tables = [word for word in page.words if id(word) in kept and tables.inside_any(word, outlines)]
    flow = [line for line in lines if not tables.inside_any(line.words[0], outlines)]
    framed: list[tuple[Rect, list[Block]]] = []
    for rect in boxes.boxes_of(page):
        inside = [line for line in flow if rect.holds(line.words[len(line.words) // 2].centre)]
        if inside and len(inside) < len(flow) * 0.9:
            flow = [line for line in flow if line not in inside]
            profile.boxes += 1
            framed.append((rect, _column_blocks(inside, profile, profile.boxes)))
    for table in ruled:
        block = tables.table_block(page, table, in_tables, profile.vocabulary)
        if block:
            framed.append((table.outline, [block]))
    return _flow_blocks(page, flow, framed, profile)


def _column_blocks(fragments: Sequence[Line], profile: Profile, box: int | None = None) -> list[Block]:
    return [
        block
        for column in columns.reading_order(fragments)
        for block in lines_to_blocks(fragments_to_lines(column), profile.body_size, profile.vocabulary, box)
    ]


def _flow_blocks(
    page: Page, fragments: Sequence[Line], framed: list[tuple[Rect, list[Block]]], profile: Profile
) -> list[Block]:
    """Return the blocks of the text itself, with what is framed put in at its height, and the notes last."""
    by_height = sorted(fragments, key=lambda line: line.baseline)
    text, notes = footnotes.split_footnotes(page, by_height, profile.body_size)
    kept = {id(line) for line in text}
    blocks: list[Block] = []
    waiting = sorted(framed, key=lambda frame: frame[0].top)
    for column in columns.reading_order([line for line in fragments if id(line) in kept]):
        for block in lines_to_blocks(fragments_to_lines(column), profile.body_size, profile.vocabulary):
            while waiting and waiting[0][0].top < block.boxes[0].top:
                blocks += waiting.pop(0)[1]
            blocks.append(block)
    for _, inner in waiting:
        blocks += inner
    return blocks + _note_blocks(notes, profile)


def _note_blocks(notes: Sequence[Line], profile: Profile) -> list[Block]:
    blocks = []
    for note in footnotes.notes_of(fragments_to_lines(notes)):
        mark = note[0].words[0].text if footnotes.starts_with_mark(note[0]) else None
        text = join_lines((line.text for line in note), profile.vocabulary)
        if mark and text.startswith(mark):
            text = text[len(mark) :].strip()
        places = tuple(Box(line.page, line.left, line.top, line.right, line.bottom) for line in note)
        blocks.append(Block(BlockKind.FOOTNOTE, text, page=note[0].page, boxes=places, marker=mark))
    return blocks
