"""Answering what readers report, and writing down what comes by letter or telephone."""

from django import forms

from reviews.models import ProblemKind


class AnswerProblemForm(forms.Form):
    """The answer; whoever reported it reads it."""

    answer = forms.CharField(
        label="Your answer", help_text="Whoever reported it reads this.", max_length=4000,
        widget=forms.Textarea(attrs={"rows": 5}), error_messages={"required": "Write an answer"},
    )  # fmt: skip


class RequestForm(forms.Form):
    """What somebody asked for by letter, by telephone or in person."""

    kind = forms.ChoiceField(
        label="What is asked for?", widget=forms.RadioSelect, initial=ProblemKind.TAKE_DOWN,
        choices=[(ProblemKind.TAKE_DOWN, "To take the review down"), (ProblemKind.PRIVATE, "To hide who somebody is"),
                 (ProblemKind.WRONG, "To put something right")],
    )  # fmt: skip
    words = forms.CharField(
        label="What was said", max_length=4000, widget=forms.Textarea(attrs={"rows": 5}),
        error_messages={"required": "Write down what was said"},
    )  # fmt: skip
    name = forms.CharField(label="Who asks: a family member, a partnership, its lawyer", required=False, max_length=150)
    email = forms.EmailField(label="Their e-mail address", required=False)
