"""Reviews are withdrawn when the time for which they are kept has ended."""

from django.utils import timezone
from django.utils.formats import date_format

from reviews.models import Review
from reviews.publishing import withdraw


def withdraw_past_retention() -> int:
    """Withdraw every published review whose last day has passed; return how many there were."""
    ended = list(Review.objects.published().kept_until_before(timezone.localdate()))
    for review in ended:
        last_day = date_format(review.keep_until) if review.keep_until else ""
        withdraw(review, by=None, reason=f"It was to be kept here until {last_day}, and that day has passed.")
    return len(ended)
