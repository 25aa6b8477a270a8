"""A page's rectangles, lines and pictures, out of its path objects; those inside forms too."""

import ctypes
import itertools
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from ingest.pages import Rect
from ingest.pdfium.placing import Placing

# With more shapes than this a page is a drawing: no tables are looked for in it, and the rest of it is not read.
MAX_SHAPES = 4000
# Forms within forms; a form that holds itself would never end.
MAX_DEPTH = 8


class Matrix(NamedTuple):
    """A transformation of the plane, as PDF writes it."""

    a: float = 1.0
    b: float = 0.0
    c: float = 0.0
    d: float = 1.0
    e: float = 0.0
    f: float = 0.0

    def apply(self, x: float, y: float) -> tuple[float, float]:
        """Return where a point comes to lie."""
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    def after(self, first: "Matrix") -> "Matrix":
        """Return the transformation that does `first` and then this one."""
        a, b = self.a * first.a + self.c * first.b, self.b * first.a + self.d * first.b
        c, d = self.a * first.c + self.c * first.d, self.b * first.c + self.d * first.d
        e, f = self.apply(first.e, first.f)
        return Matrix(a, b, c, d, e, f)


@dataclass
class Shapes:
    """What a page draws. `edges` are left, top, right, bottom of straight level and upright strokes and sides."""

    rects: list[Rect] = field(default_factory=list)
    lines: list[Rect] = field(default_factory=list)
    edges: list[tuple[float, float, float, float]] = field(default_factory=list)
    picture_area: float = 0.0
    count: int = 0

    @property
    def is_drawing(self) -> bool:
        """Return whether the page has more shapes than tables and boxes ever have."""
        return self.count > MAX_SHAPES


def shapes_of(page: Any, placing: Placing) -> Shapes:
    """Return what a page draws."""
    shapes = Shapes()
    count = pdfium.FPDFPage_CountObjects(page)
    objects = (pdfium.FPDFPage_GetObject(page, index) for index in range(count))
    _collect(objects, Matrix(), placing, shapes, 0)
    return shapes


def _collect(objects: Iterator[Any], outer: Matrix, placing: Placing, shapes: Shapes, depth: int) -> None:
    for item in objects:
        if shapes.is_drawing:
            return
        kind = pdfium.FPDFPageObj_GetType(item)
        if kind == pdfium.FPDF_PAGEOBJ_PATH:
            _add_path(item, outer, placing, shapes)
        elif kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            corners = _corners(outer.after(_matrix(item)), placing)
            shapes.picture_area += (corners[2] - corners[0]) * (corners[3] - corners[1])
        elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < MAX_DEPTH:
            count = pdfium.FPDFFormObj_CountObjects(item)
            inner = (pdfium.FPDFFormObj_GetObject(item, index) for index in range(max(count, 0)))
            _collect(inner, outer.after(_matrix(item)), placing, shapes, depth + 1)


def _matrix(item: Any) -> Matrix:
    raw = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(item, ctypes.byref(raw))
    return Matrix(raw.a, raw.b, raw.c, raw.d, raw.e, raw.f)


def _corners(matrix: Matrix, placing: Placing) -> tuple[float, float, float, float]:
    """Return the place of a picture: the unit square transformed."""
    points = [placing.point(*matrix.apply(x, y)) for x, y in ((0, 0), (1, 0), (0, 1), (1, 1))]
    xs, ys = [point[0] for point in points], [point[1] for point in points]
    width, height = placing.size
    return max(min(xs), 0), max(min(ys), 0), min(max(xs), width), min(max(ys), height)


def _add_path(item: Any, outer: Matrix, placing: Placing, shapes: Shapes) -> None:
    mode, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(item, ctypes.byref(mode), ctypes.byref(stroke))
    if not mode.value and not stroke.value:
        return
    fill = _colour(item) if mode.value else None
    if mode.value and fill is None and not stroke.value:
        return
    matrix = outer.after(_matrix(item))
    for points, is_curved in _subpaths(item):
        shapes.count += 1
        placed = [placing.point(*matrix.apply(x, y)) for x, y in points]
        _add_shape(placed, fill, is_stroked=bool(stroke.value), is_curved=is_curved, shapes=shapes)


def _subpaths(item: Any) -> Iterator[tuple[list[tuple[float, float]], bool]]:
    """Yield the points of each subpath, closed ones with their first point again, and whether it has curves."""
    x, y = ctypes.c_float(), ctypes.c_float()
    x_at, y_at = ctypes.byref(x), ctypes.byref(y)
    points: list[tuple[float, float]] = []
    is_curved = False
    for index in range(min(pdfium.FPDFPath_CountSegments(item), MAX_SHAPES)):
        segment = pdfium.FPDFPath_GetPathSegment(item, index)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        if kind == pdfium.FPDF_SEGMENT_MOVETO and points:
            yield points, is_curved
            points, is_curved = [], False
        pdfium.FPDFPathSegment_GetPoint(segment, x_at, y_at)
        points.append((x.value, y.value))
        is_curved = is_curved or kind == pdfium.FPDF_SEGMENT_BEZIERTO
        if pdfium.FPDFPathSegment_GetClose(segment) and points[-1] != points[0]:
            points.append(points[0])
    if points:
        yield points, is_curved


def _add_shape(
    points: list[tuple[float, float]],
    fill: tuple[float, float, float] | None,
    *,
    is_stroked: bool,
    is_curved: bool,
    shapes: Shapes,
) -> None:
    xs, ys = [point[0] for point in points], [point[1] for point in points]
    left, top, right, bottom = min(xs), min(ys), max(xs), max(ys)
    if len(points) == 2:
        shapes.lines.append(Rect(left, top, right, bottom))
        shapes.edges.append((left, top, right, bottom))
    elif is_curved or _is_rectangle(points):
        shapes.rects.append(Rect(left, top, right, bottom, fill, is_stroked))
        if not is_curved:
            shapes.edges += _sides(left, top, right, bottom)
    else:
        shapes.edges += _level_edges(points)


def _is_rectangle(points: list[tuple[float, float]]) -> bool:
    """Return whether four corners, the first perhaps again at the end, have sides that are level and upright."""
    if len(points) not in (4, 5) or (len(points) == 5 and points[4] != points[0]):
        return False
    sides = [(one, points[(index + 1) % 4]) for index, one in enumerate(points[:4])]
    return all(abs(a[0] - b[0]) < 0.05 or abs(a[1] - b[1]) < 0.05 for a, b in sides)


def _sides(left: float, top: float, right: float, bottom: float) -> list[tuple[float, float, float, float]]:
    return [
        (left, top, right, top),
        (left, bottom, right, bottom),
        (left, top, left, bottom),
        (right, top, right, bottom),
    ]


def _level_edges(points: list[tuple[float, float]]) -> list[tuple[float, float, float, float]]:
    edges = []
    for one, other in itertools.pairwise(points):
        if one[0] == other[0] or one[1] == other[1]:
            edges.append((min(one[0], other[0]), min(one[1], other[1]), max(one[0], other[0]), max(one[1], other[1])))
    return edges


def _colour(item: Any) -> tuple[float, float, float] | None:
    """Return what a shape is filled with, None for what can be seen through altogether."""
    parts = [ctypes.c_uint() for _ in range(4)]
    if not pdfium.FPDFPageObj_GetFillColor(item, *parts):
        return 0.0, 0.0, 0.0
    red, green, blue, alpha = (part.value for part in parts)
    if alpha == 0:
        return None
    return red / 255, green / 255, blue / 255
