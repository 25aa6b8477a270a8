"""New items: one that the machine missed, and the second half of one that it took for one."""

import re
from typing import Any

from django import forms

from desk.checking.forms.items import KINDS

# Where a second item may begin: after a sentence's end, or on a new line.
BEGINNINGS = re.compile(r"(?<=[.!?:;])[\"”’)]*\s+(?=\S)|\n+(?=\S)")
LONGEST_CHOICE = 90


class AddKindForm(forms.Form):
    """Which kind of item is added, with what is known of it from the page: its words and where they were selected."""

    item_kind = forms.ChoiceField(label="Kind of item", choices=[(kind.value, kind.label) for kind in KINDS])
    text = forms.CharField(required=False, widget=forms.HiddenInput)
    page = forms.IntegerField(required=False, min_value=1, max_value=100_000, widget=forms.HiddenInput)


class SplitForm(forms.Form):
    """Where the second item begins."""

    at = forms.ChoiceField(
        label="Where does the second one begin?",
        widget=forms.RadioSelect,
        error_messages={"required": "Choose where the second one begins"},
    )
    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, data: Any = None, *, text: str, **kwargs: Any) -> None:
        super().__init__(data, label_suffix="", **kwargs)
        self.text = text
        self.fields["at"].choices = [  # type: ignore[attr-defined]
            (str(place), f"“{_beginning(text[place:])}”") for place in beginnings(text)
        ]

    @property
    def halves(self) -> tuple[str, str]:
        """The words before and after that place; the form must be valid."""
        place = int(self.cleaned_data["at"])
        return self.text[:place].strip(), self.text[place:].strip()


def beginnings(text: str) -> list[int]:
    """Return the places in a text where a second item may begin."""
    return [match.end() for match in BEGINNINGS.finditer(text) if text[: match.start()].strip()]


def _beginning(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= LONGEST_CHOICE else f"{line[:LONGEST_CHOICE].rsplit(' ', 1)[0]} …"
