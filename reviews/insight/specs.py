"""Vega-Lite specifications of the two shapes: plain words in dark ink, one colour in five steps, no legend to look up.

Steps and inks are measured: words on the first three steps are dark, on the others white, 4.5 to 1 or better.
"""

from dataclasses import dataclass
from typing import Any

from reviews.insight.shapes import Cell, Shape

INK = "#1E2429"
QUIET = "#4A545D"
BAR = "#1F5166"
# From a step on, the share of the highest number at which it begins: its colour and the ink on it.
STEPS = (("#F5F3EF", INK), ("#DCE7EB", INK), ("#AECAD5", INK), ("#3C7288", "#FFFFFF"), ("#1F5166", "#FFFFFF"))
FONT = "Source Sans 3 Variable, Source Sans 3, Arial, sans-serif"
WIDTH = 560
# Addresses need a site for Vega; the drawing takes it away again.
SITE = "https://crossread.invalid"


@dataclass(frozen=True)
class Size:
    """How large words are, in units of which a row is 30 high, and how long the names of rows and columns may be.

    These are measured in another font, which is wider than that of the page.
    """

    letters: int
    longest_name: int
    longest_column: int


PAGE = Size(letters=14, longest_name=520, longest_column=300)
# To be read from the back of a room.
WALL = Size(letters=20, longest_name=560, longest_column=330)


def spec_of(shape: Shape, size: Size = PAGE) -> dict[str, Any]:
    """Return the specification of a shape."""
    return _spec(_bars(shape) if shape.is_bars else _grid(shape, size), size)


def _spec(parts: dict[str, Any], size: Size) -> dict[str, Any]:
    axis = {"labelFont": FONT, "labelFontSize": size.letters, "labelColor": INK, "labelLimit": size.longest_name,
            "titleFont": FONT, "titleFontSize": size.letters, "titleColor": QUIET, "titleFontWeight": "normal",
            "domain": False, "ticks": False, "grid": False, "labelPadding": 8}  # fmt: skip
    text = {"font": FONT, "fontSize": size.letters}
    config = {"axis": axis, "view": {"stroke": None}, "background": None, "text": text}
    return {"$schema": "https://vega.github.io/schema/vega-lite/v5.json", "padding": 8, "config": config, **parts}


def _bars(shape: Shape) -> dict[str, Any]:
    rows = [_datum(cell) for cell in shape.cells]
    y = {"field": "row", "type": "nominal", "sort": None, "axis": {"title": None}}
    x = {"field": "drawn", "type": "quantitative", "axis": None, "scale": {"domain": [0, max(shape.most, 1)]}}
    text = {"type": "text", "align": "left", "baseline": "middle", "dx": 6, "color": INK}
    return {
        "data": {"values": rows}, "width": WIDTH - 160, "height": {"step": 30},
        "encoding": {"y": y, "x": x},
        "layer": [
            {"mark": {"type": "bar", "color": BAR, "height": 18}, "encoding": _linked()},
            {"mark": text, "encoding": {"text": {"field": "shown"}}},
        ],
    }  # fmt: skip


def _grid(shape: Shape, size: Size) -> dict[str, Any]:
    rows = [{**_datum(cell), **_step(cell, shape.most)} for cell in shape.cells]
    y = {"field": "row", "type": "nominal", "sort": None, "axis": {"title": None}}
    tilted = max(map(len, shape.columns), default=0) > 4
    axis = {"title": None, "orient": "top", "labelAngle": -38 if tilted else 0, "labelAlign": "left" if tilted else
            "center", "labelLimit": size.longest_column}  # fmt: skip
    x = {"field": "column", "type": "nominal", "sort": None, "axis": axis}
    colour: dict[str, Any] = {"field": "colour", "type": "nominal", "scale": None}
    cell = {"type": "rect", "stroke": "#FFFFFF", "strokeWidth": 2}
    ink: dict[str, Any] = {"field": "ink", "type": "nominal", "scale": None}
    return {
        "data": {"values": rows}, "width": {"step": max(34, min(64, WIDTH // max(len(shape.columns), 1)))},
        "height": {"step": 30}, "encoding": {"y": y, "x": x},
        "layer": [
            {"mark": cell, "encoding": {"color": colour, **_linked()}},
            {"mark": {"type": "text"}, "encoding": {"text": {"field": "short"}, "color": ink}},
        ],
    }  # fmt: skip


def _linked() -> dict[str, Any]:
    return {"href": {"field": "href"}, "description": {"field": "description"}}


def _datum(cell: Cell) -> dict[str, Any]:
    named = f"{cell.row}, {cell.column}" if cell.column else cell.row
    return {
        "row": cell.row, "column": cell.column,
        "drawn": 0 if cell.is_kept_back else cell.count, "shown": cell.shown,
        "short": "×" if cell.is_kept_back else str(cell.count or "·"), "description": f"{named}: {cell.shown}",
        "href": f"{SITE}{cell.link}" if cell.link else None,
    }  # fmt: skip


def _step(cell: Cell, most: int) -> dict[str, str]:
    count = 0 if cell.is_kept_back else cell.count
    step = 0 if not count else min(len(STEPS) - 1, 1 + (count - 1) * (len(STEPS) - 1) // max(most, 1))
    colour, ink = STEPS[step]
    return {"colour": colour, "ink": QUIET if not cell.count else ink}
