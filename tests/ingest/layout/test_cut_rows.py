"""Rows that a break cuts before their lower rule, and cells that are only a border's thickness."""

from ingest.layout.cut_rows import with_cut_rows
from ingest.layout.slivers import without_slivers
from ingest.pages import Page, Rect, Table


def _page(words, *tables):
    return Page(number=1, width=595, height=842, words=tuple(words), rects=(), tables=tables)


def _table(left, right, top, bottom):
    middle = (left + right) / 2
    return Table(Rect(left, top, right, bottom), ((Rect(left, top, middle, bottom), Rect(middle, top, right, bottom)),))


def test_words_below_the_last_rule_in_the_tables_columns_are_its_last_row(word_at):
    table = _table(50, 500, 600, 700)

    found = with_cut_rows(_page([word_at(60, 650), word_at(60, 710), word_at(290, 710)], table)).tables[0]

    assert [len(row) for row in found.rows] == [2, 2]
    assert found.outline.bottom > 710


def test_a_paragraph_below_a_table_is_no_row(word_at):
    words = [word_at(60 + 25 * n, 710, "word") for n in range(15)]

    page = _page(words, _table(50, 500, 600, 700))

    assert with_cut_rows(page).tables == page.tables


def test_each_columns_last_table_may_have_a_cut_row(word_at):
    left, right = _table(50, 280, 600, 700), _table(310, 540, 600, 690)

    page = _page([word_at(60, 710), word_at(180, 710), word_at(320, 700), word_at(440, 700)], left, right)

    assert [len(table.rows) for table in with_cut_rows(page).tables] == [2, 2]


def test_cells_as_thin_as_a_border_are_none():
    cells = (Rect(50, 100, 51, 140), Rect(51, 100, 200, 140), Rect(200, 100, 201, 140), Rect(201, 100, 400, 140))
    borders = tuple(Rect(cell.left, 99, cell.right, 100) for cell in cells)

    (table,) = without_slivers(_page([], Table(Rect(50, 99, 400, 140), (borders, cells)))).tables

    assert table.rows == ((cells[1], cells[3]),)


def test_a_table_of_nothing_but_borders_is_none():
    border = Rect(50, 99, 400, 100)

    assert without_slivers(_page([], Table(border, ((border,),)))).tables == ()
