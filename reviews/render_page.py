"""Draw one page of a PDF as a WebP picture: run as a program of its own, since the files are not to be trusted.

    python -m reviews.render_page FILE PAGE SCALE LONGEST_SIDE < what-is-hidden.json > picture

What is hidden (reviews.blacking_out) comes by standard input: the arguments of a process can be read by others.

pdfium is not safe in threads, and a crafted file can make it crash or spin; here it has a process to itself, with
limits on memory, time and what it writes, and it knows neither Django nor the database.
"""

import io
import resource
import sys
from typing import TYPE_CHECKING

import msgspec

from reviews.blacking_out import BlackOut, Rectangle, rectangles

if TYPE_CHECKING:
    from PIL.Image import Image

MEMORY_BYTES = 1024**3
CPU_SECONDS = 20


def limit_this_process() -> None:
    """Set what this process may use at most: it writes no file at all."""
    for what, most in (
        (resource.RLIMIT_AS, MEMORY_BYTES),
        (resource.RLIMIT_CPU, CPU_SECONDS),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_NOFILE, 32),
    ):
        resource.setrlimit(what, (most, most))


def picture_of(path: str, page_number: int, scale: float, longest_side: int, hidden: BlackOut | None) -> bytes:
    """Return the page, counted from 1, as lossless WebP; no side is longer than `longest_side` pixels.

    What is `hidden` is blacked out.
    """
    import pypdfium2

    with pypdfium2.PdfDocument(path) as document:
        page = document[page_number - 1]
        fitting = min(scale, longest_side / max(page.get_size()))
        image = page.render(scale=fitting, may_draw_forms=False).to_pil().convert("RGB")
        if hidden is not None:
            _black_out(image, rectangles(page, hidden), fitting)
        output = io.BytesIO()
        image.save(output, "WEBP", lossless=True, quality=40, method=3)
        return output.getvalue()


def _black_out(image: "Image", black: list[Rectangle], scale: float) -> None:
    from PIL import ImageDraw

    pen = ImageDraw.Draw(image)
    for rectangle in black:
        pen.rectangle([edge * scale for edge in rectangle], fill="black")


def main(arguments: list[str]) -> None:
    """Write the picture to standard output; a file that cannot be drawn ends in a traceback and status 1."""
    path, page, scale, longest_side = arguments
    limit_this_process()
    asked = sys.stdin.buffer.read()
    hidden = msgspec.json.decode(asked, type=BlackOut) if asked else None
    sys.stdout.buffer.write(picture_of(path, int(page), float(scale), int(longest_side), hidden))


if __name__ == "__main__":
    main(sys.argv[1:])
