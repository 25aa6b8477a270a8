"""The drawing of a timeline: numbered marks in order, each with its date, and how much time went by between. Pure.

The distances are not to scale, and say so by naming the time: so that every date can be read from the back of a room.
"""

from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from xml.sax.saxutils import escape

from packs.content import Event, Picture
from packs.slides import Slide

WIDTH, HEIGHT, LINE = 1200, 360, 180
MARGIN, RADIUS = 95, 26
INK, QUIET, PETROL, PAPER = "#1e2429", "#4a545d", "#24424f", "#ffffff"
FONT = "Libertinus Serif, Source Serif 4 Variable, Georgia, serif"
# A date is broken into lines of so many letters, so that neighbours do not touch.
LETTERS_IN_A_LINE = 12
DAYS_IN_A_MONTH, MONTHS_IN_TWO_YEARS = 30.44, 24


def picture_of(events: Sequence[Event], review: str) -> Picture:
    """Return the drawing of some events, what it shows in words, and the same as a table."""
    svg = svg_of(events)
    return Picture(svg=svg, alt=alt_of(events, review), rows=rows_of(events))


def picture_on(slide: Slide) -> Picture | None:
    """Return the picture that stands on a slide; None where none does."""
    return slide.picture or (picture_of(slide.drawing, slide.title) if slide.drawing else None)


def alt_of(events: Sequence[Event], review: str) -> str:
    """Return what the drawing shows."""
    if not events:
        return f"Timeline of {review}, without events."
    number = "1 event" if len(events) == 1 else f"{len(events)} events"
    return f"Timeline of {review}: {number}, from {events[0].date} to {events[-1].date}. Each is told in the text."


def rows_of(events: Sequence[Event]) -> tuple[tuple[str, ...], ...]:
    """Return number, date and text of each event."""
    return tuple((str(number), event.date, event.text) for number, event in enumerate(events, start=1))


def svg_of(events: Sequence[Event]) -> str:
    """Return the drawing as SVG, without styles or scripts."""
    places = _places(len(events))
    parts = [f'<line x1="20" y1="{LINE}" x2="{WIDTH - 20}" y2="{LINE}" stroke="{QUIET}" stroke-width="3"/>']
    parts += [_between(one, two, left, right) for (one, two), (left, right) in
              zip(pairwise(events), pairwise(places), strict=True)]  # fmt: skip
    parts += [_mark(number, event, x) for number, (event, x) in enumerate(zip(events, places, strict=True), start=1)]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}">'
        f"{''.join(parts)}</svg>"
    )


def _places(number: int) -> list[float]:
    if number == 1:
        return [WIDTH / 2]
    step = (WIDTH - 2 * MARGIN) / max(number - 1, 1)
    return [round(MARGIN + step * at, 1) for at in range(number)]


def _mark(number: int, event: Event, x: float) -> str:
    """Return a numbered mark, hollow where the date is vague, and the date above or below it."""
    fill, ink = (PAPER, PETROL) if event.is_vague else (PETROL, PAPER)
    dashes = ' stroke-dasharray="5 4"' if event.is_vague else ""
    above = number % 2 == 1
    lines = _lines(event.date)
    first = LINE - 46 - 33 * (len(lines) - 1) if above else LINE + 68
    dates = "".join(_text(line, x, first + 33 * row, 30, INK) for row, line in enumerate(lines))
    return (
        f'<circle cx="{x}" cy="{LINE}" r="{RADIUS}" fill="{fill}" stroke="{PETROL}" stroke-width="3"{dashes}/>'
        f"{_text(str(number), x, LINE + 8, 23, ink, bold=True)}{dates}"
    )


def _between(one: Event, two: Event, left: float, right: float) -> str:
    """Return how much time went by, where it is two months or more and there is room to say it."""
    said = time_between(one.earliest, two.earliest)
    if not said or right - left < 130:
        return ""
    return _text(said, (left + right) / 2, LINE - 12, 20, QUIET)


def time_between(one: str, two: str) -> str:
    """Return the time between two days in words: "5 months", "3 years"; empty for less than two months."""
    try:
        months = round((date.fromisoformat(two) - date.fromisoformat(one)).days / DAYS_IN_A_MONTH)
    except ValueError:
        return ""
    # An event without a day of its own stands at the end of time.
    if months < 2 or two.startswith("9999"):
        return ""
    return f"{months} months" if months < MONTHS_IN_TWO_YEARS else f"{round(months / 12)} years"


def _lines(words: str) -> list[str]:
    lines = [""]
    for word in words.split()[:8]:
        if lines[-1] and len(lines[-1]) + 1 + len(word) > LETTERS_IN_A_LINE:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return lines[:3]


def _text(words: str, x: float, y: float, size: int, colour: str, *, bold: bool = False) -> str:
    weight = ' font-weight="bold"' if bold else ""
    return (
        f'<text x="{x}" y="{y}" font-family="{FONT}" font-size="{size}" fill="{colour}" text-anchor="middle"{weight}>'
        f"{escape(words)}</text>"
    )
