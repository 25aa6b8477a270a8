"""Saved searches: kept, looked at again, changed, removed. Everybody sees their own only."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from people.models import User
from reviews.facets import labels_for
from reviews.forms import SaveSearchForm, SeenForm
from reviews.in_words import name_of, said
from reviews.models import SavedSearch
from reviews.newness import for_cards, new_since
from reviews.search import SearchParameters
from reviews.search.answer import answer, every_review

# Each asks the database what is new in it, so a page of them is short.
ON_A_PAGE = 20
MOST_NEW_ROWS = 50


def person_of(request: HttpRequest) -> User:
    """Return who asks; only people who are signed in come here."""
    assert isinstance(request.user, User)
    return request.user


def new_in(saved: SavedSearch) -> int:
    """Return how many rows of a saved search its owner has not seen."""
    asked = SearchParameters.from_query(saved.asked)
    return new_since(saved.seen_at, asked, saved.owner).count()


@login_required
def saved_searches(request: HttpRequest) -> HttpResponse:
    """Return the searches that this person keeps, each with how much is new in it."""
    kept = SavedSearch.objects.of(person_of(request)).select_related("owner")
    page = Paginator(kept, ON_A_PAGE).get_page(request.GET.get("page", "1"))
    rows = [(saved, new_in(saved)) for saved in page]
    return render(request, "saved/saved_searches.html", {"page": page, "rows": rows})


@login_required
def saved_search(request: HttpRequest, pk: int) -> HttpResponse:
    """Return what is new in a saved search since its owner last looked."""
    saved = get_object_or_404(SavedSearch.objects.of(person_of(request)), pk=pk)
    asked, until = SearchParameters.from_query(saved.asked), timezone.now()
    new = new_since(saved.seen_at, asked, request.user)
    context = {
        "saved": saved,
        "asked": asked,
        "asks": said(asked, labels_for(every_review(request.user))),
        "rows": for_cards(new, asked, MOST_NEW_ROWS),
        "count": new.count(),
        "until": until.isoformat(),
    }
    return render(request, "saved/saved_search.html", context)


@login_required
@require_POST
def seen(request: HttpRequest, pk: int) -> HttpResponse:
    """Remember until when the owner has looked: until the page was made that they saw, not until now."""
    saved = get_object_or_404(SavedSearch.objects.of(person_of(request)), pk=pk)
    form = SeenForm(request.POST)
    until = form.cleaned_data["until"] if form.is_valid() else None
    saved.seen_at = max(saved.seen_at, min(until or timezone.now(), timezone.now()))
    saved.save(update_fields=["seen_at"])
    messages.success(request, f"Nothing in “{saved.name}” is marked as new any more.")
    return redirect("saved_searches")


@login_required
def save(request: HttpRequest) -> HttpResponse:
    """Keep the search that the query string says; one that is kept already is shown, not kept twice."""
    asked = SearchParameters.from_query(request.GET)
    person = person_of(request)
    kept = SavedSearch.objects.of(person).filter(query=asked.query()).first()
    if kept is not None:
        messages.info(request, "You have saved this search already.")
        return redirect(kept)
    found = answer(asked, person)
    labels = labels_for(found)
    form = SaveSearchForm(request.POST or None, initial={"name": name_of(asked, labels)[:200]})
    if request.method == "POST" and form.is_valid():
        saved = SavedSearch.objects.create(owner=person, query=asked.query(), **form.cleaned_data)
        messages.success(request, f"“{saved.name}” is saved.")
        return redirect("saved_searches")
    context = {"form": form, "asks": said(asked, labels), "back": f"?{asked.query()}", "title": "Save this search"}
    return render(request, "saved/save.html", context)


@login_required
def change(request: HttpRequest, pk: int) -> HttpResponse:
    """Change the name of a saved search, or the note why it is followed."""
    saved = get_object_or_404(SavedSearch.objects.of(person_of(request)), pk=pk)
    form = SaveSearchForm(request.POST or None, initial={"name": saved.name, "note": saved.note})
    if request.method == "POST" and form.is_valid():
        saved.name, saved.note = form.cleaned_data["name"], form.cleaned_data["note"]
        saved.save(update_fields=["name", "note"])
        return redirect(saved)
    return render(request, "saved/save.html", {"form": form, "saved": saved, "title": "Change this saved search"})


@login_required
def remove(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask whether a saved search is to go, and remove it."""
    saved = get_object_or_404(SavedSearch.objects.of(person_of(request)), pk=pk)
    if request.method == "POST":
        saved.delete()
        messages.success(request, f"“{saved.name}” is no longer saved.")
        return redirect("saved_searches")
    return render(request, "saved/remove.html", {"saved": saved})
