"""The words that dates are printed in, as patterns to build others from.

Months are matched with a capital or in capitals, because "may" and "march" are verbs.
"""

import re

from ingest.dates.printed_date import AUTUMN, MONTH_NAMES, SPRING, SUMMER, WINTER

SEASONS = {"spring": SPRING, "summer": SUMMER, "autumn": AUTUMN, "winter": WINTER}
SHORT_MONTHS = ("Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sept", "Sep", "Oct", "Nov", "Dec")
# Written without a capital now and then; never these two, which are words of their own.
VERBS = ("March", "May")
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
TO_TWENTY = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
)  # fmt: skip
ORDINAL_WORDS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth",
)  # fmt: skip
NUMBER_WORDS = {word: number for number, word in enumerate(TO_TWENTY)}
NUMBER_WORDS |= {"a": 1, "an": 1, "couple of": 2, "a couple of": 2, "both": 2}


def _spellings(names: tuple[str, ...]) -> list[str]:
    """Return names as they may be printed, longest first: "June", "JUNE", "june"."""
    lower = [name.lower() for name in names if name not in VERBS]
    return sorted({*names, *(name.upper() for name in names), *lower}, key=lambda name: (-len(name), name))


FULL_MONTH = "|".join(_spellings(MONTH_NAMES))
SHORT_MONTH = "|".join(_spellings(SHORT_MONTHS))
# "September", "Sept.", "SEP"; for beside a day or a year only: a lone "Jan" may be a person.
MONTH = rf"(?:(?:{FULL_MONTH})|(?:{SHORT_MONTH})\.?)(?![a-z])"
# An abbreviated month, where nothing but a date can stand.
SHORT_MONTH_ALONE = rf"(?:{SHORT_MONTH})\b\.?(?![a-z])"
LONE_MONTH = rf"(?:{FULL_MONTH})\b"
# "3rd", "3 rd", "03", "21ST"; not part of a longer number.
ORDINAL = r"(?<![\d.,/£])(?:[12]\d|3[01]|0?[1-9])\s?(?:st|nd|rd|th|ST|ND|RD|TH)\b"
DAY = rf"(?:{ORDINAL}|(?<![\d.,/£])(?:[12]\d|3[01]|0?[1-9])(?![\d.,%]*\d|%))"
# Four figures that are a year and no amount, telephone number or decimal; after its stop may be a footnote's mark.
YEAR = r"(?<![\d£,.])(?:19|20)\d\d(?![\d%]|,\d|\.\d(?!\d?\s+[A-Z“‘]|\d?$)|['’]?s\b)"
# "'14", "’14" after a month.
SHORT_YEAR = r"['’‘]\d\d\b"
WEEKDAY = rf"(?:{'|'.join(WEEKDAYS)}|(?:Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun)\b\.?)"
DASH = r"[-–—‑]"
# Between the ends of a span: "3rd to 7th", "3rd – 7th".
THROUGH = rf"(?:\s+(?:to|until|till|through(?:\s+to)?|up\s+to|up\s+until)\s+(?:the\s+)?|\s*{DASH}\s*)"
# Between dates that are listed: "2nd and 7th", "3, 4 & 5", "June and again in September".
LISTED = (
    r"(?:\s*,\s*(?:and\s+|or\s+)?(?:again\s+)?(?:the\s+|on\s+|in\s+)*"
    r"|\s+(?:and|or)\s+(?:then\s+|again\s+)?(?:the\s+|on\s+|in\s+)*|\s*[&/]\s*)"
)
# A day after the first in a list, where commas and strokes may stand before it.
LIST_DAY = r"(?:[12]\d|3[01]|0?[1-9])(?:\s?(?:st|nd|rd|th)\b)?(?!\d)"
# Words that make a month of "May" and a season of "spring".
MONTH_CUE = (
    r"(?:\b(?i:in|during|by|since|until|till|of|from|to|between|throughout|before|after|late|later|early|mid|middle|"
    r"and|or|for|that|this|following|previous|last|next|each|every|the|over|around|about|dated|end|beginning|start|on|circa|"
    r"at|within|across|also)\b[\s,-]*(?:in\s+)?(?:the\s+)?)"
)
# Words that make a year of four figures.
YEAR_CUE = (
    r"(?:\b(?i:in|during|since|by|from|until|till|early|mid|late|later|throughout|between|before|after|around|about|"
    r"circa|approximately|year|prior\s+to|over|within|end|beginning|start|middle|part|half|remainder|rest|course|whole|"
    r"much|most|all)\b"
    r"[\s-]*(?:of\s+|in\s+)?(?:the\s+year\s+)?)"
)
NUMBER = r"(?:\d{1,3}|" + "|".join(sorted(NUMBER_WORDS, key=len, reverse=True)) + r")"


def month_number(printed: str) -> int:
    """Return 1 to 12 for a month as printed: its first three letters say which."""
    begins = [name[:3].lower() for name in MONTH_NAMES]
    return begins.index(printed.strip(" .")[:3].lower()) + 1


def day_number(printed: str) -> int:
    """Return the day of "3rd", "03", "21 st"."""
    match = re.search(r"\d+", printed)
    return int(match.group()) if match else 0


def year_number(printed: str) -> int:
    """Return the year of "2014", "'14" or "14": two figures up to 49 are of this century."""
    figures = re.sub(r"\D", "", printed)
    year = int(figures)
    if len(figures) > 2:
        return year
    return year + (2000 if year < 50 else 1900)


def count_of(printed: str) -> int:
    """Return how many "three", "3", "a" or "a couple of" are."""
    words = " ".join(printed.lower().split())
    return int(words) if words.isdigit() else NUMBER_WORDS[words]
