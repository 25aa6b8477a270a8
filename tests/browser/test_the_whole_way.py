"""An editor takes a review the whole way, and finds every correction kept.

By keyboard alone, and with other reviews, it is gone with `scripts/walk_desk.py`.
"""

import pytest
from django.urls import reverse
from playwright.sync_api import Page

from ingest.models import Rereading
from ingest.tasks import read_document_again
from reviews.models import Review
from tests.browser.hand import Hand
from tests.browser.test_accessibility import sign_in
from tests.browser.test_desk import let_a_worker_read_everything, report
from tests.browser.whole_way import Way

__all__ = ["report"]


def let_a_worker_read(page: Page) -> None:
    """Do what a worker does with files and readings that wait, and look again."""
    let_a_worker_read_everything()
    for waiting in Rereading.objects.all():
        read_document_again(document_id=waiting.document_id)
    page.reload()


def go(page: Page, editor, files) -> Way:
    """Take files from upload to published, with corrections and a second reading on the way."""
    page.set_default_timeout(10_000)
    sign_in(page, editor)
    way = Way(page, Hand(page, by_keyboard=False), let_a_worker_read)
    way.upload(files)
    corrected = way.correct()
    page.goto(way.review)
    way.check()
    said = way.read_again(let_a_worker_read)
    assert said.startswith("0 new, 0 gone, 0 differ")
    assert way.what_was_lost() == []
    page.goto(f"{way.review}check/#checking")
    way.publish()
    assert len(corrected) >= 5
    return way


@pytest.mark.parametrize("width", [1280, 768])
def test_a_review_goes_the_whole_way(open_browser, library, editor, report, width):
    page = open_browser(viewport={"width": width, "height": 900}).new_page()

    way = go(page, editor, [report])

    slug = way.review.rstrip("/").rsplit("/", 1)[1]
    assert Review.objects.published().filter(slug=slug).exists()
    assert page.url.endswith(reverse("review", args=[slug]))
