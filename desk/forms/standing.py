"""Where a review comes from, where it stands and who may see it; and the rules of every desk."""

from typing import TYPE_CHECKING, Any

from django import forms

from reviews.models import DeskRules, Review, Visibility
from reviews.partial_dates import PartialDate, PartialDateError

if TYPE_CHECKING:
    from people.models import User

DAYS = ("fetched_on", "commissioned_on", "panel_notified_on", "embargo_until", "keep_until")
LONG = ("response", "changed_since")
FIELDS = (
    "partnership", "visibility", "held_by", "source_url", "fetched_on", "licence", "gone_from_source",
    "commissioned_on", "panel_notified_on", "inquest_pending", "trial_pending", "embargo_until", "keep_until",
    "response", "response_url", "changed_since",
)  # fmt: skip


def _address(label: str) -> forms.URLField:
    wrong = {"invalid": "Enter a whole address, like https://example.org/review"}
    return forms.URLField(
        label=label, required=False, max_length=500, assume_scheme="https", error_messages=wrong,
        widget=forms.TextInput(attrs={"inputmode": "url"}),
    )  # fmt: skip


class StandingForm(forms.ModelForm[Review]):
    """What the desk says of a review; the date of publication is kept as this person's word on it."""

    published = forms.CharField(
        label="Published by the partnership",
        help_text="A year, a month or a day: 2021, 2021-05 or 2021-05-04",
        required=False,
        max_length=40,
    )

    source_url = _address("The publisher’s page")
    response_url = _address("Page of the publisher’s response")

    class Meta:
        model = Review
        fields = FIELDS
        labels = {
            "partnership": "Partnership that published it",
            "visibility": "Who may see it once it is published here",
            "held_by": "Desk that works on it",
            "fetched_on": "Fetched from there on",
            "licence": "Licence, or what the publisher says of using it again",
            "gone_from_source": "It is no longer on the publisher’s site",
            "commissioned_on": "Commissioned on",
            "panel_notified_on": "National Panel notified on",
            "inquest_pending": "An inquest is pending",
            "trial_pending": "A trial is pending",
            "embargo_until": "Embargo: readers may see it from",
            "keep_until": "Keep it until; it is withdrawn by itself after this day",
            "response": "What the publisher answered to the review",
            "changed_since": "What has changed since",
        }
        widgets = {
            **dict.fromkeys(DAYS, forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")),
            **dict.fromkeys(LONG, forms.Textarea(attrs={"rows": 4})),
            "visibility": forms.RadioSelect,
        }
        error_messages = {name: {"invalid": "Enter a day, like 27 3 2026"} for name in DAYS}

    def __init__(self, *args: Any, person: "User", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["published"] = self.instance.published
        held_by = self.fields["held_by"]
        assert isinstance(held_by, forms.ModelChoiceField)
        if not person.is_administrator:
            held_by.queryset = person.partnerships.all()
            held_by.required = self.instance.held_by_id is not None
        held_by.empty_label = "Administrators only"

    def clean_published(self) -> str:
        """Return the date in EDTF."""
        said = str(self.cleaned_data["published"]).strip()
        try:
            return PartialDate(said).edtf if said else ""
        except PartialDateError:
            raise forms.ValidationError("Enter a year, a month or a day, like 2021, 2021-05 or 2021-05-04") from None

    def clean(self) -> dict[str, Any]:
        """Return the values; what only one partnership may see must be held by one."""
        said: dict[str, Any] = super().clean() or {}
        if said.get("visibility") == Visibility.PARTNERSHIP and not said.get("held_by"):
            self.add_error("held_by", "Choose the partnership whose people may see it")
        return said


class RulesForm(forms.ModelForm[DeskRules]):
    """What administrators ask of every desk."""

    class Meta:
        model = DeskRules
        fields = ("most_unchecked", "second_person_publishes", "days_for_takedown")
        labels = {
            "most_unchecked": "Recommendations that may be unchecked when a review is published",
            "second_person_publishes": "A second person publishes what somebody proposed",
            "days_for_takedown": "Days in which a request to take a review down is answered",
        }
