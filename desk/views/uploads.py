"""Uploading files by a plain form, and the list of all that came in."""

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.generic import FormView, ListView, View

from desk.access import DeskMixin
from desk.forms.uploads import UploadForm
from ingest import batches
from ingest.batches import Sender
from ingest.intake import RefusedFile, too_large, try_again
from ingest.keeping import NoRoom
from ingest.manifest import COLUMNS
from ingest.models import Batch, Intake

FILES_ON_A_PAGE = 100


class UploadView(DeskMixin, FormView[UploadForm]):
    """Takes files in; each is queued, or refused with its own sentence."""

    template_name = "desk/upload.html"
    form_class = UploadForm

    def get_form_kwargs(self) -> dict[str, Any]:
        """Return what the form needs: also who asks."""
        return {**super().get_form_kwargs(), "person": self.person}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Return the form, and the limits that its hint names."""
        limits = {"limit": settings.UPLOAD_LIMIT_MIB, "parcel_limit": settings.PARCEL_LIMIT_MIB}
        return super().get_context_data(columns=list(COLUMNS), **limits, **kwargs)

    def post(self, request: HttpRequest, *args: str, **kwargs: Any) -> HttpResponse:
        """Take the files in, or say what is wrong with the form."""
        form = self.get_form()
        if form.is_valid():
            return self.form_valid(form)
        for _, sentence in self._skipped():
            form.add_error("documents", sentence)
        return self.form_invalid(form)

    def form_valid(self, form: UploadForm) -> HttpResponse:
        """Receive each file; one that is refused does not stop the others."""
        sender = Sender(self.person, form.cleaned_data["held_by"])
        batch = batches.begin(sender)
        files = {file.name: file for file in form.cleaned_data["documents"]}
        for name in batches.manifests_first(list(files)):
            batches.take_in(batch, sender, files[name].file, name)
        for name, sentence in self._skipped():
            batches.refuse(batch, sender, name, sentence)
        return redirect(batch)

    def _skipped(self) -> list[tuple[str, str]]:
        """Return the files that were cut short while they came in, each with why."""
        return [
            *((name, too_large(name)) for name in getattr(self.request, "too_large", [])),
            *((name, f"“{name}”: {NoRoom()}") for name in getattr(self.request, "no_room", [])),
        ]


class FilesMixin(DeskMixin):
    """What the pages that follow files have in common."""

    def following(self, intakes: Any) -> dict[str, Any]:
        """Return the counts of a list of intakes, and the time at which they held."""
        return {
            "under_way": intakes.under_way().count(),
            "waiting": intakes.waiting().count(),
            "unread": intakes.unread().count(),
            "done": intakes.done().count(),
            "follow": "follow" in self.request.GET,
            "now": timezone.now(),
        }


class IntakesView(FilesMixin, ListView[Intake]):
    """What became of all files that were uploaded."""

    template_name = "desk/intakes.html"
    context_object_name = "intakes"
    paginate_by = FILES_ON_A_PAGE

    def get_queryset(self) -> Any:
        """Return the files that this person may follow, the newest first."""
        return Intake.objects.visible_to(self.person).newest_first().with_documents()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Return the list, with the counts of its heading."""
        return super().get_context_data(**self.following(Intake.objects.visible_to(self.person)), **kwargs)


class BatchView(FilesMixin, ListView[Intake]):
    """What became of the files that were sent together."""

    template_name = "desk/batch.html"
    context_object_name = "intakes"
    paginate_by = FILES_ON_A_PAGE

    def get_queryset(self) -> Any:
        """Return the files of the batch, in the order in which they came."""
        self.batch = get_object_or_404(Batch.objects.visible_to(self.person), pk=self.kwargs["pk"])
        return self.batch.intakes.with_documents().order_by("pk")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Return the list with its batch and the counts of its heading."""
        return super().get_context_data(batch=self.batch, **self.following(self.batch.intakes), **kwargs)


class TryAgainView(DeskMixin, View):
    """Queues a failed file once more."""

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Queue it, and go back to its batch, or to the list."""
        intake = get_object_or_404(Intake.objects.visible_to(self.person).failed(), pk=pk)
        try:
            try_again(intake, by=self.person)
        except RefusedFile as refusal:
            messages.error(request, str(refusal))
        return redirect(intake.batch or "desk:intakes")
