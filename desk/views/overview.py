"""The desk itself: what waits for an editor, what is under way, what failed."""

from typing import Any

from django.views.generic import TemplateView

from desk.access import DeskMixin
from ingest.models import Intake
from reviews.models import Problem, Review

MOST_LISTED = 50


class DeskView(DeskMixin, TemplateView):
    """Lists, each within what this person may work on."""

    template_name = "desk/desk.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Return the desk's lists."""
        reviews = Review.objects.editable_by(self.person).select_related("partnership", "held_by")
        intakes = Intake.objects.visible_to(self.person).newest_first().with_documents()
        problems = Problem.objects.editable_by(self.person)
        return super().get_context_data(
            reports=problems.open().count(),
            overdue=problems.overdue().count(),
            drafts=reviews.drafts().order_by("-created_at")[:MOST_LISTED],
            under_way=intakes.under_way()[:MOST_LISTED],
            waiting=intakes.waiting()[:MOST_LISTED],
            failed=intakes.failed()[:MOST_LISTED],
            published=reviews.published().order_by("-made_public_at")[:10],
            **kwargs,
        )
