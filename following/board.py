"""The board: every recommendation that a partnership must answer for, and how far each is."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from django.db.models import Q

from following.heirs import by_recommendation
from following.models import FollowUp, Progress
from reviews.models import Item, ItemKind, ItemState, Partnership
from reviews.models.item import ItemQuerySet

if TYPE_CHECKING:
    from people.models import User

# The states by which the board is looked through, in order, with what they are called.
STATES = {
    "unanswered": "Not yet answered",
    "overdue": "Overdue",
    "under_way": "Under way",
    "done": "Done",
    "not_accepted": "Not accepted",
}
NOT_KNOWN = "not-known"


@dataclass(frozen=True)
class Asked:
    """What is looked at: of one state, of one addressee (an agency's key); of all where these are empty."""

    state: str = ""
    addressee: str = ""


@dataclass(frozen=True)
class Row:
    """One recommendation and what is done about it."""

    item: Item
    follow_up: FollowUp | None
    state: str

    @property
    def is_gone(self) -> bool:
        """Whether the review as it stands now has it no longer."""
        return self.item.state != ItemState.CURRENT

    @property
    def state_name(self) -> str:
        """The state in words."""
        return name_of_state(self.state, self.follow_up)


@dataclass(frozen=True)
class Board:
    """The recommendations of `partnership` that were asked for, how many there are of each state, and for whom."""

    partnership: Partnership
    asked: Asked
    rows: tuple[Row, ...]
    count: int
    states: tuple[tuple[str, str, int], ...]
    addressees: tuple[tuple[str, str, int], ...]

    @property
    def query(self) -> str:
        """The query string that asks for it."""
        said = {"partnership": self.partnership.key, "state": self.asked.state, "addressee": self.asked.addressee}
        return urlencode({name: value for name, value in said.items() if value})


def board_of(partnership: Partnership, person: "User", asked: Asked, today: date) -> Board:
    """Return the board that `person` may see of a partnership."""
    said = by_recommendation(FollowUp.objects.of_partnership(partnership).with_heirs())
    follow_ups = {key: one for key, (one,) in said.items()}
    rows = [
        Row(item, follow_ups.get(item.pk), state_of(follow_ups.get(item.pk), today))
        for item in recommendations_of(partnership, person, list(follow_ups))
    ]
    of_addressee = [row for row in rows if not asked.addressee or agency_of(row.item)[0] == asked.addressee]
    of_state = [row for row in rows if not asked.state or row.state == asked.state]
    states = Counter(row.state for row in of_addressee)
    return Board(
        partnership=partnership,
        asked=asked,
        rows=tuple(row for row in of_addressee if not asked.state or row.state == asked.state),
        count=len(of_addressee),
        states=tuple((key, name, states[key]) for key, name in STATES.items()),
        addressees=tuple(_addressees(of_state)),
    )


def recommendations_of(partnership: Partnership, person: "User", followed: Sequence[int]) -> ItemQuerySet:
    """Return the recommendations of the partnership's published reviews, and others that it follows up.

    What it follows up stays though the review, read again, no longer has it: nothing that was said is lost.
    """
    own = Q(review__partnership=partnership) | Q(review__held_by=partnership)
    shown = Item.objects.visible_to(person).published().of_kind(ItemKind.RECOMMENDATION)
    newest = shown.filter(own & Q(state=ItemState.CURRENT) | Q(pk__in=followed)).order_by(
        "-review__published_latest", "review_id", "position", "pk"
    )
    return newest.with_details(ItemKind.RECOMMENDATION)


def state_of(follow_up: FollowUp | None, today: date) -> str:
    """Return which of the states it is in."""
    if follow_up is None:
        return "unanswered"
    if follow_up.is_overdue(today):
        return "overdue"
    return {Progress.DONE.value: "done", Progress.NOT_ACCEPTED.value: "not_accepted"}.get(
        follow_up.progress, "under_way"
    )


def name_of_state(state: str, follow_up: FollowUp | None) -> str:
    """Return a state in words; what is under way says how far it is."""
    return follow_up.get_progress_display() if state == "under_way" and follow_up else STATES[state]


def agency_of(item: Item) -> tuple[str, str]:
    """Return the key and name of the agency that a recommendation is addressed to."""
    agency = item.recommendation.agency
    return (agency.key, agency.name) if agency else (NOT_KNOWN, "Not said, or not known")


def _addressees(rows: Sequence[Row]) -> list[tuple[str, str, int]]:
    counts = Counter(agency_of(row.item) for row in rows)
    return [(key, name, count) for (key, name), count in sorted(counts.items(), key=lambda one: (-one[1], one[0][1]))]
