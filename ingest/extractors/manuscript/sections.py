"""What the headings of a review say that their sections hold, whatever words each nation, decade or author uses.

The vocabulary is that of the published models: overview reports of serious case reviews, Child Safeguarding Practice
Reviews, Safeguarding Adults Reviews, the Home Office's template for domestic homicide reviews, the Welsh and Scottish
templates ("Practice and organisational learning", "Improving systems and practice") and Learning Together ("Questions
for the Board").
"""

import re
from dataclasses import dataclass
from enum import StrEnum

from ingest.outline import Heading, Paragraph, Part


class Subject(StrEnum):
    """What a section is about, as far as items are drawn from it.

    ELSEWHERE are the parts of a report that hold no items of their own (its method, the family's history), OF_OTHERS
    those that hold others': earlier reviews, inspections, progress made since.
    """

    RECOMMENDATIONS = "recommendations"
    CONSIDERATIONS = "considerations"
    ACTION_PLAN = "action_plan"
    FINDINGS = "findings"
    LEARNING = "learning"
    LESSONS = "lessons"
    GOOD_PRACTICE = "good_practice"
    ANALYSIS = "analysis"
    CONCLUSION = "conclusion"
    SUMMARY = "summary"
    INTRODUCTION = "introduction"
    ELSEWHERE = "elsewhere"
    OF_OTHERS = "of_others"


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

