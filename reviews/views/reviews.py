"""One review."""

from collections import defaultdict
from dataclasses import dataclass

from django.db.models import prefetch_related_objects
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString

from reviews.abstract import abstract_of
from reviews.content_note import content_note
from reviews.contents import contents_of
from reviews.evidence import anchors_in, sources_of
from reviews.facts import facts_of
from reviews.forms import words_asked
from reviews.full_text import contents_of_texts, texts_of
from reviews.kept_parts import kept_part
from reviews.marked_places import Place, places_of, texts_in
from reviews.marks import Marker, marker_for
from reviews.models import Item, ItemKind, Review
from reviews.models.tagging import shown_taggings
from reviews.timeline.showing import timeline_of
from reviews.views.tombstone import tombstone

# A review whose items have more letters than this has the list of its events, its action plan and its text on pages of
# their own: its page stays under 200 KB.
ON_ONE_PAGE = 50_000


@dataclass(frozen=True)
class DrawnOut:
    """What was drawn out of a review, in reading order; events by date."""

    events: list[Item]
    findings: list[Item]
    recommendations: list[Item]
    actions: list[Item]

    @property
    def counts(self) -> dict[str, int]:
        """How many there are of each kind."""
        return {
            ItemKind.EVENT: len(self.events), ItemKind.FINDING: len(self.findings),
            ItemKind.RECOMMENDATION: len(self.recommendations), ItemKind.ACTION: len(self.actions),
        }  # fmt: skip

    @property
    def everything(self) -> list[Item]:
        """All of them."""
        return [*self.events, *self.findings, *self.recommendations, *self.actions]


@dataclass(frozen=True)
class Page:
    """What a review's page says before its parts, and the parts with the outline beside them as HTML."""

    note: str
    has_recommendations: bool
    marker: Marker | None
    places: tuple[Place, ...]
    parts: SafeString


def review(request: HttpRequest, slug: str) -> HttpResponse:
    """Return a review's page: abstract, facts, timeline, findings, recommendations, actions, full text."""
    here = Review.objects.filter(slug=slug)
    seen = here.visible_to(request.user).standing().select_related("partnership")
    one = seen.with_length().with_rights_of(request.user).with_agency_names().with_row_versions().first()
    if one is None:
        return tombstone(request, here)
    # What somebody's own words mark is made for them alone.
    if words := words_asked(request.GET):
        page = page_of(one, request, words)
    else:
        page = kept_part(one, request.user, lambda: page_of(one, request))
    return render(request, "reviews/review.html", {"review": one, "page": page})


def page_of(one: Review, request: HttpRequest, words: str = "") -> Page:
    """Return what stands on a review's page, with `words` marked."""
    prefetch_related_objects([one], shown_taggings())
    is_short = one.letters <= ON_ONE_PAGE
    people, documents = list(one.people.all()), list(one.documents.latest_editions().in_order())
    found, passages = read_of(one, whole=is_short or bool(words))
    sources = sources_of(one, documents, {passage.anchor: passage for passage in passages})
    texts = texts_of(passages, documents)
    marker = marker_for(words, texts_in(passages, found.everything))
    context = {
        "review": one, "is_short": is_short, "documents": documents, **vars(found),
        "abstract": abstract_of(one, people, sources, found.findings, found.recommendations),
        "facts": facts_of(one, people, documents, sources),
        "timeline": timeline_of(one, found.events, one.agency_names or {}, page=address_of_events(one)),
        "texts": texts if is_short else [],
        "contents": contents_of(one, found.counts, contents_of_texts(texts), on_one_page=is_short),
        "marker": marker,
    }  # fmt: skip
    return Page(
        note=content_note(one, people),
        has_recommendations=bool(found.recommendations),
        marker=marker,
        places=tuple(places_of(marker, one, passages, {passage.pk for passage in passages} if is_short else ())),
        parts=render_to_string("reviews/_review_parts.html", context, request),
    )


def address_of_events(one: Review) -> str:
    """Return the address of the page that lists a review's events: empty where it is the review's own."""
    return "" if one.letters <= ON_ONE_PAGE else reverse("review_timeline", args=[one.slug])


def read_of(one: Review, *, whole: bool) -> tuple[DrawnOut, list[Item]]:
    """Return what was drawn out of a review, and its passages: all, or those that the page of a long one needs."""
    items = one.items.current() if whole else one.items.current().in_short(anchors_in(one))
    by_kind: dict[str, list[Item]] = defaultdict(list)
    for item in items.order_by("document_id", "position", "pk").with_details().with_places():
        # One object stands for the review: what its items say of it asks the database nothing.
        item.review = one
        by_kind[item.kind].append(item)
    found = DrawnOut(
        sorted(by_kind["event"], key=lambda item: item.event.order),
        by_kind["finding"], by_kind["recommendation"], by_kind["action"],
    )  # fmt: skip
    return found, by_kind["passage"]
