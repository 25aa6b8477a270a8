"""Markers that a paragraph or list item begins with: bullets, numbers, letters, roman numerals."""

import re

# Signs used as bullets, those of symbol fonts in the private use area among them ("" is Word's dot).
BULLETS = "•◦▪▫●○■□‣⁃∙·➢➤►▶✓✔❖♦◆–—\uf0b7\uf0a7\uf0d8\uf0fc\uf076\uf0a8\uf02d\uf0be\uf0e0"
BULLET = re.compile(rf"(?:[{BULLETS}]|-|\*|o(?=\s))\s*")
# "1", "1.", "1.2", "5.1.3.", "12)": figures, with a stop or bracket or more figures after.
FIGURES = re.compile(r"(\d{1,3}(?:\.\d{1,3}){0,4}[.):]?)(?=\s|$)")
# "(a)", "a)", "a.", "(iv)", "iv.": letters and roman numerals need a bracket or stop.
LETTERS = re.compile(
    r"(\((?:[a-z]{1,2}|[ivxl]{1,6}|\d{1,2}|[A-Z])\)|(?:[a-z]|[ivxl]{1,6}|[A-Z]|[IVXL]{1,6})[.)])(?=\s|$)"
)


def bullet_of(text: str) -> str | None:
    """Return the bullet that a line begins with, None where there is none."""
    match = BULLET.match(text)
    if match is None or (text[0] in "-–—*" and not match[0].endswith(" ") and len(text) > 1):
        return None
    return match[0].strip()


def number_of(text: str) -> str | None:
    """Return the number or letter that a line begins with, as printed; None where there is none."""
    match = FIGURES.match(text) or LETTERS.match(text)
    return match[1] if match else None


def marker_of(text: str) -> str | None:
    """Return the bullet, number or letter that a line begins with."""
    return bullet_of(text) or number_of(text)
