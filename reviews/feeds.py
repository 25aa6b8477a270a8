"""Atom feeds of searches (RFC 4287): what came last, each with its words and its citation."""

import datetime
import re
from collections.abc import Sequence
from typing import Any

from django.http import HttpResponse
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed

from reviews.addresses import absolute
from reviews.models import Item, Review

MOST_ENTRIES = 50
ATOM = "application/atom+xml; charset=utf-8"
# XML has no room for these (XML 1.0, section 2.2).
NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def atom_of(name: str, page: str, feed: str, rows: Sequence[Any]) -> HttpResponse:
    """Return a feed called `name` of rows that have `came_at`; `page` and `feed` are paths of this site."""
    atom = Atom1Feed(
        title=f"{_clean(name)} – Crossread",
        link=absolute(page),
        feed_url=absolute(feed),
        description="Found by machine where nothing else is said; check the page before you quote.",
        language="en-GB",
    )
    for row in rows:
        _add(atom, row)
    answer = HttpResponse(content_type=ATOM)
    atom.write(answer, "utf-8")
    return answer


def _add(atom: Atom1Feed, row: Item | Review) -> None:
    title, words = _said_of(row)
    came: datetime.datetime | None = getattr(row, "came_at", None)
    atom.add_item(
        title=_clean(title),
        link=row.permanent_address,
        description=_clean(f"{words}\n\n{row.citation}") if words else row.citation,
        unique_id=row.permanent_address,
        updateddate=came or timezone.now(),
    )


def _said_of(row: Item | Review) -> tuple[str, str]:
    """Return the title of an entry and the row's words."""
    if isinstance(row, Review):
        return row.display_name, row.kind_name
    return f"{row.review.display_name}: {row.full_name}", row.text


def _clean(text: str) -> str:
    return NOT_IN_XML.sub(" ", text)
