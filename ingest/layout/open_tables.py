"""Tables that are ruled between their rows only, or striped: their columns are told by the gaps that all rows share."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from ingest.layout.boxes import PAPER, border_rules, is_thin
from ingest.pages import Page, Rect, Table, Word

# Rules of one table are at least this long, in points, and begin and end within this of each other.
SHORTEST = 120.0
SAME_PLACE = 4.0
# Three rules make two rows. Cells of a row stand at least this many times their size apart.
FEWEST_RULES = 3
CELL_GAP = 0.9
# A row that is ruled or striped on neither side follows within this many times the size of its type.
NEXT_ROW = 2.4
# No row is higher than this share of the page.
HIGHEST_ROW = 0.6


def with_open_tables(page: Page) -> Page:
    """Return the page with such tables added, the ruled pieces of them replaced."""
    found = [table for rules in _stacks(page) if (table := _table(page, rules)) and not _is_there(page, table)]
    if not found:
        return page
    kept = [table for table in page.tables if not any(_overlaps(table.outline, new.outline) for new in found)]
    return replace(page, tables=tuple(sorted([*kept, *found], key=lambda table: table.outline.top)))


def _stacks(page: Page) -> list[list[Rect]]:
    """Return level rules that begin and end at the same places, in groups from top to bottom.

    Tables that are ruled all round are left alone, unless stripes break them into pieces.
    """
    whole = [table.outline for table in page.tables if len(table.rows) > 2 and _is_ruled_whole(table)]
    rules = [rule for rule in _level_rules(page) if not any(_overlaps(rule, outline) for outline in whole)]
    stacks: list[list[Rect]] = []
    for rule in sorted(rules, key=lambda rule: rule.top):
        stack = next((one for one in stacks if _same_sides(one[0], rule)), None)
        if stack is None:
            stacks.append([rule])
        elif rule.top - stack[-1].top > 3:
            stack.append(rule)
    return [part for stack in stacks for part in _parts(page, stack) if len(part) >= FEWEST_RULES]


def _is_there(page: Page, table: Table) -> bool:
    """Return whether a table with rules all round has the same first and last rule."""
    return any(
        abs(other.outline.top - table.outline.top) < SAME_PLACE
        and abs(other.outline.bottom - table.outline.bottom) < SAME_PLACE
        and _is_ruled_whole(other)
        for other in page.tables
    )


def _is_ruled_whole(table: Table) -> bool:
    return sum(cell is not None for row in table.rows for cell in row) >= 2 * len(table.rows)


def _level_rules(page: Page) -> list[Rect]:
    """Return the level rules of a page, and the upper and lower edges of its stripes as rules."""
    rules = [rule for rule in (*page.rules, *border_rules(page.rects)) if rule.bottom - rule.top <= 3]
    rules += [rect for rect in page.rects if is_thin(rect) and rect.right - rect.left > rect.bottom - rect.top]
    stripes = [rect for rect in page.rects if rect.fill is not None and min(rect.fill) < PAPER and not is_thin(rect)]
    for stripe in stripes:
        rules.append(Rect(stripe.left, stripe.top, stripe.right, stripe.top, stripe.fill))
        rules.append(Rect(stripe.left, stripe.bottom, stripe.right, stripe.bottom, stripe.fill))
    return [rule for rule in _joined(rules) if rule.right - rule.left >= SHORTEST]


def _joined(rules: Sequence[Rect]) -> list[Rect]:
    """Return rules with those at one height that touch each other made one."""
    done: list[Rect] = []
    for rule in sorted(rules, key=lambda rule: (round(rule.top), rule.left)):
        last = done[-1] if done else None
        if last and abs(last.top - rule.top) < 1.5 and rule.left <= last.right + 2:
            done[-1] = Rect(last.left, last.top, max(last.right, rule.right), last.bottom, last.fill)
        else:
            done.append(rule)
    return done


def _same_sides(one: Rect, other: Rect) -> bool:
    return abs(one.left - other.left) < SAME_PLACE and abs(one.right - other.right) < SAME_PLACE


def _parts(page: Page, stack: Sequence[Rect]) -> list[list[Rect]]:
    """Return a stack of rules cut where the space between two of them cannot be a row of the table."""
    edges = _edges_of_pieces(page, stack)
    parts: list[list[Rect]] = [[stack[0]]]
    for upper, lower in pairwise(stack):
        if _is_row(page, upper, lower, edges):
            parts[-1].append(lower)
        else:
            parts.append([lower])
    return parts


def _is_row(page: Page, upper: Rect, lower: Rect, edges: Sequence[float]) -> bool:
    """Return whether words stand between two rules as in a row: within their length, and in the table's columns."""
    words = _between(page.words, upper, lower)
    if not words or lower.top - upper.top > HIGHEST_ROW * page.height:
        return False
    if any(word.left < upper.left - 6 or word.right > upper.right + 6 for word in words):
        return False
    own = _column_edges(words, upper.left, upper.right)
    return not edges or (len(own) > 2 and all(any(abs(one - edge) < 14 for edge in edges) for one in own))


