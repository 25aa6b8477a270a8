"""What was said of a field, by whom and when, the last first."""

import pytest

from people.roles import Role
from reviews import corrections
from reviews.claim_history import sayings_of
from reviews.models import Item
from tests.factories import make_review, make_user
from tests.reviews.test_corrections import found

pytestmark = pytest.mark.django_db


def test_a_field_says_who_said_what_of_it_and_what_can_be_put_back():
    alice, item = make_user("Alice", role=Role.EDITOR), found("Nobody askd.", make_review(), label="1")
    corrections.correct(item, {"text": "Nobody asked."}, by=alice)

    by_field = {field.name: field for field in sayings_of(Item.objects.get(pk=item.pk))}

    text = by_field["text"]
    assert [(saying.who, saying.value, saying.stands) for saying in text.sayings] == [
        ("Alice", "Nobody asked.", True),
        ("Machine, version 1", "Nobody askd.", True),
    ]
    assert text.can_be_put_back
    assert not by_field["label"].can_be_put_back


def test_what_was_taken_back_is_still_told():
    alice, item = make_user("Alice", role=Role.EDITOR), found("Nobody askd.", make_review())
    corrections.correct(item, {"text": "Nobody asked."}, by=alice)
    corrections.put_back(Item.objects.get(pk=item.pk), ["text"], by=alice)

    (text,) = [field for field in sayings_of(item) if field.name == "text"]

    assert [(saying.who, saying.stands) for saying in text.sayings] == [("Alice", False), ("Machine, version 1", True)]
    assert not text.can_be_put_back


def test_what_nobody_but_a_person_ever_said_cannot_be_put_back():
    alice, review = make_user("Alice", role=Role.EDITOR), make_review()
    found("One.", review)
    item = corrections.add(review, "finding", {"text": "Nobody asked."}, by=alice)

    assert not any(field.can_be_put_back for field in sayings_of(item))
