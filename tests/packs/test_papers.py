"""PDF, the page to print, the CSV of sources and the ZIP of all."""

import csv
import io
import zipfile
from dataclasses import replace
from itertools import pairwise

import pypdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from packs.exports import blocks, everything, pdf, sources, web
from packs.exports.timeline_picture import svg_of, time_between
from packs.slides import in_pieces
from tests.packs.contents import content, source


def opened(made):
    return pypdf.PdfReader(io.BytesIO(made))


def words_of(made):
    return " ".join("\n".join(page.extract_text() for page in opened(made).pages).split())


def everything_in(reader):
    """Every dictionary of a PDF."""
    objects = (reader.get_object(number) for number in range(1, reader.trailer["/Size"]))
    return [one for one in objects if isinstance(one, dict)]


@pytest.mark.parametrize("make", [pdf.guide, pdf.handout])
def test_a_pdf_is_tagged_on_a4_in_english_with_a_title(make):
    reader = opened(make(content()))
    root = reader.trailer["/Root"]

    assert root["/MarkInfo"]["/Marked"]
    assert "/StructTreeRoot" in root
    assert root["/Lang"] == "en-GB"
    assert reader.metadata.title == "Neglect and children missing education"
    assert [round(float(side)) for side in reader.pages[0].mediabox[2:]] == [595, 842]


def test_the_guide_has_bookmarks_and_its_title():
    reader = opened(pdf.guide(content()))
    names = [one.title for one in reader.outline if not isinstance(one, list)]

    assert "What happened (15 min)" in names
    assert "Sources" in names
    assert "Neglect and children missing education" in " ".join(reader.pages[0].extract_text().split())


def test_every_picture_of_a_pdf_says_what_it_shows():
    reader = opened(pdf.guide(content()))
    said = [one.get("/Alt", "") for one in everything_in(reader) if one.get("/S") == "/Figure"]

    assert len(said) == 1
    assert "4 events, from September 2020 to 4 May 2021" in said[0]


def test_links_lead_to_the_items():
    annotations = [
        one.get_object()["/A"]["/URI"]
        for page in opened(pdf.guide(content())).pages
        for one in page.get("/Annots", [])
        if "/A" in one.get_object()
    ]

    assert any("/items/" in address for address in annotations)


def test_the_handout_has_two_panels_to_a_page_and_no_ending():
    words = words_of(pdf.handout(content()))

    assert "My notes" in words
    assert "Tam is taken to hospital" not in words
    assert "Say where you can be found afterwards" not in words


def test_a_briefing_is_one_page():
    short = content(shape="briefing", shape_name="7-minute briefing", sections=content().sections[2:])

    assert len(opened(pdf.guide(short)).pages) == 1


@pytest.mark.parametrize("shape", ["workshop", "briefing", "handout", "reading_list", "free"])
def test_headings_of_a_document_skip_no_level_whatever_its_shape(shape):
    for document in (blocks.guide(content(shape=shape)), blocks.handout(content(shape=shape))):
        levels = [0, *(block.level for block in document.blocks if block.kind == "heading")]
        assert all(after - before <= 1 for before, after in pairwise(levels))


@pytest.mark.parametrize("hostile", ["#panic()", "$x$ *b* _i_ @a <l>", "\\ `raw` // c", '"quoted" \\" \n= Heading'])
def test_whatever_people_write_is_text_to_typst(hostile):
    words = words_of(pdf.guide(content(name=f"Begin {hostile} end")))

    assert "Begin" in words
    assert "end" in words


def test_the_page_to_print_has_headings_in_order_links_and_a_table_for_every_picture():
    page = web.guide(content()).decode()

    assert page.count("<h1") == 1
    assert "<h2>Sources</h2>" in page
    assert 'role="img" aria-label="Timeline of Child Tam' in page
    assert "4 May 2021</td>" in page
    assert "<script" not in page


def test_what_people_write_is_escaped_in_the_page_and_in_the_picture():
    story = content().sections[1].parts[0].timeline
    assert story is not None
    page = web.guide(content(name="<script>alert(1)</script>")).decode()
    drawing = svg_of([replace(story.events[0], date='<g onload="x">')])

    assert "<script" not in page
    assert "<g" not in drawing


def test_the_sources_have_a_row_for_everything_that_is_drawn_from_a_review():
    rows = list(csv.DictReader(io.StringIO(sources.render(content()).decode("utf-8-sig"))))

    assert len(rows) == 5
    assert rows[0]["Review"] == "Child Tam – Ambermoor, LCSPR"
    assert rows[2]["Citation"].endswith("finding 3, para 4.2, p. 12")
    assert rows[2]["Address"].startswith("https://crossread.example/items/")


@pytest.mark.parametrize("begins", ["=", "+", "-", "@"])
def test_no_cell_is_a_formula(begins):
    tam, amara = content().sources
    made = sources.render(content(sources=(source(tam.name, title=f"{begins}HYPERLINK()"), amara))).decode("utf-8-sig")

    assert f"'{begins}HYPERLINK()" in made
    assert f",{begins}HYPERLINK()" not in made


def test_the_archive_holds_everything_and_tells_each_step():
    told: list[str] = []
    archive = zipfile.ZipFile(io.BytesIO(everything.render(content(), None, told.append)))

    names = archive.namelist()

    assert archive.testzip() is None
    assert {"slides.pptx", "facilitators-guide.docx", "facilitators-guide.pdf", "facilitators-guide.html",
            "handout.docx", "handout.pdf", "handout.html", "sources.csv", "document.css"} <= set(names)  # fmt: skip
    assert len(told) == everything.STEPS


@pytest.mark.parametrize(
    ("one", "two", "said"),
    [("2020-01-01", "2020-01-20", ""), ("2020-01-01", "2020-06-01", "5 months"),
     ("2018-01-01", "2021-01-01", "3 years"),     ("2020-01-01", "9999-12-31", ""), ("", "2020-01-01", "")],
)  # fmt: skip
def test_the_time_between_two_events_is_said_in_words(one, two, said):
    assert time_between(one, two) == said


@settings(max_examples=60)
@given(st.lists(st.sampled_from(["word", "end.", "clause,", "“said”"]), max_size=400))
def test_a_text_in_pieces_loses_no_word_and_no_piece_is_too_long(words):
    pieces = in_pieces(" ".join(words))

    assert " ".join(pieces).split() == words
    assert all(len(piece.split()) <= 94 for piece in pieces)
