"""The abstract of a review at the desk: what an editor writes stands instead of what is built from the record."""

from functools import cached_property
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.generic import FormView

from desk.access import DeskMixin
from desk.forms.abstract import AbstractForm
from reviews.abstract import Part, abstract_of
from reviews.claims import person_says
from reviews.evidence import anchors_in, sources_of
from reviews.models import Item, ItemKind, Review


class AbstractView(DeskMixin, FormView[AbstractForm]):
    """Shows each part as it stands, to be written anew or left to the record."""

    template_name = "desk/abstract.html"
    form_class = AbstractForm

    @cached_property
    def review(self) -> Review:
        """The review, where this person may work on it."""
        reviews = Review.objects.editable_by(self.person).standing().for_lists()
        return get_object_or_404(reviews, slug=self.kwargs["slug"])

    def get_initial(self) -> dict[str, Any]:
        """Return what people wrote."""
        return dict(self.review.abstract)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Return the form with what is built from the record, beside each part."""
        built = {part.name: part.plain for part in abstract_built_of(self.review)}
        form = kwargs.get("form") or self.get_form()
        parts = [(form[name], built.get(name, "")) for name in form.fields]
        return super().get_context_data(review=self.review, parts=parts, **{**kwargs, "form": form})

    def form_valid(self, form: AbstractForm) -> HttpResponse:
        """Keep what was written as this person's claim, and show the review."""
        if form.written != self.review.abstract:
            person_says(target=self.review, person=self.person, values={"abstract": form.written})
            messages.success(self.request, "The abstract is saved.")
        return redirect(self.review)


def abstract_built_of(review: Review) -> list[Part]:
    """Return the abstract as the record alone gives it, whatever people wrote."""
    passages = review.items.text_passages().in_short(anchors_in(review))
    by_anchor: dict[str, Item] = {passage.anchor: passage for passage in passages}
    sources = sources_of(review, list(review.documents.latest_editions().in_order()), by_anchor)
    findings, recommendations = (
        list(review.items.current().of_kind(kind).in_reading_order().with_details(kind))
        for kind in (ItemKind.FINDING, ItemKind.RECOMMENDATION)
    )
    return abstract_of(review, list(review.people.all()), sources, findings, recommendations, written={})
