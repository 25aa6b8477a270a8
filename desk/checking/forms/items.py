"""An item as an editor corrects it: its fields by its kind, its themes, and what the editor saw when they began."""

import json
from typing import Any

from django import forms
from django.utils.text import Truncator

from desk.checking.forms.dates import PartialDateField
from desk.checking.forms.shown_then import ShownThenForm
from reviews import claims
from reviews.models import FindingKind, Item, ItemKind, Review, Tagging, Theme, Valence
from reviews.models.action import words_of_cells

# What an editor may make of an item; passages are the text itself.
KINDS = [kind for kind in ItemKind if kind != ItemKind.PASSAGE]
LONGEST_TEXT = 20_000
TEXT = "Enter the words of the review"
LONGEST_CHOICE = 90


def _line(label: str, longest: int, help_text: str = "") -> forms.CharField:
    return forms.CharField(label=label, max_length=longest, required=False, help_text=help_text)


def _lines(label: str, rows: int = 2, **more: Any) -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(label=label, max_length=LONGEST_TEXT, widget=widget, **{"required": False, **more})


def fields_of(kind: str) -> dict[str, forms.Field]:
    """Return the fields of a kind of item, in the order in which they are shown, by the names that claims use."""
    label = {"label": _line("Number or name, as printed", 120)}
    text = {"text": _lines("Text", 8, required=True, error_messages={"required": TEXT})}
    if kind == ItemKind.FINDING:
        return {**text, **label, "kind": forms.ChoiceField(label="How the review presents it", choices=FindingKind)}
    if kind == ItemKind.RECOMMENDATION:
        more = {"addressee": _line("Who must act", 400), "group": _line("Heading it stands under", 300)}
        return {**text, **label, **more}
    if kind == ItemKind.EVENT:
        hint = "A day, month, season or year, like 4 May 2021 or spring 2019"
        date = PartialDateField(label="Date", help_text=hint, error_messages={"required": "Enter the date"})
        return {**text, "date": date, "date_as_printed": _line("Date as printed", 120), **label}
    return {
        "answers": forms.ChoiceField(label="Recommendation that it answers", required=False),
        **label, "recommendation": _lines("Recommendation, as the plan prints it"),
        "steps": _lines("What will be done"),
        "lead": _lines("By whom", 1), "timescale": _lines("By when", 1), "outcome": _lines("What will change"),
        "measure": _lines("How it will be known"), "agency": _line("Agency", 300),
    }  # fmt: skip


def recommendations_of(review: Review | None, chosen: str) -> list[tuple[str, str]]:
    """Return the recommendations of a review to choose from; the `chosen` one also where it is no longer shown."""
    found = review.items.current_or(chosen).of_kind(ItemKind.RECOMMENDATION).in_reading_order() if review else []
    named = [(item.anchor, Truncator(f"{item.name}: {item.text}").chars(LONGEST_CHOICE)) for item in found]
    return [("", "None, or not known"), *named]


class ItemForm(ShownThenForm):
    """The fields of one item. `mine` is what this editor changed of what they were shown."""

    item_kind = forms.ChoiceField(label="Kind of item", choices=[(kind.value, kind.label) for kind in KINDS])

    def __init__(
        self, data: Any = None, *, item_kind: str, shown: dict[str, Any] | None = None, review: Review | None = None
    ) -> None:
        shown = shown or {}
        super().__init__(data, initial={**shown, "item_kind": item_kind, "was": json.dumps(shown)}, label_suffix="")
        own = fields_of(item_kind)
        if "answers" in own:
            own["answers"].choices = recommendations_of(review, shown.get("answers", ""))  # type: ignore[attr-defined]
        kind = self.fields.pop("item_kind")
        self.fields = {**own, "item_kind": kind, "was": self.fields["was"]}
        self.own = tuple(own)

    @classmethod
    def of(cls, item: Item, data: Any = None) -> "ItemForm":
        """Return the form of an item as it is shown now."""
        return cls(data, item_kind=item.kind, shown=claims.values_of(item), review=item.review)

    def clean(self) -> dict[str, Any]:
        """Return the values; an action's text is that of its cells. Raises ValidationError for an empty action."""
        values = {name: _plain(value) for name, value in (super().clean() or {}).items()}
        if "text" not in self.own:
            values["text"] = words_of_cells(values)
            if not values["text"]:
                self.add_error("steps", "Enter at least what will be done")
        return values

    @property
    def values(self) -> dict[str, Any]:
        """What the form says of each field that claims hold; it must be valid."""
        return {name: value for name, value in self.cleaned_data.items() if name in (*self.own, "text")}

    @property
    def mine(self) -> dict[str, Any]:
        """The values that this editor changed."""
        then = self.shown_then
        return {name: value for name, value in self.values.items() if value != _plain(then.get(name, ""))}

    @property
    def new_kind(self) -> str:
        """The kind that the editor wants the item to be; empty where it stays what it is."""
        kind = str(self.cleaned_data["item_kind"])
        return kind if kind != self.initial["item_kind"] else ""


def _plain(value: Any) -> Any:
    """Return a text with the line ends of the database and no space around it; whatever else as it is."""
    return "\n".join(line.rstrip() for line in value.splitlines()).strip() if isinstance(value, str) else value


class ThemesForm(forms.Form):
    """Which of the themes that were shown are right, and one more."""

    themes_shown = forms.MultipleChoiceField(required=False)
    themes = forms.MultipleChoiceField(required=False)
    more = forms.ModelChoiceField(
        Theme.objects.order_by("label"), required=False, label="Add a theme", empty_label="Choose a theme"
    )
    evidence = forms.CharField(label="The words that show it", max_length=600, required=False)
    valence = forms.ChoiceField(label="They speak of", choices=Valence, required=False)

    def __init__(self, data: Any = None, *, taggings: Any) -> None:
        super().__init__(data, initial={"valence": Valence.CONTEXT}, label_suffix="")
        self.taggings = list(taggings)
        choices = [(str(tagging.pk), tagging.theme.label) for tagging in self.taggings]
        for name in ("themes_shown", "themes"):
            self.fields[name].choices = choices  # type: ignore[attr-defined]
        kept = set(data.getlist("themes")) if data is not None and "themes_shown" in data else None
        self.rows = [(tagging, kept is None or str(tagging.pk) in kept) for tagging in self.taggings]

    def clean_themes(self) -> set[int]:
        """Return the ids of the taggings that are right."""
        return {int(pk) for pk in self.cleaned_data["themes"]}

    def clean_themes_shown(self) -> set[int]:
        """Return the ids of the taggings that the editor was shown."""
        return {int(pk) for pk in self.cleaned_data["themes_shown"]}


def shown_taggings_of(target: Any) -> Any:
    """Return the taggings that are shown of an item or review, with their themes."""
    return Tagging.objects.shown().filter(**{_name_of(target): target}).select_related("theme", "decided_by")


def _name_of(target: Any) -> str:
    return "item" if isinstance(target, Item) else "review"
