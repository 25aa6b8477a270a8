import pytest

from reviews.words.hits import hits, tokens_of
from reviews.words.meaning import understand
from reviews.words.syntax import parse
from tests.reviews.words.test_meaning import Dictionary


def marked(text, typed):
    """The stretches of the text that are marked."""
    tokens = tokens_of(text)
    lexemes = {token.text: Dictionary()[token.text.removesuffix("'s").removesuffix("’s")].lexemes for token in tokens}
    meaning = understand(parse(typed), Dictionary()).meaning
    assert meaning is not None
    return [text[span.start : span.end] for span in hits(tokens, lexemes, meaning)]


@pytest.mark.parametrize(
    ("text", "typed", "stretches"),
    [
        ("The Schools wrote. A school rang.", "school", ["Schools", "school"]),
        ("children’s social care", "children", ["children’s"]),
        ("A plan. A child protection plan.", '"protection plan"', ["protection plan"]),
        ("A multi-agency plan", "multi-agency", ["multi-agency"]),
        ("He was seen, and not seen.", '"not seen"', ["not seen"]),
        ("Section 4.2 and 4.3", "4.2", ["4.2"]),
        ("neglected and negligent", "negl*", ["neglected", "negligent"]),
        ("school and letter", "school -letter", ["school"]),
        ("dental care and signs of neglect", "neglect NEAR/5 dental", ["dental", "neglect"]),
        ("dental care and many more signs of neglect", "neglect NEAR/4 dental", []),
        ("plan plan plan", '"plan plan"', ["plan plan plan"]),
        ("", "school", []),
    ],
)
def test_what_is_marked(text, typed, stretches):
    assert marked(text, typed) == stretches
