"""The growth of the search page's cost as a picture for the documentation, from the figures of every size."""

import json
from pathlib import Path
from typing import Any

import vl_convert

from bench.measured import EVERYTHING
from bench.report import kept

PICTURE = Path(__file__).resolve().parents[1] / "docs" / "pictures" / "search-growth.svg"
COLOURS = ("#11325f", "#866727", "#227777")
DASHES = ([1, 0], [6, 3], [2, 3])


def draw(folder: Path) -> None:
    """Write the picture."""
    PICTURE.parent.mkdir(exist_ok=True)
    PICTURE.write_text(vl_convert.vegalite_to_svg(json.dumps(specification(kept(folder)))))


def specification(figures: dict[str, dict[str, dict[str, dict[str, float]]]]) -> dict[str, Any]:
    """Return the picture as Vega-Lite: p95 of all questions by number of passages, a line for each engine."""
    rows = [
        {"passages": int(passages), "engine": engine, "ms": times["p95"]}
        for passages, table in figures.items()
        for engine, times in table[EVERYTHING].items()
    ]
    engines = list(dict.fromkeys(row["engine"] for row in rows))
    last = [row for row in rows if row["passages"] == max(int(passages) for passages in figures)]
    across = {"field": "passages", "type": "quantitative", "scale": {"type": "log"}, "title": "passages"}
    up = {"field": "ms", "type": "quantitative", "scale": {"type": "log"}, "title": "p95 of a page, ms"}
    colour = {"field": "engine", "type": "nominal", "scale": {"domain": engines, "range": COLOURS}, "legend": None}
    dash = {"field": "engine", "type": "nominal", "scale": {"domain": engines, "range": DASHES}, "legend": None}
    lines = {
        "mark": {"type": "line", "point": True},
        "encoding": {"x": across, "y": up, "color": colour, "strokeDash": dash},
    }
    names = {
        "data": {"values": last},
        "mark": {"type": "text", "align": "left", "dx": 8},
        "encoding": {"x": across, "y": up, "color": colour, "text": {"field": "engine"}},
    }
    return {"width": 420, "height": 280, "padding": {"right": 90}, "data": {"values": rows}, "layer": [lines, names]}
