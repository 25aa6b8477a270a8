"""Uploading in parts, for browsers with scripts: a broken connection costs one part, and the same file goes on.

Begin a batch, begin each file, send its parts. Every answer is JSON; a part that does not begin where the last one
ended is answered by 409 and the place to go on from.
"""

import shutil
from typing import Any

from django.conf import settings
from django.http import HttpRequest, JsonResponse, UnreadablePostError
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.generic import View

from desk.access import DeskMixin
from desk.forms.uploads import BatchForm, PartForm
from desk.upload_limit import limit_of
from ingest import batches, uploads
from ingest.batches import Sender
from ingest.intake import too_large
from ingest.keeping import NoRoom
from ingest.models import Batch, Upload

# What a browser sends at once, and a little more for one that counts otherwise.
PART = 4 * 2**20
LARGEST_PART = 8 * 2**20


class BeginBatchView(DeskMixin, View):
    """Begins a batch."""

    def post(self, request: HttpRequest) -> JsonResponse:
        """Return the address of the batch, and where its files begin."""
        form = BatchForm(request.POST, person=self.person)
        if not form.is_valid():
            return _refused("Choose the partnership that will check these reviews.")
        batch = batches.begin(Sender(self.person, form.cleaned_data["held_by"]))
        return JsonResponse({"batch": batch.get_absolute_url(), "files": reverse("desk:begin_file", args=[batch.pk])})


class BeginFileView(DeskMixin, View):
    """Begins a file of a batch, or goes on with one that stopped."""

    def post(self, request: HttpRequest, pk: int) -> JsonResponse:
        """Return where to send its parts and from where on; or why it is not taken."""
        batch = get_object_or_404(Batch.objects.visible_to(self.person), pk=pk, sent_by=self.person)
        form = PartForm(request.POST)
        if not form.is_valid():
            return _refused("This file cannot be uploaded.")
        said = form.cleaned_data
        sentence = _why_not(said["name"], said["size"])
        if sentence:
            batches.refuse(batch, Sender(self.person, batch.held_by), said["name"], sentence)
            return _refused(sentence)
        upload = uploads.begin(batch, **said)
        return JsonResponse({"parts": reverse("desk:part", args=[upload.token]), **_how_far(upload), "part": PART})


class PartView(DeskMixin, View):
    """Takes a part of a file; the last one takes the file in."""

    def post(self, request: HttpRequest, token: str) -> JsonResponse:
        """Return how far the file has come; when it is whole it is taken in."""
        upload = get_object_or_404(Upload.objects.of(self.person), token=token)
        status = 200
        try:
            upload = uploads.add(token, _body(request), begins=int(request.GET.get("from", -1)))
        except (uploads.NotThere, UnreadablePostError, ValueError):
            status = 409
            upload.refresh_from_db()
        except NoRoom as refusal:
            return _refused(str(refusal), status=507)
        if upload.is_whole:
            uploads.finish(token)
        return JsonResponse(_how_far(upload), status=status)


def _body(request: HttpRequest) -> bytes:
    """Return the part. Raises ValueError where it is too large or was cut off."""
    length = int(request.headers.get("Content-Length") or 0)
    if not 0 < length <= LARGEST_PART:
        raise ValueError(length)
    part = request.read(length)
    if len(part) != length:
        raise ValueError(len(part))
    return part


def _why_not(name: str, size: int) -> str:
    if size == 0:
        return f"“{name}” is empty. Check the file and upload it again."
    if size > limit_of(name):
        return too_large(name)
    # The file is there twice for a moment: as it comes in, and as it is kept.
    if shutil.disk_usage(settings.VAR_DIR).free < 2 * size:
        return f"“{name}”: {NoRoom()}"
    return ""


def _how_far(upload: Upload) -> dict[str, Any]:
    return {"received": upload.received, "done": upload.is_whole}


def _refused(sentence: str, status: int = 422) -> JsonResponse:
    return JsonResponse({"refused": sentence}, status=status)
