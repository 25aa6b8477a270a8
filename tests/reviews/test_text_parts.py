"""Long texts are cut into parts at the borders of pages."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reviews.footnotes import Line
from reviews.text_parts import Outlined, part_at, parts_of


def passages(*pages):
    lines = [Line(1, page, "paragraph") for page, _ in pages]
    return [Outlined(pk, f"a{pk}", letters, lines[pk - 1]) for pk, (page, letters) in enumerate(pages, start=1)]


def test_a_part_ends_with_a_page_and_says_which_it_has():
    parts = parts_of(passages((1, 40), (1, 40), (2, 40), (3, 10)), letters=100)

    assert [part.passages for part in parts] == [(1, 2), (3, 4)]
    assert [part.pages for part in parts] == ["page 1", "pages 2 to 3"]


def test_a_page_longer_than_a_part_is_a_part():
    assert len(parts_of(passages((1, 500), (2, 500)), letters=100)) == 2


def test_without_pages_a_part_ends_anywhere():
    parts = parts_of(passages((None, 60), (None, 60)), letters=100)

    assert [part.pages for part in parts] == ["", ""]


def test_a_passage_is_found_in_its_part():
    parts = parts_of(passages((1, 80), (2, 80)), letters=100)

    assert part_at(parts, number=1, anchor="a2") == parts[1]
    assert part_at(parts, number=2) == parts[1]
    assert part_at(parts, number=3) is None


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.tuples(st.integers(1, 9) | st.none(), st.integers(1, 300)), max_size=40))
def test_no_passage_is_lost_or_told_twice(pages):
    given_passages = passages(*pages)

    assert [pk for part in parts_of(given_passages, letters=200) for pk in part.passages] == [
        one.pk for one in given_passages
    ]
