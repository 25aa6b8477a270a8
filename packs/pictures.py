"""Pictures across reviews in a pack: drawn anew for whoever looks, from the address that names them."""

from typing import TYPE_CHECKING

from packs.content import Picture

if TYPE_CHECKING:
    from reviews.models.review import Visitor


def picture_at(address: str, viewer: "Visitor") -> Picture | None:
    """Return the picture that `address` names as `viewer` may see it; None where there is none."""
    return None
