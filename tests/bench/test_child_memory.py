"""Reading a report of any length takes a worker less than 128 MiB."""

import pytest

from bench.child_memory import child_memory
from bench.long_report import write_long_report

ALLOWED = 128
SHORT, LONGER, LONG = 120, 320, 2000


@pytest.mark.slow
def test_memory_grows_so_little_with_each_page_that_two_thousand_stay_below_the_limit(tmp_path):
    taken = {}
    for pages in (SHORT, LONGER):
        report = tmp_path / f"{pages}.pdf"
        write_long_report(report, pages)
        taken[pages] = child_memory(report)

    for_each_page = (taken[LONGER] - taken[SHORT]) / (LONGER - SHORT)

    assert taken[LONGER] + for_each_page * (LONG - LONGER) < ALLOWED
