"""Word documents: headings, lists, tables, notes and boxes as Word would show them."""

import zipfile

import pytest
from docx import Document
from docx.enum.text import WD_BREAK
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt

from ingest import exceptions
from ingest.blocks import BlockKind
from ingest.readers import docx as reader
from tests.ingest import hostile


@pytest.fixture
def read(tmp_path):
    """Save a document and return its blocks."""

    def read(document):
        path = tmp_path / "review.docx"
        document.save(path)
        return reader.read(path).blocks

    return read


def _said(blocks):
    return [(block.kind.value, block.text) for block in blocks]


def test_headings_keep_their_level(read):
    document = Document()
    document.add_heading("Review", 0)
    document.add_heading("Findings", 1)
    document.add_heading("The school", 2)
    document.add_paragraph("Text.")

    assert [(block.kind, block.level) for block in read(document)] == [
        (BlockKind.HEADING, 1),
        (BlockKind.HEADING, 1),
        (BlockKind.HEADING, 2),
        (BlockKind.PARAGRAPH, 0),
    ]


def test_bullets_and_numbers_of_lists_are_told(read):
    document = Document()
    for text in ("one", "two"):
        document.add_paragraph(text, style="List Bullet")
    document.add_paragraph("inner", style="List Bullet 2")
    for text in ("first", "second"):
        document.add_paragraph(text, style="List Number")

    blocks = read(document)

    assert [(block.kind.value, block.marker) for block in blocks[:3]] == [("list_item", "•")] * 3
    assert [block.text for block in blocks[3:]] == ["1. first", "2. second"]


def _numbered(document, list_id, level, text):
    paragraph = document.add_paragraph(text)
    properties = paragraph._p.get_or_add_pPr()
    properties.append(
        parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>')
    )


def _with_list(document, *levels):
    """Add a list to a document's numbering: (figures, pattern) for each level."""
    numbering = document.part.numbering_part.element
    inner = "".join(
        f'<w:lvl w:ilvl="{place}"><w:start w:val="1"/><w:numFmt w:val="{figures}"/>'
        f'<w:lvlText w:val="{pattern}"/></w:lvl>'
        for place, (figures, pattern) in enumerate(levels)
    )
    numbering.insert(0, parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="900">{inner}</w:abstractNum>'))
    numbering.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="900"><w:abstractNumId w:val="900"/></w:num>'))


def test_paragraphs_that_word_numbers_have_their_numbers(read):
    document = Document()
    _with_list(document, ("decimal", "%1."), ("decimal", "%1.%2"), ("lowerLetter", "(%3)"))
    for level, text in [
        (0, "Findings"),
        (1, "The child"),
        (1, "was seen"),
        (2, "once"),
        (2, "twice"),
        (0, "More"),
        (1, "of it"),
    ]:
        _numbered(document, 900, level, text)

    assert [block.text for block in read(document)] == [
        "1. Findings",
        "1.1 The child",
        "1.2 was seen",
        "(a) once",
        "(b) twice",
        "2. More",
        "2.1 of it",
    ]


def test_words_that_a_list_prints_before_its_number_are_printed(read):
    document = Document()
    _with_list(document, ("upperRoman", "Recommendation %1:"))
    _numbered(document, 900, 0, "Ask.")
    _numbered(document, 900, 0, "Answer.")

    assert [block.text for block in read(document)] == ["Recommendation I: Ask.", "Recommendation II: Answer."]


def test_bold_words_that_a_paragraph_begins_with_are_told(read):
    document = Document()
    paragraph = document.add_paragraph()
    paragraph.add_run("Learning point:").bold = True
    paragraph.add_run(" look again.")
    document.add_paragraph().add_run("All of it").bold = True

    lead, whole = read(document)

    assert (lead.bold_lead, lead.is_bold) == ("Learning point:", False)
    assert (whole.bold_lead, whole.is_bold) == ("", True)


def test_tables_keep_rows_cells_and_what_reaches_over(read):
    document = Document()
    table = document.add_table(rows=3, cols=3)
    for place, text in enumerate(["No.", "What", "Who"]):
        table.cell(0, place).text = text
    table.cell(1, 0).merge(table.cell(2, 0)).text = "1"
    table.cell(1, 1).text = "Write"
    table.cell(2, 1).text = "Send"
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))

    (block,) = read(document)

    assert [[cell.text for cell in row] for row in block.rows] == [
        ["No.", "What", "Who"],
        ["1", "Write", ""],
        ["", "Send", ""],
    ]
    assert [cell.is_header for cell in block.rows[0]] == [True, True, True]
    assert block.rows[2][0].is_covered


def test_a_table_of_one_cell_is_a_box(read):
    document = Document()
    document.add_table(rows=1, cols=1).cell(0, 0).text = "Key learning: listen."
    document.add_paragraph("After.")

    boxed, after = read(document)

    assert (boxed.kind, boxed.box, after.box) == (BlockKind.PARAGRAPH, 1, None)


