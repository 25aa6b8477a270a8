"""What an editor decides of words that may tell who somebody is."""

from collections.abc import Iterable
from typing import Any

from django import forms

from reviews.models import Decision, PrivateWords
from reviews.models.private_words import LONGEST


class DecisionsForm(forms.Form):
    """A choice for each of the listed words, by their ids."""

    def __init__(self, *args: Any, listed: Iterable[PrivateWords], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for one in listed:
            self.fields[f"words-{one.pk}"] = forms.ChoiceField(
                label=one.words,
                choices=Decision.choices,
                widget=forms.RadioSelect,
                initial=one.decision,
                required=False,
            )

    @property
    def decisions(self) -> dict[int, str]:
        """What was chosen, by id; what was not answered is left as it is."""
        chosen = self.cleaned_data.items()
        return {int(name.removeprefix("words-")): decision for name, decision in chosen if decision}


class HideForm(forms.Form):
    """Words that an editor wants hidden although no machine found them."""

    words = forms.CharField(
        label="Words to hide",
        help_text="As they stand in the text; they are hidden wherever they stand in this review.",
        max_length=LONGEST,
        error_messages={"required": "Enter the words to hide"},
    )
