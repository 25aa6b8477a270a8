"""The parts of a review that have pages of their own: timeline, actions, full text."""

import re
from datetime import date
from xml.etree import ElementTree

import pytest

from reviews.models import Agency
from tests.factories import (
    make_action,
    make_document,
    make_draft,
    make_event,
    make_finding,
    make_passage,
    make_review,
    make_user,
    make_withdrawn,
)

pytestmark = pytest.mark.usefixtures("public")
PARTS = ("timeline/", "timeline.svg", "actions/", "text/")


def page_of(client, review, part="", query=""):
    return client.get(f"{review.get_absolute_url()}{part}{query}").content.decode()


def make_events(review):
    Agency.objects.get_or_create(key="schools", defaults={"name": "Schools and colleges"})
    wrote = make_event("The school wrote.", review=review, date="2019-03-04", themes=["neglect"])
    wrote.event.agencies = ["schools"]
    wrote.event.save()
    return wrote, make_event("The family moved.", review=review, date="2019-21")


def test_the_timeline_has_a_picture_and_the_list_of_the_same_events(client):
    review = make_review()
    wrote, moved = make_events(review)

    page = page_of(client, review, "timeline/")

    for item in (wrote, moved):
        assert f'<a href="#{item.fragment}"><title>' in page
        assert f'id="{item.fragment}"' in page
    assert "2 events between March 2019 and May 2019." in page


def test_the_timeline_is_filtered_by_lane_and_theme(client):
    review = make_review()
    make_events(review)

    for query in ("?lane=schools", "?theme=neglect"):
        page = page_of(client, review, "timeline/", query)
        assert "1 of 2 events" in page
        assert "The family moved." not in page


def test_a_filter_that_leaves_nothing_says_so_and_leads_back(client):
    review = make_review()
    make_events(review)

    page = page_of(client, review, "timeline/", "?theme=nothing")

    assert "No events match all of this." in page
    assert "Show all 2" in page


def test_the_picture_is_an_svg_of_its_own_with_whole_addresses(client):
    review = make_review("Tam & co")
    make_events(review)

    answer = client.get(f"{review.get_absolute_url()}timeline.svg")
    root = ElementTree.fromstring(answer.content)

    assert answer["Content-Type"].startswith("image/svg+xml")
    links = [link.get("href", "") for link in root.iter("{http://www.w3.org/2000/svg}a")]
    assert len(links) == 2
    assert all(link.startswith(f"http://testserver{review.get_absolute_url()}timeline/#") for link in links)


@pytest.mark.parametrize("part", PARTS)
def test_the_parts_of_a_draft_are_nowhere_and_those_of_a_withdrawn_review_are_gone(client, part):
    assert client.get(f"{make_draft().get_absolute_url()}{part}").status_code == 404
    assert client.get(f"{make_withdrawn().get_absolute_url()}{part}").status_code == 410


def test_the_actions_have_an_address_of_their_own(client):
    review = make_review()
    action = make_action("Ask each term.", review=review)

    page = page_of(client, review, "actions/")

    assert f'id="{action.fragment}"' in page
    assert "This review sets out no action plan." in page_of(client, make_review(), "actions/")


def test_a_long_text_is_read_in_parts_and_each_passage_leads_to_its_own(client):
    review = make_review()
    document = make_document(review, pages=30)
    passages = [make_passage("Word. " * 1500, review=review, document=document, page=page) for page in range(1, 17)]

    page = page_of(client, review, "text/")
    assert "Part 1" in page
    assert f'id="{passages[0].fragment}"' in page
    assert f'id="{passages[-1].fragment}"' not in page

    assert f'id="{passages[-1].fragment}"' in client.get(passages[-1].place_in_review).content.decode()
    assert client.get(f"{review.get_absolute_url()}text/?part=99").status_code == 404


def test_a_short_review_is_read_on_one_page_and_a_long_one_on_several(client):
    short, long = make_review(), make_review()
    for review, text in ((short, "Words."), (long, "Words. " * 12_000)):
        make_events(review)
        make_passage(text, review=review)
        make_action("Ask each term.", review=review)

    assert "The school wrote." in page_of(client, short)
    assert 'class="passage"' in page_of(client, short)
    page = page_of(client, long)
    assert 'class="passage"' not in page
    for part in ("timeline/", "text/", "actions/"):
        assert f'href="{long.get_absolute_url()}{part}"' in page


def test_the_outline_is_on_every_page_of_a_review(client):
    review = make_review()
    heading = make_passage("What happened", review=review, block="heading", level=1)
    make_finding("Nobody asked.", review=review)

    for part in ("", "timeline/", "actions/", "text/"):
        page = page_of(client, review, part)
        assert "What happened</a>" in page
        assert re.search(r'#findings">Findings \(1\)</a>', page)
    assert f'href="{heading.place_in_review.replace("&", "&amp;")}"' in page_of(client, review, "timeline/")


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("size", [1, 20])
def test_the_parts_ask_the_database_the_same_few_questions_whatever_their_size(
    client, part, size, django_assert_max_num_queries
):
    client.force_login(make_user())
    review = make_review(themes=["neglect"])
    passage = make_passage("Words.", review=review)
    for number in range(size):
        for item in (*make_events(review), make_action(f"Do {number}.", review=review, themes=["neglect"])):
            item.passages.add(passage)

    with django_assert_max_num_queries(12):
        client.get(f"{review.get_absolute_url()}{part}")


def test_a_date_that_the_review_prints_whole_is_said_once(client):
    review = make_review()
    for worked_out in ("as printed", "year from the heading “2019”"):
        event = make_event("The school wrote.", review=review, date="2019-03", printed="March")
        event.event.date_worked_out = worked_out
        event.event.save()

    page = page_of(client, review, "timeline/")

    assert "as printed" not in page
    assert "March 2019: year from the heading “2019”" in page


def test_an_action_says_in_whose_plan_it_stands(client):
    review = make_review()
    columns = {"agency": "Ambermoor Hospitals", "steps": "Ask.", "lead": "Head of nursing"}
    make_action("Ask.", review=review, columns=columns)

    assert "Action plan of <strong>Ambermoor Hospitals</strong>" in page_of(client, review, "actions/")


def test_the_incident_of_a_known_month_is_drawn_and_told(client):
    review = make_review(
        incident="2019-04", incident_earliest=date(2019, 4, 1), incident_latest=date(2019, 4, 30)
    )  # fmt: skip
    make_events(review)

    page = page_of(client, review, "timeline/")

    assert 'class="tl__incident-days"' in page
    assert page.count("When it happened: April 2019") == 3
