"""Which files come in, and for whom."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.core.files.uploadedfile import UploadedFile

from ingest.readers import SUFFIXES
from reviews.models import Partnership

if TYPE_CHECKING:
    from people.models import User


class SeveralFilesInput(forms.ClearableFileInput):
    """A file field that takes any number of files at once."""

    allow_multiple_selected = True


class SeveralFilesField(forms.FileField):
    """The files that were chosen, as a list."""

    widget = SeveralFilesInput

    def clean(self, data: Any, initial: Any = None) -> "list[UploadedFile[bytes]]":
        """Return the files; the queue looks at what is in them, so an empty one is left for it to refuse."""
        if not data:
            raise forms.ValidationError(self.error_messages["required"], code="required")
        return list(data)


class BatchForm(forms.Form):
    """The partnership at whose desk the files will be worked on."""

    held_by = forms.ModelChoiceField(
        Partnership.objects.none(), label="Partnership that will check these reviews", required=False, empty_label=None
    )

    def __init__(self, *args: Any, person: "User", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["held_by"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = person.partnerships.all()
        field.required = field.queryset.exists() and not person.is_administrator
        if person.is_administrator:
            field.empty_label = "No partnership: administrators only"
        field.initial = field.queryset.first()


class UploadForm(BatchForm):
    """Files, and the partnership at whose desk they will be worked on."""

    documents = SeveralFilesField(
        label="Files", allow_empty_file=True, error_messages={"required": "Choose at least one file"}
    )
    field_order = ("documents", "held_by")

    def __init__(self, *args: Any, person: "User", **kwargs: Any) -> None:
        super().__init__(*args, person=person, **kwargs)
        self.fields["documents"].widget.attrs["accept"] = ",".join(sorted((*SUFFIXES, ".zip", ".csv")))


class PartForm(forms.Form):
    """A file that is to come in parts. `mark` is what tells it from another of the same name and size."""

    name = forms.CharField(max_length=255)
    size = forms.IntegerField(min_value=0)
    mark = forms.CharField(max_length=40, required=False)
