"""Recommendations followed through: who says what, who sees it, the board and what is taken away of it."""

from datetime import timedelta

import pytest
from django.utils import timezone

from following.models import FollowUp
from people.roles import Role
from reviews.models import Agency
from tests.factories import (
    make_draft,
    make_partnership,
    make_recommendation,
    make_review,
    make_user,
)

pytestmark = pytest.mark.django_db
YESTERDAY = timezone.localdate() - timedelta(days=1)


@pytest.fixture
def partnership():
    return make_partnership("Ambermoor Partnership")


@pytest.fixture
def editor(partnership):
    return make_user("Edith", role=Role.EDITOR, of=[partnership])


@pytest.fixture
def recommendation(partnership):
    review = make_review("Tam", partnership=partnership)
    return make_recommendation("Ask where each child is.", review=review, addressee="The council", label="1")


def address(item):
    return f"/following/items/{item.anchor}/"


def said(**values):
    return {"progress": "in_progress", "owner": "Head of service", "due": "", "done_on": "", "evidence": "",
            "impact": "", **values}  # fmt: skip


def board(client, query=""):
    return client.get(f"/following/{query}").content.decode()


def test_an_editor_says_what_is_done_and_everybody_of_the_partnership_sees_it(
    client, editor, partnership, recommendation
):
    client.force_login(editor)
    client.post(address(recommendation), said(due="2031-05-04"))

    client.force_login(make_user("Alice", of=[partnership]))
    for page in (client.get(address(recommendation)).content.decode(), board(client)):
        assert "In progress" in page
        assert "Head of service" in page
        assert "4 May 2031" in page
    assert "In progress" in client.get(recommendation.review.get_absolute_url()).content.decode()


def test_every_saying_is_kept_with_who_and_when(client, editor, recommendation):
    client.force_login(editor)
    client.post(address(recommendation), said())
    client.post(address(recommendation), said(progress="done", done_on="2021-05-04"))

    page = client.get(address(recommendation)).content.decode()

    assert "In progress; owner: Head of service" in page
    assert "Done; owner: Head of service; done on 4 May 2021" in page
    assert page.count("Edith:") == 2


def test_what_is_done_says_on_which_day(client, editor, recommendation):
    client.force_login(editor)

    page = client.post(address(recommendation), said(progress="done")).content.decode()

    assert "Say on which day it was done" in page
    assert not FollowUp.objects.exists()


def test_what_should_have_been_done_by_now_is_overdue_until_it_is_done(client, editor, recommendation):
    client.force_login(editor)
    client.post(address(recommendation), said(due=YESTERDAY.isoformat()))
    assert 'class="state-overdue"' in board(client, "?state=overdue")

    client.post(
        address(recommendation), said(progress="done", done_on=YESTERDAY.isoformat(), due=YESTERDAY.isoformat())
    )
    assert "No recommendations here." in board(client, "?state=overdue")
    assert "Ask where each child is." in board(client, "?state=done")


def test_people_of_other_partnerships_see_the_recommendation_and_nothing_of_what_is_done(
    client, editor, recommendation
):
    client.force_login(editor)
    client.post(address(recommendation), said())

    client.force_login(make_user("Charlie", role=Role.EDITOR, of=[make_partnership()]))
    for page in ("/following/", recommendation.review.get_absolute_url(), address(recommendation)):
        assert "Head of service" not in client.get(page).content.decode()
        assert "In progress</strong>" not in client.get(page).content.decode()


def test_two_partnerships_answer_the_same_recommendation_each_for_itself(client, editor, partnership, recommendation):
    other = make_partnership()
    client.force_login(editor)
    client.post(address(recommendation), said())
    client.force_login(make_user("Bob", role=Role.EDITOR, of=[other]))
    client.post(address(recommendation), said(progress="not_accepted", owner="Bob"))

    assert {(one.partnership, one.progress) for one in FollowUp.objects.all()} == {
        (partnership, "in_progress"),
        (other, "not_accepted"),
    }


def test_readers_of_the_partnership_may_not_say_anything(client, partnership, recommendation):
    client.force_login(make_user("Alice", of=[partnership]))

    assert client.post(address(recommendation), said()).status_code == 403
    assert '<form method="post" class="prose"' not in client.get(address(recommendation)).content.decode()


def test_strangers_are_asked_to_sign_in(client, settings, recommendation):
    settings.PUBLIC_BROWSING = True

    for page in ("/following/", address(recommendation), "/following/recommendations.csv"):
        assert client.get(page).status_code == 302


def test_recommendations_of_drafts_are_nowhere(client, editor, partnership):
    item = make_recommendation("Of a draft.", review=make_draft(partnership=partnership, held_by=partnership))
    client.force_login(editor)

    assert "Of a draft." not in board(client)
    assert client.get(address(item)).status_code == 404


def test_the_board_is_looked_through_by_addressee(client, editor, partnership, recommendation):
    schools = Agency.objects.get_or_create(key="schools", defaults={"name": "Schools and colleges"})[0]
    other = make_recommendation("Ask each term.", review=recommendation.review)
    other.recommendation.agency = schools
    other.recommendation.save()
    client.force_login(editor)

    page = board(client, "?addressee=schools")

    assert "Ask each term." in page
    assert "Ask where each child is." not in page


def test_the_rows_of_the_screen_are_taken_away_with_evidence_and_impact(client, editor, recommendation):
    client.force_login(editor)
    client.post(address(recommendation), said(evidence="Audit of May", impact="=Children are seen"))

    answer = client.get("/following/recommendations.csv?state=under_way")
    text = b"".join(answer.streaming_content).decode()

    assert "Audit of May" in text
    assert "'=Children are seen" in text
    assert recommendation.get_absolute_url() in text
    excel = client.get("/following/recommendations.xlsx")
    assert excel["Content-Type"].endswith("spreadsheetml.sheet")


def test_each_recommendation_asks_whether_it_was_made_before(client, settings, recommendation):
    settings.PUBLIC_BROWSING = True
    item = make_recommendation("Train.", review=recommendation.review, themes=["neglect"])

    page = client.get(item.get_absolute_url()).content.decode()

    assert "/search/?show=recommendations&amp;within=item&amp;theme=neglect" in page


def test_people_of_no_partnership_are_told_what_to_do(client):
    client.force_login(make_user())

    assert "You belong to no partnership yet." in board(client)
    assert client.get("/following/recommendations.csv").status_code == 403


@pytest.mark.parametrize("size", [1, 25])
def test_the_board_asks_the_same_few_questions_whatever_its_size(
    client, editor, recommendation, size, django_assert_max_num_queries
):
    client.force_login(editor)
    for number in range(size):
        make_recommendation(f"Do {number}.", review=recommendation.review, themes=["neglect"])

    with django_assert_max_num_queries(12):
        client.get("/following/")
