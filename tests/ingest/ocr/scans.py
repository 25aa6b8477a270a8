"""Pages as a scanner gives them: drawn, laid askew, with the paper's grain and dust, squeezed into JPEGs in a PDF."""

from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
import pypdfium2
from PIL import Image, ImageDraw, ImageFont

from ingest.ocr.engine import ReadLine
from ingest.ocr.ink import ink_of, paper_of


@dataclass(frozen=True)
class Scanner:
    """How pages are scanned. `skew` in degrees clockwise, `turned` in quarter turns against the clock."""

    dots: int = 200
    skew: float = 0.0
    grain: float = 6.0
    dust: int = 10
    paper: int = 238
    quality: int = 70
    turned: int = 0


def scan(source: Path, target: Path, scanner: Scanner = Scanner(), pages=None):
    """Write a PDF of pictures of the pages of another PDF; `pages` count from 1, None for all."""
    with pypdfium2.PdfDocument(source) as document:
        wanted = pages or range(1, len(document) + 1)
        pictures = [picture(document[page - 1], scanner) for page in wanted]
    first, *rest = [Image.fromarray(pixels) for pixels in pictures]
    first.save(target, "PDF", save_all=True, append_images=rest, resolution=scanner.dots, quality=scanner.quality)
    return target


def picture(page, scanner):
    """The grey picture that a scanner makes of a page."""
    bitmap = page.render(scale=scanner.dots / 72, grayscale=True)
    drawn = np.array(bitmap.to_numpy(), dtype=np.uint8)
    bitmap.close()
    drawn = drawn.reshape(drawn.shape[:2])
    return np.ascontiguousarray(np.rot90(worn(askew(drawn, scanner.skew), scanner), scanner.turned))


def askew(drawn, degrees):
    """A picture turned clockwise about its middle."""
    height, width = drawn.shape
    turning = cv2.getRotationMatrix2D((width / 2, height / 2), -degrees, 1.0)
    return cv2.warpAffine(drawn, turning, (width, height), flags=cv2.INTER_LINEAR, borderValue=255)


def worn(drawn, scanner):
    """The picture with the paper's shade, grain and dust, and a little blur."""
    chance = np.random.default_rng(1)
    blurred = cv2.GaussianBlur(drawn, (0, 0), 0.6).astype(np.float32)
    shaded = 40 + (scanner.paper - 40) * blurred / 255
    grained = shaded + chance.normal(0, scanner.grain, drawn.shape)
    height, width = drawn.shape
    for x, y in chance.integers(0, (width, height), (scanner.dust, 2)):
        cv2.circle(grained, (int(x), int(y)), 1, 70, -1)
    return np.clip(grained, 0, 255).astype(np.uint8)


def lines_of_text(count=30, size=(850, 1100)):
    """A picture of a page with bars where lines of words would be, at 100 dots to the inch."""
    drawn = np.full((size[1], size[0]), 255, dtype=np.uint8)
    chance = np.random.default_rng(2)
    for line in range(count):
        left = 80
        while left < size[0] - 120:
            width = int(chance.integers(15, 60))
            drawn[100 + 30 * line : 109 + 30 * line, left : left + width] = 20
            left += width + 8
    return drawn


def printed(text, size=30):
    """A strip with a line of text as a printer sets it, without OCR: (ink, the line as if it had been recognised)."""
    font = ImageFont.load_default(size)
    image = Image.new("L", (int(font.getlength(text)) + 2 * size, int(1.5 * size)), 255)
    ImageDraw.Draw(image).text((size, size // 5), text, font=font, fill=0)
    pixels = np.array(image)
    middles = [size + font.getlength(text[:at]) + font.getlength(text[at]) / 2 for at in range(len(text))]
    across = tuple(middle / pixels.shape[1] for middle in middles)
    corners = np.array([[0, 0], [1, 0], [1, 1], [0, 1]], dtype=np.float32) * pixels.shape[::-1]
    line = ReadLine(text, across, (None,) * len(text), 1.0, corners.astype(np.float32))
    return ink_of(pixels, np.full_like(pixels, 255)), line


def ink(pixels, scale=100 / 72):
    """The ink of a picture."""
    return ink_of(pixels, paper_of(pixels, scale))
