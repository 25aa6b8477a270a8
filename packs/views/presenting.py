"""A pack before a room: slide by slide on the whole screen; and on paper."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.generic import View

from packs.access import SeenPackMixin
from packs.content import PackContent
from packs.exports import blocks
from packs.exports.timeline_picture import picture_on
from packs.showing import show
from packs.slides import slides_of
from packs.views.sharing import open_link


def present(request: HttpRequest, content: PackContent, back: str) -> HttpResponse:
    """Return the slides as a page; `back` is where it is left to."""
    slides = [(slide, picture_on(slide)) for slide in slides_of(content)]
    return render(request, "packs/present.html", {"content": content, "slides": slides, "back": back})


def paper(request: HttpRequest, content: PackContent, back: str) -> HttpResponse:
    """Return the guide, or with `?what=handout` the handout, as a page to print."""
    is_handout = request.GET.get("what") == "handout"
    document = blocks.handout(content) if is_handout else blocks.guide(content)
    return render(request, "packs/print.html", {"document": document, "is_handout": is_handout, "back": back})


class PresentView(SeenPackMixin, View):
    """A pack as slides."""

    def get(self, request: HttpRequest, key: str) -> HttpResponse:
        """Return the slides."""
        return present(request, show(self.pack, self.person).content, self.pack.get_absolute_url())


class PrintView(SeenPackMixin, View):
    """A pack to print."""

    def get(self, request: HttpRequest, key: str) -> HttpResponse:
        """Return the page."""
        return paper(request, show(self.pack, self.person).content, self.pack.get_absolute_url())


class PresentSharedView(View):
    """A pack as slides, through a link."""

    def get(self, request: HttpRequest, token: str) -> HttpResponse:
        """Return the slides, or say that the link no longer works."""
        link = open_link(token)
        if link is None:
            return render(request, "packs/link_closed.html", status=410)
        return present(request, show(link.pack, request.user).content, link.get_absolute_url())


class PrintSharedView(View):
    """A pack to print, through a link."""

    def get(self, request: HttpRequest, token: str) -> HttpResponse:
        """Return the page, or say that the link no longer works."""
        link = open_link(token)
        if link is None:
            return render(request, "packs/link_closed.html", status=410)
        return paper(request, show(link.pack, request.user).content, link.get_absolute_url())
