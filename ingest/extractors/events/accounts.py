"""Whether a paragraph stands where the case is told from first to last, or somewhere that only speaks of it."""

import re
from collections.abc import Mapping
from enum import StrEnum

from ingest.dates.expressions import date_of_all, find_dates
from ingest.dates.vocabulary import YEAR
from ingest.outline import Paragraph, Part
from ingest.outlining.parts import part_of_heading


class Account(StrEnum):
    """How a part of a report tells of the case."""

    STORY = "story"
    START = "start"
    ELSEWHERE = "elsewhere"
    NONE = "none"


# Headings of the account that name no part of a report: "Robin's story", "2015: leaving", "The last winter".
_STORY = re.compile(
    r"\bstory\b|\bwhat\s+happened\b|\bsequence\s+of\b|\bsummary\s+of\s+(?:involvement|contact|practice)\b|\blife\s+and\s+death\b"
    r"|\bperiod\s+(?:one|two|three|four|five|six|\d)\b|\bkey\s+(?:practice\s+)?episodes?\b|\bphase\s+(?:one|two|three|four|\d)\b"
    r"|\b(?:involvement|contacts?)\s+(?:with|of|by)\s+(?:agencies|services)\b|\bday\s+of\s+(?:the\s+)?(?:death|incident)\b"
    r"|\bsynopsis\b|\b(?:summary|overview|account|outline)\s+of\s+(?:the\s+)?(?:case|events|facts|practice|involvement|circumstances\s+of)\b"
    r"|\btime\s?line\b|\bthe\s+(?:critical\s+)?incident\b|\bhistory\b",
    re.IGNORECASE,
)
# The title of a summary: what stands below it may tell the story or anything else.
_SUMMARY = re.compile(r"\bexecutive\s+summary\b|\bsummary\s+report\b", re.IGNORECASE)
# The bare label of a box, which text without layout has between the lines of the account beside it.
_LABEL_OF_A_BOX = re.compile(r"\W*(?:learning|practice|key)\s+points?\s+\d{1,2}\W*", re.IGNORECASE)
_ACCOUNTS = {
    Part.CHRONOLOGY: Account.STORY,
    Part.INTRODUCTION: Account.START,
    Part.COVER: Account.NONE,
    Part.CONTENTS: Account.NONE,
    Part.METHOD: Account.NONE,
    Part.RECOMMENDATIONS: Account.NONE,
    Part.ACTION_PLAN: Account.NONE,
    Part.APPENDIX: Account.NONE,
    Part.REFERENCES: Account.NONE,
    Part.GLOSSARY: Account.NONE,
}
# Headings of these are none of the story, though they speak of a synopsis or of what happened in the review.
_NEVER_STORY = frozenset({Part.INTRODUCTION, Part.METHOD, Part.RECOMMENDATIONS, Part.ACTION_PLAN, Part.REFERENCES})
# The parts that a heading with dates does not make a story of: an inspection of May 2014 in the analysis is none.
_NOT_BY_DATES = frozenset({Part.METHOD, Part.ACTION_PLAN, Part.RECOMMENDATIONS, Part.APPENDIX, Part.REFERENCES})


def account_of(paragraph: Paragraph, sections: Mapping[str, Account] | None = None) -> Account:
    """Return how the place of a paragraph tells of the case; the nearest heading that says so decides.

    `sections` are the accounts of the numbered sections so far: paragraph 4.7 stands in section 4, whatever heading
    without a number is nearest.
    """
    is_numbered = False
    for heading in reversed(paragraph.headings):
        if _SUMMARY.search(heading.text) or _LABEL_OF_A_BOX.fullmatch(heading.text):
            continue
        part = part_of_heading(heading.text)
        if part is Part.CHRONOLOGY or (part not in _NEVER_STORY and _STORY.search(heading.text)):
            return Account.STORY
        if part not in (Part.OTHER, Part.CONTENTS):
            return _ACCOUNTS.get(part, Account.ELSEWHERE)
        # No heading of a year holds a numbered section, whatever their type says.
        is_numbered = is_numbered or is_section(heading.number)
        if _begins_or_ends_with_date(heading.text) and not is_numbered and paragraph.part not in _NOT_BY_DATES:
            return Account.STORY
    numbered = (sections or {}).get((paragraph.number or "").split(".")[0])
    if numbered is not None and "." in (paragraph.number or ""):
        return numbered
    if paragraph.part in (Part.CONTENTS, Part.COVER) and paragraph.headings:
        # A heading whose words say nothing has ended the contents or the cover, where its text is more than a line.
        return Account.START if len(paragraph.text.split()) > LONGEST_COVER_LINE else Account.NONE
    is_summary = any(_SUMMARY.search(heading.text) for heading in paragraph.headings)
    return Account.ELSEWHERE if is_summary else _ACCOUNTS.get(paragraph.part, Account.ELSEWHERE)


def is_section(number: str | None) -> bool:
    """Return whether a heading's number is that of a main section: "4", and neither "4.1" nor "(a)"."""
    return number is not None and number.strip(".").isdigit()


# A paragraph with more words than this is no line of a cover or of a table of contents.
LONGEST_COVER_LINE = 20


def _begins_or_ends_with_date(heading: str) -> bool:
    if date_of_all(heading) or re.match(rf"{YEAR}\b", heading):
        return True
    dates = find_dates(heading)
    return bool(dates) and (dates[0].start <= 2 or dates[-1].end >= len(heading.rstrip(" .:")))
