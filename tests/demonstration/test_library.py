"""What the marks of the library take from the words that they stand around."""

import json
from typing import Any

import pytest
import typst

from demonstration.typesetting import SOURCES


def marked(body: str) -> list[dict[str, Any]]:
    """Return what the marks in a few lines of Typst say."""
    source = f'#import "library/record.typ": *\n#import "library/layout.typ": *\n{body}'
    compiler = typst.Compiler(source.encode(), root=SOURCES, ignore_system_fonts=True)
    found: list[dict[str, Any]] = json.loads(compiler.query("<answer>", field="value"))
    return found


@pytest.mark.parametrize(
    ("printed", "text"),
    [
        ("She was #strong[not] _seen_.", "She was not seen."),
        ("The plan#footnote[Dated later.] was signed.", "The plan was signed."),
        ("He said \"fine\", and 'no'; it's so.", "He said “fine”, and ‘no’; it’s so."),
        ("One line\nand the next.", "One line and the next."),
        ("They should:\n- look\n- listen", "They should: look listen"),
        ("They should: #points[look;][listen.]", "They should: (a) look; (b) listen."),
        ("First.\n\nSecond.", "First. Second."),
        ("Aged 7~weeks -- or 8.", "Aged 7 weeks – or 8."),
    ],
)
def test_an_item_has_the_words_without_layout_and_notes(printed: str, text: str):
    assert marked(f"#finding[{printed}]")[0]["text"] == text


def test_an_event_can_stand_inside_a_finding():
    finding, event = marked('#finding[Good work. #event(date: "2019-04")[In April she was seen.] And on.]')

    assert finding["text"] == "Good work. In April she was seen. And on."
    assert event["text"] == "In April she was seen."


def test_two_dates_in_a_sentence_make_two_events():
    first, second = marked('#event(date: ("2019-04", "2019-05"))[Asked in April, answered in May.]')

    assert (first["date"], second["date"]) == ("2019-04", "2019-05")
    assert first["text"] == second["text"]


def test_an_event_knows_the_number_of_its_paragraph_and_does_not_hold_it():
    body = (
        '#set heading(numbering: "1.")\n= One\n#para[Words.]\n#para[#event(date: "2020")[She was born.]] #event[Then.]'
    )

    numbered, after = marked(body)

    assert (numbered["paragraph"], numbered["text"]) == ("1.2", "She was born.")
    assert after["paragraph"] is None


def test_a_mark_after_a_page_break_names_the_later_page():
    assert [mark["page"] for mark in marked("#finding[One.] #pagebreak() #finding[Two.]")] == [1, 2]
