from datetime import UTC, datetime

import pytest

from tests.factories import (
    make_action,
    make_document,
    make_draft,
    make_event,
    make_finding,
    make_passage,
    make_person,
    make_recommendation,
    make_review,
    make_user,
)

pytestmark = pytest.mark.usefixtures("public")


def page_of(client, review):
    return client.get(review.get_absolute_url()).content.decode()


def test_a_review_shows_its_parts_each_with_its_address(client):
    review = make_review("Tam – Ambermoor, LCSPR")
    items = [
        make_event("He started school.", review=review, printed="spring 2019", date="2019-21"),
        make_finding("Nobody asked.", review=review, label="3"),
        make_recommendation("Ask.", review=review, addressee="The council"),
        make_action("Ask each term.", review=review, columns={"steps": "Ask each term.", "lead": "Head of service"}),
        make_passage("Tam was six.", review=review, label="1.1"),
    ]

    page = page_of(client, review)

    for item in items:
        assert f'id="i-{item.anchor}"' in page
        assert item.get_absolute_url() in page
    for words in ("spring 2019", "Finding 3", "The council", "Head of service", "1.1"):
        assert words in page


def test_events_stand_by_date_and_the_vague_after_the_exact_of_the_same_day(client):
    review = make_review()
    for text, date in (("Third.", "2020"), ("First.", "2019-03-04"), ("Second.", "2020-01-01")):
        make_event(text, review=review, date=date)

    page = page_of(client, review)

    assert page.index("First.") < page.index("Second.") < page.index("Third.")


def test_only_an_exact_day_is_given_to_machines_as_a_time(client):
    review = make_review()
    make_event("Exact.", review=review, date="2019-03-04")
    make_event("Vague.", review=review, date="2019-03")

    assert page_of(client, review).count("<time ") == 1


def test_what_nobody_has_confirmed_says_so_and_what_somebody_has_says_when(client):
    review = make_review()
    make_finding("Not checked.", review=review)
    make_finding("Checked.", review=review, checked_at=datetime(2021, 5, 4, 12, tzinfo=UTC))

    page = page_of(client, review)

    assert page.count("Found by machine, not yet checked") == 1
    assert "Checked by an editor on 4 May 2021" in page


def test_a_part_that_is_not_there_says_so(client):
    page = page_of(client, make_review())

    assert "This review sets out no action plan." in page
    assert "Not stated in the review" in page


def test_the_words_of_a_review_are_never_markup(client):
    review = make_review("<b>Tam</b>", title="<script>x</script>")
    make_passage("<script>alert(1)</script>", review=review)

    page = page_of(client, review)

    assert "<script>alert" not in page
    assert "<script>x" not in page
    assert "<b>Tam" not in page


def test_tables_are_tables(client):
    review = make_review()
    make_passage("Lead When", review=review, block="table", rows=[["Lead", "When"], ["Council", "<May>"]])

    page = page_of(client, review)

    assert '<th scope="col">Lead</th>' in page
    assert "<td>&lt;May&gt;</td>" in page


def test_the_original_file_is_offered_unless_a_word_in_it_must_stay_hidden(client):
    review = make_review()
    offered = make_document(review, name="report.pdf")
    hidden = make_document(review, name="plan.pdf", role="action_plan", is_offered=False)

    page = page_of(client, review)

    assert f"/{offered.pk}/original/" in page
    assert f"/{hidden.pk}/original/" not in page
    assert f"/{hidden.pk}/source/" in page
    assert "plan.pdf" not in page


def test_the_note_can_be_folded_away_for_good_and_shown_again(client):
    review = make_review(outcome="death")
    make_person(review)
    sentence = "This review describes how a child died."
    assert sentence in page_of(client, review)

    client.post("/settings/", {"note": "folded", "next": review.get_absolute_url()})
    assert '<details class="note">' in page_of(client, make_review(outcome="death"))

    client.post("/settings/", {"note": "", "next": review.get_absolute_url()})
    assert '<details class="note">' not in page_of(client, review)


@pytest.mark.parametrize("size", [1, 30])
def test_a_reviews_page_asks_the_database_the_same_few_questions_whatever_its_size(
    client, size, django_assert_num_queries
):
    client.force_login(make_user())
    review = make_review(themes=["neglect", "cme"])
    for _ in range(size):
        passage = make_passage("Words.", review=review)
        for item in (
            make_finding("Found.", review=review, themes=["neglect"]),
            make_recommendation("Do.", review=review, themes=["cme"]),
            make_event("Happened.", review=review),
            make_action("Done.", review=review),
        ):
            item.passages.add(passage)

    with django_assert_num_queries(12):
        client.get(review.get_absolute_url())
    with django_assert_num_queries(5):
        client.get(review.get_absolute_url())


def test_a_draft_has_no_page_for_readers(client):
    assert client.get(make_draft().get_absolute_url()).status_code == 404
