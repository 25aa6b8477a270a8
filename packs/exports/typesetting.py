"""Typst: data in, PDF or PNG out. What stands in the data is text to it, never markup; it reads no file but ours."""

import json
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import typst

TEMPLATES = Path(__file__).resolve().parent / "typst"
# Seconds since 1970, midnight UTC of 1 January 2026: the same pack always gives the same bytes.
CREATED = 1_767_225_600
PIXELS_PER_INCH = 200


def typeset(template: str, data: Mapping[str, Any], pictures: Mapping[str, bytes]) -> bytes:
    """Return a tagged PDF (PDF/UA-1) of `data` as `template` sets it. Raises typst.TypstError."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        for source in TEMPLATES.glob("*.typ"):
            shutil.copy(source, root)
        (root / "data.json").write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
        for name, picture in pictures.items():
            (root / name).write_bytes(picture)
        made = typst.compile(
            root / template, root=root, ignore_system_fonts=True, format="pdf", pdf_standards="ua-1", timestamp=CREATED
        )
    assert isinstance(made, bytes)  # one file, since the format is PDF
    return made


def svg_to_png(svg: str) -> bytes:
    """Return a drawing as pixels, sharp enough for a wall."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        (root / "drawing.svg").write_text(svg, encoding="utf-8")
        (root / "page.typ").write_text(
            '#set page(width: auto, height: auto, margin: 0pt, fill: white)\n#image("drawing.svg", width: 10in)\n',
            encoding="utf-8",
        )
        made = typst.compile(root / "page.typ", root=root, ignore_system_fonts=True, format="png", ppi=PIXELS_PER_INCH)
    assert isinstance(made, bytes)  # one page
    return made
