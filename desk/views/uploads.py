"""Uploading files, and following what becomes of them."""

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse_lazy
from django.utils import timezone
from django.views.generic import FormView, ListView, View

from desk.access import DeskMixin
from desk.forms.uploads import UploadForm
from ingest.intake import RefusedFile, receive, too_large, try_again
from ingest.models import Intake


class UploadView(DeskMixin, FormView[UploadForm]):
    """Takes files in; each is queued, or refused with its own sentence."""

    template_name = "desk/upload.html"
    form_class = UploadForm
    success_url = reverse_lazy("desk:intakes")

    def get_form_kwargs(self) -> dict[str, Any]:
        """Return what the form needs: also who asks."""
        return {**super().get_form_kwargs(), "person": self.person}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Return the form, and the limit that its hint names."""
        return super().get_context_data(limit=settings.UPLOAD_LIMIT_MIB, **kwargs)

    def post(self, request: HttpRequest, *args: str, **kwargs: Any) -> HttpResponse:
        """Take the files in, or say what is wrong with the form."""
        form = self.get_form()
        if form.is_valid():
            return self.form_valid(form)
        for name in self._too_large():
            form.add_error("documents", too_large(name))
        return self.form_invalid(form)

    def form_valid(self, form: UploadForm) -> HttpResponse:
        """Receive each file; one that is refused does not stop the others."""
        refusals = [too_large(name) for name in self._too_large()]
        for file in form.cleaned_data["documents"]:
            try:
                receive(file.file, name=file.name, received_from=self.person, held_by=form.cleaned_data["held_by"])
            except RefusedFile as refusal:
                refusals.append(str(refusal))
        for sentence in refusals:
            messages.error(self.request, sentence)
        return redirect(self.get_success_url())

    def _too_large(self) -> list[str]:
        return getattr(self.request, "too_large", [])


class IntakesView(DeskMixin, ListView[Intake]):
    """What became of the files that were uploaded."""

    template_name = "desk/intakes.html"
    context_object_name = "intakes"
    paginate_by = 50

    def get_queryset(self) -> Any:
        """Return the files that this person may follow, the newest first."""
        return Intake.objects.visible_to(self.person).newest_first().select_related("document__review")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Return the list, with the counts of its heading and the time at which they held."""
        intakes = Intake.objects.visible_to(self.person)
        return super().get_context_data(
            under_way=intakes.under_way().count(),
            failed=intakes.failed().count(),
            follow="follow" in self.request.GET,
            now=timezone.now(),
            **kwargs,
        )


class TryAgainView(DeskMixin, View):
    """Queues a failed file once more."""

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Queue it, and go back to the list."""
        intake = get_object_or_404(Intake.objects.visible_to(self.person).failed(), pk=pk)
        try:
            try_again(intake)
        except RefusedFile as refusal:
            messages.error(request, str(refusal))
        return redirect("desk:intakes")
