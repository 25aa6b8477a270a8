"""The themes of a review as a whole."""

from typing import Any

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.generic import View

from desk.checking.access import CheckMixin, said, say
from desk.checking.forms.items import ThemesForm, shown_taggings_of
from desk.checking.queue import first_to_check, tabs_of
from desk.checking.views.page import frame_of
from desk.kept_words import forget_words, kept_words
from reviews import corrections
from reviews.models import Tagging
from reviews.theme_decisions import add_theme, decide_themes, put_theme_back


class ReviewThemesView(CheckMixin, View):
    """Shows the themes with their words; one button confirms those that are ticked and rejects the others."""

    def get(self, request: HttpRequest, slug: str) -> HttpResponse:
        """Return the themes."""
        kept = kept_words(request, request.path)
        return self._show(ThemesForm(kept, taggings=shown_taggings_of(self.review)))

    def post(self, request: HttpRequest, slug: str) -> HttpResponse:
        """Decide on the themes that were shown, and add one; or put one back."""
        act, _, pk = request.POST.get("act", "").partition(" ")
        with transaction.atomic():
            review = corrections.in_hand(self.review)
            if act == "theme_back":
                put_theme_back(get_object_or_404(review.taggings.all(), pk=pk if pk.isdecimal() else 0), by=self.person)
                say(request, "Put back as the machine suggested it.")
                return redirect("desk:check_themes", slug)
            form = ThemesForm(request.POST, taggings=shown_taggings_of(review))
            if not form.is_valid():
                return self._show(form, status=422)
            self._save(form.cleaned_data)
        forget_words(request)
        say(request, "The themes of the review are saved.")
        return redirect(first_to_check(self.review))

    def _save(self, chosen: dict[str, Any]) -> None:
        decide_themes(self.review, chosen["themes"], by=self.person, among=chosen["themes_shown"])
        if chosen["more"]:
            words = {"evidence": chosen["evidence"], "valence": chosen["valence"]}
            add_theme(self.review, chosen["more"], by=self.person, **words)

    def _show(self, form: ThemesForm, status: int = 200) -> HttpResponse:
        tabs = tabs_of(self.review)
        rejected = Tagging.objects.rejected().filter(review=self.review).select_related("theme")
        context = {
            "review": self.review, "themes_form": form, "tabs": tabs,
            "here": "themes", "left": tabs[0].left, "said": said(self.request),
            "rejected_themes": rejected, **frame_of(self.request, self.review, None),
        }  # fmt: skip
        return render(self.request, "desk/checking/themes.html", context, status=status)
