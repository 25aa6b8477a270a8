"""What a process keeps in memory for searching: every change shows in the next search, and rights are never kept."""

import datetime

import pytest
from django.contrib.auth.models import AnonymousUser
from django.utils import timezone

from reviews.models import (
    Agency,
    FactChange,
    Person,
    Review,
    ReviewState,
    SynonymGroup,
    Tagging,
    TaggingState,
    Theme,
    Visibility,
)
from reviews.search import SearchParameters
from reviews.search.answer import answer, every_review
from reviews.search.blocks import MOST_FACT_CHANGES, bring_up_to_date
from reviews.search.question import question_of
from tests.factories import (
    make_event,
    make_finding,
    make_partnership,
    make_person,
    make_review,
    make_theme,
    make_user,
)

pytestmark = pytest.mark.usefixtures("public")
ANYBODY = AnonymousUser()


@pytest.fixture
def review(db):
    review = make_review("Tam", themes=["neglect"], kind="scr", area="Ambermoor", partnership=make_partnership("A"))
    make_finding("The school waited.", review=review)
    bring_up_to_date()
    answer(SearchParameters(show="reviews"), ANYBODY)
    return review


def values(name):
    return answer(SearchParameters(show="reviews"), ANYBODY).of_values(name)


def withdraw(review):
    Review.objects.filter(pk=review.pk).update(
        state=ReviewState.WITHDRAWN, withdrawn_at=timezone.now(), withdrawn_reason="Asked for."
    )


def close(review):
    Review.objects.filter(pk=review.pk).update(visibility=Visibility.SIGNED_IN)


@pytest.mark.parametrize("change", [withdraw, close, Review.delete])
def test_what_nobody_may_see_any_more_is_gone_from_the_next_search(review, change):
    change(review)

    found = answer(SearchParameters(words="school"), ANYBODY)

    assert found.count == 0
    assert all(not found.of_values(name) for name in ("theme", "kind", "area", "year"))
    assert every_review(ANYBODY).tally.facts.count == 0


def test_a_new_review_is_in_the_next_search(review):
    make_review("Amara", area="Northolm")

    assert values("area") == {"Ambermoor": 1, "Northolm": 1}


CHANGES = {
    "kind": lambda review: Review.objects.update(kind="lcspr"),
    "area": lambda review: Review.objects.update(area="Northolm"),
    "year": lambda review: Review.objects.update(published_latest=datetime.date(2999, 1, 1)),
    "partnership": lambda review: Review.objects.update(partnership=make_partnership("B")),
    "region": lambda review: type(review.partnership).objects.update(region="wales"),
    "age": lambda review: make_person(review, "Tam", age_band="under_1"),
    "agency": lambda review: review.agencies.add(Agency.objects.first()),
    "timeline": lambda review: make_event("The school rang.", review=review),
}


@pytest.mark.parametrize("name", CHANGES)
def test_a_changed_fact_is_counted_in_the_next_search(review, name):
    before = values(name)

    CHANGES[name](review)

    assert values(name) != before


def test_what_is_taken_away_again_is_no_longer_counted(review):
    before = {name: values(name) for name in ("age", "agency", "timeline", "theme")}
    person, event = make_person(review, "Tam", age_band="under_1"), make_event("The school rang.", review=review)
    review.agencies.add(Agency.objects.first())
    tagging = Tagging.objects.create(review=review, theme=make_theme("cme"), machine_version="1")
    assert all(values(name) != before[name] for name in before)

    Person.objects.filter(pk=person.pk).delete()
    event.delete()
    review.agencies.clear()
    Tagging.objects.filter(pk=tagging.pk).update(state=TaggingState.REJECTED, decided_at=timezone.now())

    assert {name: values(name) for name in before} == before


def test_a_new_name_of_a_theme_or_an_agency_is_used_by_the_next_search(review):
    Theme.objects.filter(key="neglect").update(label="Neglected")
    Agency.objects.filter(key="police").update(name="The force")

    names = answer(SearchParameters(), ANYBODY).names

    assert ("neglect", "Neglected") in names.themes.values()
    assert ("police", "The force") in names.agencies.values()


def test_other_names_that_an_administrator_writes_or_removes_are_known_at_once(review):
    assert not question_of("wibble").understood.widened
    group = SynonymGroup.objects.create()
    group.take(["wibble", "wobble"])

    assert question_of("wibble").understood.widened
    group.delete()
    assert not question_of("wibble").understood.widened


def test_people_with_different_rights_never_share_what_is_kept(review):
    a = make_partnership("Holding")
    hidden = make_review("Hidden", area="Hiddenham", visibility=Visibility.PARTNERSHIP, held_by=a)
    make_finding("The school waited.", review=hidden)
    bring_up_to_date()
    of_a, of_none = make_user("Bob", of=[a]), make_user("Charlie")

    for user, areas in ((of_a, {"Ambermoor", "Hiddenham"}), (of_none, {"Ambermoor"}), (ANYBODY, {"Ambermoor"})) * 2:
        found = answer(SearchParameters(show="reviews"), user)
        assert set(found.of_values("area")) == areas
        assert answer(SearchParameters(), user).count == len(areas)


def test_leaving_a_partnership_takes_its_reviews_out_of_the_next_search(review):
    a = make_partnership("Holding")
    make_review("Hidden", area="Hiddenham", visibility=Visibility.PARTNERSHIP, held_by=a)
    bob = make_user("Bob", of=[a])
    assert answer(SearchParameters(show="reviews"), bob).count == 2

    bob.partnerships.clear()

    assert answer(SearchParameters(show="reviews"), type(bob).objects.get(pk=bob.pk)).count == 1


def test_old_marks_are_tidied_away_and_changes_still_show(review):
    FactChange.objects.bulk_create(FactChange() for _ in range(MOST_FACT_CHANGES + 1))
    bring_up_to_date()
    assert FactChange.objects.count() == 1

    Review.objects.update(area="Northolm")

    assert values("area") == {"Northolm": 1}
