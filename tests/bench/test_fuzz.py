"""Broken copies of small files end in a record or in a reason; the same ones each time."""

import pytest

from bench.fuzz import FELL, REASON, RECORD, end_of_reading
from bench.mutations import mutated, with_streams_unpacked
from tests.ingest import hostile

HTML = b"""<!doctype html><html><head><title>Serious case review</title></head><body><main><h1>Serious case review</h1>
<ol start="3" type="a"><li>The health visitor saw the child on 3 March 2014.</li><li>Nobody asked why.</li></ol>
<table><tr><th colspan="2">Date</th><th>What happened</th></tr><tr><td rowspan="2">May 2014</td><td>School</td>
<td>The child was absent.</td></tr></table><aside>Learning point 1: &amp; so on.</aside></main></body></html>"""
TEXT = b"""# Serious case review

1.1 The health visitor saw the child on 3 March 2014.

| Date | Agency | What happened |
|---|---|---|
| May 2014 | School | The child was absent. |

**Recommendation 1:** The partnership should review how absences are shared.
"""
SOURCES = {"pdf": hostile.pdf(pages=2), "docx": hostile.docx(), "html": HTML, "md": TEXT, "txt": TEXT}


@pytest.mark.slow
@pytest.mark.parametrize("kind", SOURCES)
def test_a_broken_copy_ends_in_a_record_or_a_reason(tmp_path, kind):
    for seed in range(25):
        copy = tmp_path / f"{seed}.{kind}"
        copy.write_bytes(mutated(SOURCES[kind], SOURCES["pdf"], seed))

        end, last_words = end_of_reading(copy)

        assert end in (RECORD, REASON), f"seed {seed}: {last_words}"


def test_the_same_seed_breaks_a_file_the_same_way():
    assert mutated(TEXT, HTML, 7) == mutated(TEXT, HTML, 7)
    assert mutated(TEXT, HTML, 7) != mutated(TEXT, HTML, 8)


def test_an_unpacked_stream_says_its_length():
    packed = b"<< /Filter /FlateDecode /Length 11 >>\nstream\nx\x9cK\x04\x00\x00b\x00b\nendstream"

    assert b"/Length 1 >>stream\na\nendstream" in with_streams_unpacked(packed).replace(b"\n", b"", 1)


def test_what_falls_is_told_with_its_last_words(tmp_path, monkeypatch):
    def fall(*given, **named):
        raise ZeroDivisionError("nothing to divide by")

    monkeypatch.setattr("bench.fuzz.extract", fall)

    end, last_words = end_of_reading(tmp_path / "review.pdf")

    assert end == FELL
    assert "nothing to divide by" in last_words
