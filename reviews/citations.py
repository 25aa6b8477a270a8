"""How a review and the things in it are cited: publisher, year, review, place. Pure functions of plain words.

The form is that of references by author and year, with the paragraph and page at which the words stand:

    Ambermoor Safeguarding Children Partnership (2021), Child Tam, finding 3, para 4.2, p. 12
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reviews.models import Item, Review

UNDATED = "date not stated"
YEAR_LENGTH = 4


@dataclass(frozen=True)
class Work:
    """What a citation says of a review. `year` is empty where no date of publication is stated."""

    publisher: str
    year: str
    name: str

    @property
    def reference(self) -> str:
        """The review as a whole: "Ambermoor Safeguarding Children Partnership (2021), Child Tam"."""
        dated = f"({self.year or UNDATED})"
        return f"{self.publisher} {dated}, {self.name}" if self.publisher else f"{self.name} {dated}"


@dataclass(frozen=True)
class Spot:
    """Where in a review: what the thing is called, its paragraph as printed, its page; each may be missing."""

    name: str = ""
    paragraph: str = ""
    page: int | None = None


def citation(work: Work, spot: Spot) -> str:
    """Return the citation of something in a review."""
    parts = (
        work.reference,
        spot.name,
        f"para {spot.paragraph}" if spot.paragraph else "",
        f"p. {spot.page}" if spot.page else "",
    )
    return ", ".join(part for part in parts if part)


def work_of(review: "Review") -> Work:
    """Return what citations say of `review`; its partnership should be fetched with it."""
    partnership = review.partnership.name if review.partnership else review.partnership_as_printed
    return Work(
        publisher=partnership or review.area,
        year=review.published[:YEAR_LENGTH] if review.published[:YEAR_LENGTH].isdigit() else "",
        name=review.subject or review.title,
    )


def spot_of(item: "Item") -> Spot:
    """Return where `item` stands; the passages that it is drawn from should be fetched with it.

    A finding, recommendation or action that has a number is named by it; a paragraph or event by its paragraph.
    """
    is_named = item.kind in {"finding", "recommendation", "action"} and bool(item.label)
    name = item.name[:1].lower() + item.name[1:] if is_named else ""
    return Spot(name=name, paragraph=item.paragraph, page=item.page)


def cite(item: "Item", work: Work | None = None) -> str:
    """Return the citation of `item`. `work` saves asking for it again where many items of one review are cited."""
    return citation(work or work_of(item.review), spot_of(item))
