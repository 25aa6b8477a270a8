"""Where it stands: the picture of a page, its text, and the file itself."""

from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render

from reviews.forms import words_asked
from reviews.lit_words import lit_words
from reviews.marks import marker_for
from reviews.models import Document, Item, ItemKind, Review
from reviews.models.document import DocumentFormat
from reviews.pictures import PictureError, picture_of
from reviews.views.tombstone import tombstone

# Never a type that a browser would run: a web page is handed over as a file of unknown kind.
CONTENT_TYPES = {
    DocumentFormat.PDF: "application/pdf",
    DocumentFormat.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    DocumentFormat.TEXT: "text/plain; charset=utf-8",
    DocumentFormat.MARKDOWN: "text/plain; charset=utf-8",
}
# Nothing on a page is drawn from passages that begin more than so many pages before.
PAGES_BACK = 3
A_DAY = 24 * 60 * 60


def document_of(request: HttpRequest, slug: str, document_id: int) -> Document | None:
    """Return the document, if this visitor may see it."""
    documents = Document.objects.readable_by(request.user).of_standing_reviews()
    return documents.filter(review__slug=slug, pk=document_id).first()


def source(request: HttpRequest, slug: str, document_id: int, page: int) -> HttpResponse:
    """Return the picture of a page with the places that something was drawn from, and the page's text."""
    document = document_of(request, slug, document_id)
    if document is None:
        return elsewhere(request, slug, document_id) or tombstone(request, Review.objects.filter(slug=slug))
    if not document.shows_pages or not 1 <= page <= (document.page_count or 0):
        raise Http404
    width, height = document.page_size(page)
    passages, words = list(document.items.text_passages().begun_on(page)), words_asked(request.GET)
    context = {
        "document": document, "review": document.review, "page": page, "width": width, "height": height,
        "places": places_on(document, page, wanted=request.GET.get("item", "")),
        # What light falls on under the black would tell what is hidden there.
        "passages": passages, "words": words, "lit": lit_words(document, page, words) if document.is_offered else [],
        "marker": marker_for(words, (passage.text for passage in passages)),
        "is_editor": not document.is_offered and works_on(request, document),
        "previous": page - 1, "next": page + 1 if page < (document.page_count or 0) else None,
    }  # fmt: skip
    return render(request, "reviews/source.html", context)


def works_on(request: HttpRequest, document: Document) -> bool:
    """Return whether this visitor may see what is hidden in the document."""
    return Review.objects.editable_by(request.user).filter(pk=document.review_id).exists()


def elsewhere(request: HttpRequest, slug: str, document_id: int) -> HttpResponse | None:
    """Return the way from a page of an earlier edition to the latest one, or to the item that was asked for there."""
    replaced = Document.objects.visible_to(request.user).of_standing_reviews().replaced()
    document = replaced.filter(review__slug=slug, pk=document_id).first()
    if document is None:
        return None
    items = Item.objects.current().with_details().with_places().filter(review=document.review)
    item = items.filter(anchor=request.GET.get("item", "")).first()
    return redirect(item.source_address if item else document.review.get_absolute_url())


def places_on(document: Document, page: int, *, wanted: str) -> list[dict[str, object]]:
    """Return the items that stand on a page, and the one that is `wanted` whatever its kind, with their boxes."""
    begun = document.items.current().begun_on(page, or_before=PAGES_BACK).in_reading_order()
    everything = begun.with_details().with_places()
    items = [item for item in everything if item.kind != ItemKind.PASSAGE or item.anchor == wanted]
    placed = ((item, item.boxes_on(page)) for item in items)
    return [
        {"item": item, "boxes": boxes, "is_wanted": item.anchor == wanted}
        for item, boxes in placed
        if boxes or item.page == page
    ]


def picture(request: HttpRequest, slug: str, document_id: int, page: int) -> HttpResponseBase:
    """Return the picture of a page as WebP."""
    document = document_of(request, slug, document_id)
    if document is None or not document.shows_pages or not 1 <= page <= (document.page_count or 0):
        raise Http404
    editor_asks = "original" in request.GET and works_on(request, document)
    try:
        file = picture_of(document, page, with_hidden_words=editor_asks).open("rb")
    except PictureError as error:
        raise Http404 from error
    response = FileResponse(file, content_type="image/webp")
    # What is hidden may change: then a browser must ask again.
    response["Cache-Control"] = f"private, max-age={A_DAY}" if document.is_offered else "private, no-store"
    return response


def original(request: HttpRequest, slug: str, document_id: int) -> HttpResponseBase:
    """Return the file as it was uploaded, to be saved, never to be shown by the browser."""
    visible = Document.objects.readable_by(request.user).of_standing_reviews()
    document = get_object_or_404(visible, review__slug=slug, pk=document_id)
    if not document.is_offered and not works_on(request, document):
        raise Http404
    content_type = CONTENT_TYPES.get(DocumentFormat(document.format), "application/octet-stream")
    return FileResponse(document.file.open("rb"), as_attachment=True, filename=document.name, content_type=content_type)
