"""Whatever is written in a file, reading it gives a record or a reason."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ingest.blocks import BlockKind
from ingest.exceptions import UnreadableDocument
from ingest.outline import Outline, Paragraph
from ingest.pipeline import extract, extract_outline

# What the rules of reading look for, and what stands beside it in no review.
VOCABULARY = """
    Recommendation Recommendations Finding Finding: 1: 1. 1.1 (a) i. ii) A1 R1. 3.4.5 ² ① ٣ ½ • - – — * ** _ # ## ### |
    |--- --- > ` <p> </td> <b> &amp; &#0; {3} [1] 1] ... …… . : ; ? ! , ( ) “ ” ‘ ’ 3 March 2014 31/02/2014 0 00 99999
    2014-15 spring mid-2014 Monday aged 4 months weeks later on the following day between from to and until born died
    Child Tam Mr X Ms mother GP police school Board partnership should must will agreed Action Lead Timescale Outcome
    neglect no evidence of Published Date: Author: Title Contents Page 1 of 2 Appendix Chapter Section Introduction
    Timeline Scope Terms period Serious Case Review Domestic Homicide Review The \u00ad \u200b \ufeff \ufffe ﬁ é 子 🙂 a
"""
WORDS = st.sampled_from([*VOCABULARY.split(), "\x0c", "\t", "\u2028", "\u00a0"])
LINES = st.lists(st.one_of(WORDS, st.text(max_size=4)), max_size=9).map(" ".join)
TEXTS = st.lists(LINES, max_size=25).map("\n".join)


@pytest.mark.slow
@pytest.mark.parametrize("suffix", ["txt", "md", "html"])
@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(text=TEXTS)
def test_any_text_gives_a_record_or_a_reason(tmp_path, suffix, text):
    path = tmp_path / f"review.{suffix}"
    path.write_text(text, encoding="utf-8", errors="replace")

    try:
        record = extract(path)
    except UnreadableDocument:
        return
    assert record.passages


@pytest.mark.slow
@pytest.mark.parametrize("suffix", ["txt", "md", "html", "pdf", "docx"])
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(content=st.binary(max_size=300))
def test_any_bytes_give_a_record_or_a_reason(tmp_path, suffix, content):
    path = tmp_path / f"review.{suffix}"
    path.write_bytes({"pdf": b"%PDF-1.4\n", "docx": b"PK"}.get(suffix, b"") + content)

    try:
        record = extract(path)
    except UnreadableDocument:
        return
    assert record.passages


def test_a_paragraph_without_words_on_the_cover_stops_nothing():
    paragraphs = (Paragraph(0, BlockKind.HEADING, "Serious Case Review"), Paragraph(1, BlockKind.PARAGRAPH, ""))

    assert extract_outline(Outline("pdf", paragraphs)).facts.period is None
