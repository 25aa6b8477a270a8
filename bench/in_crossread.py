"""The application itself: everything that the search page shows, as the page asks for it."""

from collections.abc import Iterable
from urllib.parse import urlencode

from django.contrib.auth.models import AnonymousUser
from django.db import connection
from django.http import QueryDict

from bench.corpus import THEMES, MadeReview
from bench.questions import Asked
from bench.stored import store
from reviews.models import Item, Theme
from reviews.results import results
from reviews.search.blocks import bring_up_to_date

NAME = "Crossread"


class Crossread:
    """20 ranked rows with snippets, the counts of all tabs, and the counts of every value of every filter."""

    def __init__(self) -> None:
        self.themes = list(Theme.objects.order_by("position").values_list("key", flat=True)[:THEMES])

    def ask(self, asked: Asked) -> int:
        """Return how many passages answer."""
        return results(QueryDict(self.address(asked)), AnonymousUser()).count

    def address(self, asked: Asked) -> str:
        """Return the query string of the page."""
        words = [
            *asked.words,
            f'"{asked.phrase}"' if asked.phrase else "",
            f"{asked.beginning}*" * bool(asked.beginning),
        ]
        typed = " ".join(filter(None, [*words, f"-{asked.without}" if asked.without else ""]))
        said = {
            "q": typed, "show": "passages", "page": asked.page, "kind": asked.kind, "year": asked.year or "",
            "theme": "" if asked.theme is None else self.themes[asked.theme],
        }  # fmt: skip
        return urlencode({name: value for name, value in said.items() if value})


def fill(reviews: Iterable[MadeReview]) -> Crossread:
    """Store the reviews, if the database is empty, and make their postings."""
    if not Item.objects.exists():
        store(reviews)
        with connection.cursor() as cursor:
            cursor.execute("VACUUM ANALYZE")
    bring_up_to_date()
    return Crossread()
