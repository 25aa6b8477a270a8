"""What a date does in its sentence: dates the event told, or a plan, something before it, or a publication."""

import re
from dataclasses import dataclass
from enum import StrEnum

from ingest.dates.ages import Age
from ingest.dates.expressions import Expression
from ingest.dates.from_incident import FromIncident
from ingest.dates.mentions import Mention
from ingest.dates.printed_date import PrintedDate
from ingest.dates.relative import Relative, Unit
from ingest.dates.school_years import SchoolYear


class Role(StrEnum):
    """What a date is there for."""

    EVENT = "event"
    PLAN = "plan"
    BACKGROUND = "background"
    CITATION = "citation"


@dataclass(frozen=True, slots=True)
class Company:
    """What stands around a date: its sentence, the other dates in it, whether the story is told there."""

    sentence: str
    mentions: tuple[Mention, ...]
    in_story: bool

    def before(self, mention: Mention) -> str:
        """The words of the sentence before a date, as far back as they can say what it is there for."""
        return self.sentence[max(0, mention.start - REACH) : mention.start]

    def clause(self, mention: Mention) -> str:
        """The words before a date that are of its own clause: what else was agreed or planned says nothing of it."""
        before = self.before(mention)
        begins = [match.end() for match in _NEW_CLAUSE.finditer(before)]
        return before[begins[-1] :] if begins else before

    def after(self, mention: Mention) -> str:
        """The words after a date."""
        return self.sentence[mention.end :]

    def others(self, mention: Mention) -> list[Mention]:
        """The other dates of the sentence."""
        return [other for other in self.mentions if other.start != mention.start]


