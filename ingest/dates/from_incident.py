"""Words that count from the death or incident: "two days before his death", "the day before she died"."""

import re
from dataclasses import dataclass

from ingest.dates.relative import COUNTED_UNITS, Shift, Unit
from ingest.dates.vocabulary import NUMBER, WEEKDAYS, count_of

_DEATH = (
    r"(?:(?:his|her|their|the|(?!Mother|Father|Grand|Mum|Dad|Sibling|Partner|Husband|Wife)[A-Z][\w]*(?:\s[A-Z0-9][\w]*)?[’'](?:s)?)\s+(?:(?:fatal|serious|critical|final|index)\s+)?"
    r"(?:death|murder|homicide|suicide|incident|stabbing|fire|injury|injuries|collapse)\b|(?:he|she|they|(?!Mother|Father|Grand)[A-Z]\w+)\s+(?:died|was\s+killed)\b)"
)
_COUNTED = re.compile(
    rf"(?i:\b(?P<about>(?:around|about|approximately|almost|nearly|just\s+(?:over|under)|over|some)\s+)?(?P<count>{NUMBER})\s+"
    rf"(?P<unit>day|week|fortnight|month|year)s?\s+(?P<side>before|prior\s+to|preceding|after|following))\s+{_DEATH}"
)
_NEXT_DAY = re.compile(rf"\b(?P<side>[Tt]he\s+(?:day|night|evening)\s+(?:before|after))\s+{_DEATH}")
# "On the Thursday before his death"
_WEEKDAY_BEFORE = re.compile(rf"\b[Tt]he\s+(?P<weekday>{'|'.join(WEEKDAYS)})\s+before\s+{_DEATH}")
_THAT_DAY = re.compile(rf"\b(?:[Oo]n\s+)?the\s+(?:day|morning|evening|night|afternoon)\s+of\s+{_DEATH}")


# Every one of the ways has one of these words; most sentences have none.
_HINT = re.compile(
    r"(?i:\b(?:before|prior\s+to|preceding|after|following)\s)|\bthe\s+(?:day|morning|evening|night|afternoon)\s+of\s"
)

# "In the twelve months before her death": a stretch of time, and no day in it.
_STRETCH = re.compile(r"\b(?:in|over|during|throughout|within|for|across)\s+(?:the\s+)?(?:\w+\s+)?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class FromIncident:
    """A shift from the day of the death or incident, as printed from `start` to `end` of a text."""

    start: int
    end: int
    printed: str
    shift: Shift


def find_from_incident(text: str) -> tuple[FromIncident, ...]:
    """Return the words of a text that count from the death or incident, in order."""
    if not _HINT.search(text):
        return ()
    found = [
        FromIncident(*match.span(), match.group(), _shift(match))
        for match in _COUNTED.finditer(text)
        if not _STRETCH.search(text[: match.start()])
    ]
    for match in _NEXT_DAY.finditer(text):
        days = 1 if match["side"].endswith("after") else -1
        found.append(FromIncident(*match.span(), match.group(), Shift(Unit.DAY, days)))
    for match in _WEEKDAY_BEFORE.finditer(text):
        shift = Shift(Unit.WEEKDAY, -7, weekday=WEEKDAYS.index(match["weekday"]))
        found.append(FromIncident(*match.span(), match.group(), shift))
    found += [FromIncident(*match.span(), match.group(), Shift(Unit.DAY)) for match in _THAT_DAY.finditer(text)]
    return tuple(sorted(found, key=lambda mention: mention.start))


def _shift(match: re.Match[str]) -> Shift:
    unit, factor = COUNTED_UNITS[match["unit"].lower()]
    sign = 1 if match["side"].lower() in ("after", "following") else -1
    return Shift(unit, sign * factor * count_of(match["count"]), is_about=match["about"] is not None)
