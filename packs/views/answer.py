"""An answer to a search: as a page, as a Word document, as a PDF. For whoever may browse."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from packs.answering import Answered, answer_for
from packs.exports import pdf, word
from reviews.search import SearchParameters

# Whoever puts it before a board prints one sheet.
MOST_PAGES = 2
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def page(request: HttpRequest) -> HttpResponse:
    """Return the answer as a page."""
    answered = _answered(request)
    context = {"answered": answered, "document": answered.document, "query": answered.asked.query()}
    return render(request, "packs/answer.html", context)


def as_word(request: HttpRequest) -> HttpResponse:
    """Return the answer as a Word document."""
    return _file(word.written(_answered(request).document), WORD, "docx")


def as_pdf(request: HttpRequest) -> HttpResponse:
    """Return the answer as a PDF."""
    return _file(pdf.set_document(_answered(request).document, most_pages=MOST_PAGES), "application/pdf", "pdf")


def _answered(request: HttpRequest) -> Answered:
    return answer_for(SearchParameters.from_query(request.GET), request.user)


def _file(made: bytes, content_type: str, ending: str) -> HttpResponse:
    response = HttpResponse(made, content_type=content_type)
    name = f"crossread-answer-{timezone.localdate():%Y-%m-%d}.{ending}"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
