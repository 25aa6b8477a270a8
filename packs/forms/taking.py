"""Which files are wanted, and the trainer's own slides."""

from typing import Any

from django import forms

from packs.exports.powerpoint_design import LARGEST_FILE, NotADesign, design
from packs.models import ExportFormat


class TakeAwayForm(forms.Form):
    """Which files are wanted."""

    formats = forms.MultipleChoiceField(
        label="Files",
        choices=ExportFormat.choices,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Choose at least one file"},
    )


class DesignForm(forms.Form):
    """Slides of the trainer's own, whose design is wanted."""

    template = forms.FileField(
        label="Your own design for the slides",
        help_text="A PowerPoint file (.pptx or .potx) up to 20 MB. Its slides are left out, its design is used.",
        widget=forms.ClearableFileInput(attrs={"accept": ".pptx,.potx"}),
        error_messages={"required": "Choose a file", "empty": "This file is empty. Choose another."},
    )

    def clean_template(self) -> Any:
        """Return the file, which PowerPoint's format has been seen in."""
        file = self.cleaned_data["template"]
        if file.size > LARGEST_FILE:
            raise forms.ValidationError("This file is larger than 20 MB. Leave pictures out and save it again.")
        try:
            design(file.read())
        except NotADesign as failure:
            raise forms.ValidationError(str(failure.__doc__)) from failure
        file.seek(0)
        return file
