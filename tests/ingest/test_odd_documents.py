"""Word documents and web pages whose numbers and structure no program writes are read as far as they say something."""

import io
import zipfile

import pytest

from ingest.exceptions import UnreadableDocument
from ingest.readers import read_document
from tests.ingest import hostile

SPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
SENTENCE = "The health visitor saw the child at home."
WORDS = f"<w:r><w:t>{SENTENCE}</w:t></w:r>"


def word_document(body, *, before="", **parts):
    """A Word document of the given XML; `parts` stand in the place of its other parts, `before` before the root."""
    out, parts = (
        io.BytesIO(),
        {f"word/{name}.xml": f"<w:{name} {SPACE}>{xml}</w:{name}>" for name, xml in parts.items()},
    )
    parts["word/document.xml"] = f"{before}<w:document {SPACE}><w:body>{body}</w:body></w:document>"
    with zipfile.ZipFile(io.BytesIO(hostile.docx())) as source, zipfile.ZipFile(out, "w") as target:
        for name in {*source.namelist(), *parts}:
            target.writestr(name, parts[name] if name in parts else source.read(name))
    return out.getvalue()


def paragraph(properties=""):
    return f"<w:p><w:pPr>{properties}</w:pPr>{WORDS}</w:p>"


def counted(level):
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr>'


LISTS = (
    '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="12"><w:start w:val="1e300"/></w:lvl><w:lvl w:ilvl="-3"/>'
    '<w:lvl w:ilvl="0"><w:start w:val="99999999999"/><w:numFmt w:val="lowerRoman"/><w:lvlText w:val="%1."/></w:lvl>'
    '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/>'
    '<w:lvlOverride w:ilvl="40"><w:startOverride w:val="nan"/></w:lvlOverride></w:num>'
)
ODD = {
    "sizes that are no numbers": word_document(f'<w:p><w:r><w:rPr><w:sz w:val="nan"/></w:rPr>{WORDS[5:]}</w:p>'),
    "a size without end": word_document(f'<w:p><w:r><w:rPr><w:sz w:val="inf"/></w:rPr>{WORDS[5:]}</w:p>'),
    "levels that no list has": word_document(
        "".join(paragraph(counted(level)) for level in ("12", "-3", "0", "²", "9e99")), numbering=LISTS
    ),
    "an outline level that is a word": word_document(paragraph('<w:outlineLvl w:val="first"/>')),
    "a cell over a thousand million columns": word_document(
        f'<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="999999999"/></w:tcPr>{paragraph()}</w:tc></w:tr></w:tbl>'
        + paragraph()
    ),
    "styles that build on each other": word_document(
        paragraph('<w:pStyle w:val="A"/>'),
        styles='<w:style w:styleId="A"><w:basedOn w:val="B"/></w:style><w:style w:styleId="B"><w:basedOn w:val="A"/>'
        "</w:style>",
    ),
    "a hundred content controls in each other": word_document(
        "<w:sdt><w:sdtContent>" * 100 + paragraph() + "</w:sdtContent></w:sdt>" * 100
    ),
}


@pytest.mark.parametrize("content", ODD.values(), ids=ODD)
def test_an_odd_word_document_gives_its_words(tmp_path, content):
    path = tmp_path / "review.docx"
    path.write_bytes(content)

    blocks = read_document(path).blocks

    assert any(SENTENCE in block.text for block in blocks)


LAUGHS = "".join(f'<!ENTITY l{level + 1} "{f"&l{level};" * 10}">' for level in range(9))
HARMFUL = {
    "a thousand million laughs": word_document(
        f"<w:p><w:r><w:t>&l9;{SENTENCE}</w:t></w:r></w:p>", before=f'<!DOCTYPE w [<!ENTITY l0 "ha">{LAUGHS}]>'
    ),
    "a file of the machine": word_document(
        f"<w:p><w:r><w:t>&f;{SENTENCE}</w:t></w:r></w:p>", before='<!DOCTYPE w [<!ENTITY f SYSTEM "/etc/passwd">]>'
    ),
}


@pytest.mark.parametrize("content", HARMFUL.values(), ids=HARMFUL)
def test_what_a_document_names_beside_its_words_is_not_put_in(tmp_path, content):
    path = tmp_path / "review.docx"
    path.write_bytes(content)

    try:
        text = " ".join(block.text for block in read_document(path).blocks)
    except UnreadableDocument:
        return
    assert "haha" not in text
    assert "root:" not in text


PAGES = {
    "counts that are no numbers": '<ol start="²"><li>{0}</li></ol><ol start="99999999999999999999"><li>{0}</li></ol>',
    "columns that are no number": '<table><tr><td colspan="²" rowspan="-1">{0}</td><td>{0}</td></tr></table>',
    "cells over ten thousand rows": '<table><tr><td rowspan="9999" colspan="9999">{0}</td></tr></table><p>{0}</p>',
    "characters that are none": "<p>&#xD800;&#0;&#xFFFFFFFF; {0}</p>",
    "elements in elements": "<div>" * 100 + "<p>{0}</p>",
}


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)
def test_an_odd_web_page_gives_its_words(tmp_path, page):
    path = tmp_path / "review.html"
    path.write_text(f"<!doctype html><html><body>{page.format(SENTENCE)}</body></html>", encoding="utf-8")

    blocks = read_document(path).blocks

    assert any(SENTENCE in block.text for block in blocks)
