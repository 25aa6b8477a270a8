"""What readers reported: a list with what is due, and the answer to each."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.generic import FormView, TemplateView

from desk.access import DeskMixin
from desk.forms.problems import AnswerProblemForm, RequestForm
from reviews.models import Problem, Review
from reviews.problems import answer, report

MOST_ANSWERED = 50


class ProblemsView(DeskMixin, TemplateView):
    """Every open report, the most urgent first, and those answered lately."""

    template_name = "desk/problems.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Return the two lists."""
        theirs = Problem.objects.editable_by(self.person)
        waiting = list(theirs.open().most_urgent_first())
        overdue = sum(problem.is_overdue for problem in waiting)
        return super().get_context_data(
            waiting=waiting, overdue=overdue, answered=theirs.answered()[:MOST_ANSWERED], **kwargs
        )


class ProblemView(DeskMixin, FormView[AnswerProblemForm]):
    """One report: what was said, what can be done, and the answer."""

    template_name = "desk/problem.html"
    form_class = AnswerProblemForm

    @property
    def problem(self) -> Problem:
        """The report that the page is about."""
        return get_object_or_404(Problem.objects.editable_by(self.person), pk=self.kwargs["pk"])

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Return the form with the report."""
        return super().get_context_data(problem=self.problem, **kwargs)

    def form_valid(self, form: AnswerProblemForm) -> HttpResponse:
        """Keep the answer, and go back to the list."""
        answer(self.problem, form.cleaned_data["answer"], by=self.person)
        messages.success(self.request, "The report is answered.")
        return redirect("desk:problems")


class RequestView(DeskMixin, FormView[RequestForm]):
    """Writes down a request that came by letter, by telephone or in person."""

    template_name = "desk/request.html"
    form_class = RequestForm

    @property
    def review(self) -> Review:
        """The review that it is about."""
        return get_object_or_404(Review.objects.editable_by(self.person), slug=self.kwargs["slug"])

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Return the form with the review."""
        return super().get_context_data(review=self.review, **kwargs)

    def form_valid(self, form: RequestForm) -> HttpResponse:
        """Open a case with a deadline, and show it."""
        problem = report(self.review, None, by=self.person, **form.cleaned_data)
        return redirect("desk:problem", pk=problem.pk)
