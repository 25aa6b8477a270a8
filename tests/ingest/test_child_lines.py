"""A record is told in parts and heard whole."""

import json
from dataclasses import replace

import pytest

from ingest.child_lines import ITEMS_AT_ONCE, Hearing, record_lines
from ingest.record import ExtractedPassage
from tests.ingest.extracted import extracted


@pytest.mark.parametrize("count", [0, 1, ITEMS_AT_ONCE, 2 * ITEMS_AT_ONCE + 1])
def test_a_record_of_any_length_is_heard_as_it_was_told(count):
    told = replace(extracted(), passages=tuple(ExtractedPassage("paragraph", str(number)) for number in range(count)))

    assert heard(record_lines(told)) == told


def test_no_line_of_a_long_record_holds_all_of_it():
    passages = tuple(ExtractedPassage("paragraph", "The health visitor saw the child." * 10) for _ in range(5000))

    lines = list(record_lines(replace(extracted(), passages=passages)))

    assert max(map(len, lines)) < sum(map(len, lines)) / 10


def heard(lines):
    hearing = Hearing()
    for line in lines:
        words, _, payload = line.partition(b"\t")
        message = json.loads(words)
        if message["is"] == "record":
            return hearing.whole(payload)
        hearing.add(message["of"], payload)
    return None
