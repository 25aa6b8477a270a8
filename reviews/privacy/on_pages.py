"""What is hidden on a page of a document, as its picture needs it."""

from reviews.blacking_out import BlackOut, Paragraph, Rectangle
from reviews.models import Document, Item
from reviews.privacy.hiding import veil_of
from reviews.privacy.listing import plain_text
from reviews.privacy.veil import Veil

# A paragraph that begins so many pages before may go on here.
PAGES_BACK = 3


def black_out_of(document: Document, page: int) -> BlackOut | None:
    """Return what is hidden on a page; None where nothing in the review is."""
    veil = veil_of(document.review)
    if not veil:
        return None
    passages = document.items.text_passages().begun_on(page, or_before=PAGES_BACK)
    held = (_paragraph(item, page, veil) for item in passages)
    return BlackOut(veil.pattern.pattern, tuple(one for one in held if one is not None))


def _paragraph(item: Item, page: int, veil: Veil) -> Paragraph | None:
    boxes: tuple[Rectangle, ...] = tuple(
        (left, top, right, bottom) for on, left, top, right, bottom in item.boxes if on == page
    )
    count = veil.count([plain_text(item)])
    return Paragraph(count, boxes) if count and (boxes or item.page == page) else None
