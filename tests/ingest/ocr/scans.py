"""Pages as a scanner gives them: drawn, laid askew, with the paper's grain and dust, and squeezed into JPEGs in a PDF."""

from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
import pypdfium2
from PIL import Image


@dataclass(frozen=True)
class Scanner:
    """How pages are scanned. `skew` in degrees, `turned` in quarter turns against the clock, `dots` to the inch."""

    dots: int = 200
    skew: float = 0.0
    grain: float = 6.0
    dust: int = 60
    paper: int = 238
    quality: int = 70
    turned: int = 0
    seed: int = 1


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
    return np.ascontiguousarray(np.rot90(_worn(_askew(drawn, scanner.skew), scanner), scanner.turned))


def _askew(drawn, degrees):
    height, width = drawn.shape
    turning = cv2.getRotationMatrix2D((width / 2, height / 2), -degrees, 1.0)
    return cv2.warpAffine(drawn, turning, (width, height), flags=cv2.INTER_LINEAR, borderValue=255)


def _worn(drawn, scanner):
    """The picture with the paper's shade, grain and dust, and a little blur."""
    chance = np.random.default_rng(scanner.seed)
    blurred = cv2.GaussianBlur(drawn, (0, 0), 0.6).astype(np.float32)
    shaded = 40 + (scanner.paper - 40) * blurred / 255
    worn = shaded + chance.normal(0, scanner.grain, drawn.shape)
    height, width = drawn.shape
    for x, y in chance.integers(0, (width, height), (scanner.dust, 2)):
        cv2.circle(worn, (int(x), int(y)), int(chance.integers(1, 3)), 70, -1)
    return np.clip(worn, 0, 255).astype(np.uint8)