# How far back in the sentence the words are looked at that say what a date is there for.
REACH = 110
# A date within so many characters of the start leads its sentence.
LEADING = 14
# "It was agreed to admit her, | and she came on 3 May"
_NEW_CLAUSE = re.compile(
    r";\s+|,\s+and\s+(?:then\s+)?again\b|,?\s+(?:and|but|so)\s+(?=(?:then|s?he|they|it|this|mother|father|was|were|had|did|the\s+\w+|[A-Z]\w*(?:\s\w+)?\s+(?:was|were|had|\w+ed))\b"
    r"|(?:on|in|by|at)\s+(?:the\s+)?$)"
)
# After a plan: what became of it on the day, and no other date.
_CAME_OF_IT = re.compile(
    r"\W*[^.;]{0,80}?\b(?:cancelled|did\s+not|was\s+not|were\s+not|failed\s+to|missed|postponed|went\s+ahead|took\s+place|never)\b",
    re.IGNORECASE,
)
# "a meeting planned for April", "the review, due in November, was done by telephone", "would take place on",
# "to be completed by", "agreed to convene ... the following day"
_PLANNED = re.compile(
    r"\b(?:planned|scheduled|arranged|booked|rescheduled|rearranged|re-?arranged|postponed|deferred|put\s+off|delayed|held\s+over|adjourned|listed|fixed|"
    r"offered|appointment|set|due|expected|intended)\b[^.;:]{0,30}\b(?:for|until|to\s+take\s+place(?:\s+(?:on|in|at))?)\s*(?:the\s+)?$"
    r"|\bdue\s+(?:in|on|by|at)\s+(?:the\s+)?$|\bshould\s+have\b[^.;:]{0,60}$|\b(?:is|are)\s+(?:due|expected|likely(?!\s+that)|listed|awaiting)\b[^.;:]{0,50}$"
    r"|\b(?:would|will|shall)\s+(?:not\s+)?\w+\b[^.;:]{0,60}$"
    r"|\b(?:to\s+be|should\s+be|needs?\s+to\s+be|must\s+be)\s+\w+[^.;:,]{0,50}$"
    r"|\bagreed\s+(?:to|that)\b[^.;:]{0,80}\s(?:on|in|for|by)?\s*(?:the\s+)?$"
    r"|\b(?:deadline|(?:target|review|scheduled|planned|due)\s+date|timescale)\b[^.;:]{0,30}$",
    re.IGNORECASE,
)
# "the incident in October", "the visit on 3 May": what is spoken of again
_SPOKEN_OF = re.compile(
    r"\b(?:incidents?|assaults?|visits?|conference|meetings?|referrals?|assessments?|reports?|reviews?|calls?|decisions?|"
    r"attendances?|admissions?|contacts?|emails?|letters?|disclosures?|allegations?|forms?|plans?|injur(?:y|ies)|caution|"
    r"arrest|birth|death|discussion|appointment|previous|earlier|violence|abuse)\s+"
    r"(?:(?:in|on|from|during|held\s+(?:on|in)|made\s+(?:on|in)|which\s+took\s+place\s+(?:on|in))\s+)?(?:the\s+)?$",
    re.IGNORECASE,
)
# "was put to a meeting on 3 May": told for the first time; "whose three visits in June were unsuccessful" too
_FIRST_TOLD = re.compile(
    r"\b(?:an?|another|further|two|three|four|five|several)\s+(?:[\w-]+\s+){0,3}(?:in|on|during)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_IS_TOLD = re.compile(r"\s+(?:was|were)\s+(?:un\w+|not\b|cancelled|missed|refused|abandoned|kept|attended)")
# "the letter of 3 May", "the plan dated June 2014", "Kit's exclusion in March 2021": names something by its date
_NAMED_BY_DATE = re.compile(
    r"\b(?!(?:end|start|beginning|middle|half|part|month|week|summer|autumn|winter|spring|evening|morning|night|afternoon|"
    r"course|day|days|hours|weekend|term|holidays?|letter|reply|e-?mail|note|message|text)\b)[a-z]+\s+(?:of|dated)\s+(?:the\s+)?$|[’']s?\s+[a-z]+\s+(?:in|of|on)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
# "that mother had been assaulted in October": told of an earlier time
_TOLD_OF_BEFORE = re.compile(
    r"\b(?:that|which|who|because|as|since|when)\b[^.;]{0,70}\bhad\s+[^.;]{0,60}$", re.IGNORECASE
)
# "Since their first contact in September": how long something has been so
_SINCE = re.compile(r"(?:^|[,;:]\s*)\W*since\b[^,;]{0,100}$", re.IGNORECASE)
# "by 15th January of the year in which they start", "in September each year", "in March is full": a rule and no event
_ALWAYS = re.compile(
    r"\s*(?:,\s*)?(?:of\s+(?:the\s+year\s+(?:in|that|when)|each|every|any|Year\s+\d+)|each\s+year|every\s+year|annually)\b"
    r"|\s+(?:is|are)\b",
    re.IGNORECASE,
)
# What opens a citation: "(2012)", "(Ash and Birch, 2012)".
_IN_BRACKETS = re.compile(r"\((?:[^()]*?\b[A-Z][\w’'&.-]+[^()]*?[,\s]\s*)?$")
# "policy – July 2010", "Vol. 23, 2014", "p. 3, 2010", "the inspection of January 2013"
_AFTER_TITLE = re.compile(
    r"\b(?:vol|pp?|eds?|isbn)\b\.?\s*\d[\w,. –-]{0,30}$"
    r"|\b(?:guidance|policy|procedures?|framework|strategy|act|code\s+of\s+practice|regulations|published|version|edition|"
    r"bulletin|journal|press|inspection|toolkit|protocol|standards?|handbook|white\s+paper|green\s+paper)\b"
    r"[\s,–—-]*(?:\(|in\s+|of\s+|dated\s+|from\s+)?\s*(?:the\s+)?$|\breport\b[,\s–—-]*[,–—-]\s*$",
    re.IGNORECASE,
)
# "less than in January", "less than he had weighed in May": a date to compare with
_COMPARED = re.compile(r"\bthan\b[^.;,]{0,45}?\b(?:in|on|at)\s+(?:the\s+)?$", re.IGNORECASE)
# The birth of a parent or sibling, as the account of the family has it by year or season.
_WHO_WAS_BORN = re.compile(r"\bwho\s+(?:was|were|had\s+been)\s+born\s*(?:in\s*)?$", re.IGNORECASE)
_BORN = re.compile(r"\bborn\b[^.;,]{0,25}$", re.IGNORECASE)
# "a duplicate of that of May": something told before
_OF_THAT = re.compile(r"\b(?:that|those)\s+(?:of|in|from)\s+(?:the\s+)?$", re.IGNORECASE)
# "a photograph from that April", "a letter of the following day": says of what time a thing is
_FROM_ITS_TIME = re.compile(r"\bfrom\s+$", re.IGNORECASE)
_OF_SOMETHING = re.compile(
    r"(?<!\bhours\s)(?<!\bmorning\s)(?<!\bevening\s)(?<!\bnight\s)\b(?:of|by)\s+$", re.IGNORECASE
)
# Prepositions of what came before or after the event told: "the first Monday after Easter".
_BESIDE = frozenset({"after", "before", "following", "prior to", "by"})


def role_of(mention: Mention, company: Company) -> Role:
    """Return what a date does in its sentence."""
    if isinstance(mention, (SchoolYear, FromIncident)):
        is_told = company.in_story or isinstance(mention, SchoolYear)
        return Role.EVENT if is_told and len(company.mentions) == 1 else Role.BACKGROUND
    if isinstance(mention, Age):
        return _role_of_age(mention, company)
    if _is_quoted(mention, company):
        return Role.CITATION
    if _is_planned(mention, company) or _ALWAYS.match(company.sentence, mention.end):
        return Role.PLAN
    if isinstance(mention, Relative):
        return _role_of_relative(mention, company)
    if _is_cited(mention, company):
        return Role.CITATION
    return Role.BACKGROUND if _is_background(mention, company) else Role.EVENT


def _is_planned(mention: Mention, company: Company) -> bool:
    """Return whether a date is that of a plan, of which the sentence does not say what came of it."""
    if not _PLANNED.search(company.clause(mention)):
        return False
    is_last = all(other.start < mention.start for other in company.mentions if other != mention)
    return not (is_last and _CAME_OF_IT.match(company.after(mention)))


def _role_of_age(age: Age, company: Company) -> Role:
    """Return whether an age dates the event: "When she was two, ..."; else it only describes or compares."""
    if any(isinstance(other, Expression) for other in company.mentions):
        return Role.BACKGROUND
    if age.start <= LEADING:
        return Role.EVENT
    is_a_time = age.printed.lower().startswith("when") or age.is_birthday
    compares = re.search(r"\b(?:did|as|than|since|were|was)\s+$", company.before(age)) is not None
    return Role.EVENT if is_a_time and not compares else Role.BACKGROUND


def _role_of_relative(relative: Relative, company: Company) -> Role:
    others = company.others(relative)
    leads = relative.start <= LEADING
    if relative.looks_back and others:
        return Role.BACKGROUND
    # "The following week, on the 27th": the calendar says it better.
    if any(isinstance(other, Expression) and 0 <= other.start - relative.end <= LEADING for other in others):
        return Role.BACKGROUND
    if not leads and (
        _is_loose(relative, company.before(relative)) or _TOLD_OF_BEFORE.search(company.before(relative))
    ):
        return Role.BACKGROUND
    if not company.in_story and not leads:
        return Role.BACKGROUND
    return Role.EVENT


def _is_loose(relative: Relative, before: str) -> bool:
    """Return whether a relative date within a sentence only says of what time something is."""
    is_that_week = relative.shift.unit is Unit.CALENDAR_WEEK and relative.shift.count == 0
    if is_that_week or relative.shift.unit in (Unit.WEEKEND, Unit.YEAR) or _OF_SOMETHING.search(before):
        return True
    return relative.shift.named is not None and _FROM_ITS_TIME.search(before) is not None


def _is_background(mention: Expression, company: Company) -> bool:
    before, others = company.before(mention), company.others(mention)
    if _SINCE.search(before) or mention.lead == "since":
        return True
    if any(words.search(before) for words in (_COMPARED, _OF_THAT)):
        return True
    if not company.in_story and _is_loose_elsewhere(mention, before):
        return True
    if not company.in_story and (_NAMED_BY_DATE.search(before) or (mention.lead == "from" and mention.last is None)):
        return True
    if is_bare_year(mention) and (_TOLD_OF_BEFORE.search(before) or _WHO_WAS_BORN.search(before)):
        return True
    if not others:
        return False
    if mention.lead in _BESIDE and any(other.start < mention.start for other in others):
        return True
    is_told_now = _FIRST_TOLD.search(before) or _IS_TOLD.match(company.after(mention))
    is_opening = is_told_now or before.lstrip().startswith(("At", "During", "Following", "From"))
    if _SPOKEN_OF.search(before) and not is_opening:
        return True
    return not mention.first.is_dated and _TOLD_OF_BEFORE.search(before) is not None


def is_bare_year(mention: Mention) -> bool:
    """Return whether a date is a year, or a span of years, and no more."""
    if not isinstance(mention, Expression):
        return False
    return all(date.is_dated and date == PrintedDate(date.year) for date in mention.dates)


def _is_loose_elsewhere(mention: Expression, before: str) -> bool:
    """Return whether a date outside the story only bounds what is said, or is a birth or a bare year in passing."""
    leads = not before.strip() or mention.start <= LEADING
    if not leads and (
        (is_bare_year(mention) and mention.last is None) or mention.lead in ("after", "before", "following")
    ):
        return True
    return _BORN.search(before) is not None and not mention.first.month


def _is_cited(mention: Expression, company: Company) -> bool:
    """Return whether a year, or a month and year, names a publication."""
    if mention.first.day or not mention.first.is_dated:
        return False
    before = company.before(mention)
    if _AFTER_TITLE.search(before):
        return True
    is_closed = company.after(mention).startswith(")") and mention.first.month is None
    return is_closed and _IN_BRACKETS.search(before) is not None


def _is_quoted(mention: Mention, company: Company) -> bool:
    """Return whether a date stands in what somebody said: “I have to go away on Friday”."""
    before, after = company.sentence[: mention.start], company.after(mention)
    # The sentence before may have begun what is quoted.
    is_inside = before.count("“") > before.count("”") or after.count("”") > after.count("“")
    return is_inside and "”" in after and company.in_story
