"""The people whom a review is about, as one field of a form: a group of fields for each, and one more to add another.

What is given of a person is what the review states; where it gives nothing, which of the three kinds of nothing it is.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django import forms

from reviews.models import Person
from reviews.models.person import AgeBand, Sex, Stated
from reviews.people_said import PERSON_FIELDS

# More people than any review is about.
MOST_PEOPLE = 40
NOTHING_GIVEN = [(one.value, one.label) for one in (Stated.NOT_EXTRACTED, Stated.NOT_STATED, Stated.WITHHELD)]
TWICE = "Two people are called “{}”: give each a name of their own, like Child 1 and Child 2"


class PersonForm(forms.Form):
    """One person. Where the name is empty there is none."""

    name = forms.CharField(label="Name, as the review gives it", max_length=120, required=False)
    role = forms.ChoiceField(label="Who they are", choices=Person.Role)
    age_as_printed = forms.CharField(label="Age, as printed", max_length=80, required=False)
    age_band = forms.ChoiceField(label="Age at the incident", choices=AgeBand, required=False)
    sex = forms.ChoiceField(label="Sex", choices=Sex, required=False)
    ethnicity = forms.CharField(label="Ethnicity, as stated", max_length=120, required=False)
    ethnicity_is = forms.ChoiceField(label="Where no ethnicity is given", choices=NOTHING_GIVEN, required=False)
    disability = forms.CharField(label="Disability, as stated", max_length=250, required=False)
    disability_is = forms.ChoiceField(label="Where no disability is given", choices=NOTHING_GIVEN, required=False)

    @property
    def said(self) -> dict[str, Any]:
        """What the form says of the person; it must be valid."""
        said = {field: self.cleaned_data[field] for field in PERSON_FIELDS}
        for field in ("ethnicity", "disability"):
            if said[field]:
                said[f"{field}_is"] = Stated.STATED.value
        return said


@dataclass(frozen=True)
class PersonFields:
    """The fields of one person with the heading that they stand under."""

    form: PersonForm
    is_new: bool

    @property
    def says_more(self) -> bool:
        """Whether anything is stated of ethnicity or disability."""
        return bool(self.form["ethnicity"].value() or self.form["disability"].value())


class PeopleWidget(forms.Widget):
    """A group of fields for each person, and an empty one (desk/checking/_people.html shows them)."""

    def groups(self, name: str, value: Any) -> list[PersonFields]:
        """Return the groups: of what was typed, else of what is shown."""
        return [self._fields(name, number, person) for number, person in enumerate([*(value or []), {}])]

    def value_from_datadict(self, data: Mapping[str, Any], files: Any, name: str) -> list[dict[str, Any]]:
        """Return what was typed of each person who has a name."""
        typed = []
        for number in range(MOST_PEOPLE):
            person = {field: data.get(f"{name}-{number}-{field}") for field in PERSON_FIELDS}
            if (person["name"] or "").strip():
                typed.append({field: value or "" for field, value in person.items()})
        return typed

    def value_omitted_from_data(self, data: Mapping[str, Any], files: Any, name: str) -> bool:
        """Return whether the form was sent without this field."""
        return f"{name}-0-name" not in data

    def _fields(self, name: str, number: int, person: dict[str, Any]) -> PersonFields:
        return PersonFields(PersonForm(initial=person, prefix=f"{name}-{number}", label_suffix=""), is_new=not person)


class PeopleField(forms.Field):
    """What is said of each person, as claims speak of them."""

    widget = PeopleWidget

    def clean(self, value: Any) -> list[dict[str, Any]]:
        """Return the people. Raises ValidationError for two of one name, and for what is no choice."""
        forms_of_people = [PersonForm(person) for person in value or []]
        wrong = [f"{form['name'].value()}: {error}" for form in forms_of_people for error in _errors(form)]
        people = [form.said for form in forms_of_people if form.is_valid()]
        names = [person["name"] for person in people]
        wrong += [TWICE.format(name) for name in sorted({name for name in names if names.count(name) > 1})]
        if wrong:
            raise forms.ValidationError(wrong)
        return people

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Return whether something else was typed than what was shown."""
        return bool((initial or []) != (data or []))


def _errors(form: PersonForm) -> list[str]:
    return [str(error) for errors in form.errors.values() for error in errors]
