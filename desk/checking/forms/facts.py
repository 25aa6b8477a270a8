"""The facts of a review as an editor corrects them."""

import json
from typing import Any

from django import forms

from desk.checking.forms.dates import PartialDateField
from desk.checking.forms.people import PeopleField
from desk.checking.forms.shown_then import ShownThenForm
from reviews import claims
from reviews.models import Nation, Partnership, Review, ReviewKind
from reviews.models.review_choices import Outcome

NOT_STATED = ("", "Not stated in the review")


class PartnershipField(forms.ModelChoiceField[Partnership]):
    """One of the register, by its name and area."""

    def label_from_instance(self, obj: Any) -> str:
        """Return the partnership's name."""
        return str(obj.name)


class FactsForm(ShownThenForm):
    """Every fact that claims hold, and the partnership of the register that published the review."""

    title = forms.CharField(label="Title", max_length=500, error_messages={"required": "Enter the title"})
    subject = forms.CharField(
        label="About", max_length=120, required=False, help_text="The name that the review uses, like Child T"
    )
    kind = forms.ChoiceField(label="Kind of review", choices=ReviewKind)
    published = PartialDateField(label="Published", required=False, help_text="Like 4 May 2021, May 2021 or 2021")
    partnership = PartnershipField(
        Partnership.objects.order_by("name"), label="Partnership", required=False, empty_label="Not in the register"
    )
    partnership_as_printed = forms.CharField(label="Published by, as printed", max_length=250, required=False)
    area = forms.CharField(label="Area", max_length=120, required=False)
    nation = forms.ChoiceField(label="Nation", choices=[NOT_STATED, *Nation.choices], required=False)
    outcome = forms.ChoiceField(label="Outcome", choices=[NOT_STATED, *Outcome.choices], required=False)
    incident = PartialDateField(label="When it happened", required=False)
    period = PartialDateField(label="Time looked at", required=False, help_text="Like 2018 to 2020")
    authors = forms.CharField(
        label="Written by", required=False, widget=forms.Textarea(attrs={"rows": 2}), help_text="One name on each line"
    )
    people = PeopleField(label="Whom it is about", required=False)

    @classmethod
    def of(cls, review: Review, data: Any = None) -> "FactsForm":
        """Return the form of a review as it is shown now."""
        shown = claims.values_of(review)
        initial = {**shown, "authors": "\n".join(shown["authors"]), "partnership": review.partnership_id}
        return cls(data, initial={**initial, "was": json.dumps(shown)}, label_suffix="")

    def clean_authors(self) -> list[str]:
        """Return the names."""
        return [line.strip()[:150] for line in self.cleaned_data["authors"].splitlines() if line.strip()]

    @property
    def values(self) -> dict[str, Any]:
        """What the form says of each field that claims hold; it must be valid. A form without people says none gone."""
        without = self.fields["people"].widget.value_omitted_from_data(self.data, self.files, "people")
        asked = (field for field in claims.REVIEW_FIELDS if field != claims.PEOPLE or not without)
        return {field: self.cleaned_data[field] for field in asked}

    @property
    def mine(self) -> dict[str, Any]:
        """The values that this editor changed."""
        then = self.shown_then
        return {field: value for field, value in self.values.items() if field not in then or value != then[field]}
