"""Asking for files of a pack, making them, and keeping them: what stands between the queue and `packs.exports`."""

import hashlib
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.text import slugify

from packs.content import PackContent
from packs.exports import everything, pdf, powerpoint, sources, word
from packs.models import ExportFormat, ExportState, Pack, PackExport
from packs.quoting import checksum
from packs.showing import show
from reviews.models import Item

if TYPE_CHECKING:
    from people.models import User

Tell = Callable[[str], None]
# Somebody who asks for more at once waits for what they have asked for.
MOST_UNDER_WAY = 8


class TooManyWaiting(Exception):
    """Your files are still being made. Wait until they are done, then ask for more."""


@transaction.atomic
def ask(pack: Pack, formats: list[str], *, by: "User") -> list[PackExport]:
    """Queue files of a pack for this person, and return them. Raises TooManyWaiting."""
    Pack.objects.select_for_update().get(pk=pack.pk)
    if PackExport.objects.under_way().filter(made_for=by).count() + len(formats) > MOST_UNDER_WAY:
        raise TooManyWaiting
    return [_ask(pack, one, by=by) for one in formats]


def _ask(pack: Pack, wanted: str, *, by: "User") -> PackExport:
    from packs.tasks import make_export

    last = pack.exports.filter(format=wanted).aggregate(last=Max("version"))["last"] or 0
    export = PackExport.objects.create(
        pack=pack, format=wanted, version=last + 1, made_for=by, steps=steps_of(wanted),
        name=_name(pack, ExportFormat(wanted), last + 1),
    )  # fmt: skip
    make_export.defer(export_id=export.pk)
    return export


def steps_of(wanted: str) -> int:
    """Return how many steps a file takes: gathering, then each file."""
    return 1 + (everything.STEPS if wanted == ExportFormat.EVERYTHING else 1)


def make(export: PackExport, tell: Tell) -> None:
    """Make a file and keep it; it holds what the person who asked may see now. Raises NotADesign."""
    tell("Gathering what is in the pack")
    content = show(export.pack, export.made_for).content
    made = render(export, content, tell)
    digest = hashlib.sha256(made).hexdigest()
    path = f"packs/{digest[:2]}/{digest}{ExportFormat(export.format).suffix}"
    if not default_storage.exists(path):
        path = default_storage.save(path, ContentFile(made))
    with transaction.atomic():
        export.file, export.sha256, export.size = path, digest, len(made)
        export.state, export.finished_at, export.step = ExportState.DONE, timezone.now(), export.steps
        export.doing, export.taken = "", content.taken
        export.is_counted = any(part.picture for part in content.parts)
        export.save()
        export.reviews.set(content.review_ids)


def render(export: PackExport, content: PackContent, tell: Tell) -> bytes:
    """Return the bytes of the file that is asked for."""
    template = _template(export.pack)
    if export.format == ExportFormat.EVERYTHING:
        return everything.render(content, template, tell)
    tell(f"Making: {export.get_format_display()}")
    renderers: dict[str, Callable[[PackContent], bytes]] = {
        ExportFormat.SLIDES: partial(powerpoint.render, template=template),
        ExportFormat.GUIDE_WORD: word.guide,
        ExportFormat.GUIDE_PDF: pdf.guide,
        ExportFormat.HANDOUT_WORD: word.handout,
        ExportFormat.HANDOUT_PDF: pdf.handout,
        ExportFormat.SOURCES: sources.render,
    }
    return renderers[export.format](content)


def words_still_stand(export: PackExport) -> bool:
    """Return whether every text in the file still stands so in its review.

    What was corrected since may have been hidden: the file is then no longer offered, a new one can be made.
    """
    now = Item.objects.current().filter(anchor__in=export.taken).values_list("anchor", "text")
    texts = {anchor: checksum(text) for anchor, text in now}
    return texts == dict(export.taken)


def _template(pack: Pack) -> bytes | None:
    if not pack.slide_template:
        return None
    with pack.slide_template.open("rb") as file:
        return bytes(file.read())


def _name(pack: Pack, wanted: ExportFormat, version: int) -> str:
    kind = wanted.value.replace("_", "-").removesuffix("-word").removesuffix("-pdf")
    return f"{slugify(pack.name)[:80] or 'pack'}-{kind}-{version}{wanted.suffix}"
