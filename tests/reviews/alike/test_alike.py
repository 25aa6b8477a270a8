"""What is like what: for a reason that is shown, among what the reader may see."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from people.roles import Role
from reviews.alike.grouping import carried_on, grouped
from reviews.alike.scores import Neighbour, Texts
from reviews.alike.store import bring_up_to_date, compare_all, words_for
from reviews.alike.typical import most_typical
from reviews.models import Repeated, Visibility
from tests.factories import (
    make_draft,
    make_partnership,
    make_person,
    make_recommendation,
    make_review,
    make_user,
)

pytestmark = pytest.mark.usefixtures("public")
REGISTER = "The council should keep one register of children missing education, with a name beside each child."
SAME = "The council should keep a register of all children missing education, with the name of an officer beside each."
OTHER = "Surgeries should weigh babies at every visit and plot the weight on a chart."
bags = st.dictionaries(st.integers(0, 20), st.frozensets(st.sampled_from("abcdefgh"), max_size=6), max_size=8)


@given(bags)
def test_likeness_is_a_share_and_the_same_both_ways(texts):
    near = {key: {one.key: one.score for one in others} for key, others in Texts(texts, {}).neighbours(30, 0.0)}

    for key, others in near.items():
        assert key not in others
        for other, score in others.items():
            assert -1e-9 <= score <= 1 + 1e-9
            assert near[other][key] == pytest.approx(score)


def test_a_rare_word_in_common_says_more_than_a_common_one():
    texts = {1: {"school", "caravan"}, 2: {"caravan", "x"}, 3: {"school", "y"}, 4: {"school", "z"}}
    near = dict(Texts({key: frozenset(bag) for key, bag in texts.items()}, {}).neighbours(3, 0.0))

    assert near[1][0].key == 2
    assert near[1][0].shared == ("caravan",)


def test_shared_stems_are_shown_as_the_text_has_them():
    assert words_for(("polici", "disagre", "x"), "A policy for resolving Disagreements.") == ["policy", "disagreements"]


def test_the_most_typical_text_shares_most_words_with_the_others():
    texts = {1: "abcdef", 2: "abcdeg", 3: "uvwxyz", 4: "ab"}

    assert most_typical({key: frozenset(bag) for key, bag in texts.items()}, 2) == [1, 2]


def test_groups_are_of_several_reviews_and_no_chain_forms():
    near = {
        1: [(2, 0.5)],
        2: [(1, 0.5), (3, 0.5)],
        3: [(2, 0.5), (4, 0.5)],
        4: [(3, 0.5)],
        5: [(6, 0.9)],
        6: [(5, 0.9)],
    }
    neighbours = {key: [Neighbour(other, score, ()) for other, score in others] for key, others in near.items()}

    assert grouped(neighbours, {1: 1, 2: 2, 3: 3, 4: 4, 5: 9, 6: 9}) == [frozenset({1, 2, 3})]


def test_a_group_goes_on_while_half_of_it_stays_together():
    before = {"a": frozenset({1, 2}), "b": frozenset({7, 8, 9})}

    assert carried_on([frozenset({1, 2, 3}), frozenset({9, 10})], before) == {
        frozenset({1, 2, 3}): "a", frozenset({9, 10}): None,
    }  # fmt: skip


def two_registers(**fields):
    one = make_recommendation(REGISTER, review=make_review(partnership=make_partnership("A"), published="2012"))
    other = make_recommendation(SAME, review=make_review(partnership=make_partnership("B"), published="2025", **fields))
    for _ in range(3):
        make_recommendation(OTHER, review=make_review())
    return one, other


def test_an_item_shows_what_is_like_it_and_why(client):
    one, other = two_registers()
    compare_all()

    page = client.get(one.get_absolute_url())

    assert page.context["alike"][0].item.pk == other.pk
    assert {"missing", "education", "beside"} <= set(page.context["alike"][0].words)
    assert "Both say:" in page.content.decode()


def test_recommendations_that_say_nearly_the_same_have_a_page_that_says_how_often_by_whom_and_when(client):
    one, _ = two_registers()
    compare_all()

    summary = "Made 2 times, by 2 partnerships, 2012 to 2025"
    assert summary in client.get(one.get_absolute_url()).content.decode()
    group = Repeated.objects.get(items=one)
    for address in ("/repeated/", group.get_absolute_url()):
        assert summary in client.get(address).content.decode()


def test_a_group_keeps_its_address_when_another_review_joins_it(client):
    one, _ = two_registers()
    compare_all()
    address = Repeated.objects.get(items=one).get_absolute_url()

    make_recommendation(REGISTER, review=make_review())
    compare_all()

    assert "Made 3 times" in client.get(address).content.decode()


def test_items_are_compared_anew_only_where_something_has_changed():
    one, _ = two_registers()
    assert bring_up_to_date()
    assert not bring_up_to_date()

    make_recommendation(REGISTER, review=one.review)

    assert bring_up_to_date()


@pytest.mark.parametrize("hidden", ["a draft", "of another partnership"])
def test_what_is_hidden_is_like_nothing_and_in_no_group(client, hidden):
    held = make_partnership("Holder")
    fields = {"visibility": Visibility.PARTNERSHIP, "held_by": held}
    one, other = two_registers(**(fields if hidden != "a draft" else {}))
    if hidden == "a draft":
        other.review.state, other.review.made_public_at = "draft", None
        other.review.save()
        client.force_login(make_user(role=Role.ADMINISTRATOR))
    compare_all()

    page = client.get(one.get_absolute_url())

    assert other.pk not in {alike.item.pk for alike in page.context["alike"]}
    assert page.context["repetition"] is None
    assert "Made 2 times" not in client.get("/repeated/").content.decode()
    for group in Repeated.objects.all():
        if other in group.items.all():
            assert client.get(group.get_absolute_url()).status_code == 404


def test_a_review_is_like_those_that_share_its_rarest_themes_and_says_so(client):
    review = make_review("Tam", themes=["neglect", "cme"], area="Ambermoor")
    rare = make_review("Amara", themes=["cme"], area="Northolm")
    for name in ("Ellis", "Ruth", "Mali"):
        make_review(name, themes=["neglect"], area="Northolm")
    for child in (review, rare):
        make_person(child, age_band="6_10")

    page = client.get(f"{review.get_absolute_url()}like/")

    assert page.context["alike"][0].review == rare
    assert "Both are about: Cme" in page.content.decode() or "Children missing education" in page.content.decode()
    assert "people of the same age" in page.content.decode()


def test_a_draft_is_like_no_review(client):
    review = make_review("Tam", themes=["neglect"])
    draft = make_draft(themes=["neglect"])
    client.force_login(make_user(role=Role.ADMINISTRATOR))

    assert client.get(f"{review.get_absolute_url()}like/").context["alike"] == []
    assert client.get(f"{draft.get_absolute_url()}like/").status_code == 404


@pytest.mark.parametrize("size", [2, 8])
def test_likeness_asks_the_database_the_same_few_questions(client, size, django_assert_num_queries):
    client.force_login(make_user())
    for _ in range(size):
        one, _ = two_registers()
    compare_all()
    group = Repeated.objects.get(items=one)

    for address, queries in ((one.get_absolute_url(), 15), (group.get_absolute_url(), 8), ("/repeated/", 9)):
        with django_assert_num_queries(queries):
            assert client.get(address).status_code == 200


@pytest.mark.parametrize("size", [2, 12])
def test_reviews_like_a_review_ask_the_database_the_same_few_questions(client, size, django_assert_num_queries):
    client.force_login(make_user())
    reviews = [make_review(themes=["neglect", "cme"]) for _ in range(size)]
    address = f"{reviews[0].get_absolute_url()}like/"
    client.get(address)  # what the process keeps in memory is read

    with django_assert_num_queries(8):
        assert client.get(address).status_code == 200
