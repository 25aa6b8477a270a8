"""Markers that a paragraph or list item begins with: bullets, numbers, letters, roman numerals."""

import re

# Signs used as bullets; those of symbol fonts stand in the private use area.
SIGNS = "•◦▪▫●○■□‣⁃∙·➢➤►▶▸✓✔❖♦◆⬥⮚\uf0b7\uf0a7\uf0d8\uf0fc\uf076\uf0a8\uf02d\uf0be\uf0e0\uf0f0\uf06e\uf071"
BULLET = re.compile(rf"[{SIGNS}](?!\d)|o(?=\s+[^\W\d_])")
DASH = re.compile(r"[-–—*](?=\s)")
# "3.7", "5.1.3.", "10.2)": figures parted by stops.
PARTED = re.compile(r"\d{1,3}(?:\.\d{1,3}){1,4}[.):]?(?=\s|$)")
# "1.", "12)", "4:": a figure with its stop.
STOPPED = re.compile(r"\d{1,3}[.):](?=\s|$)")
# "(a)", "a)", "iv.", "(12)", "B.": letters and roman numerals need a bracket or stop.
LETTERED = re.compile(
    r"(?:\((?:[a-z]{1,2}|[ivxl]{1,6}|\d{1,2}|[A-Z])\)|(?:[a-z]|[ivxl]{1,6}|[A-Z]|[IVXL]{1,6})[.)])(?=\s|$)"
)
# "R7 The Board": a code that counts, told by the one before it
CODED = re.compile(r"(?P<letters>[A-Z]{1,4}) ?(?P<figure>\d{1,2})[.:)]?(?=\s)")
# "7" alone: only what stands apart from its text can tell.
LONE = re.compile(r"\d{1,2}(?=\s|$)")


def bullet_of(text: str) -> str | None:
    """Return the bullet that a text begins with, a dash or asterisk too; None where there is none."""
    match = BULLET.match(text) or DASH.match(text)
    return match[0] if match else None


def number_of(text: str) -> str | None:
    """Return the number or letter that a text begins with, as printed; None where there is none or it stands bare."""
    match = PARTED.match(text) or STOPPED.match(text) or LETTERED.match(text)
    return match[0] if match else None


def marker_of(text: str) -> str | None:
    """Return the bullet, number or letter that a text begins with."""
    return bullet_of(text) or number_of(text)
