"""The time that a review looks at, as an interval; its ends may be the birth, the death or the incident."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from itertools import zip_longest

from ingest.blocks import BlockKind
from ingest.dates.expressions import find_dates
from ingest.dates.printed_date import PrintedDate, interval, month_later, of_edtf
from ingest.dates.vocabulary import NUMBER, count_of
from ingest.extractors.cover.front import Front, is_prose, text_of
from ingest.extractors.cover.front_dates import DatedFact, dated_places
from ingest.extractors.cover.rows import labelled, rows_of_facts
from ingest.extractors.events.sentences import sentences_of
from ingest.outline import Paragraph

_TIMEFRAME = (
    r"(?:time\s?frame|time[\s-]?span|time\s?scales?|time\s?line|time\s+period|period|scope|dates\s+of\s+the\s+review)"
)
# "The timeframe for the review was", "the period under review", "The review looked at events between"
_PERIOD = re.compile(
    rf"\btime\s+(?:considered|under\s+review)\b|\breports?\s+on\s+the\s+time\s+from\b|\b{_TIMEFRAME}\b[^.]{{0,80}}?\b(?:review\w*|was|is|were|will|runs?|ran|covers?|covered|from|between|of|agreed|set|considered)\b"
    r"|\b(?:reviews?|reports?|SCR|SAR|DHR|L?CSPR|CPR|APR|CMR|SUSR|DARDR|it|we|panel|scope|chronolog(?:y|ies)|reviewers?)\b[^.]{0,60}?\b(?:covers?|covered|deals?|dealt|looks?|looked|considers?|considered|examines?|examined|"
    r"focus(?:es|ed)|spans?|concentrates?|concentrated|runs?|scrutini[sz]ed?|reviewed|explored?|explores)\b[^.]{0,70}?\b(?:time|period|from|between|events|involvement|contacts?|practice|months|years?)\b"
    r"|\b(?:agencies|organisations|services|authors)\s+(?:would|should|will|were\s+(?:asked|required|requested)\s+to)\s+(?:review|examine|consider|look|"
    r"provide|report)\b[^.]{0,60}\b(?:from|between|period)\b"
    r"|\b(?:reviews?|reports?|SCR|SAR|DHR|L?CSPR|CPR|APR|CMR|SUSR|DARDR|it)\s+(?:(?:covers?|covered)\s|(?:looks?|looked|goes|went|reache[sd])\s+back\s+(?:to|as)\b)|\bfrom\s+[^.]{3,80}\s+(?:to|until)\s+the\s+(?:date|day|time)\b",
    re.IGNORECASE,
)
_LABEL = re.compile(rf"\b{_TIMEFRAME}\b", re.IGNORECASE)
# The sentence after it may tell the end: "It will end on 8 July 2015."
_ENDS = re.compile(
    r"^\W*(?:it|this|the\s+(?:time\s?frame|period|review))?\s*(?:will\s+|would\s+|and\s+)?(?:ends?|ended|concludes?|runs?\s+until|until)\b",
    re.IGNORECASE,
)
# A review's own business, whose dates are none of the period.
_OF_THE_PROCESS = re.compile(
    r"\b(?:commissioned|panel\s+met|first\s+meeting|was\s+held|workshop|published|signed\s+off|decided|decision|notified)\b",
    re.IGNORECASE,
)
_WHO = r"(?:(?:(?:his|her|their|the)|(?:[A-Z][\w’'-]*\s+){1,3}?|\w+[’']s?)\s*(?:\w+[’']s?\s+)?)"
_DEATH = (
    r"(?:death|murder|homicide|suicide|(?:(?:serious|critical|significant|index|fatal)\s+)?"
    r"(?:incident|injur(?:y|ies)|overdose|collapse|attack|fire|hospital\s+admission))"
)
# "the date of her death", "until he died", "the day on which he died", "the incident"
_THE_END = re.compile(
    rf"\b(?:the\s+(?:date|day|time|point)\s+(?:of|when|that|on\s+which|at\s+which)\s+)?(?:{_WHO}{_DEATH}|{_DEATH}\b|(?:[Hh]e|[Ss]he|[Tt]hey|{_WHO})\s*(?:died|was\s+(?:killed|found|murdered)))\b"
)
_THE_BEGINNING = re.compile(rf"\b(?:{_WHO})birth\b|\bbirth\s+of\b|\bwas\s+born\b")
# "the twelve months before her death", "a two-year period leading up to the incident"
_BEFORE = re.compile(
    rf"\b(?P<count>{NUMBER})[\s-]+(?P<unit>month|year)s?(?:\s+period)?\s+(?:immediately\s+)?(?:before|prior\s+to|preceding|leading\s+up\s+to|up\s+to|to|ending)\s+",
    re.IGNORECASE,
)
# So far after such words stands what they count from.
REACH = 40
# "The review looks back to September 2020, when she was 16": to the incident
_LOOKS_BACK = re.compile(r"\b(?:looks?|looked|goes|went|reache[sd])\s+back\s+(?:to|as\s+far\s+as)\s+$", re.IGNORECASE)
_TO_NOW = re.compile(r"\b(?:to|until|up\s+to|ending)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Ends:
    """What is known of the case that a period may begin or end with; the incident in EDTF."""

    incident: str | None = None
    born: PrintedDate | None = None


def period_of(front: Front, ends: Ends) -> DatedFact | None:
    """Return the time under review; None where it is not told, or only by what has no date."""
    for row in rows_of_facts(front):
        if _LABEL.search(row.label) and (edtf := _interval_of(row.value, ends)):
            return DatedFact(edtf, row.words, row.page)
    for paragraph in front.opening:
        is_table = paragraph.kind is BlockKind.TABLE
        texts = _answers(paragraph) if is_table else [text_of(paragraph)]
        found = None if is_table else _in_label(paragraph, ends)
        found = found or next((told for text in texts if (told := _in_sentences(text, paragraph.page, ends))), None)
        if found:
            return found
    return None


def _answers(table: Paragraph) -> list[str]:
    """Return the texts of a form's cells that are sentences."""
    texts = [" ".join(cell.text.split()) for row in table.rows for cell in row]
    return [text for text in texts if is_prose(text)]


