"""Keeping what a partnership says that it does about a recommendation, with who said so and when."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from django.db import transaction

from following.models import FollowUp, FollowUpChange
from reviews.models import Item, Partnership

if TYPE_CHECKING:
    from people.models import User

FIELDS = ("progress", "owner", "due", "done_on", "evidence", "impact")


@transaction.atomic
def keep(item: Item, partnership: Partnership, values: Mapping[str, Any], *, by: "User") -> FollowUp:
    """Write down what is said of all `FIELDS`, and that it was said. Returns the follow-up."""
    said = {name: values[name] for name in FIELDS}
    follow_up, _ = FollowUp.objects.update_or_create(recommendation=item, partnership=partnership, defaults=said)
    FollowUpChange.objects.create(follow_up=follow_up, person=by, person_name=str(by)[:150], values=said)
    return follow_up
