"""A child's age as a date: "when aged 4 months", once it is known when the child was born, and the other way round."""

import re
from dataclasses import dataclass
from datetime import timedelta

from ingest.dates.printed_date import PrintedDate, interval, month_later, of_day
from ingest.dates.vocabulary import NUMBER, ORDINAL_WORDS, count_of

# Other people than the child whose age may be told; the age belongs to the nearest person named before it.
OTHER_PEOPLE = re.compile(
    r"\b(?:mother|father|mum|dad|parents?|partner|sibling|brother|sister|twins?|grandmother|grandfather|grandparents?|"
    r"aunt|uncle|cousin|step-?father|step-?mother|boyfriend|girlfriend|husband|wife|friend|man|woman)\b",
    re.IGNORECASE,
)
_YEARS = rf"(?P<years>{NUMBER})(?:\s+and\s+a\s+half)?\s*years?"
_MONTHS = rf"(?P<months>{NUMBER})\s*months?"
_WEEKS = rf"(?P<weeks>{NUMBER})\s*weeks?"
_DAYS = rf"(?P<days>{NUMBER})\s*days?"
_SPAN = (
    rf"(?:{_YEARS}(?:(?:\s+and|,)?\s+{_MONTHS})?|(?P<only>{NUMBER})\s*months?|{_WEEKS}|{_DAYS}"
    rf"|(?P<bare>\d{{1,2}}|{NUMBER}))"
)
_NEARLY = r"(?:(?:only|just|about|around|nearly|almost|barely|still)\s+)?"
_WITH_UNIT = _SPAN.replace("(?P<bare>", "(?P<bare>(?!)")
# Who a child is called where no name is needed.
_CHILD = r"(?:he|she|they|(?:the|both)\s+(?:child|bab(?:y|ies)|infants?|boys?|girls?|twins|young\s+person)|baby)"
_PATTERNS = (
    # "when aged 4 months", "aged two years and four months", "at the age of 15"
    re.compile(
        rf"\b(?:aged|at\s+the\s+age\s+of|by\s+the\s+age\s+of)\s+{_NEARLY}{_SPAN}(?:\s+old)?(?![\w%-])", re.IGNORECASE
    ),
    # "at four months of age", "at 8 weeks old"
    re.compile(rf"\bat\s+{_NEARLY}{_WITH_UNIT}\s+(?:of\s+age|old)\b", re.IGNORECASE),
    # "At five weeks Robin had gained 90 grams"
    re.compile(rf"^\W*(?:at|by)\s+{_NEARLY}{_WITH_UNIT},?(?=\s+(?P<who>(?:[\w’'-]+\s+){{1,3}}))", re.IGNORECASE),
    # "when only three weeks old"
    re.compile(rf"\bwhen\s+{_NEARLY}{_WITH_UNIT}\s+old\b", re.IGNORECASE),
    # "when Sam was three years old", "when he was six months"
    re.compile(
        rf"\bwhen\s+(?P<who>(?:[\w’'-]+\s+){{1,3}})(?:was|were)\s+{_NEARLY}{_SPAN}(?:\s+(?:old|of\s+age))?(?![\w%-])",
        re.IGNORECASE,
    ),
)
# "On day 14 the health visitor called": counted from the birth, where the sentence speaks of those who see newborns
_DAY_OF_LIFE = re.compile(
    r"^\W*(?:on|by)\s+day\s+(?P<days>\d{1,2})\b(?!\s+of\b)(?=[^.;]*\b(?:health\s+visitor|midwi(?:fe|ves)|new\s+birth)\b)",
    re.IGNORECASE,
)
# "on her third birthday", "his 16th birthday"
_BIRTHDAY = re.compile(
    rf"\b(?:his|her|their|[\w-]+[’']s)\s+(?:(?P<figures>\d{{1,2}})(?:st|nd|rd|th)|(?P<word>{'|'.join(ORDINAL_WORDS)}))\s+birthday\b",
    re.IGNORECASE,
)
# "two weeks before his fifth birthday", "the day after her birthday"; "soon after", "until" do not say when
_BESIDE_BIRTHDAY = re.compile(
    rf"(?:\b(?P<count>{NUMBER})\s+(?P<unit>day|week)s?|\bthe\s+day)\s+(?P<side>before|after)\s+$", re.IGNORECASE
)
_NOT_ON_IT = re.compile(r"\b(?:before|after|until|since|by|towards|approaching|between|from|of)\s+$", re.IGNORECASE)
_THE_CHILD = re.compile(_CHILD, re.IGNORECASE)
# Every one of the ways has one of these words; most sentences have none.
_HINT = re.compile(r"\b(?:aged?|old|when|birthday)\b|^\W*(?:at|by|on\s+day)\b", re.IGNORECASE)
# Another child of the case by its cipher: "Child 4", "Sibling 2".
_CIPHER = re.compile(r"\b(?:Child|Sibling|Baby|Adult|Subject|Young\s+Person)\s+[A-Z0-9]{1,3}\b")


