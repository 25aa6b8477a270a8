"""Parts of pages are kept in memory: whatever changes shows at once, and nobody is given another's part."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from following.models import FollowUp
from people.roles import Role
from reviews.kept_parts import kept_part
from reviews.models import Agency, CorpusChange, Review, Theme
from reviews.models.row_versions import TABLES
from reviews.views.reviews import Page
from tests.factories import (
    make_action,
    make_document,
    make_event,
    make_finding,
    make_partnership,
    make_passage,
    make_person,
    make_recommendation,
    make_review,
    make_user,
)

pytestmark = pytest.mark.usefixtures("public")
# What a visit asks of whoever comes, before anything of a review.
OF_THE_VISITOR = {"django_session", "people_user", "people_user_groups", "auth_group", "people_membership"}


@pytest.fixture
def review():
    review = make_review("Tam", themes=["neglect"], partnership=make_partnership("Ambermoor Partnership"))
    agency = Agency.objects.create(key="schools-of-ambermoor", name="Schools of Ambermoor")
    passage = make_passage("Words.", review=review)
    event = make_event("The school wrote.", review=review)
    event.event.agencies = [agency.key]
    event.event.save()
    asked = make_recommendation("Ask each term.", review=review)
    for item in (event, asked, make_finding("Nobody asked.", review=review), make_action("Done.", review=review)):
        item.passages.add(passage)
    make_person(review, name="Tam")
    return review


def page_of(client, review, query=""):
    return client.get(f"{review.get_absolute_url()}{query}").content.decode()


def test_every_table_that_a_review_is_made_of_is_looked_at_for_changes(client, review):
    client.force_login(make_user())

    with CaptureQueriesContext(connection) as queries:
        page_of(client, review)

    asked = {table for one in queries for table in re.findall(r'(?:FROM|JOIN) "(\w+)"', one["sql"])}
    assert asked - OF_THE_VISITOR - {"reviews_edition"} <= set(TABLES)
    assert len(asked & set(TABLES)) > 8


CHANGES = {
    "the review": lambda review: Review.objects.filter(pk=review.pk).update(title="Another title"),
    "an item": lambda review: review.items.filter(kind="finding").update(text="Another title"),
    "a finding": lambda review: make_finding("Another title", review=review),
    "a theme": lambda review: Theme.objects.filter(key="neglect").update(label="Another title"),
    "an agency": lambda review: Agency.objects.filter(key__contains="ambermoor").update(name="Another title"),
    "a partnership": lambda review: type(review.partnership).objects.update(name="Another title"),
    "a person": lambda review: review.people.update(name="Another title"),
    "a document": lambda review: make_document(review, name="Another title", role="action_plan"),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())
def test_a_change_shows_at_the_next_visit(client, review, change):
    assert "Another title" not in page_of(client, review)

    change(review)

    assert "Another title" in page_of(client, review)


def test_what_is_taken_away_is_gone_at_the_next_visit(client, review):
    assert "Nobody asked." in page_of(client, review)

    review.items.filter(kind="finding").delete()
    review.taggings.all().delete()

    page = page_of(client, review)
    assert "Nobody asked." not in page
    assert "/themes/neglect/" not in page


def test_a_visit_without_a_change_makes_nothing_anew(client, review):
    page_of(client, review)

    with CaptureQueriesContext(connection) as queries:
        page_of(client, review)

    assert len(queries) == 1


@pytest.mark.parametrize(
    ("change", "status"),
    [({"state": "draft"}, 404), ({"visibility": "signed_in"}, 404),
     ({"state": "withdrawn", "withdrawn_at": timezone.now(), "withdrawn_reason": "A family asked."}, 410)],
)  # fmt: skip
def test_a_page_that_is_kept_is_shown_to_nobody_who_may_no_longer_see_it(client, review, change, status):
    assert "Nobody asked." in page_of(client, review)

    Review.objects.filter(pk=review.pk).update(**change)

    answer = client.get(review.get_absolute_url())
    assert answer.status_code == status
    assert "Nobody asked." not in answer.content.decode()


def test_buttons_of_trainers_and_editors_are_not_kept_for_readers(client, review):
    Review.objects.filter(pk=review.pk).update(held_by=review.partnership)
    editor = make_user("Edith", role=Role.EDITOR, of=[review.partnership])
    for person, adds, edits in (
        (editor, True, True), (make_user("Alice"), False, False), (make_user("Tom", role=Role.TRAINER), True, False),
        (None, False, False), (editor, True, True),
    ):  # fmt: skip
        client.logout() if person is None else client.force_login(person)
        page = page_of(client, review)
        assert ("Add to pack" in page) == adds
        assert ("Edit the abstract" in page) == edits


def test_what_a_partnership_does_is_kept_for_its_own_people_only(client, review):
    asked = review.items.get(kind="recommendation")
    own = make_user("Alice", of=[review.partnership])
    stranger = make_user("Charlie", of=[make_partnership("Sallowfield Partnership")])
    client.force_login(own)
    assert "Under way" not in page_of(client, review)

    FollowUp.objects.create(recommendation=asked, partnership=review.partnership, progress="in_progress")

    for person, sees in ((own, True), (stranger, False), (own, True)):
        client.force_login(person)
        assert ("In progress" in page_of(client, review)) == sees


def test_marked_words_are_for_whoever_came_with_them(client, review):
    assert "<mark>" in page_of(client, review, "?q=asked")
    assert "<mark>" not in page_of(client, review)
    assert "<mark>" in page_of(client, review, "?q=wrote")


def test_nothing_that_belongs_to_one_visit_is_kept(client, review):
    user = make_user("Edith", role=Role.EDITOR, of=[review.partnership])
    client.force_login(user)
    page_of(client, review)
    seen = Review.objects.with_row_versions().with_rights_of(user).get(pk=review.pk)

    def made_anew() -> Page:
        raise AssertionError("it is not kept")

    kept = kept_part(seen, user, made_anew)

    assert "csrf" not in kept.parts
    assert user.email not in kept.parts


def test_tomorrow_is_another_day(client, review, monkeypatch):
    seen = Review.objects.with_row_versions().with_rights_of(make_user()).get(pk=review.pk)
    user = make_user()
    kept_part(seen, user, lambda: "today")
    tomorrow = timezone.localdate() + timedelta(days=1)

    monkeypatch.setattr("django.utils.timezone.localdate", lambda: tomorrow)

    assert kept_part(seen, user, lambda: "tomorrow") == "tomorrow"


ACROSS_REVIEWS = ("/", "/reviews/", "/themes/", "/themes/neglect/", "/insight/", "/coverage/")
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="[^"]*"')


def across(client, address):
    return TOKEN.sub("", client.get(address).content.decode())


@pytest.mark.parametrize("address", ACROSS_REVIEWS)
def test_a_page_that_is_kept_is_the_page_that_was_made(client, review, address, django_assert_max_num_queries):
    client.force_login(make_user("Tom", role=Role.TRAINER))
    made = across(client, address)

    # The session, the person, their roles, partnerships and pack in use; the theme; the version.
    with django_assert_max_num_queries(7):
        again = across(client, address)

    assert again == made


@pytest.mark.parametrize("address", ACROSS_REVIEWS)
def test_whatever_a_page_across_reviews_is_made_of_leaves_a_mark(client, review, address):
    with CaptureQueriesContext(connection) as queries:
        across(client, address)
    with connection.cursor() as cursor:
        cursor.execute("SELECT tgrelid::regclass::text FROM pg_trigger WHERE tgname = 'crossread_mark_corpus'")
        marked = {table for (table,) in cursor.fetchall()}

    asked = {table for one in queries for table in re.findall(r'(?:FROM|JOIN) "?(\w+)"?', one["sql"])}
    tables = {table for table in asked if table.startswith("reviews_")}
    # Marks themselves, what is made of the items, and other names of words, which nobody gave here.
    assert tables - marked <= {
        "reviews_corpuschange", "reviews_factchange", "reviews_searchchange", "reviews_searchblock", "reviews_posting",
        "reviews_synonymterm", "reviews_edition",
    }  # fmt: skip


@pytest.mark.parametrize("size", [1, 20])
@pytest.mark.parametrize("address", ACROSS_REVIEWS)
def test_a_page_is_made_with_at_most_twelve_questions_whatever_it_is_of(
    client, review, address, size, django_assert_max_num_queries
):
    client.force_login(make_user())
    for number in range(size):
        make_finding(f"Nobody asked, time {number}.", review=make_review(themes=["neglect"]), themes=["neglect"])
    client.get("/search/")  # what the process keeps of every search is read

    with django_assert_max_num_queries(12):
        client.get(address)


@pytest.mark.parametrize("address", ["/reviews/", "/coverage/", "/insight/", "/themes/neglect/", "/"])
def test_what_is_published_and_withdrawn_is_on_every_page_at_once(client, review, address):
    alone = across(client, address)

    other = make_review("Amara", themes=["neglect"], area="Northolm", published="2001-05")
    both = across(client, address)
    Review.objects.filter(pk=other.pk).update(state="draft")

    assert alone != both
    assert across(client, address) == alone


def test_a_review_for_one_partnership_is_in_no_page_that_others_are_given(client, review):
    make_review(
        "Amara – Northolm", visibility="partnership", held_by=review.partnership, partnership=review.partnership
    )
    own = make_user("Alice", of=[review.partnership])
    stranger = make_user("Charlie", of=[make_partnership("Sallowfield Partnership")])

    for person, sees in ((own, True), (stranger, False), (None, False), (own, True)):
        client.logout() if person is None else client.force_login(person)
        for address in ("/", "/reviews/"):
            assert ("Amara – Northolm" in across(client, address)) == sees


def test_marks_are_tidied_without_an_old_version_coming_back(review, monkeypatch):
    monkeypatch.setattr("reviews.models.corpus_change.MANY", 1)
    seen = {CorpusChange.objects.version()}

    for _ in range(3):
        make_finding("Nobody asked.", review=review)
        seen.add(CorpusChange.objects.version())
        CorpusChange.objects.tidy()
        seen.add(CorpusChange.objects.version())

    assert len(seen) == 7
    assert CorpusChange.objects.count() == 1
