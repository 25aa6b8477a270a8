"""The points inside a table's cell: its bullets or numbers, else the cell as it is."""

import re

_BULLET = re.compile(r"(?:^|\s)[•●▪◦○‣➢]\s+")
_NUMBER = re.compile(r"(?:^|(?<=[.;:?!])\s+|\n\s*)(?P<number>\d{1,2}|[a-z])[.)]\s+(?=[A-Z‘“\"'])")
# Fewer words than a point that says something has.
POINT_WORDS = 4


def points_in(text: str) -> list[tuple[str | None, str]]:
    """Return (number, text) of each point in a cell; one without a number where the cell is a single text."""
    text = text.strip()
    if len(_BULLET.findall(text)) > 1 or re.match(r"[•●▪◦○‣➢]", text):
        parts = [part.strip() for part in _BULLET.split(text)]
        return [(None, part) for part in parts if len(part.split()) >= POINT_WORDS]
    numbers = list(_NUMBER.finditer(text))
    if len(numbers) > 1 and numbers[0].start() == 0 and _count_on([found["number"] for found in numbers]):
        ends = [found.start() for found in numbers[1:]] + [len(text)]
        return [(found["number"], text[found.end() : end].strip()) for found, end in zip(numbers, ends, strict=True)]
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    if len(lines) > 1 and all(re.search(r"[.;?]$", line) for line in lines[:-1]):
        return [(None, line) for line in lines]
    return [(None, " ".join(text.split()))] if text else []


def _count_on(numbers: list[str]) -> bool:
    """Whether numbers or letters count from the first of their kind without a gap."""
    if all(number.isdecimal() for number in numbers):
        return [int(number) for number in numbers] == list(range(1, len(numbers) + 1))
    return [ord(number) for number in numbers] == list(range(ord("a"), ord("a") + len(numbers)))