@dataclass(frozen=True, slots=True)
class Age:
    """An age as printed from `start` to `end`; None for the units that it does not count.

    `offset` are the days by which the time told lies after a birthday ("the day before her birthday": -1).
    """

    start: int
    end: int
    printed: str
    years: int | None = None
    months: int | None = None
    weeks: int | None = None
    days: int | None = None
    is_birthday: bool = False
    offset: int = 0

    @property
    def is_of_an_infant(self) -> bool:
        """Whether it is counted in days, weeks or months, so that it tells the month."""
        return not self.is_birthday and any(unit is not None for unit in (self.months, self.weeks, self.days))

    @property
    def in_months(self) -> int:
        """Whole months from birth."""
        return 12 * (self.years or 0) + (self.months or 0)


def find_ages(text: str, names: tuple[str, ...] = ()) -> tuple[Age, ...]:
    """Return the ages that a text tells of the child so named (or called only "she"), in order; no one else's."""
    if not _HINT.search(text):
        return ()
    found = {
        match.start(): _age(match)
        for pattern in _PATTERNS
        for match in pattern.finditer(text)
        if not _is_anothers(text, match, names)
    }
    for match in _DAY_OF_LIFE.finditer(text):
        found[match.start()] = Age(match.start(), match.end(), match.group(), days=int(match["days"]))
    for match in _BIRTHDAY.finditer(text):
        offset = _days_from_birthday(text[: match.start()])
        if offset is not None:
            years = int(match["figures"]) if match["figures"] else ORDINAL_WORDS.index(match["word"].lower()) + 1
            found[match.start()] = Age(
                match.start(), match.end(), match.group(), years, is_birthday=True, offset=offset
            )
    return tuple(found[start] for start in sorted(found))


def date_at_age(born: PrintedDate, age: Age) -> str | None:
    """Return the EDTF date at which a child born then had an age; None where the birth is not known well enough.

    Days need a day of birth and give the day; weeks, months and birthdays need a month of birth and give the month;
    years give the two years that they run over.
    """
    if born.year is None:
        return None
    if age.is_birthday:
        birthday = born.in_year(born.year + (age.years or 0))
        if age.offset:
            return of_day(birthday.earliest + timedelta(days=age.offset)).edtf if birthday.day else None
        return birthday.edtf if born.month else None
    if age.days is not None:
        return of_day(born.earliest + timedelta(days=age.days)).edtf if born.day else None
    if age.months is None and age.weeks is None:
        year = born.year + (age.years or 0)
        return interval(str(year), str(year + 1)) if (born.month or 12) > 1 else str(year)
    if born.month is None:
        return None
    later = month_later(born.earliest, age.in_months)
    if age.weeks is not None:
        later = born.earliest + timedelta(weeks=age.weeks)
    return f"{later.year}-{later.month:02d}"


def _days_from_birthday(before: str) -> int | None:
    """Return how many days after a birthday is meant by the words before it; None where they do not say how many."""
    counted = _BESIDE_BIRTHDAY.search(before)
    if counted is None:
        return None if _NOT_ON_IT.search(before) else 0
    days = count_of(counted["count"]) * (7 if counted["unit"].lower() == "week" else 1) if counted["count"] else 1
    return -days if counted["side"].lower() == "before" else days


def birth_from_age(told: PrintedDate, age: Age) -> PrintedDate | None:
    """Return the month of birth that an age in years and months, or months, at a dated month means."""
    if told.year is None or not told.month or age.months is None:
        return None
    month = month_later(told.earliest, -age.in_months)
    return PrintedDate(month.year, month.month)


def _age(match: re.Match[str]) -> Age:
    years = match["years"] or match["bare"]
    months = match["months"] or match["only"]
    return Age(
        match.start(),
        match.end(),
        match.group().strip(),
        count_of(years) if years else None,
        count_of(months) if months else None,
        count_of(match["weeks"]) if match["weeks"] else None,
        count_of(match["days"]) if match["days"] else None,
    )


def _is_anothers(text: str, match: re.Match[str], names: tuple[str, ...]) -> bool:
    """Return whether the age is that of another person: one whom its own words or the words just before it name."""
    who = (match.groupdict().get("who") or "").strip()
    if who and text[match.end() :].lstrip().startswith(who):
        return not (_THE_CHILD.match(f"{who} ") or any(who.startswith(name) for name in names))
    if who:
        return not (_THE_CHILD.fullmatch(who) or who in names)
    clause = re.split(r"[.;(]", text[: match.start()])[-1]
    near = " ".join(re.findall(r"[\w’'-]+", clause)[-4:])
    ciphers = [cipher for cipher in _CIPHER.findall(near) if cipher not in names]
    return bool(OTHER_PEOPLE.search(near)) or bool(ciphers)
