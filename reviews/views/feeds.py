"""Feeds: of any search for whoever may browse, and of a saved search for whoever has its address."""

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from reviews.facets import labels_for
from reviews.feeds import MOST_ENTRIES, atom_of
from reviews.in_words import name_of
from reviews.models import SavedSearch
from reviews.newness import latest
from reviews.search import SearchParameters
from reviews.search.answer import every_review


def search_feed(request: HttpRequest) -> HttpResponse:
    """Return what came last of what answers the query string."""
    asked = SearchParameters.from_query(request.GET)
    name = name_of(asked, labels_for(every_review(request.user)))
    query = asked.query()
    rows = latest(asked, request.user, MOST_ENTRIES)
    return atom_of(name, f"{reverse('search')}?{query}", f"{reverse('search_feed')}?{query}", rows)


def saved_feed(request: HttpRequest, key: str) -> HttpResponse:
    """Return what came last in a saved search, as far as everybody with an account may see it."""
    saved = SavedSearch.objects.followed_by_feed(key).first()
    if saved is None:
        raise Http404
    asked = SearchParameters.from_query(saved.asked)
    rows = latest(asked, saved.owner, MOST_ENTRIES, for_anybody=True)
    return atom_of(saved.name, saved.address, request.path, rows)
