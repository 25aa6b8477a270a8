import pytest

from ingest.extractors.manuscript.counting import unmarked_numbers, with_number
from tests.ingest.extractors.outlines import outline


def numbers_in(*texts):
    paragraphs = outline("\n\n".join(texts)).paragraphs
    found = unmarked_numbers(outline("\n\n".join(texts)))
    return [(with_number(paragraph, found).number, with_number(paragraph, found).text) for paragraph in paragraphs]


@pytest.mark.parametrize(
    ("first", "second"), [("R1", "R2"), ("1", "2"), ("i", "ii"), ("A.", "B."), ("CSC 1", "CSC 2")]
)  # fmt: skip
def test_paragraphs_that_count_on_are_numbered(first, second):
    assert numbers_in(f"{first} Seek assurance.", f"{second} Write to schools.") == [
        (first.rstrip("."), "Seek assurance."),
        (second.rstrip("."), "Write to schools."),
    ]


@pytest.mark.parametrize(
    "texts",
    [
        ("R2 The second without a first.", "Another paragraph."),
        ("1 Seek assurance.", "3 Write to schools."),
        ("1 March 2014 was a Saturday.", "2 April 2014 was a Wednesday."),
        ("A. Writer was the reviewer.", "The panel met twice."),
        ("I saw the child.", "V was her brother."),
    ],
)
def test_one_such_beginning_is_no_number(texts):
    assert numbers_in(*texts) == [(None, text) for text in texts]
