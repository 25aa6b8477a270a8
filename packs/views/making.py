"""Making packs: new, copied, renamed, put in the bin."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.text import capfirst
from django.views.generic import FormView, View

from packs.access import EditedPackMixin, OwnPackMixin, SeenPackMixin, TrainerMixin
from packs.arranging import edit_pack
from packs.collecting import NewEntry
from packs.drafting import draft
from packs.forms.making import EMPTY, FILLED, NewPackForm, PackFields
from packs.making import copy, make, put_in_the_bin, take_back
from packs.models import Pack
from packs.picking import pick_widely
from packs.said import say
from reviews.models import Theme
from reviews.search import SearchParameters

LONGEST_NAME = 120
NOTHING_FOUND = "No review says anything on this yet. Search with other words, and choose “Add to pack”."


class NewPackView(TrainerMixin, FormView[NewPackForm]):
    """A new pack: a draft from a search or from themes, or an empty one."""

    template_name = "packs/new.html"
    form_class = NewPackForm

    def get_initial(self) -> dict[str, Any]:
        """Return what the search that the trainer comes from says."""
        query = self.request.GET
        asked = SearchParameters.from_query(query, show="findings")
        keys = asked.values.get("theme", ())
        labels = [str(label) for label in Theme.objects.filter(key__in=keys).values_list("label", flat=True)]
        about = " and ".join([*(label[0].lower() + label[1:] for label in labels[:3]), *filter(None, [asked.words])])
        return {
            "name": capfirst(about)[:LONGEST_NAME],
            "themes": keys,
            "words": asked.words,
            "match": asked.match if len(keys) > 1 and "match" in query else "all",
            "fill": EMPTY if query.get("fill") == EMPTY else FILLED,
            "query": asked.query(),
        }

    def form_valid(self, form: NewPackForm) -> HttpResponse:
        """Make it, and go to it."""
        entries: list[NewEntry] = []
        sentence = "Pack made."
        if form.is_filled:
            picked, with_all = pick_widely(form.parameters, self.person)
            entries = draft(form.cleaned_data["shape"], form.cleaned_data["audience"], picked)
            sentence = self._of_a_draft(with_all) if entries else NOTHING_FOUND
        pack = make(by=self.person, entries=entries, **form.pack_fields)
        say(self.request, pack, sentence, can_undo=False)
        return redirect(pack)

    def _of_a_draft(self, with_all: int | None) -> str:
        """Return what is said of a draft; `with_all` is how many reviews have all themes, where they are too few."""
        draft = "This is a draft: read it, change it, take out what does not serve."
        if with_all is None:
            return draft
        few = f"Only {with_all} review{'s have' if with_all != 1 else ' has'}" if with_all else "No review has"
        return f"{few} all of these themes, so others with one of them are drawn on too. {draft}"


class SettingsView(EditedPackMixin, FormView[PackFields]):
    """What a pack is called and made for."""

    template_name = "packs/settings.html"
    form_class = PackFields

    def get_initial(self) -> dict[str, Any]:
        """Return what it is now."""
        return {name: getattr(self.pack, name) for name in ("name", "shape", "audience", "nation")}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Return the form with the pack."""
        return super().get_context_data(pack=self.pack, is_owner=self.is_owner, **kwargs)

    def form_valid(self, form: PackFields) -> HttpResponse:
        """Keep it."""
        edit_pack(self.pack, form.cleaned_data, by=self.person)
        say(self.request, self.pack, "Saved.")
        return redirect(self.pack)


class CopyView(SeenPackMixin, TrainerMixin, View):
    """Copies a pack that somebody shared."""

    def post(self, request: HttpRequest, key: str) -> HttpResponse:
        """Copy it, and go to the copy."""
        made, left_out = copy(self.pack, by=self.person)
        more = (
            f" {left_out} of its entries come from reviews that you cannot see, and were left out." if left_out else ""
        )
        say(request, made, f"This copy is yours. It is the pack in use.{more}", can_undo=False)
        return redirect(made)


class BinView(OwnPackMixin, View):
    """Puts a pack in the bin."""

    def post(self, request: HttpRequest, key: str) -> HttpResponse:
        """Put it there, and go to the list, which has the way back."""
        put_in_the_bin(self.pack)
        messages.success(request, f"“{self.pack.name}” is in the bin. You can take it back below.")
        return redirect("packs:packs")


class TakeBackView(TrainerMixin, View):
    """Takes a pack out of the bin."""

    def post(self, request: HttpRequest, key: str) -> HttpResponse:
        """Take it back, and go to it."""
        pack = get_object_or_404(Pack.objects.owned_by(self.person).in_the_bin(), key=key)
        take_back(pack)
        return redirect(pack)
