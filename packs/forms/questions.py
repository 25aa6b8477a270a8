"""Choosing questions from the bank, and writing one's own."""

from typing import Any

from django import forms

from reviews.models import Theme


class BankForm(forms.Form):
    """Which theme's questions are shown."""

    theme = forms.ModelChoiceField(
        Theme.objects.order_by("position"), label="Theme", to_field_name="key", required=False, empty_label=None
    )


class QuestionsForm(forms.Form):
    """The questions that were chosen, and one's own."""

    chosen = forms.MultipleChoiceField(label="Questions", required=False, widget=forms.CheckboxSelectMultiple)
    own = forms.CharField(
        label="A question of my own", required=False, max_length=2000, widget=forms.Textarea(attrs={"rows": 2})
    )
    keep = forms.BooleanField(label="Keep it among my own questions, for other packs", required=False)

    def __init__(self, *args: Any, offered: tuple[str, ...], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choose = self.fields["chosen"]
        assert isinstance(choose, forms.MultipleChoiceField)  # as it is declared above
        choose.choices = [(text, text) for text in offered]

    def clean(self) -> dict[str, Any]:
        """Return what was chosen and written: something at least."""
        said: dict[str, Any] = super().clean() or {}
        if not said.get("chosen") and not said.get("own", "").strip():
            raise forms.ValidationError("Choose a question, or write one")
        return said

    @property
    def texts(self) -> list[str]:
        """The questions that are wanted, one's own last."""
        own = self.cleaned_data["own"].strip()
        return [*self.cleaned_data["chosen"], *([own] if own else [])]
