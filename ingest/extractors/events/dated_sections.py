"""Sections that tell the case by their dates, whatever their headings are called: a name, "Appraisal of practice".

In a narrative every other sentence says when; in an analysis of the same events, one in four or fewer.
"""

import re
from collections import defaultdict
from collections.abc import Sequence

from ingest.blocks import BlockKind
from ingest.dates.expressions import find_dates
from ingest.dates.relative import find_relative
from ingest.extractors.events.case_words import LAW_AND_RESEARCH, REVIEW_AT_WORK
from ingest.extractors.events.sentences import sentences_of
from ingest.outline import Paragraph, Part

# A section is told by its sentences where so many are dated, so great a share, and so great a share of its paragraphs.
FEWEST_SENTENCES, SHARE_OF_SENTENCES, SHARE_OF_PARAGRAPHS = 4, 0.5, 0.75
# It is told by its paragraphs alone where so many, and so great a share of them, are dated.
FEWEST_PARAGRAPHS, SHARE_DATED = 4, 0.6
# The parts that judge or ask: their dates repeat what the story has told.
_NEVER = frozenset(
    {Part.FINDINGS, Part.GOOD_PRACTICE, Part.CONCLUSION, Part.RECOMMENDATIONS, Part.ACTION_PLAN, Part.METHOD,
     Part.APPENDIX, Part.REFERENCES, Part.GLOSSARY}
)  # fmt: skip
_BY_PARAGRAPHS = frozenset({Part.OTHER, Part.FAMILY, Part.COVER, Part.CONTENTS})
# Headings of openings and summaries: what they tell of the case is told again.
_OPENING = re.compile(r"\b(?:introduct\w+|foreword|preface|purpose|reasons?|criteria|statement)\b", re.IGNORECASE)
_SUMMARY = re.compile(r"\bexecutive\s+summary\b|\bsummary\s+report\b", re.IGNORECASE)
# Shorter lines are none of the text.
SHORT_LINE = 8


def dated_sections(paragraphs: Sequence[Paragraph]) -> frozenset[int]:
    """Return the headings (by index) whose sections tell the case by their dates."""
    sections: defaultdict[int, list[Paragraph]] = defaultdict(list)
    for paragraph in paragraphs:
        if paragraph.headings and _is_text(paragraph):
            sections[paragraph.headings[-1].index].append(paragraph)
    return frozenset(index for index, section in sections.items() if _may_tell(section) and _tells_the_case(section))


def _is_text(paragraph: Paragraph) -> bool:
    """Return whether a paragraph is more than a line of the text."""
    return paragraph.kind in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM) and len(paragraph.text.split()) > SHORT_LINE


def _may_tell(section: Sequence[Paragraph]) -> bool:
    """Return whether a section is of a part that can tell the case, and has dated sentences enough."""
    if section[0].part in _NEVER or _OPENING.search(section[0].headings[-1].text):
        return False
    dated = (_says_when(sentence.text) for paragraph in section for sentence in sentences_of(paragraph.text))
    return sum(dated) >= min(FEWEST_SENTENCES, FEWEST_PARAGRAPHS)


def _is_of_the_case(paragraph: Paragraph) -> bool:
    """Return whether a paragraph speaks neither of the review nor of the law."""
    return not (REVIEW_AT_WORK.search(paragraph.text) or LAW_AND_RESEARCH.search(paragraph.text))


def _tells_the_case(paragraphs: Sequence[Paragraph]) -> bool:
    section = [paragraph for paragraph in paragraphs if _is_of_the_case(paragraph)]
    if not section:
        return False
    heading = section[0].headings[-1].text
    dated = [any(_says_when(sentence.text) for sentence in sentences_of(paragraph.text)) for paragraph in section]
    if sum(dated) >= FEWEST_PARAGRAPHS and sum(dated) >= SHARE_DATED * len(dated):
        return section[0].part in _BY_PARAGRAPHS or _SUMMARY.search(heading) is not None or _is_dense(section)
    return sum(dated) >= SHARE_OF_PARAGRAPHS * len(dated) and _is_dense(section)


def _is_dense(section: Sequence[Paragraph]) -> bool:
    """Return whether at least every other sentence of a section says when."""
    sentences = [sentence.text for paragraph in section for sentence in sentences_of(paragraph.text)]
    dated = sum(_says_when(sentence) for sentence in sentences)
    return dated >= FEWEST_SENTENCES and dated >= SHARE_OF_SENTENCES * len(sentences)


def _says_when(sentence: str) -> bool:
    """Return whether a sentence prints a month, day or season, or counts on from one."""
    return any(date.first.month or date.first.season for date in find_dates(sentence)) or bool(find_relative(sentence))
