"""The packs that a person may see."""

from typing import Any

from django.views.generic import TemplateView

from packs.access import SignedInMixin
from packs.models import Pack


class PacksView(SignedInMixin, TemplateView):
    """Their own, their partnerships', and for trainers those in the bin."""

    template_name = "packs/packs.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Return the lists."""
        visible = Pack.objects.visible_to(self.person).select_related("owner", "partnership")
        own = visible.owned_by(self.person)
        return super().get_context_data(
            own=own.standing().with_counts(),
            shared=visible.standing().exclude(owner=self.person).with_counts(),
            in_the_bin=own.in_the_bin().with_counts() if self.person.makes_packs else (),
            **kwargs,
        )
