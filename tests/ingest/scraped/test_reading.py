"""Scraped text: broken lines rejoined, notes taken out, bullets put back, tables and headings told."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.blocks import BlockKind
from ingest.scraped.reading import text_to_blocks


def _said(source):
    return [(block.kind.value, block.text) for block in text_to_blocks(source)]


def _texts(source):
    return [block.text for block in text_to_blocks(source)]


def test_markdown_headings_keep_their_level_and_lose_their_marks():
    blocks = text_to_blocks("# Review\n\n## **Findings**\n\nText.\n")

    assert [(block.kind, block.level, block.text) for block in blocks] == [
        (BlockKind.HEADING, 1, "Review"),
        (BlockKind.HEADING, 2, "Findings"),
        (BlockKind.PARAGRAPH, 0, "Text."),
    ]


def test_marks_of_emphasis_are_gone_and_what_they_said_is_kept():
    lead, whole, slanting = text_to_blocks(
        "1.1 **Background:** the *child* was seen.\n\n**All of it**\n\n*Some words*\n"
    )

    assert (lead.text, lead.bold_lead) == ("1.1 Background: the child was seen.", "Background:")
    assert whole.is_bold
    assert slanting.is_italic


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("snake_case and 2 * 3 * 4", "snake_case and 2 * 3 * 4"),
        ("a [link](https://example.org) here", "a link here"),
        ("a picture ![of a house](house.png) here", "a picture here"),
        ("fish &amp; chips", "fish & chips"),
        ("x < y and <unknown> stays", "x < y and <unknown> stays"),
        ("an escaped \\* asterisk", "an escaped * asterisk"),
        ("<u>under</u> and <b>bold</b>", "under and bold"),
        ("<https://example.org/page>", "https://example.org/page"),
    ],
)
def test_other_markup_is_understood(source, text):
    assert _texts(source) == [text]


@pytest.mark.parametrize("mark", ["¹", "<sup>1</sup>", "[^1]"])
def test_marks_are_gone_and_notes_stand_apart(mark):
    note = f"{mark}:" if mark == "[^1]" else mark

    blocks = text_to_blocks(f"The child was seen{mark} on the 2<sup>nd</sup> of May.\n\n{note} Note text.\n\nMore.\n")

    assert [(block.kind.value, block.text) for block in blocks] == [
        ("paragraph", "The child was seen on the 2nd of May."),
        ("footnote", "Note text."),
        ("paragraph", "More."),
    ]
    assert blocks[1].marker == "1"


def test_a_sentence_that_a_note_interrupts_is_joined():
    source = "1.1 The letter was sent to the wrong house and so the\n\n¹ In Sparrow Lane.\n\nschool heard nothing.\n"

    assert _said(source) == [
        ("paragraph", "1.1 The letter was sent to the wrong house and so the school heard nothing."),
        ("footnote", "In Sparrow Lane."),
    ]


def test_a_sentence_that_a_page_rule_interrupts_is_joined_before_a_capital_too():
    source = "9.1 The recommendation was presented in the winter of that year by the group to the\n\n---\n\nBoard.\n"

    assert len(_texts(source)) == 1


def test_a_bullet_before_a_number_is_only_the_numbers_paragraph():
    (block,) = text_to_blocks("- 2.1 The health visitor called.\n")

    assert (block.kind, block.text) == (BlockKind.PARAGRAPH, "2.1 The health visitor called.")


def test_bullets_keep_their_depth():
    blocks = text_to_blocks("- one\n  - inner\n- two\n")

    assert [(block.text, block.level) for block in blocks] == [("one", 1), ("inner", 2), ("two", 1)]


def test_entries_of_a_contents_page_are_told_and_are_no_table():
    blocks = text_to_blocks(
        "Contents\n\n1. Introduction\tpage 2\n2. Findings\tpage 3\n3. Process ........ 4\n\n1 Introduction\n"
    )

    assert [block.is_contents for block in blocks] == [False, True, True, True, False]


def test_tables_of_tabs_and_of_bars_are_tables():
    rows = "No.\tWhat\n1\tWrite\n2\tSend\n\n| Ref | Who |\n|-----|------|\n| 1 | Write |\n"

    tabs, bars = text_to_blocks(rows)

    assert [[cell.text for cell in row] for row in tabs.rows] == [["No.", "What"], ["1", "Write"], ["2", "Send"]]
    assert bars.rows[0][0].is_header
    assert [cell.text for cell in bars.rows[1]] == ["1", "Write"]


def test_html_tables_in_markdown_are_tables():
    (table,) = text_to_blocks(
        "<table>\n<tr><th>No.</th><th>What</th></tr>\n<tr><td>1</td><td>Write</td></tr>\n</table>\n"
    )

    assert [[cell.text for cell in row] for row in table.rows] == [["No.", "What"], ["1", "Write"]]


def test_a_row_that_a_page_cut_is_put_together():
    source = (
        "No.\tWhat\tWho\n1\tLetters are read before they\tHead of\n\n\tare sent to a family\tService\n2\tMore\tHer\n"
    )

    (table,) = text_to_blocks(source)

    expected = ["1", "Letters are read before they are sent to a family", "Head of Service"]
    assert [cell.text for cell in table.rows[1]] == expected
    assert len(table.rows) == 3


def test_a_table_goes_on_after_a_heading_that_scraping_put_between():
    source = "No.\tWhat\tWho\tWhen\n1\tWrite\tShe\tMay\n\n## Next agency\n\n2.\tSend\tHe\tJune\n"

    assert [len(block.rows) for block in text_to_blocks(source) if block.rows] == [3]


def test_headers_that_count_pages_are_left_out():
    source = "\n\n".join(
        f"Paragraph {word} of the text.\n\nReview of Tobias | Page {n}" for n, word in enumerate("abcdef", 1)
    )

    assert _texts(source) == [f"Paragraph {word} of the text." for word in "abcdef"]


def test_headings_that_recur_stay():
    source = "\n\n".join(f"{n}. A conclusion of the review.\n\nKey lessons learned:\n\n- one" for n in range(1, 6))

    assert _texts(source).count("Key lessons learned:") == 5


def test_a_heading_at_a_paragraphs_end_is_one():
    assert _said("13.35 The visit was made. **August**\n\n13.36 It was hot.\n")[1] == ("heading", "August")


def test_a_year_run_into_a_heading_is_a_heading_of_its_own():
    assert _said("## 12 Events October 2010 – August 2014 2010\n\n12.1 Text.\n")[:2] == [
        ("heading", "12 Events October 2010 – August 2014"),
        ("heading", "2010"),
    ]


def test_bytes_of_other_encodings_become_text():
    from ingest.scraped.decoding import decode

    assert decode("Bryn-y-môr – “home”".encode("cp1252")) == "Bryn-y-môr – “home”"
    assert decode("ŵ".encode("utf-16")) == "ŵ"
    assert decode(b"\xef\xbb\xbfwords\r\nmore\r") == "words\nmore\n"


@given(st.text(max_size=400))
def test_any_text_can_be_read(source):
    text_to_blocks(source)


@given(st.text(alphabet="ab .\n-#*|\t1<>", max_size=300))
def test_any_marks_can_be_read(source):
    text_to_blocks(source)
