"""Vega-Lite specifications of the two shapes: plain words in dark ink, one colour in five steps, no legend to look up.

Steps and inks are measured: words on the first three steps are dark, on the others white, 4.5 to 1 or better.
"""

from textwrap import wrap
from typing import Any

from reviews.insight.shapes import Cell, Shape

INK = "#1E2429"
QUIET = "#4A545D"
BAR = "#1F5166"
# From a step on, the share of the highest number at which it begins: its colour and the ink on it.
STEPS = (("#F5F3EF", INK), ("#DCE7EB", INK), ("#AECAD5", INK), ("#3C7288", "#FFFFFF"), ("#1F5166", "#FFFFFF"))
FONT = "Source Sans 3 Variable, Source Sans 3, Arial, sans-serif"
WIDTH = 560
# The name of a row is broken into lines of so many letters.
NAME_LETTERS = 34
# Addresses need a site for Vega; the drawing takes it away again.
SITE = "https://crossread.invalid"


def spec_of(shape: Shape) -> dict[str, Any]:
    """Return the specification of a shape."""
    return _spec(_bars(shape)) if shape.is_bars else _spec(_grid(shape))


def _spec(parts: dict[str, Any]) -> dict[str, Any]:
    axis = {"labelFont": FONT, "labelFontSize": 14, "labelColor": INK, "labelLimit": 370,
            "titleFont": FONT,
            "titleFontSize": 14, "titleColor": QUIET, "titleFontWeight": "normal", "domain": False, "ticks": False,
            "grid": False, "labelPadding": 8}  # fmt: skip
    config = {"axis": axis, "view": {"stroke": None}, "background": None, "text": {"font": FONT, "fontSize": 14}}
    return {"$schema": "https://vega.github.io/schema/vega-lite/v5.json", "padding": 8, "config": config, **parts}


def _bars(shape: Shape) -> dict[str, Any]:
    rows = [_datum(cell) for cell in shape.cells]
    y = _rows()
    x = {"field": "drawn", "type": "quantitative", "axis": None, "scale": {"domain": [0, max(shape.most, 1)]}}
    text = {"type": "text", "align": "left", "baseline": "middle", "dx": 6, "color": INK}
    return {
        "data": {"values": rows}, "width": WIDTH - 120, "height": {"step": 30},
        "encoding": {"y": y, "x": x},
        "layer": [
            {"mark": {"type": "bar", "color": BAR, "height": 18}, "encoding": _linked()},
            {"mark": text, "encoding": {"text": {"field": "shown"}}},
        ],
    }  # fmt: skip


def _grid(shape: Shape) -> dict[str, Any]:
    rows = [{**_datum(cell), **_step(cell, shape.most)} for cell in shape.cells]
    y = _rows()
    tilted = max(map(len, shape.columns), default=0) > 4
    axis = {"title": None, "orient": "top", "labelAngle": -38 if tilted else 0, "labelAlign": "left" if tilted else
            "center", "labelLimit": 300}  # fmt: skip
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


def _rows() -> dict[str, Any]:
    axis = {"title": None, "labelExpr": "split(datum.label, '\\n')", "labelLineHeight": 15}
    return {"field": "row", "type": "nominal", "sort": None, "axis": axis}


def _linked() -> dict[str, Any]:
    return {"href": {"field": "href"}, "description": {"field": "description"}}


def _datum(cell: Cell) -> dict[str, Any]:
    named = f"{cell.row}, {cell.column}" if cell.column else cell.row
    return {
        "row": "\n".join(wrap(cell.row, NAME_LETTERS)), "column": cell.column,
        "drawn": 0 if cell.is_kept_back else cell.count, "shown": cell.shown,
        "short": "≤2" if cell.is_kept_back else str(cell.count or "·"), "description": f"{named}: {cell.shown}",
        "href": f"{SITE}{cell.link}" if cell.link else None,
    }  # fmt: skip


def _step(cell: Cell, most: int) -> dict[str, str]:
    count = 0 if cell.is_kept_back else cell.count
    step = 0 if not count else min(len(STEPS) - 1, 1 + (count - 1) * (len(STEPS) - 1) // max(most, 1))
    colour, ink = STEPS[step]
    return {"colour": colour, "ink": QUIET if not cell.count else ink}
