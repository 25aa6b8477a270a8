"""One change to many reviews: which fact, which reviews, which value."""

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from django import forms
from django.db.models import QuerySet
from django.http import QueryDict

from reviews.bulk import CLAIMED, SET, column_of
from reviews.forms import ValuesField, WordsField
from reviews.models import Partnership, Review
from reviews.search.answer import answer
from reviews.search.parameters import SearchParameters

if TYPE_CHECKING:
    from people.models import User

MOST_LISTED = 300
NAMES = {
    "kind": "Kind of review", "nation": "Nation", "area": "Area", "outcome": "Outcome",
    "partnership": "Partnership that published it", "visibility": "Who may see it", "licence": "Licence",
    "keep_until": "Keep it until",
}  # fmt: skip
FIELDS = [(field, NAMES[field]) for field in (*SET, *CLAIMED)]
NEEDED = ("kind", "visibility")


def is_key(value: str) -> bool:
    """Return whether this may be the number of a review."""
    return value.isdecimal() and len(value) < 10


class ChoiceOfFactForm(forms.Form):
    """Which fact is changed, and which reviews are listed."""

    field = forms.ChoiceField(label="What to change", choices=FIELDS, required=False)
    words = WordsField(label="Reviews whose name holds", required=False)
    # Where the list was begun: reviews that were picked from a list, or the query string of a search.
    pick = ValuesField(required=False, is_known=is_key)
    search = forms.CharField(required=False, max_length=4000, widget=forms.HiddenInput)

    @property
    def is_begun(self) -> bool:
        """Whether somebody picked the reviews already; the form must be cleaned."""
        return bool(self.cleaned_data.get("pick") or self.cleaned_data.get("search"))

    def listed(self, person: "User") -> QuerySet[Review]:
        """Return the reviews to choose from: of those that this person may work on; the form must be cleaned."""
        asked = self.cleaned_data
        found = Review.objects.editable_by(person).named_like(asked.get("words", ""))
        if asked.get("pick"):
            found = found.filter(pk__in=asked["pick"])
        if asked.get("search"):
            found = found.filter(pk__in=reviews_found(QueryDict(asked["search"]), person))
        return found.order_by("display_name")[:MOST_LISTED]


def reviews_found(query: QueryDict, person: "User") -> list[int]:
    """Return the reviews that a search leads to, whatever kind of row it showed."""
    found = answer(replace(SearchParameters.from_query(query), show="reviews"), person)
    return [review.pk for review in found.rows(0, MOST_LISTED)]


class BulkForm(forms.Form):
    """The new value, and the reviews that get it."""

    reviews = forms.ModelMultipleChoiceField(
        Review.objects.none(), label="Reviews", required=False, widget=forms.CheckboxSelectMultiple
    )
    every = forms.BooleanField(label="Every review of this list", required=False)

    def __init__(self, *args: Any, field: str, listed: QuerySet[Review], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.listed = listed
        reviews = self.fields["reviews"]
        assert isinstance(reviews, forms.ModelMultipleChoiceField)
        reviews.queryset = Review.objects.filter(pk__in=[review.pk for review in self.listed])
        self.fields["value"] = _value_of(field)

    def clean(self) -> dict[str, Any]:
        """Return the values; at least one review must be chosen."""
        said: dict[str, Any] = super().clean() or {}
        said["chosen"] = list(self.listed) if said.get("every") else list(said.get("reviews") or ())
        if not said["chosen"]:
            self.add_error("reviews", "Choose at least one review")
        return said


def _value_of(field: str) -> forms.Field:
    """Return the form field for the new value of a fact."""
    label = f"New value of “{NAMES[field]}”"
    if field == "partnership":
        return forms.ModelChoiceField(Partnership.objects.all(), label=label, required=False, empty_label="None")
    if field == "keep_until":
        wrong = {"invalid": "Enter a day, like 27 3 2026"}
        return forms.DateField(
            label=label, required=False, widget=forms.DateInput(attrs={"type": "date"}), error_messages=wrong
        )
    column = column_of(field)
    if column.choices:
        empty = [] if field in NEEDED else [("", "Not known")]
        return forms.ChoiceField(label=label, choices=[*empty, *column.flatchoices], required=field in NEEDED)
    return forms.CharField(label=label, max_length=column.max_length, required=False)
