"""Whatever an outline holds, extractors end, and what they find stands in it."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ingest.extractors import actions, findings, recommendations
from tests.ingest.extractors.outlines import outline

WORDS = st.sampled_from(
    [
        "Recommendation",
        "Recommendations",
        "Finding",
        "Learning point",
        "Lessons learned:",
        "Action",
        "Lead",
        "By when",
        "1:",
        "2.",
        "R2",
        "i",
        "ii",
        "(a)",
        "4.2",
        "The Board",
        "should",
        "must",
        "to ensure that",
        "police",
        "of",
        "good practice",
        "key",
        "conclusion",
        "•",
        ":",
        "(",
        ")",
        "[",
        "]",
        "—",
        "Timescale:",
    ]
)
TEXTS = st.lists(WORDS, min_size=1, max_size=20).map(" ".join)
LINES = st.one_of(
    TEXTS,
    TEXTS.map("# {}".format),
    TEXTS.map("## {}".format),
    TEXTS.map("- {}".format),
    TEXTS.map("> {}".format),
    TEXTS.map("**{}**".format),
    st.lists(TEXTS, min_size=1, max_size=4).map(lambda cells: "| " + " | ".join(cells) + " |"),
    st.just("==="),
)


@given(st.lists(LINES, max_size=25).map("\n".join))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_whatever_is_found_stands_in_the_outline(markup):
    read = outline(markup)

    for extract in (recommendations.extract, findings.extract, actions.extract):
        for item in extract(read):
            assert 0 <= item.confidence <= 1
            assert item.place.passages
            assert max(item.place.passages) < len(read.paragraphs)


@given(st.text(max_size=400))
@settings(max_examples=100, deadline=None)
def test_any_text_is_read(text):
    read = outline("# Recommendations\n" + text.replace("\n", " "))

    recommendations.extract(read)
    findings.extract(read)
