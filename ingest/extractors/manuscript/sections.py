"""The section that a paragraph stands in, by the headings above it: what it holds, and what stands between the two."""

import re
from dataclasses import dataclass
from functools import lru_cache

from ingest.extractors.manuscript.heading_words import (
    ELSEWHERE,
    IS_STATEMENT,
    NEXT_STEPS,
    OF_OTHERS,
    OF_STORY,
    WORDS,
    Subject,
)
from ingest.outline import Heading, Paragraph, Part


@dataclass(frozen=True, slots=True)
class Section:
    """Where a paragraph stands: the nearest heading that says what it holds, and the headings between the two.

    `subjects` may be several ("Conclusion and recommendations"); empty where no heading says anything.
    """

    subjects: frozenset[Subject]
    heading: Heading | None = None
    below: tuple[Heading, ...] = ()
    above: tuple[Heading, ...] = ()

    def holds(self, *subjects: Subject) -> bool:
        """Whether the section is about one of the subjects."""
        return not self.subjects.isdisjoint(subjects)

    def holds_only(self, *subjects: Subject) -> bool:
        """Whether the section is about some of the subjects and nothing else."""
        return bool(self.subjects) and self.subjects <= set(subjects)


NOWHERE = Section(frozenset())

_OF_PART: dict[Part, Subject] = {
    Part.RECOMMENDATIONS: Subject.RECOMMENDATIONS,
    Part.ACTION_PLAN: Subject.ACTION_PLAN,
    Part.FINDINGS: Subject.FINDINGS,
    Part.GOOD_PRACTICE: Subject.GOOD_PRACTICE,
    Part.ANALYSIS: Subject.ANALYSIS,
    Part.CONCLUSION: Subject.CONCLUSION,
    Part.METHOD: Subject.ELSEWHERE,
    Part.FAMILY: Subject.ELSEWHERE,
    Part.CHRONOLOGY: Subject.ELSEWHERE,
    Part.REFERENCES: Subject.ELSEWHERE,
    Part.GLOSSARY: Subject.ELSEWHERE,
}
# The title of a whole report, whatever it is called: "Report of findings from a serious case review"
_REPORT_TITLE = re.compile(
    r"^(?:(?:a|the|overview|final|full|summary|independent) )*report (?:of|on|into)\b.*\breview\b", re.IGNORECASE
)
# "Appendix 3", "Annex A:" and nothing else: says where, not what.
_BARE_APPENDIX = re.compile(r"^(?i:appendix|appendices|annexe?|annexes)\s*[A-Z\d]{0,3}[\s.:–-]*$")
# A line that announces a list stands as a heading of this level over it, below all headings that are printed as such.
LEAD_LEVEL = 9
# A line of the contents has no more words; a paragraph counted among them by mistake has.
CONTENTS_WORDS = 25
# A heading is a few words; a longer one is a statement set as a heading, and its words are about the case.
HEADING_WORDS = 16


@lru_cache(maxsize=1024)
def subjects_of(heading: str) -> frozenset[Subject]:
    """Return what a section under this heading holds; empty where its words do not say."""
    if len(heading.split()) > HEADING_WORDS or _BARE_APPENDIX.match(heading):
        return frozenset()
    if _REPORT_TITLE.match(heading):
        return frozenset()
    found = {subject for subject, words in WORDS if words.search(heading)}
    if Subject.LESSONS in found:
        found.discard(Subject.LEARNING)
    if found & {Subject.RECOMMENDATIONS, Subject.ACTION_PLAN}:
        return frozenset({Subject.OF_OTHERS} if OF_OTHERS.search(heading) else found)
    if NEXT_STEPS.search(heading):
        return frozenset({Subject.NEXT_STEPS})
    is_of_method = ELSEWHERE.search(heading) and Subject.ANALYSIS not in found
    if OF_OTHERS.search(heading) and not IS_STATEMENT.search(heading):
        return _own_part_of(heading) or frozenset({Subject.OF_OTHERS})
    if (is_of_method and not IS_STATEMENT.search(heading)) or (not found and OF_STORY.search(heading)):
        return frozenset({Subject.ELSEWHERE})
    return frozenset(found)


def _own_part_of(heading: str) -> frozenset[Subject]:
    """Return what the half of a heading says that is not about others: "Good practice and action already taken"."""
    halves = re.split(r"\s+(?:and|&)\s+", heading, flags=re.IGNORECASE)
    if len(halves) != 2:
        return frozenset()
    own = [half for half in halves if not OF_OTHERS.search(half)]
    return frozenset({Subject.GOOD_PRACTICE}) & subjects_of(own[0]) if len(own) == 1 else frozenset()


def section_of(headings: tuple[Heading, ...], part: Part = Part.OTHER) -> Section:
    """Return the section that these headings (highest first) put a paragraph in."""
    for depth in range(len(headings) - 1, -1, -1):
        if subjects := subjects_of(headings[depth].text):
            return Section(subjects, headings[depth], headings[depth + 1 :], headings[:depth])
    if part in _OF_PART:
        # Prose under such a heading explains as much as it finds, so that only what it says outright counts.
        explains = {Subject.ANALYSIS} if part is Part.FINDINGS else set()
        subjects = frozenset({_OF_PART[part], *explains})
        return Section(subjects, headings[0], headings[1:]) if headings else Section(subjects)
    return Section(frozenset(), None, headings)


def is_read(paragraph: Paragraph) -> bool:
    """Whether items may stand here at all: not in a line of the contents, the references or the glossary."""
    if paragraph.part is Part.CONTENTS:
        return len(paragraph.text.split()) > CONTENTS_WORDS
    return paragraph.part not in {Part.REFERENCES, Part.GLOSSARY}


def is_contents(heading: str) -> bool:
    """Whether a heading is that of the list of contents, under which nothing else stands."""
    return bool(re.match(r"(?:table of )?contents(?: page)?\W*$|index$|on this page$", heading.strip(), re.IGNORECASE))
