"""Files of a pack: asking for them, seeing how far they are, taking them, and the design of the slides."""

from typing import Any

from django.contrib import messages
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.generic import View

from packs.access import EditedPackMixin, SeenPackMixin, SignedInMixin
from packs.exporting import TooManyWaiting, ask, words_still_stand
from packs.forms.taking import DesignForm, TakeAwayForm
from packs.models import Pack, PackExport
from people.models import User

# Older files stay where they are, and their addresses go on working.
MOST_VERSIONS = 40


class TakeAwayView(SeenPackMixin, View):
    """What can be taken away, what is being made, and every version that was made."""

    def get(self, request: HttpRequest, key: str) -> HttpResponse:
        """Return the page."""
        return self._page(TakeAwayForm())

    def post(self, request: HttpRequest, key: str) -> HttpResponse:
        """Queue the files that were chosen."""
        form = TakeAwayForm(request.POST)
        if not form.is_valid():
            return self._page(form)
        try:
            ask(self.pack, form.cleaned_data["formats"], by=self.person)
        except TooManyWaiting as failure:
            messages.error(request, str(failure.__doc__))
        return redirect("packs:take_away", key=self.pack.key)

    def _page(self, form: TakeAwayForm) -> HttpResponse:
        context = {
            "pack": self.pack, "form": form, "design_form": DesignForm(), "may_edit": self.may_edit,
            "follow": "follow" in self.request.GET, "now": timezone.now(), **files_of(self.pack, self.person),
        }  # fmt: skip
        return render(self.request, "packs/take_away.html", context)


def files_of(pack: Pack, person: User) -> dict[str, Any]:
    """Return the files of a pack that this person may take, and those that are being made for them or failed."""
    own = pack.exports.filter(made_for=person).newest_first()
    offered = pack.exports.offered_to(person).newest_first().select_related("made_for")[:MOST_VERSIONS]
    return {
        "under_way": list(own.under_way()),
        "failed": list(own.failed()),
        "versions": [(export, words_still_stand(export)) for export in offered],
    }


class FileView(SignedInMixin, View):
    """One file, for who may see every review in it, while everything in it still stands."""

    def get(self, request: HttpRequest, pk: int) -> HttpResponseBase:
        """Return the file as a download. Raises Http404."""
        export = get_object_or_404(PackExport.objects.offered_to(self.person), pk=pk)
        if not words_still_stand(export):
            raise Http404
        return FileResponse(export.file.open("rb"), as_attachment=True, filename=export.name)


class DesignView(EditedPackMixin, View):
    """The trainer's own slides, whose design the slides take on."""

    def post(self, request: HttpRequest, key: str) -> HttpResponse:
        """Keep the design, or go back to the site's own."""
        if "remove" in request.POST:
            self._keep("", "")
            messages.success(request, "The slides have the site’s own design again.")
            return redirect("packs:take_away", key=self.pack.key)
        form = DesignForm(request.POST, request.FILES)
        if not form.is_valid():
            context = {"pack": self.pack, "form": TakeAwayForm(), "design_form": form, "may_edit": True}
            return render(request, "packs/take_away.html", {**context, **files_of(self.pack, self.person)})
        file = form.cleaned_data["template"]
        path = default_storage.save(f"packs/designs/{self.pack.key}.pptx", ContentFile(file.read()))
        self._keep(path, file.name)
        messages.success(request, f"The slides will have the design of “{file.name}”.")
        return redirect("packs:take_away", key=self.pack.key)

    def _keep(self, path: str, name: str) -> None:
        """Set the design, and put the file of the one before away."""
        before = self.pack.slide_template.name
        Pack.objects.filter(pk=self.pack.pk).update(slide_template=path, slide_template_name=name[:255])
        if before:
            default_storage.delete(before)
