import pytest

from reviews.full_text import texts_of
from tests.factories import make_document, make_passage, make_review


@pytest.fixture
def review(db):
    return make_review()


def text_of(review):
    return texts_of(review.items.text_passages(), list(review.documents.all()))


def shape(stretches):
    return [(one.block, [passage.text for passage in one.passages]) for one in stretches]


def test_list_items_that_follow_each_other_are_one_list(review):
    for text, block in (
        ("Before.", "paragraph"),
        ("One.", "list_item"),
        ("Two.", "list_item"),
        ("After.", "paragraph"),
    ):
        make_passage(text, review=review, block=block)

    (text,) = text_of(review)

    assert shape(text.stretches) == [
        ("paragraph", ["Before."]), ("list_item", ["One.", "Two."]), ("paragraph", ["After."]),
    ]  # fmt: skip


def test_paragraphs_that_follow_each_other_stay_apart(review):
    make_passage("One.", review=review)
    make_passage("Two.", review=review)

    assert shape(text_of(review)[0].stretches) == [("paragraph", ["One."]), ("paragraph", ["Two."])]


def test_what_stands_in_a_box_stays_together(review):
    make_passage("Learning point", review=review, block="heading", level=2, box=1)
    make_passage("Ask again.", review=review, box=1)
    make_passage("Beside the box.", review=review)

    box, beside = text_of(review)[0].stretches

    assert shape(box.inside) == [("heading", ["Learning point"]), ("paragraph", ["Ask again."])]
    assert beside.first.text == "Beside the box."


def test_the_first_words_of_each_page_say_that_it_begins(review):
    for text, page in (("One.", 1), ("Two.", 1), ("Three.", 2)):
        make_passage(text, review=review, page=page)

    assert [one.new_page for one in text_of(review)[0].stretches] == [1, None, 2]


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ([1, 2, 3], [3, 4, 5]),
        ([1, 3, 2], [3, 4, 4]),
        ([2, 2], [3, 3]),
        ([1, 2, 3, 4, 5, 6], [3, 4, 5, 6, 6, 6]),
        ([0], [3]),
    ],
)
def test_headings_never_skip_a_level_whatever_the_document_does(review, given, shown):
    for level in given:
        make_passage(f"Heading of level {level}", review=review, block="heading", level=level)

    assert [one.level for one in text_of(review)[0].stretches] == shown


def test_a_review_of_several_documents_names_each(review):
    overview = make_document(review)
    plan = make_document(review, role="action_plan")
    make_passage("Report", review=review, document=overview, block="heading", level=1)
    make_passage("Plan", review=review, document=plan, block="heading", level=1)

    texts = text_of(review)

    assert [(one.is_named, one.stretches[0].level) for one in texts] == [(True, 4), (True, 4)]


def test_contents_go_no_deeper_than_can_be_looked_through(review):
    make_passage("Part", review=review, block="heading", level=1)
    for number in range(70):
        make_passage(f"Section {number}", review=review, block="heading", level=2)

    assert [heading.text for heading in text_of(review)[0].contents] == ["Part"]


def test_a_table_of_many_columns_is_wide(review):
    make_passage("a b", review=review, block="table", rows=[["a", "b"]])
    make_passage("a b c d e", review=review, block="table", rows=[["a", "b", "c", "d", "e"]])

    assert [one.is_wide for one in text_of(review)[0].stretches] == [False, True]


def test_the_outline_names_no_contents_page_and_nothing_twice_in_a_row(review):
    for text in ("Child Tam", "Child Tam", "Contents", "Learning:"):
        make_passage(text, review=review, block="heading", level=1)

    assert [heading.text for heading in text_of(review)[0].contents] == ["Child Tam", "Learning:"]
