"""Synonyms: a group's terms, a line to each, and what to know of it."""

from django import forms

from reviews.forms import WordsField
from reviews.models import SynonymGroup, SynonymTerm
from reviews.models.synonym import LONGEST_TERM

MOST_TERMS = 30


class SynonymsForm(forms.Form):
    """The terms of one group and its note."""

    terms = forms.CharField(
        label="Terms that mean the same",
        help_text="One to a line, the one that people use most first. Capital letters make no difference.",
        widget=forms.Textarea(attrs={"rows": 8}),
        error_messages={"required": "Enter at least two terms, one to a line"},
    )
    note = forms.CharField(
        label="Note for other administrators",
        help_text="For example, from when to when a name was in use.",
        max_length=200,
        required=False,
    )

    def __init__(self, *args: object, group: SynonymGroup | None = None, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.group = group

    def clean_terms(self) -> list[str]:
        """Return the terms, each once. A term of another group would make it unclear which group is meant."""
        lines = (" ".join(line.split()) for line in self.cleaned_data["terms"].splitlines())
        terms = list({line.casefold(): line for line in reversed([line for line in lines if line])}.values())[::-1]
        if len(terms) < 2:
            raise forms.ValidationError("Enter at least two terms, one to a line")
        if len(terms) > MOST_TERMS:
            raise forms.ValidationError(f"Enter {MOST_TERMS} terms or fewer")
        for term in terms:
            self._check(term)
        return terms

    def _check(self, term: str) -> None:
        if len(term) > LONGEST_TERM:
            raise forms.ValidationError(f"“{term[:40]}…” is longer than {LONGEST_TERM} letters")
        if not any(letter.isalnum() for letter in term):
            raise forms.ValidationError(f"“{term}” has no letter or figure in it")
        others = SynonymTerm.objects.filter(term__iexact=term).exclude(group=self.group)
        taken = others.select_related("group").first()
        if taken is not None:
            raise forms.ValidationError(f"“{term}” stands in another group already: {taken.group}")


class SynonymsFilterForm(forms.Form):
    """Which groups are listed."""

    words = WordsField(label="Part of a term", required=False)
