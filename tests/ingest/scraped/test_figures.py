"""Figures without a stop that number paragraphs of a scraped text, and bullets that stand alone."""

import textwrap

from ingest.blocks import BlockKind
from ingest.scraped.reading import text_to_blocks
from tests.ingest.samples import BRIDGE, KITCHEN, LETTER, MEETING, VISIT


def _texts(source):
    return [block.text for block in text_to_blocks(source)]


def _wrapped(*paragraphs):
    return "\n".join(textwrap.fill(paragraph, 100) for paragraph in paragraphs)


def test_a_figure_that_counts_on_after_a_whole_sentence_begins_a_paragraph():
    paragraphs = [f"1 {BRIDGE}", f"2 {KITCHEN} {MEETING}", f"3 {LETTER}", f"4 {VISIT}"]

    assert _texts(_wrapped(*paragraphs)) == paragraphs


def test_figures_alone_that_count_on_over_pages_number_the_texts_below_them():
    texts = [f"{MEETING} {text} {VISIT} {text}" for text in (BRIDGE, KITCHEN, MEETING, LETTER, VISIT)]
    parts = [f"{number}\n\n{textwrap.fill(text, 100)}\n" for number, text in enumerate(texts, start=1)]

    source = "\n".join(parts[:3]) + "\n\f" + "\n".join(parts[3:])

    assert _texts(source) == [f"{number}. {text}" for number, text in enumerate(texts, start=1)]


def test_figures_alone_without_pages_may_be_page_numbers_and_are_no_numbers():
    source = "\n\n".join(
        f"{number}\n\n{text}" for number, text in enumerate([BRIDGE, KITCHEN, MEETING, LETTER], start=1)
    )

    assert not any(text.startswith("1. ") for text in _texts(source))


def test_what_follows_the_texts_of_bullets_alone_is_no_point():
    source = f"{_wrapped(BRIDGE)}\n\n•\n\nThe police\n\n•\n\nThe school\n\n{_wrapped(KITCHEN)}\n\n{_wrapped(LETTER)}\n"

    kinds = {block.text: block.kind for block in text_to_blocks(source)}

    assert kinds["The police"] is kinds["The school"] is BlockKind.LIST_ITEM
    assert kinds[KITCHEN] is kinds[LETTER] is BlockKind.PARAGRAPH


def test_a_label_after_a_whole_sentence_begins_a_paragraph():
    source = _wrapped(
        "Recommendation 1:", f"{BRIDGE} {MEETING}", "Recommendation 2:", f"{KITCHEN} {VISIT}", f"{LETTER}"
    )

    assert _texts(source)[:4] == ["Recommendation 1:", f"{BRIDGE} {MEETING}", "Recommendation 2:", f"{KITCHEN} {VISIT}"]
