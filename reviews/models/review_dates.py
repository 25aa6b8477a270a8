"""When what a review tells happened and when it was published, for counting across reviews."""

from datetime import date
from typing import NamedTuple


class DatesOfReview(NamedTuple):
    """Who may see a review, and the first and last days that its incident and its publication may mean."""

    visibility: str
    incident: tuple[date | None, date | None]
    published: tuple[date | None, date | None]
