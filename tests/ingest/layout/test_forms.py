"""A table that names sections on the left and holds them on the right is the report's text and no table."""

from ingest.blocks import BlockKind
from tests.ingest.samples import LETTER
from tests.ingest.typeset import document_of, outline_of_sample


def test_the_names_of_a_forms_sections_are_headings():
    headings = [block.text for block in document_of("form_over_pages").blocks if block.kind is BlockKind.HEADING]

    assert headings == ["Circumstances", "Practice and organisational learning", "Improving systems and practice"]


def test_the_paragraphs_and_points_of_a_forms_section_stand_apart_over_pages():
    blocks = document_of("form_over_pages").blocks

    assert not any(block.kind is BlockKind.TABLE for block in blocks)
    assert LETTER in [block.text for block in blocks]
    assert [b.text for b in blocks if b.kind is BlockKind.LIST_ITEM] == [
        "The nurse rang the same day.",
        "The caretaker kept the coat.",
    ]


def test_the_rest_of_a_form_overleaf_is_the_same_form():
    blocks = document_of("form_over_pages").blocks

    assert {block.page for block in blocks} >= {1, 2}


def test_a_table_of_two_columns_with_heads_is_no_form():
    kinds = {paragraph.kind for paragraph in outline_of_sample("table_over_pages").paragraphs}

    assert BlockKind.TABLE in kinds
