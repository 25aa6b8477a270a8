"""People: who they are, what they may do, and for whom."""

from typing import Any

from django import forms

from people.models import User
from people.roles import Role
from reviews.forms import WordsField
from reviews.models import Partnership

WHAT_ROLES_DO = {
    Role.READER: "Reader: reads, searches and filters",
    Role.TRAINER: "Trainer: also makes packs",
    Role.EDITOR: "Editor: also uploads, checks and publishes reviews of their partnerships",
    Role.ADMINISTRATOR: "Administrator: also looks after people, themes, partnerships and every review",
}


class PersonForm(forms.Form):
    """A person's name, role and partnerships."""

    name = forms.CharField(label="Name", max_length=150, error_messages={"required": "Enter the person’s name"})
    role = forms.ChoiceField(
        label="Role",
        choices=list(WHAT_ROLES_DO.items()),
        widget=forms.RadioSelect,
        error_messages={"required": "Choose a role"},
    )
    partnerships = forms.ModelMultipleChoiceField(
        Partnership.objects.all(), label="Partnerships", required=False, widget=forms.CheckboxSelectMultiple
    )

    def clean(self) -> dict[str, Any]:
        """Return the values. An editor without a partnership could see nothing but their own uploads."""
        said: dict[str, Any] = super().clean() or {}
        if said.get("role") == Role.EDITOR and not said.get("partnerships"):
            self.add_error("partnerships", "Choose the partnerships whose reviews this editor works on")
        return said


class InvitationForm(PersonForm):
    """A new person."""

    email = forms.EmailField(
        label="E-mail address",
        error_messages={
            "required": "Enter the person’s e-mail address",
            "invalid": "Enter an e-mail address, like asha@example.gov.uk",
        },
    )
    field_order = ("email", "name", "role", "partnerships")

    def clean_email(self) -> str:
        """Return the address in lower case, if nobody has an account with it."""
        email = str(self.cleaned_data["email"]).lower()
        if User.objects.filter(email=email).exists():
            raise forms.ValidationError("Somebody with this e-mail address has an account already")
        return email


class PeopleFilterForm(forms.Form):
    """Which people are listed."""

    words = WordsField(label="Part of a name or address", required=False)
