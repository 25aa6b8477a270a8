"""Keeping what a partnership says that it does about a recommendation, with who said so and when."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from django.db import transaction

from following.heirs import follow_up_of
from following.models import FollowUp, FollowUpChange
from reviews.models import Item, Partnership

if TYPE_CHECKING:
    from people.models import User

FIELDS = ("progress", "owner", "due", "done_on", "evidence", "impact")


@transaction.atomic
def keep(item: Item, partnership: Partnership, values: Mapping[str, Any], *, by: "User") -> FollowUp:
    """Write down what is said of all `FIELDS`, and that it was said. Returns the follow-up.

    One that was written on a recommendation whose place `item` took moves to it, with its history.
    """
    said = {name: values[name] for name in FIELDS}
    follow_up = follow_up_of(item, partnership) or FollowUp(partnership=partnership)
    follow_up.recommendation = item
    for name, value in said.items():
        setattr(follow_up, name, value)
    follow_up.save()
    FollowUpChange.objects.create(follow_up=follow_up, person=by, person_name=str(by)[:150], values=said)
    return follow_up
