"""Days that are called by their feast: Christmas Eve, Good Friday, Bonfire Night."""

import re

from ingest.dates.printed_date import EASTER, MOVABLE_FEASTS, PrintedDate

# Named days that stand for a date wherever they are; the others need a word before them ("at Easter").
FEAST = (
    r"(?i:christmas\s+day|christmas\s+eve|boxing\s+day|new\s+year['’]s\s+(?:eve|day)|bonfire\s+night|good\s+friday|"
    r"easter\s+sunday|easter\s+monday|palm\s+sunday|ash\s+wednesday|shrove\s+tuesday|mothering\s+sunday|mother['’]s\s+day|"
    r"(?:st\.?|saint)\s+(?:patrick|david|george|andrew|valentine)['’]s\s+day|valentine['’]s\s+(?:day|night)|burns\s+night|"
    r"hogmanay|twelfth\s+of\s+july|hallowe?[’']?en\s+night)"
)
# What may be meant as time or otherwise: "the Christmas card".
FEAST_WITH_CUE = r"(?i:christmas|xmas|easter|hallowe?[’']?en)"
FESTIVE = r"(?:\s+(?i:and\s+(?:the\s+)?new\s+year|holidays?|period|break|weekend)\b)?"

FEASTS = {
    "christmas day": PrintedDate(month=12, day=25),
    "christmas eve": PrintedDate(month=12, day=24),
    "boxing day": PrintedDate(month=12, day=26),
    "christmas": PrintedDate(month=12),
    "xmas": PrintedDate(month=12),
    "new year's eve": PrintedDate(month=12, day=31),
    "new year's day": PrintedDate(month=1, day=1),
    "bonfire night": PrintedDate(month=11, day=5),
    "halloween night": PrintedDate(month=10, day=31),
    "valentine's day": PrintedDate(month=2, day=14),
    "valentine's night": PrintedDate(month=2, day=14),
    "st valentine's day": PrintedDate(month=2, day=14),
    "st patrick's day": PrintedDate(month=3, day=17),
    "st david's day": PrintedDate(month=3, day=1),
    "st george's day": PrintedDate(month=4, day=23),
    "st andrew's day": PrintedDate(month=11, day=30),
    "burns night": PrintedDate(month=1, day=25),
    "hogmanay": PrintedDate(month=12, day=31),
    "twelfth of july": PrintedDate(month=7, day=12),
    "mother's day": PrintedDate(feast="Mothering Sunday"),
    "halloween": PrintedDate(month=10, day=31),
    "easter": PrintedDate(feast=EASTER),
    **{name.lower(): PrintedDate(feast=name) for name in MOVABLE_FEASTS},
}


def feast_of(printed: str) -> PrintedDate:
    """Return the day or month of a feast as printed."""
    words = " ".join(printed.lower().replace("’", "'").split()).replace("hallowe'en", "halloween")
    return FEASTS[re.sub(r"^(?:st\.|saint)\s", "st ", words)]