def _in_label(paragraph: Paragraph, ends: Ends) -> DatedFact | None:
    """Return the period of a line that begins with its name: "Scoping period: January 2012 to May 2014"."""
    for row in labelled(paragraph.text[:200], paragraph.page):
        if _LABEL.search(row.label) and (edtf := _interval_of(row.value, ends)):
            return DatedFact(edtf, row.words, row.page)
    return None


def _in_sentences(text: str, page: int | None, ends: Ends) -> DatedFact | None:
    sentences = [sentence.text for sentence in sentences_of(text)]
    for sentence, following in zip_longest(sentences, sentences[1:], fillvalue=""):
        if not _PERIOD.search(sentence) or _OF_THE_PROCESS.search(sentence):
            continue
        words = f"{sentence} {following}" if _ENDS.match(following) else sentence
        edtf = _interval_of(words, ends)
        if edtf:
            return DatedFact(edtf, words, page)
    return None


def _interval_of(words: str, ends: Ends) -> str | None:
    """Return the interval that words give: from the first of their dates to the last, birth and incident among them."""
    if re.search(r"\bact\s+(?:19|20)\d\d\b", words, re.IGNORECASE):
        return None
    before = _BEFORE.search(words)
    if before and _THE_END.search(words[before.end() : before.end() + REACH]) and _is_day(ends.incident):
        return interval(_months_before(str(ends.incident), before), str(ends.incident))
    span = _first_span(words)
    if span:
        return span
    dates = [place.date for place in dated_places(words)]
    if len(dates) >= 2 and dates[-1].latest > dates[0].earliest:
        return interval(dates[0].edtf, dates[-1].edtf)
    if len(dates) == 1:
        return _to_an_end(words, dates[0], ends)
    if ends.born and ends.incident and _THE_BEGINNING.search(words) and _THE_END.search(words):
        return interval(ends.born.edtf, ends.incident)
    return None


def _first_span(words: str) -> str | None:
    """Return the first span whose ends have their years: "the period from 1 May 2016 to 8 March 2018 was chosen"."""
    for expression in find_dates(words):
        first, last = expression.first, expression.last
        if last and first.is_dated and last.is_dated and last.latest > first.earliest:
            return interval(first.edtf, last.edtf)
    return None


def _to_an_end(words: str, told: PrintedDate, ends: Ends) -> str | None:
    """Return the interval from a date to the incident, or from the birth to a date."""
    place = dated_places(words)[0]
    after = words[place.end :]
    end = _THE_END.search(after)
    if end and ends.incident and "/" not in ends.incident and _TO_NOW.search(after[: end.start()]):
        return interval(told.edtf, ends.incident) if of_edtf(ends.incident).latest > told.earliest else None
    if _LOOKS_BACK.search(words[: place.start]) and ends.incident and "/" not in ends.incident and not end:
        return interval(told.edtf, ends.incident) if of_edtf(ends.incident).latest > told.earliest else None
    if ends.born and _THE_BEGINNING.search(words[: place.start]) and told.latest > ends.born.earliest:
        return interval(ends.born.edtf, told.edtf)
    return None


def _is_day(edtf: str | None) -> bool:
    return edtf is not None and len(edtf) == len("2016-11-17")


def _months_before(incident: str, before: re.Match[str]) -> str:
    """Return the day so many months or years before the day of the incident, the last of a shorter month."""
    day = date.fromisoformat(incident)
    months = count_of(before["count"]) * (12 if before["unit"].lower() == "year" else 1)
    month = month_later(day, -months)
    return month.replace(day=min(day.day, monthrange(month.year, month.month)[1])).isoformat()
