"""Form fields in GOV.UK Frontend's classes."""

from django import forms, template
from django.forms.boundfield import BoundField
from django.utils.safestring import SafeString

register = template.Library()

CLASSES = (
    (forms.Textarea, "govuk-textarea"),
    (forms.Select, "govuk-select"),
    (forms.FileInput, "govuk-file-upload"),
    (forms.CheckboxInput, "govuk-checkboxes__input"),
    (forms.Widget, "govuk-input"),
)


@register.filter
def widget(field: BoundField, more_classes: str = "") -> SafeString:
    """Return the field's control with its class, its error class where it has errors, and `more_classes`."""
    name = next(name for kind, name in CLASSES if isinstance(field.field.widget, kind))
    classes = [name, more_classes, f"{name}--error" if field.errors else ""]
    # What to enter is said by the label: a placeholder goes away when it is needed.
    return field.as_widget(attrs={"class": " ".join(filter(None, classes)), "placeholder": False})


@register.filter
def is_checkbox(field: BoundField) -> bool:
    """Return whether the field is one box to tick."""
    return isinstance(field.field.widget, forms.CheckboxInput)


@register.filter
def is_group(field: BoundField) -> bool:
    """Return whether the field is a group of radio buttons or boxes, which a fieldset holds together."""
    return bool(field.field.widget.use_fieldset)
