"""The review's own picture of its timeline, in guides: of what is shown at once, and of nothing that is kept back."""

import pytest

from packs.collecting import collect, timeline
from packs.exports import pdf, web, word
from packs.showing import show
from reviews.models import Agency
from tests.factories import make_event, make_review


@pytest.fixture
def story(pack, alice):
    Agency.objects.get_or_create(key="school", defaults={"name": "Schools"})
    Agency.objects.get_or_create(key="police", defaults={"name": "Police"})
    review = make_review("Tam – Ambermoor, LCSPR", incident="2020-12-31")
    events = [
        make_event(f"Visit {number}.", review=review, date=f"20{10 + number}-06-15", printed=f"15 June 20{10 + number}")
        for number in range(1, 10)
    ]
    for number, event in enumerate(events):
        event.event.agencies = [("school", "police")[number % 2]]
        event.event.save()
    collect(pack, [timeline(review, events)], by=alice)
    [part] = show(pack, alice).content.parts
    assert part.timeline is not None
    return part.timeline


def test_it_shows_what_is_told_before_the_ending_by_agency(story):
    assert story.scaled is not None
    assert "6 events between June 2011 and June 2016" in story.scaled.alt
    assert "Police" in story.scaled.svg


def test_it_gives_nothing_of_the_ending_away(story):
    assert "Visit 7." not in story.scaled.svg
    assert "2020" not in story.scaled.svg + story.scaled.alt
    assert "When it happened" not in story.scaled.svg


def test_guides_hold_it_with_its_words(story, pack, alice):
    content = show(pack, alice).content

    assert "to scale, with a lane for each agency" in web.guide(content).decode()
    assert pdf.guide(content).startswith(b"%PDF")
    assert word.guide(content).startswith(b"PK")


def test_a_short_story_has_the_numbered_line_only(pack, alice):
    review = make_review()
    events = [make_event(f"Visit {number}.", review=review, date=f"2020-0{number}-01") for number in range(1, 4)]
    collect(pack, [timeline(review, events)], by=alice)
    [part] = show(pack, alice).content.parts

    assert part.timeline is not None
    assert part.timeline.scaled is None
