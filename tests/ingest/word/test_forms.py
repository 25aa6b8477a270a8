"""Word documents that are a form: the sections' names in bold on the left, their text on the right."""

import docx

from ingest.blocks import BlockKind
from ingest.readers import read_document

LEARNING = (
    "The guideline was a laminated sheet. It went to the day centre with him one morning and did not come back.",
    "Staff who had known him for years saw him change a little in every week and did not see that he had changed.",
    "The therapist was assured twice that the sheet was in use. She had no standing to take it further, she felt.",
)


def _form(tmp_path, *rows):
    document = docx.Document()
    table = document.add_table(0, 2)
    for name, *paragraphs in rows:
        cells = table.add_row().cells
        cells[0].paragraphs[0].add_run(name).bold = True
        for number, text in enumerate(paragraphs):
            (cells[1].add_paragraph() if number else cells[1].paragraphs[0]).add_run(text)
    document.save(str(tmp_path / "form.docx"))
    return [(block.kind, block.text) for block in read_document(tmp_path / "form.docx").blocks]


def test_a_form_s_sections_are_text_under_their_names(tmp_path):
    found = _form(tmp_path, ("Practice and organisational learning", *LEARNING), ("Date", "15 November 2019"))

    texts = ("Practice and organisational learning", *LEARNING, "Date", "15 November 2019")
    assert found == [(BlockKind.PARAGRAPH, text) for text in texts]


def test_a_table_of_dates_and_events_stays_a_table(tmp_path):
    found = _form(tmp_path, ("May 2017", LEARNING[0]), ("June 2017", LEARNING[1]), ("July 2017", LEARNING[2]))

    assert [kind for kind, _ in found] == [BlockKind.TABLE]
