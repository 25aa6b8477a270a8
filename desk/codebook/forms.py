"""A theme as an administrator edits it."""

import hashlib
import json
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Max

from reviews.models import Theme
from reviews.models.theme import LONGEST_CUE, validate_cue

CUES = ("cues", "weak_cues", "guards")


class LinesField(forms.CharField):
    """Cues, one on each line."""

    widget = forms.Textarea(attrs={"rows": 8, "spellcheck": "false"})

    def prepare_value(self, value: Any) -> Any:
        """Return the lines as one text."""
        return "\n".join(value) if isinstance(value, list | tuple) else value

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Return whether there are other lines, or in another order."""
        return _lines(data or "") != list(initial or [])

    def clean(self, value: Any) -> list[str]:
        """Return the lines. Raises ValidationError that names each line that is not written as a cue is."""
        problems, lines = [], _lines(super().clean(value))
        for line in lines:
            try:
                validate_cue(line)
            except ValidationError as error:
                problems += error.messages
            if len(line) > LONGEST_CUE:
                problems.append(f"“{line[:40]} …” is longer than {LONGEST_CUE} characters.")
        if problems:
            raise ValidationError(problems)
        return lines


def _lines(written: str) -> list[str]:
    """Return the lines that say something, each once."""
    return list(dict.fromkeys(" ".join(line.split()) for line in written.splitlines() if line.strip()))


class ThemeForm(forms.ModelForm[Theme]):
    """Everything of a theme but its key and place, which other things refer to."""

    cues = LinesField(label="Words that show it, one on each line", help_text="One of them is enough", required=False)
    weak_cues = LinesField(label="Weak words", help_text="Two different ones are needed", required=False)
    guards = LinesField(
        label="Phrases in which these words mean something else", help_text="They are passed over", required=False
    )
    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    class Meta:
        model = Theme
        fields: tuple[str, ...] = (
            "label", "definition", "includes", "excludes", "cues", "weak_cues", "guards", "about", "audience",
            "parent", "share",
        )  # fmt: skip
        labels = {
            "label": "Name", "includes": "Includes", "excludes": "Does not include", "about": "It is",
            "audience": "Made for reviews of", "parent": "Part of",
            "share": "How much of a review must speak of it, 0 to 1",
        }  # fmt: skip
        widgets = {name: forms.Textarea(attrs={"rows": 3}) for name in ("definition", "includes", "excludes")}

    def __init__(self, data: Any = None, *, instance: Theme) -> None:
        super().__init__(data, instance=instance, label_suffix="")
        parents = Theme.objects.that_can_hold(self.instance)
        self.fields["parent"].queryset = parents  # type: ignore[attr-defined]
        self.fields["parent"].empty_label = "No other theme"  # type: ignore[attr-defined]
        self.version = version_of(self.instance)
        self.initial["seen"] = self.version

    def clean_seen(self) -> str:
        """Return the version that was edited. Raises ValidationError where somebody changed the theme meanwhile."""
        if self.instance.pk and self.cleaned_data["seen"] != self.version:
            # Who has been told may then save over it.
            self.data = {**self.data.dict(), "seen": self.version}  # type: ignore[attr-defined]
            raise ValidationError("Somebody changed this theme meanwhile. Your words are here; theirs are stored.")
        return self.version

    def clean_share(self) -> float:
        """Return the share. Raises ValidationError where it is none."""
        share = float(self.cleaned_data["share"])
        if not 0 <= share <= 1:
            raise ValidationError("Enter a number from 0 to 1")
        return share


class NewThemeForm(ThemeForm):
    """A theme that is not there yet: it has a key too, for good."""

    class Meta(ThemeForm.Meta):
        fields: tuple[str, ...] = ("label", "key", *ThemeForm.Meta.fields[1:])
        labels = {**ThemeForm.Meta.labels, "key": "Key, in its address for good"}

    def save(self, commit: bool = True) -> Theme:
        """Return the theme, stored as the last."""
        last = Theme.objects.aggregate(last=Max("position"))["last"] or 0
        self.instance.position = last + 1
        return super().save(commit)


def version_of(theme: Theme) -> str:
    """Return a short word that changes whenever anything of the theme does."""
    values = {field.name: getattr(theme, field.attname) for field in theme._meta.concrete_fields}
    return hashlib.sha256(json.dumps(values, default=str, sort_keys=True).encode()).hexdigest()[:16]
