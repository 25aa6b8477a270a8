"""Tables out of edges: pdfplumber's own finder is the measure."""

from typing import cast

from hypothesis import given, settings
from hypothesis import strategies as st
from pdfplumber.page import Page
from pdfplumber.table import TableFinder

from ingest.ruled_tables import MAX_EDGES, tables_and_frames, tables_of


def _grid(lefts, tops):
    """The edges of a grid, each rule drawn in one piece."""
    edges = [(lefts[0], top, lefts[-1], top) for top in tops]
    return edges + [(left, tops[0], left, tops[-1]) for left in lefts]


class _Page:
    """As much of a page as pdfplumber's finder looks at."""

    bbox = (0, 0, 600, 800)

    def __init__(self, edges):
        self.edges = [_edge(*edge) for edge in edges]


def _edge(left, top, right, bottom):
    level = top == bottom
    return {
        "x0": left,
        "x1": right,
        "top": top,
        "bottom": bottom,
        "doctop": top,
        "width": right - left,
        "height": bottom - top,
        "orientation": "h" if level else "v",
        "object_type": "line",
    }


def _cells(tables):
    return sorted(
        tuple(round(edge, 3) for edge in (cell.left, cell.top, cell.right, cell.bottom))
        for table in tables
        for row in table.rows
        for cell in row
        if cell
    )


def test_a_grid_is_one_table_row_by_row():
    (table,) = tables_of(_grid([50, 150, 300], [100, 120, 160]))

    assert [[cell and (cell.left, cell.top) for cell in row] for row in table.rows] == [
        [(50, 100), (150, 100)],
        [(50, 120), (150, 120)],
    ]


def test_two_grids_apart_are_two_tables():
    assert len(tables_of([*_grid([50, 150, 300], [100, 120]), *_grid([50, 150, 300], [300, 320])])) == 2


def test_a_single_cell_is_no_table():
    assert tables_of(_grid([50, 300], [100, 160])) == ()


def test_a_single_cell_is_a_frame():
    tables, frames = tables_and_frames([*_grid([50, 300], [100, 160]), *_grid([50, 150, 300], [300, 320])])

    assert len(tables) == 1
    assert [(frame.left, frame.top, frame.right, frame.bottom) for frame in frames] == [(50, 100, 300, 160)]


def test_a_drawing_has_no_tables():
    assert tables_of(_grid(list(range(600)), list(range(800))) * (MAX_EDGES // 1400 + 1)) == ()


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.tuples(st.integers(0, 12), st.integers(0, 12), st.integers(1, 12), st.booleans()),
        min_size=4,
        max_size=40,
    )
)
def test_any_edges_give_the_cells_that_pdfplumber_gives(strokes):
    edges = [
        (20.0 * a, 20.0 * b, 20.0 * (a + length), 20.0 * b)
        if level
        else (20.0 * a, 20.0 * b, 20.0 * a, 20.0 * (b + length))
        for a, b, length, level in strokes
    ]

    found = TableFinder(cast(Page, _Page(edges)))

    expected = sorted(tuple(round(float(edge), 3) for edge in cell) for table in found.tables for cell in table.cells)
    assert _cells(tables_of(edges)) == expected
