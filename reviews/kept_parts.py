"""Parts of pages that are kept in memory for as long as nothing that they show has changed.

A part of a review's pages is known by the versions of the rows that it is made of, which every visit asks the database
anew, and by everything about whoever reads that it differs by: whoever sees less, or other buttons, has parts of their
own. So a change shows at the next visit, and nothing has to be thrown away (docs/decisions/0014-kept-parts.md).
"""

from collections.abc import Callable
from dataclasses import astuple, dataclass
from datetime import date
from hashlib import sha256
from typing import TYPE_CHECKING, TypeVar

from django.core.cache import caches
from django.utils import timezone

from reviews.models import Review

if TYPE_CHECKING:
    from reviews.models.review import Visitor

Part = TypeVar("Part")


@dataclass(frozen=True)
class Reader:
    """What parts of a review's pages differ by: who may do what, and whose follow-up is seen, with its days."""

    today: date
    is_signed_in: bool = False
    makes_packs: bool = False
    may_edit: bool = False
    is_administrator: bool = False
    partnerships: tuple[int, ...] = ()


def reader_of(user: "Visitor", review: Review) -> Reader:
    """Return how `user` reads; the review is fetched `with_rights_of` them. Asks one question of who is signed in."""
    today = timezone.localdate()
    if not user.is_authenticated:
        return Reader(today)
    partnerships = user.partnerships.order_by("pk").values_list("pk", flat=True)
    return Reader(
        today, is_signed_in=True, makes_packs=user.makes_packs, may_edit=review.may_edit,
        is_administrator=user.is_administrator, partnerships=tuple(partnerships),
    )  # fmt: skip


def kept_part(name: str, review: Review, user: "Visitor", make: Callable[[], Part], *asked: object) -> Part:
    """Return the part of this name, made where it is not kept. `asked` is what else it is made of.

    The review is fetched `with_row_versions` and `with_rights_of` the user, who may see it.
    """
    known_by = (name, review.pk, review.row_versions, astuple(reader_of(user, review)), asked)
    key = sha256(repr(known_by).encode()).hexdigest()
    kept: Part | None = caches["parts"].get(key)
    if kept is None:
        kept = make()
        caches["parts"].set(key, kept)
    return kept
