"""What can be asked of the board, and what can be said of a recommendation."""

from typing import Any

from django import forms

from following.board import STATES, Asked
from following.models import FollowUp, Progress
from reviews.forms import OneOfField


class BoardForm(forms.Form):
    """Which rows of whose board; what is not known is passed over."""

    state = OneOfField(("", *STATES), required=False)
    addressee = forms.SlugField(required=False)
    partnership = forms.SlugField(required=False, max_length=120)

    @property
    def asked(self) -> Asked:
        """What is looked at."""
        self.is_valid()
        return Asked(self.cleaned_data.get("state") or "", self.cleaned_data.get("addressee") or "")

    @property
    def partnership_key(self) -> str:
        """The partnership that is asked for; empty where none is."""
        self.is_valid()
        return str(self.cleaned_data.get("partnership") or "")


class DayField(forms.DateField):
    """A day, chosen or typed as 2021-05-04 or 4/5/2021."""

    widget = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
    default_error_messages = {"invalid": "Enter a day, like 4/5/2021"}

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(input_formats=["%Y-%m-%d", "%d/%m/%Y"], required=False, **kwargs)


class FollowUpForm(forms.ModelForm[FollowUp]):
    """What a partnership does about a recommendation."""

    due = DayField(label="To be done by")
    done_on = DayField(label="Done on")

    class Meta:
        model = FollowUp
        fields = ("progress", "owner", "due", "done_on", "evidence", "impact")
        labels = {
            "progress": "How far it is", "owner": "Who sees to it", "evidence": "Evidence that it was done",
            "impact": "What has changed for children, adults and families",
        }  # fmt: skip
        widgets = {
            "evidence": forms.Textarea(attrs={"rows": 4}), "impact": forms.Textarea(attrs={"rows": 4}),
        }  # fmt: skip

    def clean(self) -> dict[str, Any]:
        """Return what was said; what is done must say when."""
        said = super().clean() or {}
        if said.get("progress") == Progress.DONE and not said.get("done_on") and "done_on" not in self.errors:
            self.add_error("done_on", "Say on which day it was done")
        return said
