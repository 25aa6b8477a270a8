"""Who else may see a pack, links to it, and what became of it in a room."""

from datetime import timedelta
from typing import Any

from django import forms
from django.utils import timezone

from packs.models import Sharing, TrainingSession
from people.models import User
from reviews.models import Partnership

LINK_DAYS = [("7", "One week"), ("30", "One month"), ("90", "Three months")]


class SharingForm(forms.Form):
    """Private, or a partnership's; whether its trainers work on the pack together."""

    sharing = forms.ChoiceField(label="Who may see this pack", choices=Sharing.choices, widget=forms.RadioSelect)
    partnership = forms.ModelChoiceField(
        Partnership.objects.none(), label="Partnership", required=False, empty_label="Choose a partnership"
    )
    colleagues_edit = forms.BooleanField(label="Its trainers may change the pack too", required=False)

    def __init__(self, *args: Any, person: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choose = self.fields["partnership"]
        assert isinstance(choose, forms.ModelChoiceField)  # as it is declared above
        choose.queryset = person.partnerships.order_by("name")

    def clean(self) -> dict[str, Any]:
        """Return who may see it; a partnership is needed where one is to."""
        said: dict[str, Any] = super().clean() or {}
        if said.get("sharing") == Sharing.PARTNERSHIP and not said.get("partnership"):
            self.add_error("partnership", "Choose which of your partnerships")
        if said.get("sharing") == Sharing.PRIVATE:
            said |= {"partnership": None, "colleagues_edit": False}
        return said


class LinkForm(forms.Form):
    """For how long a link is to work."""

    days = forms.ChoiceField(label="The link works for", choices=LINK_DAYS, initial="30")

    @property
    def lifetime(self) -> timedelta:
        """How long it works."""
        return timedelta(days=int(self.cleaned_data["days"]))


class SessionForm(forms.ModelForm[TrainingSession]):
    """A session in which a pack was used."""

    class Meta:
        model = TrainingSession
        fields = ("held_on", "attended", "audience", "feedback")
        labels = {"held_on": "Held on", "attended": "How many came", "audience": "Who they were",
                  "feedback": "What they said, and what to do differently"}  # fmt: skip
        widgets = {
            "held_on": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
            "feedback": forms.Textarea(attrs={"rows": 4}),
        }
        error_messages = {
            "held_on": {"required": "Enter the day of the session", "invalid": "Enter a day, like 27 3 2026"}
        }

    def clean_held_on(self) -> Any:
        """Return the day, which is not in the future."""
        day = self.cleaned_data["held_on"]
        if day > timezone.localdate():
            raise forms.ValidationError("Enter a day that has been: today or before")
        return day
