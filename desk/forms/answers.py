"""What an editor answers of a file that waits."""

from typing import Any

from django import forms

from ingest.kinship import Kin
from reviews.models import DocumentRole

OWN, LEAVE = "own", "leave"
BESIDE = {
    Kin.SAME: "The same text in another file: it is kept beside the one that is here",
    Kin.EDITION: "A later edition: it takes the place of the one that is here",
    Kin.PART: "Another document of this review",
}
APART = {OWN: "A review of its own", LEAVE: "Leave it out: nothing of it is kept"}
PARTS = [(role.value, role.label) for role in DocumentRole if role != DocumentRole.OVERVIEW]


class AnswerForm(forms.Form):
    """What the file is to the document that it was found to be like."""

    what = forms.ChoiceField(
        label="What is it?", widget=forms.RadioSelect, error_messages={"required": "Choose what this file is"}
    )
    role = forms.ChoiceField(label="If it is another document, which?", choices=PARTS, required=False)

    def __init__(self, *args: Any, may_add: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        what = self.fields["what"]
        assert isinstance(what, forms.ChoiceField)
        what.choices = [*(BESIDE.items() if may_add else ()), *APART.items()]
        if not may_add:
            del self.fields["role"]
