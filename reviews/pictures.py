"""Pictures of pages: drawn once in a process of their own, then kept as files under VAR_DIR/pictures.

Readers get them with the hidden words of the review blacked out; each state of what is hidden has pictures of its own.
"""

import hashlib
import logging
import os
import subprocess
import sys
import tempfile
import threading
from pathlib import Path

import msgspec
from django.conf import settings

from reviews.models import Document
from reviews.privacy.on_pages import black_out_of

logger = logging.getLogger(__name__)

SCALE = 2.0
LONGEST_SIDE = 2600
SECONDS = 40
# As many as this process draws at a time; each may use a processor for seconds.
drawing = threading.BoundedSemaphore(2)


class PictureError(Exception):
    """The page cannot be drawn; the message says why."""


def picture_of(document: Document, page: int, *, with_hidden_words: bool = False) -> Path:
    """Return the file of a page's picture, drawn now if it has not been. Raises PictureError.

    What is hidden is blacked out, except `with_hidden_words`, which is for editors.
    """
    hidden = None if with_hidden_words else black_out_of(document, page)
    asked = msgspec.json.encode(hidden) if hidden else b""
    folder = settings.VAR_DIR / "pictures" / document.sha256
    if asked:
        folder = folder / hashlib.sha256(asked).hexdigest()[:24]
    kept: Path = folder / f"{page}.webp"
    if not kept.exists():
        with drawing:
            keep(draw(Path(document.file.path), page, asked), kept)
    return kept


def draw(path: Path, page: int, hidden: bytes = b"") -> bytes:
    """Return a page as WebP, with what is `hidden` blacked out.

    Raises PictureError where the file is damaged or asks for too much.
    """
    return said_by("reviews.render_page", path, page, str(SCALE), str(LONGEST_SIDE), asked=hidden)


def said_by(program: str, path: Path, page: int, *more: str, asked: bytes = b"") -> bytes:
    """Return what a program of ours says of a page. Raises PictureError where the file is damaged or asks too much."""
    command = [sys.executable, "-m", program, str(path), str(page), *more]
    try:
        drawn = subprocess.run(
            command, cwd=settings.BASE_DIR, env={"PATH": os.defpath}, input=asked,
            capture_output=True, timeout=SECONDS, check=True, start_new_session=True,
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        raise PictureError(f"page {page} of {path.name} takes longer than {SECONDS} s") from None
    except subprocess.CalledProcessError as error:
        reason = error.stderr.decode(errors="replace").strip().rpartition("\n")[2]
        logger.warning("page %s of %s: status %s: %s", page, path.name, error.returncode, reason)
        raise PictureError(f"page {page} of {path.name} cannot be read: {reason}") from None
    return drawn.stdout


def keep(picture: bytes, path: Path) -> None:
    """Store the picture whole or not at all, so that nobody reads half of one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as draft:
        draft.write(picture)
    Path(draft.name).replace(path)
