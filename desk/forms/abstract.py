"""What an editor writes for the abstract of a review."""

from typing import Any

from django import forms

from reviews.abstract import PARTS

LONGEST_PART = 3000
HINTS = {
    "what_happened": "Who, what and when, in two or three sentences.",
    "learning": "What the review learned, in your words.",
    "recommendations": "What it asks for, and of whom.",
    "keywords": "Words to find it by, with semicolons between them.",
}


class AbstractForm(forms.Form):
    """The four parts; one that is left empty is built from the record."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, title in PARTS.items():
            area = forms.Textarea(attrs={"rows": 2 if name == "keywords" else 5})
            self.fields[name] = forms.CharField(
                label=title, help_text=HINTS[name], max_length=LONGEST_PART, required=False, widget=area
            )

    @property
    def written(self) -> dict[str, str]:
        """The parts that say something."""
        return {name: words for name in PARTS if (words := self.cleaned_data[name])}
