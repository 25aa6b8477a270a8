"""When a review was published: the date that says so, else the date that its cover, control sheet or footer bears."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from ingest.blocks import BlockKind
from ingest.dates.expressions import Expression, date_of_all, find_dates
from ingest.dates.printed_date import PrintedDate
from ingest.extractors.cover.front import Front, text_of
from ingest.extractors.cover.front_dates import DatedFact
from ingest.extractors.cover.kind import ANY_NAME
from ingest.extractors.cover.rows import cells_of, closing_rows, rows_of_facts
from ingest.extractors.events.sentences import sentences_of

_PUBLISHED = re.compile(r"\bpublish(?:ed)?\b|\bpublication\b|\bcyhoedd\w+\b", re.IGNORECASE)
# "This report was published on 4 March 2019"
_THIS_WAS_PUBLISHED = re.compile(
    r"\bthis\s+(?:\w+\s+){0,4}?(?:report|review|summary)\b[^.;]{0,40}?\bpublished\s+(?:on|in)\b"
    r"|^\W*the\s+(?:(?:overview|final|full|summary)\s+)*(?:report|review)\s+(?:was|is\s+to\s+be)\s+published\s+on\b",
    re.IGNORECASE,
)
# "This review was written by A. Name ... and completed in December 2021", "The report was finalised on 3 May 2012"
_WAS_COMPLETED = re.compile(
    r"\b(?:this|the)\s+(?:[\w()-]+\s+){0,8}?(?:report|review|summary)\b(?:\s+\([^)]*\))?\s+(?:was|is)\b[^;]{0,160}?"
    r"\b(?:completed|finali[sz]ed|signed\s+off|submitted)\s+(?:in|on|by)\s+(?P<when>(?:\S+\s*){1,5})",
    re.IGNORECASE,
)
# Dates on a cover that are not the report's: of the case, of the time under review, of a law.
_OF_THE_CASE = re.compile(
    r"\b(?:born|birth|dob|incidents?|died|deaths?|deceased|murder|homicide|killed|period|timeframe|covering|between|act|injur\w+|"
    r"events|fire|admission|aged|from|since|updated|modified|(?:last|next|page)\s+reviewed)\b",
    re.IGNORECASE,
)
_OF_THE_REPORT = re.compile(
    r"\b(?:report|complet\w+|final|date|dated|version|authors?|reviewers?|signed|review|issued?|approved|ratified|presented|submitted)\b",
    re.IGNORECASE,
)
# A form's or control sheet's label for the date of the report itself.
_LABEL = re.compile(
    r"^(?:date|dyddiad)\b\W*$|\bdate\s+(?:of\s+)?(?:(?:this|the|final|overview)\s+)*(?:report|review\s+report|completion|completed|finali[sz]ed|"
    r"issued?|signed|approved|approval|ratified|agreed|version)\b|\b(?:report|version|document|issue|completion)\s+date\b|"
    r"\breport\s+(?:was\s+)?(?:completed|finali[sz]ed|signed\s+off)\b",
    re.IGNORECASE,
)
_VERSION = re.compile(r"\b(?:versions?|revisions?|drafts?|issue)\b", re.IGNORECASE)
# "Published by Ashby Safeguarding Board, February 2025 This report is available in Welsh."
_PUBLISHED_LINE = re.compile(
    r"(?:date\s+(?:of\s+)?)?publi(?:shed|cation)\b(?:\s+date\b)?(?:\s+by\b[^.;:]*?,)?(?:\W|\b(?:on|in|the)\b|\d{1,2}(?:st|nd|rd|th)?\b)*"
    r"(?:\d|January|February|March|April|May|June|July|August|September|October|November|December|Spring|Summer|Autumn|Winter)",
    re.IGNORECASE,
)
# The words straight before the date of a signature.
_SIGNED = re.compile(r"\b(?:dated?|signed|dyddiad)\W*$", re.IGNORECASE)
# A line that begins so goes on with the one before it: "in October 2017".
_GOES_ON = re.compile(r"(?:in|on|of|from|to|and|between|during)\b|[a-z]")
# "APR 02/2018" is a number of the review.
_NUMBER = re.compile(r"\d+/\d{4}")
# A line that says only when it was published has fewer words.
SHORT = 12
# The last lines of a report, where it is signed.
LAST = 12


@dataclass(frozen=True, slots=True)
class _Dated:
    """A date with a year, its line, the words before and after it there up to the next date, and the page."""

    date: PrintedDate
    line: str
    before: str
    after: str
    page: int | None

    @property
    def fact(self) -> DatedFact:
        return DatedFact(self.date.edtf, self.line, self.page)


def published_of(front: Front) -> DatedFact | None:
    """Return the publication date where it is named, else the date of the report; None where it bears none."""
    for way in _WAYS:
        # The last of several: a report is finished before it is published.
        found = max(way(front), key=lambda dated: (dated.date.latest, dated.date.edtf), default=None)
        if found:
            return found.fact
    return None


def _named(front: Front) -> Iterator[_Dated]:
    """Yield dates of lines, rows and footers that name the publication."""
    lines = [*_cover_lines(front), *((text, None) for text in front.outline.running_lines)]
    for dated in _in_lines(lines):
        if _PUBLISHED.search(dated.before) or (_PUBLISHED.search(dated.after) and not dated.before.strip()):
            yield dated
    for row in (*rows_of_facts(front), *closing_rows(front)):
        if _PUBLISHED.search(row.label):
            yield from _in_lines([(row.value, row.page)])
    for (label, _), (value, page) in pairwise(_cover_lines(front)):
        if _PUBLISHED.search(label) and len(label.split()) <= SHORT and not find_dates(label) and date_of_all(value):
            yield from _in_lines([(value, page)])


def _said(front: Front) -> Iterator[_Dated]:
    """Yield dates of short lines and sentences of the text that tell when this report was published."""
    for paragraph in front.outline.paragraphs:
        if _PUBLISHED_LINE.match(paragraph.text):
            first = " ".join(paragraph.text.split()[:SHORT])
            yield from list(_in_lines([(first, paragraph.page)]))[:1]
    for paragraph in front.opening:
        for sentence in sentences_of(text_of(paragraph)):
            if _THIS_WAS_PUBLISHED.search(sentence.text):
                yield from _in_lines([(sentence.text, paragraph.page)])


def _completed(front: Front) -> Iterator[_Dated]:
    """Yield the dates of sentences of the opening that tell when this report was written or finished."""
    for paragraph in front.opening:
        for sentence in sentences_of(text_of(paragraph)):
            match = _WAS_COMPLETED.search(sentence.text)
            if match:
                yield from list(_in_lines([(match["when"], paragraph.page)]))[:1]


def _on_cover(front: Front) -> Iterator[_Dated]:
    """Yield the dates of the cover that are the report's: alone on a line, or beside words of the report."""
    for dated in _in_lines(_cover_lines(front)):
        if not dated.date.month and not dated.date.season:
            continue
        is_alone = bool(date_of_all(dated.line))
        ends = not dated.after.strip(" .)]") and (not ANY_NAME.search(dated.line) or re.search(r"\W\s*$", dated.before))
        if is_alone or ends or _OF_THE_REPORT.search(dated.before):
            yield dated