# Headings whose sections repeat, report on or quote what others found: nothing there is this review's own.
_OF_OTHERS = re.compile(
    r"\bprogress\b|\bupdates? (?:on|against)|\bprevious\b.*\breviews?\b|\bearlier (?:reviews?|cases?)\b|"
    r"\bother (?:serious case )?reviews?\b|\bnational (?:reviews|research|learning from)\b|"
    r"\brecommendations from (?:previous|other|earlier)\b|\bimplementation of\b|"
    r"\b(?:actions?|changes|improvements|developments) (?:already |that have been )?(?:taken|made|since|implemented)|"
    r"\bresponses? to (?:the |this )?(?:review|report|recommendations?|findings?)\b|\b(?:what has )?changed since\b|"
    r"\binspection\b|\bofsted\b|\bresearch\b|\bliterature\b",
    re.IGNORECASE,
)
# A heading with a verb states something of the case: "Family background was not considered"
_IS_STATEMENT = re.compile(
    r"\b(?:was|were|is|are|did|does|has|had|have|not|should|needs?|led|meant|made|remained|became|lacked)\b",
    re.IGNORECASE,
)
# Headings that end what stands before them, even where their depth was read wrongly.
_ELSEWHERE = re.compile(
    r"\bterms of reference\b|\bmethod(?:ology)?\b|\bscope\b|\bprocess\b|\bpurpose\b|\bkey lines of en?quiry\b|"
    r"\bkey questions\b|\bquestions (?:for|addressed by) the (?:review|authors?|agencies)\b|\bcontents\b|"
    r"\breferences\b|"
    r"\bbibliography\b|\bglossary\b|\babbreviations\b|\bacronyms\b|\backnowledge?ments?\b|\bgenogram\b|"
    r"\bfamily (?:tree|"
    r"composition|structure|background|history|involvement|contribution|views?)\b|\bchronology\b|\btimeline\b|"
    r"\bbackground\b|\bforeword\b|\bconfidentiality\b|\bindependence\b|\bmembership\b|\bpanel members\b|"
    r"\bcontributors\b|"
    r"\bdissemination\b|\bparallel\b|\bthe facts\b|\bnarrative\b|\bcase (?:summary|history|outline)\b|"
    r"\bequality and diversity\b|\bnext steps\b|\bstatement\b|\bprofessional (?:context|background)\b|"
    r"\bwhat happened\b|"
    r"\blearning (?:event|together model|review (?:process|panel|group|meeting)s?)\b|\bappraisal of practice\b",
    re.IGNORECASE,
)
_WORDS: tuple[tuple[Subject, re.Pattern[str]], ...] = (
    (
        Subject.ACTION_PLAN,
        re.compile(
            r"\b(?:action|implementation|improvement|delivery|smart)s? (?:plan|log|tracker|table|grid)s?\b|^actions?$",
            re.IGNORECASE,
        ),
    ),
    (
        Subject.CONSIDERATIONS,
        re.compile(
            r"\b(?:questions|considerations|issues|challenges|matters|points)\b.{0,24}\b(?:for|to)\b.{0,24}\b"
            r"(?:board|partnership|lscb|lscp|sab|scb|committee)\b|\b(?:issues|matters|points) for consideration\b",
            re.IGNORECASE,
        ),
    ),
    (
        Subject.RECOMMENDATIONS,
        re.compile(
            r"\brecommend|\bimproving (?:systems|practice)\b|\bimprovements? to (?:systems|practice)\b|"
            r"\bstrategies for improving\b|\bareas (?:for|of) (?:improvement|development)\b|"
            r"\bactions? (?:for|required|arising|to be taken|needed|from (?:this|the) review)\b|\brequired actions?\b|"
            r"\bwhat (?:needs|must|should|has) to (?:happen|change)\b|\bsuggested actions?\b|\bwhat will (?:we|"
            r"agencies|partners|the \w+) (?:do|change)\b|\bproposals?\b",
            re.IGNORECASE,
        ),
    ),
    (
        Subject.GOOD_PRACTICE,
        re.compile(
            r"\b(?:good|effective|positive|best|notable|strong|excellent|exemplary) practice\b|\bstrengths\b|"
            r"\bwhat (?:worked|went|was done) well\b|\bdone well\b|\bwhat (?:worked|helped)\b|"
            r"\bpractice (?:strengths|that worked)\b",
            re.IGNORECASE,
        ),
    ),
    (Subject.LESSONS, re.compile(r"\blessons?\b", re.IGNORECASE)),
    (
        Subject.LEARNING,
        re.compile(
            r"\blearning\b(?! (?:disab|difficult|review|event|together|needs|and improvement|support|lessons review))|"
            r"\bwhat (?:have we|did we|we have|we|can be|has been|can we|was) learn|\bpractice points\b|"
            r"\bimplications for (?:practice|learning)\b|\bwhat (?:do|does) (?:this|the) (?:review|case)s? tell\b|"
            r"\bkey messages\b",
            re.IGNORECASE,
        ),
    ),
    (
        Subject.FINDINGS,
        re.compile(
            r"\bwhat (?:we|the review|did we|have we|did the review) (?:have |has )?f(?:ou|i)nd\b|\bwhat (?:could|"
            r"should|might) (?:be|have been|we have) (?:better|done|improved)|\bfindings?\b|"
            r"\bkey issues\b|\bemerging (?:issues|themes)\b",
            re.IGNORECASE,
        ),
    ),
    (Subject.INTRODUCTION, re.compile(r"\bintroduct(?:ion|ory)\b|\boverview of the (?:case|review)\b", re.IGNORECASE)),
    (
        Subject.ANALYSIS,
        re.compile(
            r"\banaly(?:sis|tical)\b|^(?:why|how)\b.*\?$|\bappraisal\b|"
            r"\bevaluation\b",
            re.IGNORECASE,
        ),
    ),
    (Subject.CONCLUSION, re.compile(r"\bconclu(?:sion|ding)|\bfinal (?:comments|thoughts|remarks)\b", re.IGNORECASE)),
    (
        Subject.SUMMARY,
        re.compile(r"\bexecutive summary\b|^summary$|\bsummary of (?:the )?(?:case|review)\b", re.IGNORECASE),
    ),
)
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


def subjects_of(heading: str) -> frozenset[Subject]:
    """Return what a section under this heading holds; empty where its words do not say."""
    if len(heading.split()) > HEADING_WORDS or _BARE_APPENDIX.match(heading):
        return frozenset()
    if _REPORT_TITLE.match(heading):
        return frozenset()
    found = {subject for subject, words in _WORDS if words.search(heading)}
    if Subject.LESSONS in found:
        found.discard(Subject.LEARNING)
    if found & {Subject.RECOMMENDATIONS, Subject.ACTION_PLAN}:
        return frozenset({Subject.OF_OTHERS} if _OF_OTHERS.search(heading) else found)
    is_of_method = _ELSEWHERE.search(heading) and Subject.ANALYSIS not in found
    if _OF_OTHERS.search(heading) and not _IS_STATEMENT.search(heading):
        return frozenset({Subject.OF_OTHERS})
    if is_of_method and not _IS_STATEMENT.search(heading):
        return frozenset({Subject.ELSEWHERE})
    return frozenset(found)


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
    return bool(re.match(r"(?:table of )?contents(?: page)?\W*$|index$", heading.strip(), re.IGNORECASE))
