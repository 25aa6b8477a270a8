"""Alice edits the reviews of partnership A, Bob reads for partnership B, Charlie has not signed in."""

import pytest
from django.urls import reverse

from people.roles import Role
from reviews.models import Visibility
from tests.factories import (
    make_document,
    make_draft,
    make_event,
    make_finding,
    make_partnership,
    make_passage,
    make_recommendation,
    make_review,
    make_theme,
    make_user,
    make_withdrawn,
)

WORD = "quixotic"
LISTS = (
    "/", "/reviews/", f"/reviews/?q={WORD}", "/themes/", "/themes/neglect/", "/coverage/",
    *(f"/search/?q={WORD}&show={show}" for show in ("reviews", "findings", "recommendations", "events", "passages")),
    *(f"/search/?theme=neglect&show={show}" for show in ("reviews", "findings", "recommendations")),
)  # fmt: skip


@pytest.fixture
def held_by_a(db):
    return make_partnership("Partnership A")


@pytest.fixture
def alice(held_by_a):
    return make_user("Alice", role=Role.EDITOR, of=[held_by_a])


@pytest.fixture
def bob(db):
    return make_user("Bob", role=Role.READER, of=[make_partnership("Partnership B")])


def fill(review):
    """Everything that a review can be found by, in words that stand nowhere else."""
    document = make_document(review)
    make_passage(f"A {WORD} passage.", review=review, document=document)
    make_event(f"A {WORD} event.", review=review, document=document)
    make_recommendation(f"A {WORD} recommendation.", review=review, document=document, themes=["neglect"])
    make_finding(f"A {WORD} finding.", review=review, document=document, themes=["neglect"])
    return review


def addresses_of(review):
    document = review.documents.get()
    where = [review.slug, document.pk]
    return (
        review.get_absolute_url(),
        reverse("source", args=[*where, 1]),
        reverse("picture", args=[*where, 1]),
        reverse("original", args=where),
        *(item.get_absolute_url() for item in review.items.all()),
    )


def is_told_of(client, review):
    """Whether any list, count or search says anything of a review that is the only one."""
    for address in LISTS:
        page = client.get(address).content.decode()
        if review.display_name in page or "1 review" in page or "(1)</span>" in page or review.area in page:
            return True
    return False


def kinds_of_hidden_review(held_by):
    return {
        "a draft": lambda: make_draft(held_by=held_by, area="Hiddenham"),
        "for the partnership": lambda: make_review(
            held_by=held_by, visibility=Visibility.PARTNERSHIP, area="Hiddenham"
        ),
        "withdrawn": lambda: make_withdrawn(held_by=held_by, area="Hiddenham"),
        "for people signed in": lambda: make_review(visibility=Visibility.SIGNED_IN, area="Hiddenham"),
    }


@pytest.mark.parametrize("kind", ["a draft", "for the partnership", "withdrawn", "for people signed in"])
def test_charlie_finds_no_hidden_review_in_any_list(client, public, held_by_a, kind):
    review = fill(kinds_of_hidden_review(held_by_a)[kind]())

    assert not is_told_of(client, review)


@pytest.mark.parametrize("kind", ["a draft", "for the partnership", "for people signed in"])
def test_charlie_gets_nothing_at_a_hidden_address(client, public, held_by_a, kind):
    review = fill(kinds_of_hidden_review(held_by_a)[kind]())

    assert {client.get(address).status_code for address in addresses_of(review)} == {404}


@pytest.mark.parametrize("kind", ["a draft", "for the partnership", "withdrawn"])
def test_bob_finds_nothing_of_the_other_partnership_in_any_list(client, bob, held_by_a, kind):
    client.force_login(bob)
    review = fill(kinds_of_hidden_review(held_by_a)[kind]())

    assert not is_told_of(client, review)


@pytest.mark.parametrize("kind", ["a draft", "for the partnership"])
def test_bob_gets_nothing_at_an_address_of_the_other_partnership(client, bob, held_by_a, kind):
    client.force_login(bob)
    review = fill(kinds_of_hidden_review(held_by_a)[kind]())

    assert {client.get(address).status_code for address in addresses_of(review)} == {404}


def test_bob_finds_what_is_for_people_who_are_signed_in(client, bob):
    client.force_login(bob)
    review = fill(make_review(visibility=Visibility.SIGNED_IN))

    assert is_told_of(client, review)
    assert client.get(review.get_absolute_url()).status_code == 200


def test_alice_reads_the_draft_that_she_works_on_but_no_list_shows_it(client, alice, held_by_a):
    client.force_login(alice)
    review = fill(make_draft(held_by=held_by_a, area="Hiddenham"))

    page = client.get(review.get_absolute_url())

    assert page.status_code == 200
    assert "Readers cannot find this review yet" in page.content.decode()
    assert not is_told_of(client, review)


def test_alice_finds_what_is_for_her_partnership(client, alice, held_by_a):
    client.force_login(alice)
    review = fill(make_review(held_by=held_by_a, visibility=Visibility.PARTNERSHIP))

    assert is_told_of(client, review)


def test_a_draft_adds_to_no_count_beside_a_published_review(client, public, held_by_a):
    fill(make_review(themes=["neglect"]))
    counted = [client.get(address).content.decode() for address in LISTS]

    fill(make_draft(held_by=held_by_a, themes=["neglect"]))

    csrf_free = lambda page: [line for line in page.splitlines() if "csrfmiddlewaretoken" not in line]  # noqa: E731
    assert [csrf_free(client.get(address).content.decode()) for address in LISTS] == [
        csrf_free(page) for page in counted
    ]


def test_charlie_is_asked_to_sign_in_where_browsing_is_not_public(client, settings, db):
    settings.PUBLIC_BROWSING = False
    review = fill(make_review())
    make_theme("neglect")

    answers = [client.get(address) for address in (*LISTS, *addresses_of(review))]

    assert {answer.status_code for answer in answers} == {302}
    assert all(answer["Location"].startswith("/accounts/login/?next=") for answer in answers)


@pytest.mark.parametrize("address", ["/help/", "/about/", "/accessibility/", "/healthz", "/robots.txt"])
def test_charlie_finds_help_wherever_it_is(client, settings, db, address):
    settings.PUBLIC_BROWSING = False

    assert client.get(address).status_code == 200


def test_a_withdrawn_review_leaves_a_tombstone_at_each_of_its_addresses(client, public):
    review = fill(make_withdrawn(withdrawn_reason="The family asked for it."))
    files = {"picture", "original"}

    pages = [client.get(address) for address in addresses_of(review)]
    read = [page for page in pages if page.resolver_match.url_name not in files]

    assert {page.status_code for page in read} == {410}
    assert {page.status_code for page in pages if page.resolver_match.url_name in files} == {404}
    assert all("The family asked for it." in page.content.decode() for page in read)
    assert not any(WORD in page.content.decode() for page in read)


def test_a_review_withdrawn_before_it_was_published_leaves_no_tombstone(client, public):
    review = make_withdrawn(made_public_at=None)

    assert client.get(review.get_absolute_url()).status_code == 404


def test_a_tombstone_of_one_partnership_says_nothing_to_the_other(client, bob, held_by_a):
    client.force_login(bob)
    review = make_withdrawn(held_by=held_by_a, visibility=Visibility.PARTNERSHIP)

    assert client.get(review.get_absolute_url()).status_code == 404
