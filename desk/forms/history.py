"""Which part of the history is wanted: cleaned from the query string, odd values passed over."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from django import forms
from django.utils import timezone

from people.models import User
from reviews.forms import WordsField
from reviews.models import Act, Review
from reviews.models.history import HistoryQuerySet


@dataclass(frozen=True)
class HistoryParameters:
    """What is asked of the history; an empty value asks nothing. `until` is the last day that is wanted."""

    act: str = ""
    person: User | None = None
    review: Review | None = None
    words: str = ""
    since: date | None = None
    until: date | None = None

    def narrow(self, entries: HistoryQuerySet) -> HistoryQuerySet:
        """Return those of `entries` that answer."""
        found = entries.between(_midnight(self.since), _midnight(self.until and self.until + timedelta(days=1)))
        found = found.of_act(self.act) if self.act else found
        found = found.by(self.person) if self.person else found
        found = found.of_review(self.review) if self.review else found
        return found.with_words(self.words) if self.words else found


def _midnight(day: date | None) -> datetime | None:
    return timezone.make_aware(datetime.combine(day, time.min)) if day else None


def _day(**attributes: Any) -> forms.DateField:
    return forms.DateField(
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"invalid": "Enter a day, like 27 3 2026"},
        **attributes,
    )


class HistoryForm(forms.Form):
    """The filters over the history."""

    act = forms.ChoiceField(label="What was done", required=False, choices=[("", "Anything"), *Act.choices])
    person = forms.ModelChoiceField(User.objects.none(), label="By whom", required=False, empty_label="Anybody")
    words = WordsField(label="To what (part of a name)", required=False)
    since = _day(label="From")
    until = _day(label="To")
    review = forms.SlugField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, reader: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        people = self.fields["person"]
        assert isinstance(people, forms.ModelChoiceField)
        people.queryset = User.objects.colleagues_of(reader)
        self.reader = reader

    @property
    def parameters(self) -> HistoryParameters:
        """What is asked; what cannot be understood asks nothing."""
        self.is_valid()
        said = self.cleaned_data
        slug = said.get("review")
        review = Review.objects.editable_by(self.reader).filter(slug=slug).first() if slug else None
        return HistoryParameters(
            act=said.get("act", ""), person=said.get("person"), review=review, words=said.get("words", ""),
            since=said.get("since"), until=said.get("until"),
        )  # fmt: skip
