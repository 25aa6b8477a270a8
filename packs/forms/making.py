"""What a new pack is, and what it is filled with."""

from typing import Any

from django import forms
from django.http import QueryDict

from packs.models import Audience, Shape
from packs.shapes import SHAPES
from reviews.models import Nation, Theme
from reviews.search import SearchParameters

FILLED, EMPTY = "filled", "empty"
NAME_REQUIRED = {"required": "Enter a name, like “Neglect: workshop for schools”"}


def shape_choices() -> list[tuple[str, str]]:
    """Return each shape with what it is for and how long it takes."""
    return [
        (shape.value, f"{shape.label}: {SHAPES[shape].purpose[0].lower()}{SHAPES[shape].purpose[1:]}")
        for shape in Shape
    ]


class PackFields(forms.Form):
    """What a pack is called and made for."""

    name = forms.CharField(label="Name", max_length=120, error_messages=NAME_REQUIRED)
    shape = forms.ChoiceField(label="Shape", choices=shape_choices, widget=forms.RadioSelect, initial=Shape.WORKSHOP)
    audience = forms.ChoiceField(
        label="Who will be there",
        help_text="This chooses the questions, and which short forms are explained.",
        choices=Audience.choices,
        widget=forms.RadioSelect,
        initial=Audience.MIXED,
    )
    nation = forms.ChoiceField(
        label="Helplines of", choices=[("", "The whole United Kingdom only"), *Nation.choices], required=False
    )


class NewPackForm(PackFields):
    """A new pack: from a search or some themes as a draft, or empty."""

    fill = forms.ChoiceField(
        label="What is in it at first",
        choices=[(FILLED, "A draft, filled from the reviews, for me to change"), (EMPTY, "Nothing yet")],
        widget=forms.RadioSelect,
        initial=FILLED,
    )
    themes = forms.ModelMultipleChoiceField(
        Theme.objects.order_by("position"), label="Themes", required=False, to_field_name="key",
        widget=forms.CheckboxSelectMultiple,
    )  # fmt: skip
    words = forms.CharField(label="Words to find", max_length=200, required=False)
    match = forms.ChoiceField(
        label="With more than one theme",
        choices=[("all", "Reviews that have all of these themes"), ("any", "Reviews that have any of them")],
        widget=forms.RadioSelect,
        required=False,
        initial="all",
    )
    # The search that the trainer came from: its other filters stand as they were.
    query = forms.CharField(widget=forms.HiddenInput, required=False, max_length=2000)

    field_order = ("name", "shape", "audience", "nation", "fill", "themes", "match", "words", "query")

    @property
    def parameters(self) -> SearchParameters:
        """What the draft is filled from."""
        said = self.cleaned_data
        query = QueryDict(said["query"], mutable=True)
        query.setlist("theme", [theme.key for theme in said["themes"]])
        query["q"] = said["words"]
        query["match"] = said["match"] or "any"
        return SearchParameters.from_query(query, show="findings")

    @property
    def is_filled(self) -> bool:
        """Whether a draft is wanted."""
        said = self.cleaned_data
        return bool(said["fill"] == FILLED and said["shape"] != Shape.FREE)

    @property
    def pack_fields(self) -> dict[str, Any]:
        """The fields of the pack itself."""
        return {name: self.cleaned_data[name] for name in ("name", "shape", "audience", "nation")}
