"""What a visitor may not see stands in no row, count, value, suggestion, file, feed, answer or likeness."""

import re

import pytest

from people.roles import Role
from reviews.alike.store import compare_all
from reviews.models import Visibility
from reviews.search.blocks import bring_up_to_date
from tests.factories import (
    make_action,
    make_document,
    make_draft,
    make_event,
    make_finding,
    make_partnership,
    make_passage,
    make_person,
    make_recommendation,
    make_review,
    make_user,
    make_withdrawn,
)

# Each word stands in hidden reviews only.
WORDS = ("quixotic", "hiddenham", "zanzibarian", "wibblesome")
SAID = "Every school should tell the partnership of absence within one day of it"
KINDS = ("reviews", "findings", "recommendations", "actions", "events", "passages")
ADDRESSES = (
    "/", "/reviews/", "/themes/", "/themes/neglect/", "/themes/neglect/?with=cme", "/coverage/", "/repeated/",
    "/insight/", "/reviews/tam/", "/reviews/tam/like/", "/timelines/?q=quixoti",
    *(f"/search/?q=school&show={show}" for show in KINDS),
    "/search/?q=quixoti", "/search/?q=zanzibaria&show=passages",
    "/search/?theme=neglect&theme=cme&match=all&within=item", "/search/?q=school&sort=newest",
    "/search/?not_area=Ambermoor", "/search/?since=2000&show=reviews",
    *(f"/search/filters/{name}/?show=reviews" for name in ("area", "partnership", "theme", "agency", "year")),
    "/search/take-away/?q=school", "/search/take-away/list.csv?q=school&show=recommendations",
    "/search/take-away/print/?q=school", "/search/feed.atom?q=school", "/packs/answer/?q=school",
    "/packs/answer/?theme=neglect",
)  # fmt: skip


@pytest.fixture
def held_by(db):
    return make_partnership("Wibblesome Partnership")


def fill(review, word=""):
    document = make_document(review)
    here = {"review": review, "document": document}
    make_passage(f"The school wrote {word}.", **here)
    make_event(f"The school rang {word}.", **here)
    make_action(f"Train every school {word}.", **here)
    make_finding(f"The school was not heard {word}.", themes=["neglect", "cme"], **here)
    make_recommendation(f"{SAID} {word}.", themes=["neglect", "cme"], **here)
    make_person(review, "Tam", age_band="under_1")
    return review


def hidden(kind, held_by):
    named = {"held_by": held_by, "area": "Hiddenham", "name": "Zanzibarian review", "partnership": held_by,
             "themes": ["neglect", "cme"]}  # fmt: skip
    makers = {
        "a draft": lambda: make_draft(**named),
        "withdrawn": lambda: make_withdrawn(**named),
        "for its partnership": lambda: make_review(visibility=Visibility.PARTNERSHIP, **named),
        "for people signed in": lambda: make_review(visibility=Visibility.SIGNED_IN, **named),
    }
    return fill(makers[kind](), "quixotic zanzibarian")


def pages(client):
    """Every page as it is without what is made anew each time."""
    said = {}
    for address in ADDRESSES:
        answer = client.get(address)
        body = b"".join(answer) if answer.streaming else answer.content
        text = re.sub(r'csrfmiddlewaretoken" value="[^"]*"|<updated>[^<]*</updated>', "", body.decode())
        said[address] = text
    return said


@pytest.mark.parametrize("is_fresh", [True, False], ids=["index fresh", "index out of date"])
@pytest.mark.parametrize("kind", ["a draft", "withdrawn", "for its partnership", "for people signed in"])
def test_a_hidden_review_changes_nothing_that_a_stranger_is_told(client, public, held_by, kind, is_fresh):
    for slug in ("tam", "amara"):
        fill(make_review(slug.title(), slug=slug, themes=["neglect", "cme"]))
    compare_all()
    bring_up_to_date()
    before = pages(client)

    hidden(kind, held_by)
    compare_all()
    if is_fresh:
        bring_up_to_date()

    after = pages(client)
    for address in ADDRESSES:
        assert after[address] == before[address], address
        asked = address.casefold()
        assert not [
            word for word in WORDS if word.casefold() in after[address].casefold() and word[:7].casefold() not in asked
        ]


def test_a_draft_is_told_in_no_list_even_to_whoever_works_on_it(client, public, held_by):
    fill(make_review("Tam", slug="tam", themes=["neglect", "cme"]))
    client.force_login(make_user("Alice", role=Role.EDITOR, of=[held_by]))
    before = pages(client)

    hidden("a draft", held_by)
    compare_all()
    bring_up_to_date()

    assert pages(client) == before
