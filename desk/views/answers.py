"""A file that waits: what it is, and whether readers may see what it changes."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.generic import DetailView, FormView, View

from desk.access import DeskMixin
from desk.forms.answers import LEAVE, AnswerForm
from ingest import answers
from ingest.models import Intake, IntakeState
from reviews.models import Edition


class AnswerView(DeskMixin, FormView[AnswerForm]):
    """Asks what a file is; one that waits to be put in place shows what it would change."""

    form_class = AnswerForm

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """Go back to the list where nothing waits any more."""
        if self.test_func() and not self.intake.is_waiting:
            return redirect(self.intake.batch or "desk:intakes")
        return super().dispatch(request, *args, **kwargs)

    @property
    def intake(self) -> Intake:
        """The file that the page is about."""
        return get_object_or_404(Intake.objects.visible_to(self.person), pk=self.kwargs["pk"])

    def get_template_names(self) -> list[str]:
        """Return the page that asks, or the one that shows what would change."""
        return ["desk/answer.html" if self.intake.state == IntakeState.ASKS else "desk/put_in_place.html"]

    def get_initial(self) -> dict[str, Any]:
        """Return what the machine takes it for."""
        offer = self.intake.offer
        return {"what": offer.get("kin"), "role": offer.get("role")}

    def get_form_kwargs(self) -> dict[str, Any]:
        """Return what the form needs: also whether this person may add to the review."""
        may_add = answers.is_theirs(answers.review_of(self.intake), self.person)
        return {**super().get_form_kwargs(), "may_add": may_add}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Return the file, the review and document that it is like, and what it would change."""
        intake = self.intake
        return super().get_context_data(
            intake=intake, review=answers.review_of(intake), beside=answers.document_of(intake),
            changes=intake.offer.get("changes", {}), private_words=answers.private_words_in(intake), **kwargs,
        )  # fmt: skip

    def form_valid(self, form: AnswerForm) -> HttpResponse:
        """Let a worker go on, or leave the file out."""
        intake, said = self.intake, form.cleaned_data
        if said["what"] == LEAVE:
            answers.leave_out(intake, by=self.person)
        else:
            answers.say_what_it_is(intake, kin=said["what"], role=said.get("role", ""), by=self.person)
            messages.success(self.request, f"Thank you. “{intake.name}” is being put where it belongs.")
        return redirect(intake.batch or "desk:intakes")


class PutInPlaceView(DeskMixin, View):
    """Lets what a file changes be seen by readers."""

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Let a worker store it, and go back to its batch."""
        intake = get_object_or_404(Intake.objects.visible_to(self.person).held(), pk=pk)
        try:
            answers.put_in_place(intake, by=self.person)
        except answers.NotTheirs:
            messages.error(request, "This review belongs to another desk.")
        return redirect(intake.batch or "desk:intakes")


class EditionView(DeskMixin, DetailView[Edition]):
    """What changed when a document was replaced by a later edition."""

    template_name = "desk/edition.html"

    def get_queryset(self) -> Any:
        """Return the editions of reviews that this person may work on."""
        return Edition.objects.editable_by(self.person)
