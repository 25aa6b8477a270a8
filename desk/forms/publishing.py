"""Publishing and withdrawing."""

from django import forms


class WithdrawForm(forms.Form):
    """Why a review is withdrawn; readers see it."""

    reason = forms.CharField(
        label="Why is this review withdrawn?",
        help_text="Readers see this at the review's address.",
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Say why this review is withdrawn"},
        max_length=1000,
    )