def _in_rows(front: Front) -> Iterator[_Dated]:
    """Yield the dates of a control sheet's rows for the report itself."""
    for row in rows_of_facts(front):
        if _LABEL.search(row.label):
            yield from _in_lines([(row.value, row.page)])


def _in_versions(front: Front) -> Iterator[_Dated]:
    """Yield the dates of a table of the report's versions."""
    for table in front.opening:
        header = " ".join(cells_of(table.rows[0])) if table.kind is BlockKind.TABLE and table.rows else ""
        if _VERSION.search(header) and re.search(r"\bdate\b", header, re.IGNORECASE):
            yield from _in_lines([(cell, table.page) for row in table.rows[1:] for cell in cells_of(row)])


def _in_running_lines(front: Front) -> Iterator[_Dated]:
    """Yield the dates with a month that headers and footers bear."""
    dates = _in_lines([(text, None) for text in front.outline.running_lines])
    return (dated for dated in dates if dated.date.month)


def _at_the_end(front: Front) -> Iterator[_Dated]:
    """Yield the dates of the signatures with which a report closes."""
    last = front.outline.paragraphs[-LAST:]
    lines = [(line, paragraph.page) for paragraph in last for line in _lines_of(text_of(paragraph))]
    return (dated for dated in _in_lines(lines) if _SIGNED.search(dated.before))


def _years(front: Front) -> Iterator[_Dated]:
    """Yield the years with which lines of the cover, headers and footers end."""
    lines = [*_cover_lines(front), *((text, None) for text in front.outline.running_lines)]
    for text, page in lines:
        last = text.rsplit(maxsplit=1)[-1] if text.split() else ""
        years = date_of_all(last) if re.fullmatch(r"\d{4}", last) else ()
        if years and not _OF_THE_CASE.search(text):
            yield _Dated(years[0].first, text, "", "", page)


_WAYS: tuple[Callable[[Front], Iterable[_Dated]], ...] = (
    _named, _said, _on_cover, _in_rows, _in_versions, _in_running_lines, _at_the_end, _completed, _years,
)  # fmt: skip


def _cover_lines(front: Front) -> list[tuple[str, int | None]]:
    """Return the cover's lines; one that goes on with the line before it is joined to it."""
    lines: list[tuple[str, int | None]] = []
    for line in front.cover:
        if lines and _GOES_ON.match(line.text) and not date_of_all(lines[-1][0]):
            lines[-1] = (f"{lines[-1][0]} {line.text}", lines[-1][1])
        else:
            lines.append((line.text, line.page))
    return lines


def _lines_of(text: str) -> list[str]:
    return [line for line in re.split(r"\n|\|", text) if line.strip()]


def _in_lines(lines: Iterable[tuple[str, int | None]]) -> Iterator[_Dated]:
    """Yield the dates of lines that are single days, months or years, those of the case left out."""
    for text, page in lines:
        found = date_of_all(text) or find_dates(text)
        for index, expression in enumerate(found):
            before = text[found[index - 1].end if index else 0 : expression.start]
            after = text[expression.end : found[index + 1].start if index + 1 < len(found) else len(text)]
            if _may_be_of_the_report(expression) and not _OF_THE_CASE.search(before):
                yield _Dated(expression.first, text, before, after, page)


def _may_be_of_the_report(expression: Expression) -> bool:
    is_one = expression.last is None and expression.first.is_dated
    return is_one and not _NUMBER.fullmatch(expression.printed)
