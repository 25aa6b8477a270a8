"""A date as an editor writes it."""

from typing import Any

from django import forms

from ingest.dates.expressions import date_of_all
from reviews.partial_dates import PartialDate, PartialDateError


class PartialDateField(forms.CharField):
    """A day, month, season, year or span: in words ("4 May 2021", "spring 2019") or in EDTF ("2021-05-04")."""

    default_error_messages = {"unknown": "Enter a date, like 4 May 2021, May 2021, spring 2019 or 2021"}

    def clean(self, value: Any) -> str:
        """Return the date in EDTF; empty where nothing is entered. Raises ValidationError for what is no date."""
        written = super().clean(value)
        if not written:
            return ""
        try:
            return PartialDate(written).edtf
        except PartialDateError:
            return self._in_words(written)

    def _in_words(self, written: str) -> str:
        found = date_of_all(written)
        if len(found) != 1 or not all(date.is_dated for date in found[0].dates):
            raise forms.ValidationError(self.error_messages["unknown"], code="unknown")
        about = "~" if found[0].is_about else ""
        return "/".join(f"{date.edtf}{about}" for date in found[0].dates)
