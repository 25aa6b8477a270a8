"""Parts of pages that are kept in memory for as long as nothing that they show has changed.

A part is known by the version of what it is made of, which every visit asks the database anew, and by everything about
whoever reads that it differs by: whoever sees less, or other buttons, has parts of their own. So a change shows at the
next visit, and nothing has to be thrown away (docs/decisions/0014-kept-parts.md).
"""

from collections.abc import Callable
from dataclasses import astuple, dataclass
from datetime import date
from hashlib import sha256
from typing import TYPE_CHECKING, Any, TypeVar

from django.conf import settings
from django.core.cache import caches
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from reviews.models import CorpusChange, Review

if TYPE_CHECKING:
    from reviews.models.review import Visitor

Part = TypeVar("Part")


@dataclass(frozen=True)
class Reader:
    """What pages differ by: what somebody may see and do, and the day that it is.

    Whoever works at the desk also sees what they brought in themselves: `at_the_desk` says who they are.
    """

    today: date
    public_browsing: bool
    is_signed_in: bool = False
    makes_packs: bool = False
    is_administrator: bool = False
    at_the_desk: int | None = None
    partnerships: tuple[int, ...] = ()


def reader_of(user: "Visitor") -> Reader:
    """Return how `user` reads. Asks one question of who is signed in."""
    today = timezone.localdate()
    if not user.is_authenticated:
        return Reader(today, settings.PUBLIC_BROWSING)
    partnerships = user.partnerships.order_by("pk").values_list("pk", flat=True)
    return Reader(
        today, settings.PUBLIC_BROWSING, is_signed_in=True, makes_packs=user.makes_packs,
        is_administrator=user.is_administrator, at_the_desk=user.pk if user.works_at_the_desk else None,
        partnerships=tuple(partnerships),
    )  # fmt: skip


def kept_part(review: Review, user: "Visitor", make: Callable[[], Part]) -> Part:
    """Return what stands on a review's page, made where it is not kept.

    The review is fetched `with_row_versions`, and `visible_to` the user.
    """
    key = _key("review", review.pk, review.row_versions, user)
    kept: Part | None = caches["parts"].get(key)
    if kept is None:
        kept = make()
        caches["parts"].set(key, kept)
    return kept


def kept_page(request: HttpRequest, template: str, make: Callable[[], dict[str, Any]]) -> HttpResponse:
    """Return a page across reviews, whose template marks what is kept by `{% kept %}`; `make` gives its context.

    What is asked by a query string is made for whoever asks: few ask the same.
    """
    if request.GET:
        return render(request, template, {"kept": {}, **make()})
    key = _key("page", request.path, CorpusChange.objects.version(), request.user)
    kept: dict[str, str] | None = caches["parts"].get(key)
    if kept is not None:
        return render(request, template, {"kept": kept})
    made: dict[str, str] = {}
    page = render(request, template, {"kept": made, **make()})
    caches["parts"].set(key, made)
    return page


def _key(sort: str, which: object, version: object, user: "Visitor") -> str:
    known_by = (sort, which, version, astuple(reader_of(user)))
    return sha256(repr(known_by).encode()).hexdigest()