def _between(words: Sequence[Word], upper: Rect, lower: Rect) -> list[Word]:
    return [word for word in words if upper.top <= word.centre[1] <= lower.top and _is_level(word, upper)]


def _is_level(word: Word, rule: Rect) -> bool:
    """Return whether a word stands over or under a rule, not beside it."""
    return rule.left - 6 <= word.centre[0] <= rule.right + 6


def _table(page: Page, rules: Sequence[Rect]) -> Table | None:
    """Return the table that rules make with the words between them, None where those stand in no columns."""
    left, right = rules[0].left, rules[0].right
    heights = [rule.top for rule in rules]
    words = _between(page.words, rules[0], rules[-1])
    edges = _edges_of_pieces(page, rules) or _column_edges(words, left, right)
    if len(edges) < 3 or not _fill_columns(words, heights, edges):
        return None
    if _is_stripe_edge(rules[-1]):
        heights += _row_below(page, rules[-1], edges)
    rows = tuple(tuple(Rect(a, top, b, bottom) for a, b in pairwise(edges)) for top, bottom in pairwise(heights))
    return Table(Rect(left, heights[0], right, heights[-1]), rows)


def _edges_of_pieces(page: Page, rules: Sequence[Rect]) -> list[float]:
    """Return the columns of the largest piece of the table that is ruled all round, nothing where there is none."""
    pieces = [
        table
        for table in page.tables
        if rules[0].top - SAME_PLACE <= table.outline.top <= rules[-1].top
        and _same_sides(table.outline, rules[0])
        and _is_ruled_whole(table)
    ]
    if not pieces:
        return []
    piece = max(pieces, key=lambda table: len(table.rows))
    row = max(piece.rows, key=lambda row: sum(cell is not None for cell in row))
    return [*(cell.left for cell in row if cell), piece.outline.right]


def _column_edges(words: Sequence[Word], left: float, right: float) -> list[float]:
    """Return where columns begin and end: in the middle of the gaps that no word of any row crosses."""
    edges = [left]
    reach = None
    for word in sorted(words, key=lambda word: word.left):
        if reach is not None and word.left - reach > CELL_GAP * word.size:
            edges.append(word.left - 2)
        reach = word.right if reach is None else max(reach, word.right)
    return [*edges, right]


def _fill_columns(words: Sequence[Word], heights: Sequence[float], edges: Sequence[float]) -> bool:
    """Return whether most rows have words in two columns or more."""
    filled = 0
    for top, bottom in pairwise(heights):
        row = [word for word in words if top <= word.centre[1] <= bottom]
        columns = {sum(word.centre[0] >= edge for edge in edges) for word in row}
        filled += len(columns) > 1
    return filled >= max(2, 0.6 * (len(heights) - 1))


def _is_stripe_edge(rule: Rect) -> bool:
    """Return whether a rule is the edge of a stripe, after which a row without one may follow."""
    return rule.top == rule.bottom and rule.fill is not None


def _row_below(page: Page, last: Rect, edges: Sequence[float]) -> list[float]:
    """Return the foot of a last row that no stripe ends, where one follows that keeps to the columns."""
    below = [word for word in page.words if word.centre[1] > last.top and _is_level(word, last)]
    foot = last.top
    row: list[Word] = []
    for word in sorted(below, key=lambda word: word.baseline):
        limit = NEXT_ROW if not row else 1.6
        if word.baseline - (row[-1].baseline if row else foot) > limit * word.size:
            break
        row.append(word)
        foot = word.bottom
    own_edges = _column_edges(row, edges[0], edges[-1])
    keeps = all(any(abs(own - edge) < 12 for edge in edges) for own in own_edges)
    return [foot + 1] if len(own_edges) > 2 and keeps else []


def _overlaps(one: Rect, other: Rect) -> bool:
    return (
        one.left < other.right and one.right > other.left and one.top < other.bottom + 1 and one.bottom > other.top - 1
    )
