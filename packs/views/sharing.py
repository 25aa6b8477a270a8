"""Sharing a pack, links to it, and what became of it in a room."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.generic import View

from packs.access import EditedPackMixin, OwnPackMixin
from packs.exports import blocks
from packs.forms.sharing import LinkForm, SessionForm, SharingForm
from packs.models import Pack, PackLink
from packs.showing import show


class ShareView(OwnPackMixin, View):
    """Who may see a pack: its maker decides."""

    def get(self, request: HttpRequest, key: str) -> HttpResponse:
        """Return the page."""
        fields = ("sharing", "partnership", "colleagues_edit")
        return self._page(SharingForm(person=self.person, initial={name: getattr(self.pack, name) for name in fields}))

    def post(self, request: HttpRequest, key: str) -> HttpResponse:
        """Share it, or stop sharing it."""
        form = SharingForm(request.POST, person=self.person)
        if not form.is_valid():
            return self._page(form)
        Pack.objects.filter(pk=self.pack.pk).update(**form.cleaned_data)
        partnership = form.cleaned_data["partnership"]
        said = f"People of {partnership} can see this pack." if partnership else "Only you can see this pack."
        messages.success(request, said)
        return redirect("packs:share", key=self.pack.key)

    def _page(self, form: SharingForm) -> HttpResponse:
        context: dict[str, Any] = {
            "pack": self.pack, "form": form, "link_form": LinkForm(), "links": self.pack.links.all(),
            "site": f"{self.request.scheme}://{self.request.get_host()}",
        }  # fmt: skip
        return render(self.request, "packs/share.html", context)


class MakeLinkView(OwnPackMixin, View):
    """Makes a link that expires."""

    def post(self, request: HttpRequest, key: str) -> HttpResponse:
        """Make it, and show it."""
        form = LinkForm(request.POST)
        if form.is_valid():
            now = timezone.now()
            PackLink.objects.create(pack=self.pack, made_by=self.person, made_at=now, expires_at=now + form.lifetime)
            messages.success(request, "The link is made. Copy it below.")
        return redirect("packs:share", key=self.pack.key)


class CloseLinkView(OwnPackMixin, View):
    """Closes a link at once."""

    def post(self, request: HttpRequest, key: str, pk: int) -> HttpResponse:
        """Close it."""
        link = get_object_or_404(self.pack.links, pk=pk)
        if link.is_open:
            link.closed_at = timezone.now()
            link.save(update_fields=["closed_at"])
        messages.success(request, "The link no longer works.")
        return redirect("packs:share", key=self.pack.key)


class SharedView(View):
    """A pack through a link; of its reviews, what whoever looks may see."""

    def get(self, request: HttpRequest, token: str) -> HttpResponse:
        """Return the pack, or say that the link no longer works."""
        link = open_link(token)
        if link is None:
            return render(request, "packs/link_closed.html", status=410)
        content = show(link.pack, request.user).content
        context = {"pack": link.pack, "content": content, "document": blocks.guide(content), "link": link}
        return render(request, "packs/read.html", context)


def open_link(token: str) -> PackLink | None:
    """Return the link with this token, where it still works."""
    return PackLink.objects.open().select_related("pack__owner").filter(token=token).first()


class SessionsView(EditedPackMixin, View):
    """The sessions in which a pack was used."""

    def get(self, request: HttpRequest, key: str) -> HttpResponse:
        """Return them, with a form for another."""
        return self._page(SessionForm())

    def post(self, request: HttpRequest, key: str) -> HttpResponse:
        """Note a session."""
        form = SessionForm(request.POST)
        if not form.is_valid():
            return self._page(form)
        form.instance.pack, form.instance.noted_by = self.pack, self.person
        form.save()
        messages.success(request, "The session is noted.")
        return redirect("packs:sessions", key=self.pack.key)

    def _page(self, form: SessionForm) -> HttpResponse:
        sessions = self.pack.sessions.select_related("noted_by")
        return render(self.request, "packs/sessions.html", {"pack": self.pack, "form": form, "sessions": sessions})
