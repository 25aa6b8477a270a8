"""Numbers as printed: what a paragraph or heading is numbered, and what is left of its text."""

import re

# "3.7", "3.7.", "5.1.3": figures parted by stops; "12.", "4)", "7:": one figure with its stop.
FIGURES = re.compile(r"(?P<number>\d{1,3}(?:\.\d{1,3}){1,4}[.):]?|\d{1,3}[.):])(?:\s+|(?=[A-Z‘“\"'(]))(?=\S)")
# "7 Conclusions": a bare figure numbers a heading only, and only before a capital; "7 June" is a date.
LONE = re.compile(
    r"(?P<number>\d{1,2})\s+(?=[A-Z‘“'\"(])(?!(?:(?:January|February|March|April|May|June|July|August|September|October|"
    r"November|December)(?:,?\s+(?:19|20)?\d\d\b|\W*$|\s*[–—:-])|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b))"
)
# "(a)", "b)", "iv.", "C.": letters and roman numerals have a bracket or stop.
LETTERS = re.compile(
    r"(?P<number>\((?:[a-z]{1,2}|[A-Z]|[ivxl]{1,6}|\d{1,2})\)|(?:[a-zA-Z]|[ivxl]{1,6}|[IVXL]{1,6})[.)])\s+(?=\S)"
)
# What looks like a number and is an initial or a date: "A. Marsh", "3.4.2019", "10.30 am", "5. 6. 2014".
_INITIAL = re.compile(r"[A-Z]\.\s(?:[A-Z]\.\s)*[A-Z][a-z]+(?:\s|,|$)")
_DATE_OR_TIME = re.compile(
    r"\d{1,2}\.\s?\d{1,2}\.\s?(?:19|20)?\d\d\b|\d{1,2}[.:]\d\d\s?(?:am|pm|hours|hrs)\b", re.IGNORECASE
)
_PERCENT = re.compile(r"\d{1,3}(?:\.\d+)?\s*(?:%|per ?cent\b|kg\b|cm\b|years?\b|months?\b|weeks?\b|days?\b)")


def split_number(text: str, *, is_heading: bool = False) -> tuple[str | None, str]:
    """Return (number as printed without its last stop, the rest of the text); (None, text) where it has none."""
    if _DATE_OR_TIME.match(text) or _PERCENT.match(text):
        return None, text
    match = FIGURES.match(text) or LETTERS.match(text) or (LONE.match(text) if is_heading else None)
    if match is None or (match.re is LETTERS and _INITIAL.match(text) and not is_heading):
        return None, text
    return match["number"].rstrip(".:"), text[match.end() :]


def depth_of(number: str | None) -> int:
    """Return how deep a number of figures stands: 1 for "3", 2 for "3.7"; 0 for letters and for none."""
    if not number or not number[:1].isdigit():
        return 0
    return len(number.strip(".)").split("."))
