"""Machine against people: four counts per theme, and which words went wrong."""

import pytest
from django.utils import timezone

from reviews.agreement import agreements, cues_of, missed
from tests.factories import make_finding, make_review, make_tagging, make_theme

pytestmark = pytest.mark.django_db


@pytest.fixture
def theme():
    """Ten checked findings: three confirmed, one rejected, one added; and one that nobody has checked."""
    theme, review = make_theme("neglect"), make_review()
    states = ["confirmed"] * 3 + ["rejected"] + ["added"] + [""] * 5
    for number, state in enumerate(states):
        item = make_finding(f"Finding {number}", review=review, checked_at=timezone.now())
        if state == "added":
            make_tagging("neglect", item=item, state="confirmed", machine_version="", evidence="unkempt")
        elif state:
            make_tagging(
                "neglect", item=item, state=state, evidence="Hungry; dirty" if state == "rejected" else "hungry"
            )
    make_tagging("neglect", item=make_finding("Unchecked.", review=review), state="confirmed")
    return theme


def test_precision_recall_and_kappa_are_counted_over_checked_items(theme):
    (found,) = agreements([theme])

    assert (found.both, found.machine_only, found.person_only, found.neither) == (3, 1, 1, 5)
    assert (found.precision, found.recall) == (0.75, 0.75)
    # 8 of 10 agree; by chance (4*4 + 6*6) / 100 would.
    assert found.kappa == pytest.approx((0.8 - 0.52) / 0.48)


def test_the_words_that_went_wrong_come_first(theme):
    assert [(cue.words, cue.right, cue.wrong) for cue in cues_of(theme)] == [("hungry", 3, 1), ("dirty", 0, 1)]


def test_what_the_machine_missed_is_listed(theme):
    assert [tagging.evidence for tagging in missed(theme)] == ["unkempt"]


def test_nothing_is_said_where_nothing_was_checked():
    (found,) = agreements([make_theme("cme")])

    assert (found.precision, found.recall, found.kappa) == (None, None, None)


def test_where_chance_alone_would_agree_on_everything_kappa_is_not_known():
    make_finding("Checked.", review=make_review(), checked_at=timezone.now())

    (found,) = agreements([make_theme("cme")])

    assert found.kappa is None
