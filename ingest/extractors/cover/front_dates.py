"""When a review was published, what time it looks at, and when the death or serious incident was."""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ingest.blocks import BlockKind
from ingest.dates.expressions import Expression, date_of_all, find_dates
from ingest.dates.inheritance import Setting, resolve
from ingest.dates.printed_date import PrintedDate, interval, month_later
from ingest.dates.vocabulary import NUMBER, count_of
from ingest.extractors.cover.front import Front, Line, text_of
from ingest.extractors.events.sentences import sentences_of
from ingest.outline import Paragraph

_PUBLISHED = re.compile(r"\bpublish(?:ed)?\b|\bpublication\b", re.IGNORECASE)
# Dates on a cover that are not the report's: of the case, of a version, of a law.
_OF_THE_CASE = re.compile(
    r"\b(?:born|birth|dob|incident|died|death|deceased|period|timeframe|covering|between|act)\b", re.IGNORECASE
)
_OF_THE_REPORT = re.compile(
    r"\b(?:report|completed|final|date|dated|version|author|reviewer|signed|review)\b", re.IGNORECASE
)
_PERIOD = re.compile(
    r"\btime\s+(?:considered|under\s+review)\b|\b(?:time\s?frame|time\s+frame|time\s+period|timescales?|period|scope|time\s?line)\b[^.]{0,80}?\b(?:review|was|is|were|will|covers?|covered|from|between|of|agreed|set)\b"
    r"|\b(?:review|report|it|scope|chronolog(?:y|ies))\b[^.]{0,60}?\b(?:covers?|covered|looks?\s+at|looked\s+at|considers?|considered|examines?|examined|focus(?:es|ed)|spans?|"
    r"concentrates?|runs?|scrutinised?|reviewed)\b[^.]{0,60}?\b(?:time|period|from|between|events|involvement|contact|practice)\b"
    r"|\bperiod\s+under\s+review\b|\breview\s+period\b|\bdates?\s+of\s+the\s+review\b|\bfrom\s+[^.]{3,60}\s+(?:to|until)\s+the\s+date\s+of\b",
    re.IGNORECASE,
)
_ENDS = re.compile(
    r"^\W*(?:it|this|the\s+(?:time\s?frame|period|review))?\s*(?:will\s+|would\s+|and\s+)?(?:ends?|ended|concludes?|runs?\s+until|until)\b",
    re.IGNORECASE,
)
_TO_THE_END = re.compile(
    r"\b(?:to|until|up\s+to|ending\s+(?:on|with|at))\s+(?:and\s+including\s+)?(?:the\s+)?(?:date\s+of\s+(?:the\s+)?|time\s+of\s+(?:the\s+)?|day\s+of\s+(?:the\s+)?)?"
    r"(?:(?:his|her|their|\w+[’']s|[A-Z]\w+\s\w+[’']s)\s+)?(?:death|murder|homicide|(?:serious|critical|significant|index)?\s*(?:incident|injur))",
    re.IGNORECASE,
)
# A review's own business, whose dates are none of the period.
_OF_THE_PROCESS = re.compile(
    r"\b(?:commissioned|panel\s+met|first\s+meeting|was\s+held|workshop|published|signed\s+off|decided|decision)\b",
    re.IGNORECASE,
)


