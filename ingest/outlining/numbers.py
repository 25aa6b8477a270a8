"""Numbers as printed: what a paragraph or heading is numbered, and what is left of its text."""

import re

# "3.7", "3.7.", "5.1.3", "12.", "7": figures; a lone figure needs a stop, bracket or the hint that all of it is a heading.
FIGURES = re.compile(r"(?P<number>\d{1,3}(?:\.\d{1,3}){1,4}\.?|\d{1,2}[.):])\s+(?=\S)")
LONE = re.compile(r"(?P<number>\d{1,2})\s+(?=[A-Z‘“'\"(])")
LETTERS = re.compile(
    r"(?P<number>\((?:[a-zA-Z]|[ivxl]{1,6}|\d{1,2})\)|(?:[a-zA-Z]|[ivxl]{1,6}|[IVXL]{1,6})[.)])\s+(?=\S)"
)


def split_number(text: str, *, is_heading: bool = False) -> tuple[str | None, str]:
    """Return (number as printed without its last stop, the rest of the text); (None, text) where it has none."""
    match = FIGURES.match(text) or LETTERS.match(text) or (LONE.match(text) if is_heading else None)
    if match is None:
        return None, text
    return match["number"].rstrip(".:"), text[match.end() :]


def depth_of(number: str) -> int:
    """Return how deep a number of figures stands: 1 for "3", 2 for "3.7"; 0 for letters."""
    return len(number.strip(".").split(".")) if number[:1].isdigit() else 0