def test_shaded_paragraphs_that_follow_each_other_are_one_box(read):
    document = Document()
    for text in ("One.", "Two."):
        properties = document.add_paragraph(text)._p.get_or_add_pPr()
        properties.append(parse_xml(f'<w:shd {nsdecls("w")} w:val="clear" w:fill="DDEEFF"/>'))
    document.add_paragraph("Three.")

    assert [block.box for block in read(document)] == [1, 1, None]


def test_a_text_box_is_whole_and_apart(read):
    document = Document()
    run = document.add_paragraph("The paragraph that it hangs on.").add_run()
    run._r.append(
        parse_xml(
            f'<w:pict {nsdecls("w")} xmlns:v="urn:schemas-microsoft-com:vml"><v:shape><v:textbox><w:txbxContent>'
            "<w:p><w:r><w:t>In the box.</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict>"
        )
    )

    assert [(block.text, block.box) for block in read(document)] == [
        ("The paragraph that it hangs on.", None),
        ("In the box.", 1),
    ]


def test_what_was_deleted_and_what_is_hidden_is_not_read(read):
    document = Document()
    paragraph = document.add_paragraph("The child was ")
    paragraph._p.append(
        parse_xml(f'<w:del {nsdecls("w")} w:id="1" w:author="A"><w:r><w:delText>not </w:delText></w:r></w:del>')
    )
    paragraph._p.append(parse_xml(f'<w:ins {nsdecls("w")} w:id="2" w:author="A"><w:r><w:t>seen.</w:t></w:r></w:ins>'))
    hidden = paragraph.add_run(" A note to self.")
    hidden.font.hidden = True

    assert _said(read(document)) == [("paragraph", "The child was seen.")]


def test_marks_of_notes_set_by_hand_are_left_out_and_ordinals_stay(read):
    document = Document()
    paragraph = document.add_paragraph("Seen on the 2")
    paragraph.add_run("nd").font.superscript = True
    paragraph.add_run(" of May")
    paragraph.add_run("3").font.superscript = True
    paragraph.add_run(" at home, in 9 m")
    paragraph.add_run("2").font.superscript = True

    assert read(document)[0].text == "Seen on the 2nd of May at home, in 9 m2"


def test_lines_broken_on_purpose_are_told(read):
    document = Document()
    run = document.add_paragraph().add_run("Ann Marsh")
    run.add_break(WD_BREAK.LINE)
    run.add_text("June 2022")

    (block,) = read(document)

    assert (block.text, block.lines) == ("Ann Marsh June 2022", ("Ann Marsh", "June 2022"))


def test_the_codes_of_fields_are_not_read(read):
    document = Document()
    paragraph = document.add_paragraph("See ")
    for kind, text in [
        ("begin", ""),
        ("", 'HYPERLINK "https://example.org"'),
        ("separate", ""),
        ("shown", "the page"),
        ("end", ""),
    ]:
        run = paragraph.add_run(text if kind == "shown" else "")
        if kind in ("begin", "separate", "end"):
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
            run._r.append(mark)
        elif not kind:
            code = OxmlElement("w:instrText")
            code.text = text
            run._r.append(code)

    assert read(document)[0].text == "See the page"


def test_size_is_told_as_a_multiple_of_the_bodys(read):
    document = Document()
    document.add_paragraph().add_run("A title").font.size = Pt(22)
    document.add_paragraph("Body text that says much more than the title does, at some length.").runs[0].font.size = Pt(
        11
    )

    assert [block.size for block in read(document)] == [2.0, 1.0]


def test_a_document_with_macros_is_refused_for_readers_would_open_the_original(tmp_path):
    path = tmp_path / "review.docx"
    path.write_bytes(hostile.docx_with_macros())

    with pytest.raises(exceptions.HasMacros):
        reader.read(path)


def test_a_document_that_unpacks_to_a_gigabyte_is_too_large(tmp_path):
    path = tmp_path / "review.docx"
    path.write_bytes(hostile.docx_bomb())

    with pytest.raises(exceptions.TooLarge):
        reader.read(path)


def test_broken_xml_is_a_damaged_file(tmp_path):
    path = tmp_path / "review.docx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("word/document.xml", "<w:document><w:body>")

    with pytest.raises(exceptions.DamagedFile):
        reader.read(path)


def test_entities_of_a_hostile_document_are_not_resolved(tmp_path):
    path = tmp_path / "review.docx"
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    source = (
        '<!DOCTYPE d [<!ENTITY secret SYSTEM "file:///etc/passwd">]>'
        f'<w:document xmlns:w="{space}"><w:body><w:p><w:r><w:t>A &secret; B</w:t></w:r></w:p></w:body></w:document>'
    )
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("word/document.xml", source)

    assert "root" not in " ".join(block.text for block in reader.read(path).blocks)


def test_a_document_without_words_has_no_text(tmp_path):
    path = tmp_path / "review.docx"
    Document().save(path)

    with pytest.raises(exceptions.NoText):
        reader.read(path)