# "the twelve months before her death", "two years prior to the incident"
_BEFORE_INCIDENT = re.compile(
    rf"\b(?P<count>{NUMBER})\s+(?P<unit>month|year)s?\s+(?:immediately\s+)?(?:before|prior\s+to|preceding|leading\s+up\s+to|to)\s+"
    r"(?:the\s+)?(?:date\s+of\s+)?(?:the\s+)?(?:(?:his|her|their|(?:\w+\s+)?\w+[’']s)\s+)?(?:death|incident|(?:serious|critical|index|significant)\s+incident)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class DatedFact:
    """A date in EDTF, the words that give it, and their page."""

    edtf: str
    words: str
    page: int | None


def published_of(front: Front) -> DatedFact | None:
    """Return the publication date where the cover names it, else the date on the cover; None where there is none."""
    labelled = [found for line in front.cover if _PUBLISHED.search(line.text) for found in _dates_of_line(line)]
    if labelled:
        return labelled[0]
    alone = [found for line in front.cover if _is_date_alone(line) for found in _dates_of_line(line)]
    beside = [
        found
        for line in front.cover
        if _OF_THE_REPORT.search(line.text) and not _OF_THE_CASE.search(line.text)
        for found in _dates_of_line(line)
    ]
    # The last of several: a report is finished before it is published.
    return max(alone or beside, key=lambda found: found.edtf, default=None) or _published_in_text(front)


def period_of(front: Front, incident: str | None) -> DatedFact | None:
    """Return the time under review as an interval; where it runs to the death or incident, that date is its end."""
    of_form = _period_of_table(front)
    if of_form:
        return of_form
    for paragraph in front.opening:
        if paragraph.kind is BlockKind.TABLE:
            continue
        sentences = [sentence.text for sentence in sentences_of(text_of(paragraph))]
        for index, sentence in enumerate(sentences):
            if not _PERIOD.search(sentence) or _OF_THE_PROCESS.search(sentence):
                continue
            following = sentences[index + 1] if index + 1 < len(sentences) else ""
            words = f"{sentence} {following}" if _ENDS.match(following) else sentence
            edtf = _interval_of(words, incident)
            if edtf:
                return DatedFact(edtf, words, paragraph.page)
    return None


def dated(text: str) -> list[PrintedDate]:
    """Return the dates of a text that have a year, or take it from the one before; both ends of a span."""
    found: list[PrintedDate] = []
    for expression in find_dates(text):
        for end in expression.dates:
            resolved = resolve(
                _alone(expression, end), Setting(told=found[-1] if found else None, is_told_here=bool(found))
            )
            if resolved:
                found.append(resolved.at)
    return found


def _alone(expression: Expression, end: PrintedDate) -> Expression:
    return Expression(expression.start, expression.end, expression.printed, end)


def _interval_of(words: str, incident: str | None) -> str | None:
    """Return the interval that a sentence gives: from its first date to its last, or to the incident."""
    if re.search(r"\bact\s+(?:19|20)\d\d\b", words, re.IGNORECASE):
        return None
    dates = dated(words)
    if len(dates) >= 2 and dates[-1].latest > dates[0].earliest:
        return interval(dates[0].edtf, dates[-1].edtf)
    before = _BEFORE_INCIDENT.search(words)
    if before and incident and len(incident) == len("2016-11-17"):
        return interval(_months_before(incident, before), incident)
    if len(dates) == 1 and incident and _TO_THE_END.search(words) and "/" not in incident:
        return interval(dates[0].edtf, incident)
    return None


def _months_before(incident: str, before: re.Match[str]) -> str:
    """Return the day so many months or years before the day of the incident, the last of a shorter month."""
    day = date.fromisoformat(incident)
    months = count_of(before["count"]) * (12 if before["unit"].lower() == "year" else 1)
    month = month_later(day, -months)
    return month.replace(day=min(day.day, monthrange(month.year, month.month)[1])).isoformat()


def _period_of_table(front: Front) -> DatedFact | None:
    for label, value, paragraph in rows_of_facts(front):
        if re.search(r"\bperiod\b|\btime\s?frame\b|\btimescale\b|\bscope\b", label, re.IGNORECASE):
            dates = dated(value)
            if len(dates) >= 2:
                return DatedFact(interval(dates[0].edtf, dates[-1].edtf), f"{label}: {value}", paragraph.page)
    return None


def rows_of_facts(front: Front) -> Iterator[tuple[str, str, Paragraph]]:
    """Yield label and value of two-column rows at the front of a report, as forms have them."""
    for paragraph in front.outline.paragraphs[: 2 * len(front.opening) + 20]:
        if paragraph.kind is not BlockKind.TABLE:
            continue
        for row in paragraph.rows:
            cells = [" ".join(cell.text.split()) for cell in row if cell.text.strip()]
            if len(cells) == 2:
                yield cells[0], cells[1], paragraph


def _published_in_text(front: Front) -> DatedFact | None:
    """Return the date of a line that says only when the report was published."""
    for label, value, paragraph in rows_of_facts(front):
        if _PUBLISHED.search(label) or re.search(
            r"\bdate\s+of\s+(?:this\s+|the\s+)?(?:report|review)\b", label, re.IGNORECASE
        ):
            dates = dated(value)
            if dates:
                return DatedFact(dates[0].edtf, f"{label}: {value}", paragraph.page)
    for paragraph in front.outline.paragraphs:
        if (
            re.match(r"(?:date\s+(?:of\s+)?)?publi(?:shed|cation)\b", paragraph.text, re.IGNORECASE)
            and len(paragraph.text.split()) < 12
        ):
            dates = dated(paragraph.text)
            if dates:
                return DatedFact(dates[0].edtf, paragraph.text, paragraph.page)
    return None


def _dates_of_line(line: Line) -> Iterator[DatedFact]:
    found = date_of_all(line.text) or find_dates(line.text) or _last_words(line.text)
    for expression in found:
        # "APR 02/2018" is a number of the review.
        if expression.first.is_dated and expression.last is None and not re.fullmatch(r"\d+/\d{4}", expression.printed):
            yield DatedFact(expression.first.edtf, line.text, line.page)


def _last_words(text: str) -> tuple[Expression, ...]:
    """Return the year that a line ends with."""
    return date_of_all(text.rsplit(maxsplit=1)[-1]) if text.split() else ()


def _is_date_alone(line: Line) -> bool:
    return bool(date_of_all(line.text)) and not _OF_THE_CASE.search(line.text)
