"""The guide and the handout in Word: real headings, tables with heading rows, described pictures, working links."""

import io
import zipfile
from itertools import pairwise

import docx
import pypdfium2
import pytest
from docx.oxml.ns import qn

from packs.exports import word
from packs.legible import legible
from tests.packs.contents import content
from tests.packs.exports_opened import as_pdf, needs_office

KINDS = {"guide": word.guide, "handout": word.handout}


@pytest.fixture(params=KINDS)
def made(request):
    return KINDS[request.param](content())


def opened(made):
    return docx.Document(io.BytesIO(made))


def headings(document):
    return [(int(p.style.name[-1]), p.text) for p in document.paragraphs if p.style.name.startswith("Heading")]


def text_of(document):
    rows = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(p.text for p in document.paragraphs), *rows])


def test_headings_are_real_and_skip_no_level(made):
    levels = [0, *(level for level, _ in headings(opened(made)))]

    assert len(levels) > 5
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_every_picture_says_what_it_shows(made):
    pictures = opened(made).element.body.findall(f".//{qn('wp:docPr')}")

    assert pictures
    assert all("Timeline of Child Tam" in picture.get("descr") for picture in pictures)


def test_every_table_has_a_heading_row_and_a_description(made):
    for table in opened(made).tables:
        assert table.rows[0]._tr.find(f".//{qn('w:tblHeader')}") is not None
        assert table._tbl.tblPr.find(qn("w:tblCaption")).get(qn("w:val"))


def test_every_quotation_is_followed_by_its_citation_as_a_link(made):
    paragraphs = opened(made).paragraphs
    quoted = [number for number, one in enumerate(paragraphs) if one.style.name == "Quote"]

    assert len(quoted) == 3
    for number in quoted:
        assert paragraphs[number + 1].style.name == "Source"
        assert paragraphs[number + 1].hyperlinks[0].address.startswith("https://crossread.example/items/")


def test_the_document_says_its_language_title_and_maker(made):
    document = opened(made)

    assert document.core_properties.title == "Neglect and children missing education"
    assert document.core_properties.author == "Tariq Trainer"
    assert document.core_properties.language == "en-GB"
    assert 'w:lang w:val="en-GB"' in document.styles.element.xml


def test_the_guide_has_notes_timings_and_the_ending_where_it_belongs():
    words = text_of(opened(word.guide(content())))

    assert "For you: Say where you can be found afterwards." in words
    assert "Together" in words
    assert "The ending: after people have talked" in words
    assert "Language: “failed to engage”" in words


def test_the_handout_has_no_notes_and_keeps_endings_for_the_last_page():
    document = opened(word.handout(content()))
    names = [name for _, name in headings(document)]

    assert "Say where you can be found afterwards." not in text_of(document)
    assert names.index("What was shown later") > names.index("What we take with us")


def test_what_was_withdrawn_leaves_a_note_and_no_words(made):
    words = text_of(opened(made))

    assert ("It was withdrawn on 3 June 2024." in words) == ("Facilitator’s guide" in words)


def test_a_pack_with_nothing_in_it_is_still_a_document():
    assert opened(word.guide(content(sections=(), sources=(), explained=()))).paragraphs


@pytest.mark.parametrize("hostile", ["<w:p>&amp;</w:p>", "a\x0bb\x00c", "]]>", "\u202e"])
def test_whatever_people_write_is_text(hostile):
    document = opened(word.guide(legible(content(name=f"A{hostile}Z"))))

    assert document.paragraphs[0].text.startswith("A")


def test_nothing_in_the_file_is_fetched_when_it_is_opened(made):
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        for name in archive.namelist():
            if name.endswith(".rels"):
                words = archive.read(name).decode()
                assert words.count('TargetMode="External"') == words.count("/relationships/hyperlink")


@needs_office
@pytest.mark.slow
def test_libreoffice_opens_it_without_repair(made, tmp_path):
    pages = pypdfium2.PdfDocument(as_pdf(made, "guide.docx", tmp_path))
    words = "\n".join(page.get_textpage().get_text_range() for page in pages)

    assert "Neglect and children missing education" in words
    assert "Thornley Vale Safeguarding Children Partnership (2025), Amara" in words
