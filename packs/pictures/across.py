"""Pictures of /insight/: "draw=years&theme=neglect", over the same filters, with the same numbers kept back."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from django.conf import settings
from django.http import QueryDict
from django.urls import reverse

from packs.content import Citation, Picture
from packs.exports.timeline_picture import FONT
from reviews.insight.drawing import FONT as FONT_OF_PAGES
from reviews.insight.drawing import svg_of
from reviews.insight.page import Pictures, one_picture
from reviews.insight.pictures import PICTURES
from reviews.insight.pictures import Picture as Insight
from reviews.insight.shapes import Shape
from reviews.insight.specs import WALL, spec_of

if TYPE_CHECKING:
    from reviews.models.review import Visitor


@dataclass(frozen=True)
class AcrossReviews:
    """Which picture: its name on the page of pictures, and the query string of the filters there."""

    name: str
    query: str

    @classmethod
    def named_in(cls, query: QueryDict) -> "AcrossReviews | None":
        """Return the picture that `query` names; None where it names none."""
        name = query.get("draw", "")
        if name not in PICTURES:
            return None
        filters = query.copy()
        del filters["draw"]
        return cls(str(name), filters.urlencode())

    @property
    def title(self) -> str:
        """What it is called on a pack's page: "Themes over the years"."""
        return PICTURES[self.name]

    def drawn_for(self, viewer: "Visitor") -> Picture | None:
        """Return the picture as `viewer` may see it; None where there is nothing to count."""
        page, drawn = one_picture(QueryDict(self.query), viewer, self.name)
        if drawn is None:
            return None
        note = f"{drawn.summary} {_of_what(page)}"
        return Picture(
            svg=_on_its_own(drawn), alt=f"{drawn.title}. {note}", rows=_rows(drawn.shape), header=_header(drawn.shape),
            note=note, citation=Citation("Crossread, Pictures across reviews", self._address(drawn.name)),
        )  # fmt: skip

    def _address(self, name: str) -> str:
        query = f"?{self.query}" if self.query else ""
        return f"{settings.SITE_URL}{reverse('insight')}{query}#{name}-h"


def _of_what(page: Pictures) -> str:
    """Return which reviews are counted, with a warning where they are few."""
    filters = "; ".join(chip.name for chip in page.chips)
    words = f"with the words “{page.parameters.words}”" if page.parameters.words else ""
    told = ", ".join(part for part in (words, filters) if part)
    few = ": do not generalise" if page.are_few else ""
    return f"{page.counted}{f' ({told})' if told else ''}{few}."


def _header(shape: Shape) -> tuple[str, str]:
    """Return the heads of two columns: a grid's numbers stand in words, since no sheet is as wide as its columns."""
    return shape.row_name, shape.unit if shape.is_bars else f"{shape.column_name}: {shape.unit.lower()}"


def _rows(shape: Shape) -> tuple[tuple[str, str], ...]:
    if shape.is_bars:
        return tuple((row, cells[0].shown) for row, cells in shape.table)
    told = (
        (row, "; ".join(f"{cell.column}: {cell.shown}" for cell in cells if cell.count)) for row, cells in shape.table
    )
    return tuple((row, words or "none") for row, words in told)


def _on_its_own(drawn: Insight) -> str:
    """Return the drawing with no links, in the font that exports have."""
    shape = drawn.shape
    unlinked = replace(shape, cells=tuple(replace(cell, address="") for cell in shape.cells))
    svg = svg_of(spec_of(unlinked, WALL), name=f"pack-{drawn.name}", label=drawn.title)
    return str(svg).replace(FONT_OF_PAGES, f'font-family="{FONT}"')
