"""What a query string may say; odd values are passed over, never an error."""

from collections.abc import Callable, Iterable
from typing import Any

from django import forms
from django.http import QueryDict

from reviews.timeline.wanted import Wanted

LONGEST_QUERY = 200
MOST_VALUES = 50
LONGEST_VALUE = 150
# Chosen in a filter for rows of which the value is not known.
NOT_STATED = "not-stated"


class WordsField(forms.Field):
    """The words to find, in one line."""

    widget = forms.TextInput

    def clean(self, value: Any) -> str:
        """Return the words without control characters, cut where they are too long to be a question."""
        printable = "".join(letter if letter.isprintable() else " " for letter in str(value or ""))
        return " ".join(printable.split())[:LONGEST_QUERY].strip()


class ValuesField(forms.Field):
    """Any number of values of a filter, each once; what is not known is passed over."""

    widget = forms.MultipleHiddenInput

    def __init__(self, *, is_known: Callable[[str], bool] = bool, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.is_known = is_known

    def clean(self, value: Any) -> tuple[str, ...]:
        """Return the known values in the order in which they were given."""
        given = (str(one)[:LONGEST_VALUE] for one in (value or [])[:MOST_VALUES])
        known = (one for one in given if one.isprintable() and self.is_known(one))
        return tuple(dict.fromkeys(known))


class OneOfField(forms.Field):
    """One of a few words; the first of them where another or none is given."""

    def __init__(self, choices: Iterable[str], **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.choices = tuple(choices)

    def clean(self, value: Any) -> str:
        """Return the word."""
        return value if value in self.choices else self.choices[0]


class SearchForm(forms.Form):
    """What a search says beside its filters."""

    show = OneOfField(("findings", "recommendations", "actions", "events", "passages", "reviews"), required=False)
    match = OneOfField(("any", "all"), required=False)
    within = OneOfField(("review", "item"), required=False)
    sort = OneOfField(("best", "newest", "oldest"), required=False)


class WordsForm(forms.Form):
    """The words that a reader came with."""

    q = WordsField(required=False)


def words_asked(query: QueryDict) -> str:
    """Return the words that an address says its reader came with, cleaned."""
    form = WordsForm(query)
    form.is_valid()
    return str(form.cleaned_data["q"])


class SettingsForm(forms.Form):
    """How a reader wants to see the site: light or dark, and notes on content folded away or not."""

    appearance = OneOfField(("", "light", "dark"), required=False)
    note = OneOfField(("", "folded"), required=False)
    next = forms.CharField(required=False)

    @property
    def chosen(self) -> list[str]:
        """The names of the settings that were sent."""
        return [name for name in ("appearance", "note") if name in self.data]


class TakeAwayForm(forms.Form):
    """Which columns of a list are taken away; none means the usual ones."""

    column = ValuesField(required=False)


class SaveSearchForm(forms.Form):
    """What a saved search is called, and why it is followed."""

    name = forms.CharField(
        label="Name", max_length=200, error_messages={"required": "Give the search a name that you will know again"}
    )
    note = forms.CharField(
        label="Why you follow it",
        help_text="For yourself: nobody else sees it.",
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=1000,
        required=False,
    )


class SeenForm(forms.Form):
    """Until when somebody has looked."""

    until = forms.DateTimeField(required=False)


class TimelineForm(forms.Form):
    """Of which lanes and themes a timeline shows events."""

    lane = ValuesField(required=False)
    theme = ValuesField(required=False)

    @classmethod
    def wanted_by(cls, query: QueryDict) -> Wanted:
        """Return what a query string wants."""
        form = cls(query)
        form.is_valid()
        return Wanted(lanes=form.cleaned_data["lane"], themes=form.cleaned_data["theme"])


class TextForm(forms.Form):
    """Which part of a long text: by its number, or by the anchor of a passage in it."""

    part = forms.IntegerField(required=False, min_value=1, max_value=1000)
    at = forms.SlugField(required=False)

    @classmethod
    def asked_by(cls, query: QueryDict) -> dict[str, Any]:
        """Return the part that a query string asks for; the first where it says nothing that can be understood."""
        form = cls(query)
        form.is_valid()
        return {"number": form.cleaned_data.get("part") or 1, "anchor": form.cleaned_data.get("at") or ""}


class OverlayForm(forms.Form):
    """Which themes are laid over the first."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # "with" is a word of Python's own, so that no attribute can have this name.
        self.fields["with"] = ValuesField(required=False)


class CompareForm(forms.Form):
    """Which timelines are laid beside each other, by date or by age, and the words to find another review by."""

    review = ValuesField(required=False)
    by = OneOfField(("date", "age"), required=False)
    q = WordsField(required=False)
