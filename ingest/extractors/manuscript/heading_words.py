"""The words by which headings say what their sections hold, whatever each nation, decade or author calls it.

The vocabulary is that of the published models: overview reports of serious case reviews, Child Safeguarding Practice
Reviews, Safeguarding Adults Reviews, the Home Office's template for domestic homicide reviews, the Welsh and Scottish
templates ("Practice and organisational learning", "Improving systems and practice", "Strategies for improvement"),
Learning Together ("Questions for the Board") and seven-minute briefings.
"""

import re
from enum import StrEnum


class Subject(StrEnum):
    """What a section is about, as far as items are drawn from it.

    ELSEWHERE are the parts of a report that hold no items of their own (its method, the family's history), OF_OTHERS
    those that hold others': earlier reviews, inspections, progress made since. NEXT_STEPS hold items only where a line
    announces them.
    """

    RECOMMENDATIONS = "recommendations"
    CONSIDERATIONS = "considerations"
    ACTION_PLAN = "action_plan"
    NEXT_STEPS = "next_steps"
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


def _any(*phrases: str) -> re.Pattern[str]:
    """Return a pattern that finds any of the phrases."""
    return re.compile("|".join(phrases), re.IGNORECASE)


# Headings whose sections repeat, report on or quote what others found: nothing there is this review's own.
OF_OTHERS = _any(
    r"\bprogress\b",
    r"\bupdates? (?:on|against|from agencies)|\bagency updates?\b",
    r"\b(?:previous|earlier|other|similar) (?:(?:serious case|local|safeguarding|practice|domestic homicide) )*"
    r"(?:reviews?|cases?|scrs?|sars?|dhrs?)\b|\bprevious\b.*\breviews?\b",
    r"\bnational (?:reviews|research|learning from)\b",
    r"\brecommendations from (?:previous|other|earlier)\b",
    r"\bimplementation of\b",
    r"\b(?:actions?|changes|improvements|developments) (?:\w+ )?(?:already |that have been |which have been )?"
    r"(?:taken|made|since|implemented|underway)",
    r"\bresponses? to (?:the |this )?(?:review|report|recommendations?|findings?)\b",
    r"\b(?:board|partnership|agency|agencies['’]?|government|panel)(?:['’]s)? responses?\b",
    r"\b(?:what has )?changed since\b|^what has changed\b",
    r"\binspections?\b|\bofsted\b",
    r"\bresearch\b|\bliterature\b",
)
# A heading with a verb states something of the case: "Family background was not considered"
IS_STATEMENT = re.compile(
    r"\b(?:was|were|is|are|did|does|has|had|have|not|should|needs?|led|meant|made|remained|became|lacked)\b",
    re.IGNORECASE,
)
# Headings that end what stands before them, even where their depth was read wrongly.
ELSEWHERE = _any(
    r"\bterms of reference\b|\bmethod(?:ology)?\b|\bscope\b|\bprocess\b|\bpurpose\b",
    r"\bkey lines of en?quiry\b|\bkey questions\b",
    r"\bquestions (?:for|addressed by) the (?:review|authors?|agencies)\b",
    r"\bcontents\b|\breferences\b|\bbibliography\b|\bglossary\b|\babbreviations\b|\bacronyms\b|\bterminology\b",
    r"\backnowledge?ments?\b|\bforeword\b|\bconfidentiality\b|\bindependence\b|\bdissemination\b",
    r"\bgenogram\b|\bfamily (?:tree|composition|structure|background|history|involvement|contribution|views?|"
    r"perspectives?)\b",
    r"\bchronology\b|\btimeline\b|\bbackground\b|\bthe facts\b|\bnarrative\b",
    r"\bcase (?:summary|history|outline)\b|\bwhat happened\b|\bpen (?:picture|portrait)\b",
    r"^(?:the )?(?:story|case|incident|circumstances)\b(?! (?:for|of learning))|\bstory of\b",
    r"\bmembership\b|\bpanel members\b|\bcontributors\b|\bparallel\b",
    r"\bequality and diversity\b|\bstatement\b|\bprofessional (?:context|background)\b",
    r"\blearning (?:event|together model|review (?:process|panel|group|meeting)s?)\b",
    r"\bappraisal of practice\b",
    r"\blegal (?:framework|context)\b|\bstatutory (?:framework|context|duties)\b|\blegislati(?:on|ve)\b",
    r"\b(?:reflective|reflection|discussion) (?:questions?|points?|exercise)\b",
    r"\bquestions (?:for|to) (?:your|the|a)? ?(?:teams?|practitioners|professionals|managers|supervision|reflect|"
    r"think|ask|discuss|discussion)\b",
    r"\b(?:useful|further) (?:contacts?|links?|information|resources|reading)\b|^resources\b",
)
# What a section of the story says in a sentence: "What was known", "Who was Harriet?"
OF_STORY = re.compile(
    r"^(?:what (?:was|were|did|do) (?:(?:agencies|professionals|services|we|people) )?(?:already )?kn[eo]wn?\b|"
    r"who (?:is|was|were)\b|"
    r"about (?!the (?:learning|findings))|what (?:happened|had happened)\b|why (?:was|is|did|are) (?:this|the|we) "
    r"(?:review|case|holding|doing)\b)",
    re.IGNORECASE,
)
NEXT_STEPS = re.compile(
    r"\bnext steps\b|\bway forward\b|\bmoving forwards?\b|^what (?:happens )?next\W*$", re.IGNORECASE
)

