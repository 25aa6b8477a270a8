"""What pages take, told beside an empty page."""

from bench.pages import Told, table_of


def test_pages_are_told_beside_the_empty_page_again_and_for_the_first_time():
    told = [Told("/empty/", 2, 3, 4, 0, 5, 1), Told("/reviews/", 20, 30, 40, 8, 150, 12)]

    table = table_of(told)

    assert "| /empty/ | 2.0 | 3.0 | 1.0 | 4.0 | 2.0 | 0 | 5 | 1 |" in table
    assert "| /reviews/ | 20.0 | 30.0 | 10.0 | 40.0 | 20.0 | 8 | 150 | 12 |" in table
