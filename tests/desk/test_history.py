"""Who did what is written down once and for all, and read by those whose desk it was."""

import csv
import io

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse

from reviews import claims
from reviews.history import record
from reviews.models import Act, HistoryEntry
from tests.factories import make_draft, make_finding, make_review

pytestmark = pytest.mark.django_db
HISTORY, FILE = reverse("desk:history"), reverse("desk:history_file")


def the_act():
    return HistoryEntry.objects.newest_first()[0]


def page_of(client, **query):
    return client.get(HISTORY, query).content.decode()


@pytest.mark.parametrize("harm", ["UPDATE reviews_historyentry SET about = 'x'", "DELETE FROM reviews_historyentry"])
def test_the_database_lets_nobody_change_or_delete_a_row(alice, ambermoor, harm):
    from django.db import connection

    record(Act.PUBLISHED, by=alice, review=make_review(held_by=ambermoor))

    with pytest.raises(DatabaseError, match="history is only added to"), transaction.atomic():
        connection.cursor().execute(harm)
    assert HistoryEntry.objects.count() == 1


@pytest.mark.parametrize(
    ("address", "values", "act"),
    [
        ("publish", {}, Act.PUBLISHED),
        ("unpublish", {}, Act.UNPUBLISHED),
        ("withdraw", {"reason": "The family asked for it."}, Act.WITHDRAWN),
    ],
)
def test_what_is_done_to_a_review_is_written_down(as_alice, alice, ambermoor, address, values, act):
    review = (
        make_review(held_by=ambermoor) if address != "publish" else make_draft(held_by=ambermoor, partnership=ambermoor)
    )

    as_alice.post(reverse(f"desk:{address}", args=[review.slug]), values)

    entry = the_act()
    assert (entry.act, entry.person, entry.review, entry.partnership) == (act, alice, review, ambermoor)


def test_a_correction_and_its_taking_back_are_written_down(alice, ambermoor):
    finding = make_finding("Nobody asked.", review=make_draft(held_by=ambermoor), label="3")

    claim = claims.person_says(target=finding, person=alice, values={"text": "Nobody asked twice."})
    claims.take_back(claim, by=alice)

    back, said = HistoryEntry.objects.newest_first()
    assert (said.act, said.about, said.details["fields"]) == (Act.SAID, "Finding 3", ["text"])
    assert (back.act, back.details["item"]) == (Act.TOOK_BACK, finding.anchor)


def test_a_name_stays_as_it_was_and_a_review_that_is_gone_leaves_its_history(alice, ada, client, ambermoor):
    draft = make_draft(display_name="Child Tam", held_by=ambermoor)
    record(Act.PUBLISHED, by=alice, review=draft)
    alice.name = "Alicia"
    alice.save()
    draft.delete()
    client.force_login(ada)

    page = page_of(client)

    assert "<strong>Alice</strong> published a review" in page
    assert "Child Tam" in page


def test_an_editor_reads_their_own_acts_and_those_of_their_partnerships(client, alice, carol, ada, ambermoor):
    record(Act.PUBLISHED, by=ada, review=make_review(display_name="Child Tam", held_by=ambermoor))
    record(Act.SIGNED_IN, by=carol)
    seen = {}
    for person in (alice, carol, ada):
        client.force_login(person)
        page = page_of(client)
        seen[person.name] = ("Child Tam" in page, "Carol</strong> signed in" in page)

    assert seen == {"Alice": (True, False), "Carol": (False, True), "Ada": (True, True)}


def test_a_reader_may_not_read_it(client, bob):
    client.force_login(bob)

    assert client.get(HISTORY).status_code == 403
    assert client.get(FILE).status_code == 403


def test_it_can_be_narrowed(as_alice, alice, ada, ambermoor):
    tam, amara = (make_review(display_name=name, held_by=ambermoor) for name in ("Child Tam", "Amara"))
    record(Act.PUBLISHED, by=alice, review=tam)
    record(Act.WITHDRAWN, by=ada, review=amara)

    narrowed = [
        page_of(as_alice, **query)
        for query in ({"act": "published"}, {"person": alice.pk}, {"words": "tam"}, {"review": tam.slug})
    ]

    assert ["<strong>Alice" in page and "<strong>Ada" not in page for page in narrowed] == [True] * 4
    assert "Nothing answers this" in page_of(as_alice, until="2001-01-01")
    assert "<strong>Alice" in page_of(as_alice, since="2001-01-01", act="no such act", person="x")


def test_it_is_taken_away_as_a_file_in_which_no_cell_is_a_formula(as_alice, alice, ambermoor):
    record(Act.PUBLISHED, by=alice, review=make_review(display_name="=1+1", held_by=ambermoor), visibility="everyone")

    response = as_alice.get(FILE)

    rows = list(csv.reader(io.StringIO(b"".join(response.streaming_content).decode("utf-8-sig"))))
    assert rows[0] == ["When", "Who", "What", "Review", "About", "Details"]
    assert rows[1][1:] == ["Alice", "published a review", "'=1+1", "", '{"visibility": "everyone"}']


def test_the_page_asks_a_fixed_number_of_queries(as_alice, alice, ambermoor, django_assert_num_queries):
    for _ in range(12):
        record(Act.PUBLISHED, by=alice, review=make_review(held_by=ambermoor))

    with django_assert_num_queries(6):
        as_alice.get(HISTORY)
