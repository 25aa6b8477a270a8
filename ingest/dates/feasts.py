"""Days that are called by their feast: Christmas Eve, Good Friday, Bonfire Night."""

from ingest.dates.printed_date import EASTER, MOVABLE_FEASTS, PrintedDate

# Named days that stand for a date wherever they are; the others need a word before them ("at Easter").
FEAST = (
    r"(?i:christmas\s+day|christmas\s+eve|boxing\s+day|new\s+year['’]s\s+(?:eve|day)|bonfire\s+night|good\s+friday|"
    r"easter\s+sunday|easter\s+monday)"
)
# What may be meant as time or otherwise: "the Christmas card".
FEAST_WITH_CUE = r"(?i:christmas|xmas|easter|halloween)"
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
    "halloween": PrintedDate(month=10, day=31),
    "easter": PrintedDate(feast=EASTER),
    **{name.lower(): PrintedDate(feast=name) for name in MOVABLE_FEASTS},
}


def feast_of(printed: str) -> PrintedDate:
    """Return the day or month of a feast as printed."""
    return FEASTS[" ".join(printed.lower().replace("’", "'").split())]
