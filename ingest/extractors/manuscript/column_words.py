"""The words at the heads of columns, and what the columns hold: recommendation, action, lead, timescale and so on.

Action plans have no common form: the Home Office's template, the Serious Case Review toolkits and each board's own
table name and order their columns differently, some with questions ("How will change be achieved?").
"""

import re
from enum import StrEnum


class Column(StrEnum):
    """What a column holds."""

    NUMBER = "number"
    NUMBER_ANSWERED = "number_answered"
    RECOMMENDATION = "recommendation"
    FINDING = "finding"
    LEARNING = "learning"
    LESSON = "lesson"
    GOOD_PRACTICE = "good_practice"
    AGENCY = "agency"
    OUTCOME = "outcome"
    STEPS = "steps"
    LEAD = "lead"
    TIMESCALE = "timescale"
    MEASURE = "measure"
    PROGRESS = "progress"
    OTHER = "other"


# How success is known, not how the action is done: "How will we know?", "How will it be evidenced?"
_KNOWN = (
    r"(?:know|measure|evidence|monitor|demonstrate|assess|tell|be (?:measured|evidenced|monitored|assured|reviewed))"
)
_WORDS: tuple[tuple[Column, tuple[str, ...]], ...] = (
    (
        Column.NUMBER,
        (
            r"^(?:no\.?|nos\.?|number|nr\.?|#|ref\.?(?:erence)?(?: no\.?)?|item(?: no\.?)?|id|s\.?no\.?)$",
            r"^(?:rec(?:ommendation|\.)?|action|finding|learning(?: point)?)\s*(?:no\.?|number|ref\.?|#)$",
        ),
    ),
    (
        Column.RECOMMENDATION,
        (
            r"\brecommendations?\b",
            r"\barea(?:s)? for (?:improvement|development)\b",
            r"^recs?\.?$",
            r"\bwe recommend\b",
            r"\b(?:strateg(?:y|ies)|proposals?|suggestions?) for (?:improv\w+|change|practice)\b",
        ),
    ),
    (
        Column.GOOD_PRACTICE,
        (r"\b(?:good|effective|positive) practice\b", r"\bstrengths?\b", r"\b(?:worked|went) well\b"),
    ),
    (Column.LESSON, (r"\blessons?\b",)),
    (
        Column.LEARNING,
        (r"\blearning\b", r"\bwhat (?:have |did )?we (?:have )?learn", r"\bwhat was learn", r"\bimplications?\b"),
    ),
    (
        Column.FINDING,
        (
            r"\bfindings?\b",
            r"\bissues?\b",
            r"\bthemes?\b",
            r"\bgaps?\b",
            r"\bwhat (?:we|the review|did we) f(?:ou|i)nd\b",
            r"\bwhat (?:could|should) have (?:been|gone)\b|\bwhat could be better\b|\beven better if\b",
        ),
    ),
    (Column.AGENCY, (r"^(?:agency|agencies|organi[sz]ations?|service|partner)(?: name)?$",)),
    (
        Column.OUTCOME,
        (
            r"\b(?:desired|intended|expected|anticipated|required|planned)\s+(?:aims?|outcomes?|impact|result|change)",
            r"\baims?\b",
            r"\boutcomes?\b",
            r"\bobjectives?\b",
            r"\bwhat do we want\b",
            r"\bwhat will be different\b",
            r"\bgoals?\b",
            r"\b(?:date of )?completion(?: date)? (?:and|&|/) outcomes?\b",
            r"\boutcomes? (?:and|&|/) (?:date of )?completion\b",
        ),
    ),
    (
        Column.STEPS,
        (
            r"\bactions?\b",
            r"\bsteps?\b",
            r"\btasks?\b",
            r"\bactivit(?:y|ies)\b",
            rf"\bhow will (?:change|this|it|we|the recommendation)\b(?! {_KNOWN})",
            rf"\bhow (?:we|it|this) (?:will|is to)\b(?! {_KNOWN})",
            r"^(?:what|how)$",
            r"\bwhat (?:will|needs to|needs doing|must|should|is to|has to|do we need to|are we going to)\b",
            r"\bwhat (?:we|you|they|agencies|partners) (?:will|need to|are going to|plan to|intend to)\b",
            r"\b(?:agency|board|partnership)(?:['’]s)? response\b",
        ),
    ),
    (
        Column.LEAD,
        (
            r"\blead(?:s|ership|ing)?\b",
            r"\bowners?\b",
            r"\bresponsib\w+",
            r"\b(?:by )?whom?\b",
            r"\baccountab\w+",
            r"\bnamed person\b|^persons?$",
            r"\bofficers?\b",
        ),
    ),
    (
        Column.TIMESCALE,
        (
            r"^by$",
            r"\btime-?\s?(?:scale|frame|line|table)s?\b",
            r"\btarget\b",
            r"\b(?:by )?when\b",
            r"\bdeadlines?\b",
            r"\bdue\b",
            r"\bdates?\b",
            r"\bby what date\b",
            r"\b(?:to be )?completed? by\b",
            r"\bimplementation date\b",
        ),
    ),
    (
        Column.MEASURE,
        (
            r"\boutcome measures?\b",
            r"\bmeasur\w+",
            r"\bevidence\w*",
            r"\bhow (?:you|we) (?:will|shall|would) know\b",
            rf"\bhow (?:will|shall|do) (?:you|we|success|this|it|change) {_KNOWN}",
            r"\bwhat (?:will|does|would) (?:success|good|it) look like\b",
            r"\bsuccess\b",
            r"\bmonitor\w*",
            r"\bimpact\b",
            r"\bassurance\b",
            r"\bwhat difference\b",
            r"\bmilestones?\b",
            r"\bindicators?\b",
        ),
    ),
    (
        Column.PROGRESS,
        (
            r"\bprogress\b",
            r"\bstatus\b",
            r"\bb?rag\b",
            r"\brating\b",
            r"\bupdates?\b",
            r"\b(?:date )?(?:completed|closed|achieved)\b",
            r"\bdate of completion\b|\bcompletion(?: date)?\b",
            r"\bwhat (?:have|has) (?:we|been) (?:done|achieved)\b",
            r"\bcomments?\b",
            r"\bcurrent position\b",
        ),
    ),
    (
        Column.OTHER,
        (
            r"\bscope\b",
            r"\breview date\b|\bdate (?:added|raised|agreed|of review)\b",
            r"\bpriority\b",
            r"\brationale\b|\breason\b",
            r"\bresources?\b|\bcosts?\b",
            r"\blinks?\b|\bsource\b|\bpage\b",
        ),
    ),
)
PATTERNS = tuple((column, re.compile("|".join(phrases), re.IGNORECASE)) for column, phrases in _WORDS)
# The fields of an action, beside what it answers
FIELDS = frozenset({Column.STEPS, Column.LEAD, Column.TIMESCALE, Column.OUTCOME, Column.MEASURE, Column.PROGRESS})
# The columns that hold items of their own
ITEMS = frozenset({Column.RECOMMENDATION, Column.FINDING, Column.LEARNING, Column.LESSON, Column.GOOD_PRACTICE})