WORDS: tuple[tuple[Subject, re.Pattern[str]], ...] = (
    (
        Subject.ACTION_PLAN,
        _any(
            r"\b(?:action|implementation|improvement|delivery|smart)s? (?:plan|log|tracker|table|grid)s?\b",
            r"^actions?$",
            r"^(?:our|the|this) plan$",
            r"\bplan (?:of action|for (?:improvement|change))\b",
        ),
    ),
    (
        Subject.CONSIDERATIONS,
        _any(
            r"\b(?:questions|considerations|issues|challenges|matters|points)\b.{0,24}\b(?:for|to)\b.{0,24}\b"
            r"(?:board|partnership|lscb|lscp|sab|scb|committee)\b",
            r"\b(?:issues|matters|points) for consideration\b",
        ),
    ),
    (
        Subject.RECOMMENDATIONS,
        _any(
            r"\brecommend",
            r"\bimproving (?:systems|practice)\b|\bimprovements? to (?:systems|practice)\b",
            r"\b(?:strateg(?:y|ies)|proposals?|suggestions?|priorities) for (?:improv\w+|action|change|practice)\b",
            r"\bareas (?:for|of|requiring) (?:improvement|development|action)\b",
            r"\b(?:opportunities|required|suggested|proposed) (?:for )?improvements?\b",
            r"\bactions? (?:for|required|arising|to be taken|needed|from (?:this|the) review)\b",
            r"\b(?:required|suggested|proposed|agreed|recommended|improvement|priority) actions?\b",
            r"\bwhat (?:needs|must|should|has) to (?:happen|change|be done|improve)\b",
            r"\bwhat (?:should|must) (?:happen|change|be done|improve)\b",
            r"\bwhat (?:needs|has) to be (?:done|different)\b",
            r"\bwhat (?:will|should|must) (?:we|agencies|partners|services|the \w+) (?:do|change)\b|\bproposals?\b",
            r"\b(?:learning|lessons|findings) (?:in)?to (?:practice|action)\b",
            r"\b(?:putting|embedding|implementing) (?:the |this )?(?:learning|lessons)\b",
            r"\bcall to action\b",
        ),
    ),
    (
        Subject.GOOD_PRACTICE,
        _any(
            r"\b(?:good|effective|positive|best|notable|strong|excellent|exemplary|commendable) practice\b",
            r"\bstrengths\b|\bcommendations?\b",
            r"\bwhat (?:worked|went|was done) (?:really |particularly )?well\b|\b(?:done|did) well\b",
            r"\b(?:what|who|practice that) (?:worked|helped|made a difference)\b(?! less)",
            r"\bpractice (?:strengths|to celebrate)\b",
        ),
    ),
    (Subject.LESSONS, _any(r"\blessons?\b")),
    (
        Subject.LEARNING,
        _any(
            r"\blearning\b(?! (?:disab|difficult|review|event|together|needs|and improvement|support|lessons review))",
            r"\bwhat (?:have we|did we|we have|we|can be|has been|can we|was|do we) learn",
            r"\b(?:things|points) (?:that |which )?(?:we|the review) (?:have |has )?learn",
            r"\bpractice points\b|^key points\b|\bimplications for (?:practice|learning)\b|\bpractice implications\b",
            r"\bwhat (?:do|does) (?:this|the) (?:review|case)s? tell\b",
            r"\b(?:key|take-?\s?home|take-?\s?away|main) (?:messages|takeaways|take-?aways)\b",
        ),
    ),
    (
        Subject.FINDINGS,
        _any(
            r"\bwhat (?:we|the review|did we|have we|did the review) (?:have |has )?f(?:ou|i)nd\b",
            r"\bwhat (?:could|should|might) (?:be|have been|have gone|go|we have|we do) (?:done )?"
            r"(?:better|differently|done|improved)",
            r"\beven better if\b|\bwhat (?:did not|didn['’]t) (?:work|go)\b|\b(?:worked|went) less well\b",
            r"\bareas of (?:concern|learning)\b|\bmissed opportunities\b|\bwhat got in the way\b",
            r"\bbarriers to (?:effective|good|safe)\b",
            r"\bfindings?\b|\bkey issues\b|\bemerging (?:issues|themes)\b",
        ),
    ),
    (Subject.INTRODUCTION, _any(r"\bintroduct(?:ion|ory)\b", r"\boverview of the (?:case|review)\b")),
    (
        Subject.ANALYSIS,
        _any(
            r"^(?:(?:key )?lines? of en?quiry|kloe|terms? of reference)\s*(?:no\.?\s*)?\d",
            r"\banaly(?:sis|tical)\b",
            r"^(?:why|how)\b.*\?$",
            r"\bappraisal\b",
            r"\bevaluation\b",
        ),
    ),
    (
        Subject.CONCLUSION,
        _any(r"\bconclu(?:sion|ding)", r"\b(?:final|closing) (?:comments|thoughts|remarks|words)\b", r"^in closing\b"),
    ),
    (
        Subject.SUMMARY,
        _any(r"\bexecutive summary\b", r"^summary$", r"\bsummary of (?:the )?(?:case|review)\b"),
    ),
)
