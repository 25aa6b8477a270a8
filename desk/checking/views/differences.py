"""Where a later reading and a person differ: a list to settle, the person's word standing meanwhile."""

from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.generic import View

from desk.checking.access import CheckMixin, said, say
from desk.checking.queue import tabs_of
from reviews import claims, corrections
from reviews.claim_history import NAMES
from reviews.conflicts import FOUND, Difference, differences, keep
from reviews.models import Item


class DifferencesView(CheckMixin, View):
    """Lists the differences; each is settled by one button."""

    def get(self, request: HttpRequest, slug: str) -> HttpResponse:
        """Return the list."""
        tabs = tabs_of(self.review)
        rows = [(one, NAMES.get(one.field, one.field)) for one in differences(self.review)]
        context = {"review": self.review, "rows": rows, "tabs": tabs, "left": tabs[0].left, "said": said(request)}
        return render(request, "desk/checking/differences.html", context)

    def post(self, request: HttpRequest, slug: str) -> HttpResponse:
        """Keep what the person said, or take what the machine says now."""
        act, anchor, field = [*request.POST.get("act", "").split(" ", 2), "", ""][:3]
        with transaction.atomic():
            review = corrections.in_hand(self.review)
            one = self._wanted(anchor, field)
            if act == "keep":
                keep(one, review, by=self.person)
            elif one.item and field == FOUND:
                corrections.reject(Item.objects.get(pk=one.item.pk), by=self.person)
            elif one.item:
                corrections.put_back(Item.objects.get(pk=one.item.pk), [field], by=self.person)
            else:
                claims.put_back(review, [field], by=self.person)
        say(request, "Settled.")
        return redirect("desk:check_differences", slug)

    def _wanted(self, anchor: str, field: str) -> Difference:
        """Return the difference that is meant. Raises Http404 where it is settled already."""
        for one in differences(self.review):
            if one.field == field and (one.item.anchor if one.item else "facts") == anchor:
                return one
        raise Http404
