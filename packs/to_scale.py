"""A review's timeline to scale, with lanes by agency, as the review's own page draws it: for guides and handouts."""

from collections.abc import Mapping, Sequence
from copy import copy

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse

from packs.content import Picture
from packs.exports.timeline_picture import FONT
from reviews.models import Item, Review
from reviews.timeline.showing import timeline_of

# With fewer events, or of one agency only, it shows no more than the numbered line.
FEWEST_EVENTS, FEWEST_LANES = 4, 2
FONT_OF_PAGES = "'Source Sans 3 Variable', 'Source Sans 3', Arial, sans-serif"


def to_scale(review: Review, events: Sequence[Item], names: Mapping[str, str]) -> Picture | None:
    """Return the drawing of these events and no others; None where it would show no more than the numbered line.

    `names` are those of the agencies by their keys. The incident is left out: it would give the ending away.
    """
    told = copy(review)
    told.incident = ""
    page = f"{settings.SITE_URL}{reverse('review_timeline', args=[review.slug])}"
    drawn = timeline_of(told, events, names, page=page)
    if drawn.drawing is None or len(events) < FEWEST_EVENTS or len(drawn.lanes) < FEWEST_LANES:
        return None
    svg = render_to_string(
        "reviews/timeline/picture.svg", {"timeline": drawn, "drawing": drawn.drawing, "review": told}
    )
    alt = f"Timeline of {review.display_name} to scale, with a lane for each agency. {drawn.summary}"
    return Picture(svg=svg.strip().replace(f'"{FONT_OF_PAGES}"', f'"{FONT}"'), alt=alt)
