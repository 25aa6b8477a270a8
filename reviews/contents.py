"""The outline of a review that stands beside each of its pages."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.urls import reverse

from reviews.models import Item, ItemKind, Review

# The parts of a review's own page after what is said about it, in their order.
PARTS = (
    ("timeline", "Timeline", ItemKind.EVENT),
    ("findings", "Findings", ItemKind.FINDING),
    ("recommendations", "Recommendations", ItemKind.RECOMMENDATION),
    ("actions", "Actions", ItemKind.ACTION),
)


@dataclass(frozen=True)
class Entry:
    """One line of the outline: its name, how many items stand there, and where it leads."""

    name: str
    address: str
    count: int = 0
    is_here: bool = False
    inside: tuple["Entry", ...] = ()


def contents_of(
    review: Review, counts: Mapping[str, int], headings: Sequence[Item], *, here: str = "", on_one_page: bool = False
) -> list[Entry]:
    """Return the outline. `here` is the part that the page shows; none on the review's own page.

    `headings` are those of the full text, which stands on the review's own page where it is `on_one_page`.
    """
    page = review.get_absolute_url() if here else ""
    texts = "" if on_one_page and not here else None
    parts = [
        Entry(name, f"{page}#{part}", counts.get(kind, 0), is_here=here == part) for part, name, kind in PARTS
    ]  # fmt: skip
    text = "#full-text" if texts == "" else reverse("review_text", args=[review.slug])
    inside = tuple(
        Entry(_heading(one), f"#{one.fragment}" if texts == "" else one.place_in(review)) for one in headings
    )
    return [
        Entry("About this review", f"{page}#about"),
        *parts,
        Entry("Full text", text, is_here=here == "text", inside=inside),
    ]


def _heading(heading: Item) -> str:
    words = heading.text.rstrip(" :").split()
    cut = " ".join(words[:12]) + (" …" if len(words) > 12 else "")
    return f"{heading.label} {cut}".strip()
