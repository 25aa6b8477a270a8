"""How many presses it takes to check the five real reviews: a page at a time."""

from pathlib import Path

import pytest

from desk.checking.queue import queue_of
from ingest.models import Intake
from ingest.sandbox import IN_THE_WORKER, extract_in_child
from ingest.store import store
from reviews.corrections import confirm
from reviews.models import Item

CORPUS = Path(__file__).resolve().parents[4] / "shared" / "corpus"
# Not the scans and printed Word files of the same reviews.
REPORTS = sorted(path for path in CORPUS.glob("*.pdf") if not path.stem.endswith(("-scan", "-word")))
# Facts and themes of the whole are one press each.
FACTS_AND_THEMES = 2

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.corpus,
    pytest.mark.skipif(not REPORTS, reason="the real reviews do not lie beside the project"),
]


@pytest.mark.parametrize("report", REPORTS, ids=lambda path: path.stem[:4])
def test_a_real_review_is_checked_in_no_more_presses_than_it_has_pages(report, alice, ambermoor, record_property):
    extracted = extract_in_child(report, limits=IN_THE_WORKER)
    given = {"size": 1, "sha256": "0" * 64, "file": "documents/report", "received_from": alice, "held_by": ambermoor}
    document, _ = store(extracted, Intake.objects.create(name="report.pdf", **given))
    review, presses = document.review, FACTS_AND_THEMES

    queue = queue_of(review)
    found = len(queue.items)
    while queue.left:
        together = [queue.left[0], *queue.with_it(queue.left[0])]
        confirm([Item.objects.get(pk=one.pk) for one in together], by=alice)
        queue, presses = queue_of(review), presses + 1

    record_property("effort", f"{document.page_count} pages, {found} items, {presses} presses")
    # An item without a page, as a plan's row may be, is one page more.
    assert presses <= (document.page_count or 0) + 1 + FACTS_AND_THEMES
