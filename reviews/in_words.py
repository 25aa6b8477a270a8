"""A search said in words: in the names of saved searches and feeds, and over what is taken away."""

from reviews.facets import Labels, chips
from reviews.search import SearchParameters

SORTED = {"newest": "newest first", "oldest": "oldest first"}


def said(asked: SearchParameters, labels: Labels) -> list[str]:
    """Return what a search asks, one thing each: "Words: school", "Theme: Neglect", "All of these themes"."""
    themes = len(asked.values.get("theme", ()))
    ways = []
    if themes > 1:
        ways.append("All of these themes" if asked.match == "all" else "Any of these themes")
    if themes and asked.within == "item" and asked.kind is not None:
        ways.append(f"The themes stand in the {asked.show} themselves")
    words = [f"Words: {asked.words}"] if asked.words else []
    return [*words, *(chip.name for chip in chips(asked, labels)), *ways]


def name_of(asked: SearchParameters, labels: Labels) -> str:
    """Return a name for a search: "Findings: school, Neglect, not Ambermoor"."""
    values = [f"{'not ' if chip.is_excluded else ''}{chip.label}" for chip in chips(asked, labels)]
    things = [*([asked.words] if asked.words else []), *values]
    return f"{asked.show.capitalize()}: {', '.join(things)}" if things else f"All {asked.show}"
