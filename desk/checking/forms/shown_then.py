"""What an editor was shown when they began, so that another's change meanwhile is seen and nothing is saved over it."""

import json
from typing import Any

from django import forms


class ShownThenForm(forms.Form):
    """A form that knows what it showed."""

    was = forms.CharField(required=False, widget=forms.HiddenInput)

    @property
    def shown_then(self) -> dict[str, Any]:
        """What the editor was shown when they began; nothing where that was not sent along."""
        try:
            shown = json.loads(self.cleaned_data.get("was") or "{}")
        except json.JSONDecodeError:
            return {}
        return shown if isinstance(shown, dict) else {}
