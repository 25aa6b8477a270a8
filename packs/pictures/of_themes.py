"""Pictures of a theme's story: "theme=neglect&theme=cme&of=years", drawn in bars large enough for a wall."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from django.http import QueryDict

from packs.content import Picture
from reviews.models import Theme
from reviews.theme_story import Story, story_of

if TYPE_CHECKING:
    from reviews.models.review import Visitor

# What of a theme's story can be drawn, with what it is called and what is counted.
PARTS = {
    "years": ("by year of publication", "Year", "Reviews"),
    "meets": ("with which other themes it meets", "Theme", "Reviews"),
    "addressees": ("to whom recommendations are made", "For whom", "Recommendations"),
}
# More bars than this cannot be read from the back of a room.
MOST_BARS = 12
WIDTH, ROW, LEFT, RIGHT = 1200, 44, 470, 1120
INK, PETROL, FONT = "#1e2429", "#24424f", "Libertinus Serif, Source Serif 4 Variable, Georgia, serif"
LONGEST_NAME = 40


@dataclass(frozen=True)
class OfThemes:
    """Which picture: of which themes, and of what of them."""

    themes: tuple[Theme, ...]
    part: str

    @classmethod
    def named_in(cls, query: QueryDict) -> "OfThemes | None":
        """Return the picture that `query` names; None where it names none."""
        keys, part = query.getlist("theme"), query.get("of", "")
        themes = {theme.key: theme for theme in Theme.objects.filter(key__in=keys)}
        if not themes or part not in PARTS:
            return None
        return cls(tuple(themes[key] for key in dict.fromkeys(keys) if key in themes), str(part))

    @property
    def title(self) -> str:
        """What it is called: "Neglect: by year of publication"."""
        return f"{' and '.join(theme.label for theme in self.themes)}: {PARTS[self.part][0]}"

    def drawn_for(self, viewer: "Visitor") -> Picture | None:
        """Return the picture as `viewer` may see it; None where there is nothing to count."""
        bars = _bars(story_of(self.themes, viewer), self.part)
        if not bars:
            return None
        _, head, unit = PARTS[self.part]
        said = ", ".join(f"{name} {count}" for name, count in bars)
        rows = tuple((name, str(count)) for name, count in bars)
        return Picture(svg=svg_of(bars), alt=f"{self.title}. {unit}: {said}.", rows=rows, header=(head, unit))


def _bars(story: Story, part: str) -> list[tuple[str, int]]:
    """Return the names and numbers: years as they went, the newest where they are too many; else the longest bars."""
    if part == "years":
        stated = sorted((year.name, year.count) for year in story.years if year.name.isdigit())
        return stated[-MOST_BARS:]
    bars = story.meets if part == "meets" else story.addressees
    return [(bar.name, bar.count) for bar in bars[:MOST_BARS]]


def svg_of(bars: Sequence[tuple[str, int]]) -> str:
    """Return bars with their names and numbers as SVG, without styles or scripts."""
    most = max((count for _, count in bars), default=1) or 1
    parts = [_bar(number, name, count, most) for number, (name, count) in enumerate(bars)]
    height = ROW * len(bars) + 20
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" height="{height}">'
        f"{''.join(parts)}</svg>"
    )


def _bar(number: int, name: str, count: int, most: int) -> str:
    top = 10 + ROW * number
    length = round((RIGHT - LEFT) * count / most, 1)
    short = name if len(name) <= LONGEST_NAME else f"{name[: LONGEST_NAME - 1].rstrip()}…"
    return (
        f'<text x="{LEFT - 14}" y="{top + 29}" text-anchor="end" font-family="{FONT}" font-size="26" fill="{INK}">'
        f"{escape(short)}</text>"
        f'<rect x="{LEFT}" y="{top + 6}" width="{length}" height="{ROW - 12}" fill="{PETROL}"/>'
        f'<text x="{LEFT + length + 12}" y="{top + 29}" font-family="{FONT}" font-size="26" fill="{INK}">{count}</text>'
    )
