"""What is to be put into a pack, and into which."""

from typing import Any

from django import forms
from django.http import HttpRequest
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme

from packs.models import Pack
from people.models import User
from reviews.models.item import ANCHOR_LENGTH

NEW = "new"
LONGEST_SLUG = 140


class WantedForm(forms.Form):
    """What “Add to pack” sends: one thing of a review, words of it perhaps, and where to go back to."""

    item = forms.CharField(required=False, max_length=ANCHOR_LENGTH)
    review = forms.CharField(required=False, max_length=LONGEST_SLUG)
    timeline = forms.CharField(required=False, max_length=LONGEST_SLUG)
    picture = forms.CharField(required=False, max_length=2000)
    words = forms.CharField(required=False, max_length=20_000)
    note = forms.CharField(required=False, max_length=20_000)
    next = forms.CharField(required=False, max_length=2000)

    @property
    def said(self) -> dict[str, str]:
        """What was sent, without what was left empty."""
        return {name: value for name, value in self.cleaned_data.items() if value}


class WhichPackForm(forms.Form):
    """Which pack a thing goes into: one that the person may change, or a new one."""

    pack = forms.ChoiceField(label="Pack", widget=forms.RadioSelect)
    name = forms.CharField(
        label="Name of the new pack", required=False, max_length=120,
        help_text="Like “Neglect: workshop for schools”. You can change it later.",
    )  # fmt: skip

    def __init__(self, *args: Any, person: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.packs = {pack.key: pack for pack in Pack.objects.editable_by(person).standing().with_counts()}
        choose = self.fields["pack"]
        assert isinstance(choose, forms.ChoiceField)  # as it is declared above
        choose.choices = [*((pack.key, pack.name) for pack in self.packs.values()), (NEW, "A new pack")]
        choose.initial = next(iter(self.packs), NEW)

    def clean(self) -> dict[str, Any]:
        """Return the choice; a new pack needs a name."""
        said: dict[str, Any] = super().clean() or {}
        if said.get("pack") == NEW and not said.get("name", "").strip():
            self.add_error("name", "Enter a name for the new pack")
        return said

    @property
    def chosen(self) -> Pack | None:
        """The pack that was chosen; None where it is to be made."""
        return self.packs.get(self.cleaned_data["pack"])


def way_back(request: HttpRequest, wanted: str) -> str:
    """Return the address to go back to: one of this site, else the list of packs."""
    safe = url_has_allowed_host_and_scheme(
        wanted, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return wanted if wanted and safe else reverse("packs:packs")
