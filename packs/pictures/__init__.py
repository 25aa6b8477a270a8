"""Pictures across reviews in a pack: drawn anew for whoever looks, from the address that names them.

A pack keeps the address and no number: what is counted is what the viewer may see.
"""

from typing import TYPE_CHECKING

from django.http import QueryDict

from packs.content import Picture
from packs.pictures.across import AcrossReviews
from packs.pictures.of_themes import OfThemes

if TYPE_CHECKING:
    from reviews.models.review import Visitor


def wanted_at(address: str) -> AcrossReviews | OfThemes | None:
    """Return the picture that `address` names; None where it names none."""
    query = QueryDict(address)
    return AcrossReviews.named_in(query) or OfThemes.named_in(query)


def picture_at(address: str, viewer: "Visitor") -> Picture | None:
    """Return the picture that `address` names as `viewer` may see it; None where there is none or nothing to count."""
    wanted = wanted_at(address)
    return wanted.drawn_for(viewer) if wanted else None
