"""Who wrote the abstract: a person's words stand until they are taken back."""

import pytest

from people.roles import Role
from reviews import claims
from reviews.models import Claim
from tests.factories import make_review, make_user

pytestmark = pytest.mark.django_db


def test_what_a_person_wrote_for_the_abstract_stands_when_the_review_is_read_again():
    review = make_review()
    claims.person_says(target=review, person=make_user(role=Role.EDITOR), values={"abstract": {"learning": "Ask."}})

    Claim.objects.create(review=review, machine_version="2", values={"title": "As read again"})
    claims.show(review)

    review.refresh_from_db()
    assert (review.title, review.abstract) == ("As read again", {"learning": "Ask."})
    assert "abstract" in review.fields_by_people


def test_an_abstract_that_is_taken_back_is_built_from_the_record_again():
    review, editor = make_review(), make_user(role=Role.EDITOR)
    said = claims.person_says(target=review, person=editor, values={"abstract": {"learning": "Ask."}})

    claims.take_back(said, by=editor)

    review.refresh_from_db()
    assert review.abstract == {}
