"""What is shown of a row that was found: its words around the hits, with the hits marked."""

import re
from collections.abc import Sequence
from typing import Any

from django.contrib.postgres.search import SearchHeadline
from django.db.models import Case, When
from django.db.models.functions import Length
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import Truncator

from reviews.filters import words_query
from reviews.models import Item
from reviews.search_language import SEARCH_CONFIG

# Private-use characters: PostgreSQL puts them around hits, and nothing that stands in a text becomes markup.
HIT_BEGINS, HIT_ENDS = "\ue000", "\ue001"
HIT = re.compile(f"{HIT_BEGINS}([^{HIT_BEGINS}{HIT_ENDS}]*){HIT_ENDS}")
STRAY = re.compile(f"[{HIT_BEGINS}{HIT_ENDS}]")
BETWEEN = " … "
LONGEST_WORDS = 70
# Texts up to this length are shown whole.
SHORT_TEXT = 420


def snippets(items: Sequence[Item], words: str) -> dict[int, SafeString]:
    """Return the snippet of each item by its id: around the hits where there are words, else its beginning."""
    if not words:
        return {item.pk: mark_safe(escape(beginning(item.text))) for item in items}  # noqa: S308
    whole = headline(words, highlight_all=True)
    around = headline(words, max_fragments=2, max_words=45, min_words=20, fragment_delimiter=BETWEEN)
    hits = Case(When(length__lte=SHORT_TEXT, then=whole), default=around)
    chosen = Item.objects.filter(pk__in=[item.pk for item in items]).annotate(length=Length("text"), hits=hits)
    found = chosen.values_list("pk", "text", "hits")
    return {pk: marked(with_dots(hits, text)) for pk, text, hits in found}


def headline(words: str, **options: Any) -> SearchHeadline:
    """Return the expression for a text with the hits of `words` marked."""
    return SearchHeadline(
        "text", words_query(words), config=SEARCH_CONFIG, start_sel=HIT_BEGINS, stop_sel=HIT_ENDS, **options
    )


def beginning(text: str) -> str:
    """Return a short text whole, of a long one its first words."""
    return text if len(text) <= SHORT_TEXT else Truncator(text).words(LONGEST_WORDS, truncate=" …")


def with_dots(hits: str, text: str) -> str:
    """Return the words around hits with dots where the text goes on before or after them."""
    plain = STRAY.sub("", hits).strip()
    whole = STRAY.sub("", text).strip()
    before = "" if whole.startswith(plain[:20]) else "… "
    after = "" if whole.endswith(plain[-20:]) else " …"
    return f"{before}{hits.strip()}{after}"


def marked(hits: str) -> SafeString:
    """Return the text as HTML: everything in it escaped, only the hits in <mark>."""
    return mark_safe(STRAY.sub("", HIT.sub(r"<mark>\1</mark>", escape(hits))))  # noqa: S308
