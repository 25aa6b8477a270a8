"""HTML pages: the report's own blocks, without what a site puts round them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.blocks import BlockKind
from ingest.hypertext.walking import blocks_of


def _read(body):
    return list(blocks_of(f"<!doctype html><html><body>{body}</body></html>"))


def _texts(body):
    return [block.text for block in _read(body)]


def test_only_the_main_part_is_read():
    assert _texts("<nav>Menu</nav><main><p>The report.</p></main><footer>Cookies</footer>") == ["The report."]


def test_headings_keep_their_level():
    assert [(block.kind, block.level) for block in _read("<h2>Findings</h2><h3>The school</h3>")] == [
        (BlockKind.HEADING, 2),
        (BlockKind.HEADING, 3),
    ]


def test_words_between_blocks_are_paragraphs():
    assert _texts("<div>Loose <b>words</b><p>A paragraph.</p>and more</div>") == [
        "Loose words",
        "A paragraph.",
        "and more",
    ]


def test_bullets_are_list_items_at_their_depth():
    blocks = _read("<ul><li>one<ul><li>inner</li></ul></li><li><p>two</p></li></ul>")

    assert [(block.text, block.level) for block in blocks] == [("one", 1), ("inner", 2), ("two", 1)]


@pytest.mark.parametrize(
    ("attributes", "expected"),
    [("", ["1. a", "2. b"]), ('type="a"', ["a. a", "b. b"]), ('type="i" start="4"', ["iv. a", "v. b"])],
)
def test_numbers_of_lists_are_written(attributes, expected):
    assert _texts(f"<ol {attributes}><li>a</li><li>b</li></ol>") == expected


def test_marks_of_notes_are_gone_and_raised_letters_stay():
    assert _texts('<p>Seen<sup><a href="#fn1">1</a></sup> on 2<sup>nd</sup> May<sup>12</sup>.</p>') == [
        "Seen on 2nd May."
    ]


def test_notes_stand_apart_with_their_numbers():
    blocks = _read(
        '<section class="footnotes"><ol><li id="fn3"><p>A note. <a href="#ref3">↩</a></p></li></ol></section>'
    )

    assert [(block.kind, block.marker, block.text) for block in blocks] == [(BlockKind.FOOTNOTE, "3", "A note.")]


@pytest.mark.parametrize(
    "box",
    [
        "<aside><p>Key learning.</p></aside>",
        '<div class="callout"><p>Key learning.</p></div>',
        '<div style="border: 1px solid #000"><p>Key learning.</p></div>',
        "<table><tr><td>Key learning.</td></tr></table>",
    ],
)
def test_boxes_are_told(box):
    before, boxed, after = _read(f"<p>Before.</p>{box}<p>After.</p>")

    assert (before.box, boxed.box, after.box) == (None, 1, None)
    assert boxed.text == "Key learning."


def test_tables_keep_what_reaches_over_rows_and_columns():
    (block,) = _read(
        "<table><thead><tr><th>No.</th><th colspan=2>Action</th></tr></thead>"
        "<tr><td rowspan=2>1</td><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>"
    )

    assert [[cell.text for cell in row] for row in block.rows] == [
        ["No.", "Action", ""],
        ["1", "a", "b"],
        ["", "c", "d"],
    ]
    assert block.rows[0][2].is_covered
    assert block.rows[2][0].is_covered
    assert block.rows[0][0].is_header


def test_what_a_browser_does_not_show_is_not_read():
    assert _texts('<p hidden>No.</p><p style="display: none">No.</p><script>no()</script><p>Yes.</p>') == ["Yes."]


def test_bold_and_lines_are_told():
    lead, lines = _read("<p><strong>Finding 1:</strong> text.</p><p>Ann Marsh<br>June 2022</p>")

    assert lead.bold_lead == "Finding 1:"
    assert lines.lines == ("Ann Marsh", "June 2022")


def test_a_list_of_contents_is_told():
    blocks = _read('<div class="toc"><ul><li>Findings</li></ul></div><p>Text.</p>')

    assert [block.is_contents for block in blocks] == [True, False]


@given(st.text(alphabet="<>/abphultrd =\"'&;-!", max_size=200))
def test_any_markup_can_be_read(source):
    list(blocks_of(source))


def test_elements_nested_a_thousand_deep_do_no_harm():
    assert _texts("<p>Words.</p>" + "<div>" * 1000 + "words" + "</div>" * 1000)[0] == "Words."


PAGE_TABLE = """<table width="960" border="0"><tr><td colspan=2><img alt="Harbour Council"></td></tr>
<tr><td><p><a href="/">Home</a><br><a href="/a">A to Z of services</a><br><a href="/j">Jobs</a><br><a href="/r">Reviews</a></p></td>
<td><h1>Learning Review</h1><p>Robin moved in May.</p><table border="1"><tr><td>1</td><td>Ask.</td></tr></table></td></tr></table>"""  # noqa: E501


def test_a_table_that_lays_the_page_out_is_read_as_what_is_in_it_without_its_menu():
    blocks = _read(PAGE_TABLE)

    assert [(block.kind, block.text) for block in blocks[:2]] == [
        (BlockKind.HEADING, "Learning Review"),
        (BlockKind.PARAGRAPH, "Robin moved in May."),
    ]
    assert [[cell.text for cell in row] for row in blocks[2].rows] == [["1", "Ask."]]


def test_a_table_without_borders_is_a_table_where_its_cells_are_entries():
    (block,) = _read("<table><tr><td>May 2014</td><td><p>Robin moved.</p><p>The police came.</p></td></tr></table>")

    assert block.kind == BlockKind.TABLE


TEXT = "The police were called to the house on two nights and found nobody who would say what had happened there. " * 4


def test_a_page_that_stands_in_a_form_is_read_and_a_search_box_is_not():
    source = f"<form action='/search'><label>Search</label></form><form id='page'><h1>Review</h1><p>{TEXT}</p></form>"

    assert _texts(source) == ["Review", TEXT.strip()]


def test_headings_of_sections_that_open_are_read_and_other_buttons_are_not():
    source = "<h3><button>2015</button></h3><p>Robin moved.</p><button>Print</button>"

    assert _texts(source) == ["2015", "Robin moved."]


def test_a_page_of_several_articles_is_read_whole():
    assert _texts("<article><p>One.</p></article><article><p>Two.</p></article>") == ["One.", "Two."]


def test_the_caption_of_a_table_stands_before_it():
    assert _texts("<table><caption>2015</caption><tr><td>May</td><td>Robin moved.</td></tr></table>")[0] == "2015"


@pytest.mark.parametrize(
    "furniture",
    [
        '<div id="cookie-banner"><p>We use cookies.</p></div>',
        '<div class="breadcrumb"><ol><li><a href="/">Home</a></li><li>Robin</li></ol></div>',
        '<ul><li><a href="/a">About us</a></li><li><a href="/b">Training</a></li><li><a href="/c">News</a></li></ul>',
        '<div role="contentinfo"><p>Last reviewed on 1 March 2024.</p></div>',
    ],
)
def test_what_belongs_to_the_site_is_not_read(furniture):
    assert _texts(f"{furniture}<h1>Robin</h1><p>Robin moved.</p>") == ["Robin", "Robin moved."]


def test_a_list_of_links_within_the_page_and_of_links_with_words_beside_them_is_read():
    links = "".join(f'<li><a href="#{n}">Part {n}</a></li>' for n in range(3))
    sources = "".join(f'<li><a href="/{n}">Source {n}</a>, of 2014</li>' for n in range(3))

    assert len(_texts(f"<ul>{links}</ul><ul>{sources}</ul>")) == 6
