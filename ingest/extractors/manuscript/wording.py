"""What the wording of a paragraph says that it does: ask somebody to act, announce a list, or speak of other things."""

import re

# "should", "must", "needs to", "is to", "will": the words by which recommendations bind
_MODAL = (
    r"(?:should|must|shall|ought to|will|needs? to|(?:is|are) (?:to|asked to|required to|requested to|advised to|"
    r"reminded)|may wish to|could)"
)
_OBLIGATION = re.compile(rf"\b{_MODAL}\b", re.IGNORECASE)
_VERBS = (
    "accept|act|add|address|adopt|advise|agree|align|amend|appoint|arrange|ask|assess|assure|audit|begin|brief|build|"
    "carry out|celebrate|challenge|circulate|clarify|collaborate|collect|commission|communicate|complete|conduct|"
    "confirm|consider|continue|convene|co-?ordinate|create|deliver|demonstrate|design|determine|develop|disseminate|"
    "draw up|embed|emphasi[sz]e|enable|encourage|engage|enhance|ensure|establish|evaluate|examine|expand|explore|"
    "extend|facilitate|find|follow|formali[sz]e|fund|gain|gather|give|hold|highlight|identify|implement|improve|include|"
    "incorporate|increase|inform|instruct|introduce|invest|invite|issue|launch|lead|learn|lobby|maintain|make|map|"
    "measure|monitor|notify|obtain|offer|oversee|pilot|plan|prepare|prioriti[sz]e|produce|promote|propose|provide|"
    "publici[sz]e|publish|raise|re-?affirm|re-?issue|re-?launch|re-?visit|receive|recognise|record|recruit|re-?design|"
    "refer|refresh|reinforce|remind|report|request|require|research|resource|respond|revise|review|roll out|satisfy|"
    "scope|scrutini[sz]e|seek|send|set|share|simplify|specify|standardi[sz]e|strengthen|support|take|task|test|track|"
    "train|undertake|update|use|utili[sz]e|verify|widen|work|write"
)
_IMPERATIVE = re.compile(
    rf"^(?:to |that |for |and )?(?:urgently |actively |formally |jointly )?(?:{_VERBS})\b", re.IGNORECASE
)
# Below "The review recommends that the Board:"
_THIRD_PERSON = re.compile(rf"^(?:{_VERBS})e?s\b", re.IGNORECASE)
# "That the Board ...", "It is recommended that ...", "The review recommends ..."
_PROPOSAL = re.compile(
    r"^(?:that\b|it is (?:further |also |therefore |strongly )*(?:recommended|suggested|proposed)\b|"
    r"(?:this|the) (?:serious case |safeguarding adults? |learning |practice |independent )*"
    r"(?:review|report|panel|author|reviewers?|chair)\b.{0,40}\brecommends?\b|(?:i|we) (?:also |"
    r"therefore )*recommend\b)",
    re.IGNORECASE,
)
# A recommendation in nominal form: "Adoption of a consistent approach", "A review of criteria", "Need for ..."
_NOMINAL = re.compile(
    r"^(?:an? |the |further |regular )?(?:adoption|review|audit|development|provision|introduction|production|training|"
    r"implementation|establishment|creation|revision|inclusion|dissemination|completion|need for|clarification|"
    r"quarterly|monthly|annual)\b",
    re.IGNORECASE,
)
# Who acts, then "to" and a verb: "Managers to ensure", "Schools to have", "Records to be kept"
_TO_ACT = re.compile(rf"^.{{2,90}}?\bto (?:be|have|{_VERBS})\b", re.IGNORECASE)

# "The Board should", "Managers to ensure", and not "The policy was thought to be for others"
_ASKS_FIRST = re.compile(
    rf"^(?:(?:\S+\s+){{1,14}}?(?:should|must)|(?:(?!(?:was|were|had|has|have|did|seemed|appeared)\b)\S+\s+){{1,14}}?"
    rf"to (?:be|{_VERBS}))\b"
)
# Words that speak of recommendations instead of making one
_OF_RECOMMENDATIONS = re.compile(
    r"\b(?:following|these|above|below|further|additional|all|no|number of|agency|individual|specific|the|"
    r"(?:\w+|\d+)) (?:[\w-]+ ){0,3}?recommendations?\b|\brecommendations? (?:is|are|has|have|was|were|which|below|"
    r"listed|"
    r"set out|made|for|from|arising|in|of)\b|\brecommend(?:s|ed)? (?:the following|as follows|that)?\s*[:;]|"
    r"^recommendations?\b",
    re.IGNORECASE,
)
_ANNOUNCES = re.compile(
    r"\b(?:following|these|below|as follows|listed|set out|make|makes|made|recommend|recommends|recommended)\b",
    re.IGNORECASE,
)
# "The recommendations of this review should ...", and not "The Board should find out why the recommendations ..."
_TOLD_FIRST = re.compile(
    r"^(?:these|the|all|this|our)\b(?: (?!should\b|must\b|will\b|to\b|needs?\b|is\b|are\b)[\w’'-]+){0,9}? "
    r"recommendations?\b",
    re.IGNORECASE,
)
# "It does not make recommendations", said of the review or of its model
_RECOMMENDS_NOTHING = re.compile(
    r"\b(?:it|we|(?:this|the) (?:\w+ ){0,2}?(?:report|review|model|approach|method(?:ology)?|reviewers?))\s"
    r"(?:(?:does|do|did|will) not (?:make|contain|set out|offer|include)\b(?: any| specific| formal| its own)*"
    r"|(?:makes?|contains?|offers?) no(?: specific| formal)?) recommendations\b(?! (?:for|about|to|on|in)\b)",
    re.IGNORECASE,
)
# Reasons given beside a recommendation
_RATIONALE = re.compile(
    r"^(?:rationale|reasons?|why|context|background|evidence|finding|learning|because|this is because|"
    r"the review (?:found|identified|heard|noted|has found|considered|was told)|this (?:review|case) (?:found|"
    r"identified|"
    r"showed|has)|it was (?:found|identified|noted)|links? to|linked to|see (?:also )?(?:paragraph|section|finding)|"
    r"intended outcomes?|expected (?:outcome|impact)|desired outcomes?|success (?:measure|criteria)|impact|"
    r"how will|what will|measures? of success|progress|update|response|timescale|lead|owner|action taken)\b",
    re.IGNORECASE,
)
# The same as a field of a box, whatever the box holds: "Circumstances: the nurse voted against ..."
_NAMED_REASON = re.compile(
    r"^(?:the )?(?:circumstances|context|background|evidence|rationale|what happened|why (?:it|this) matters)\b"
    r"[^.:]{0,30}:",
    re.IGNORECASE,
)
_SIGNATURE = re.compile(
    r"\b(?:independent|overview|lead)\b.{0,30}\b(?:author|reviewer|chair)\b|^(?:signed|date|dated)\b|"
    r"^(?:january|february|march|april|may|june|july|august|september|october|november|december) \d{4}\.?$|^end\.?$",
    re.IGNORECASE,
)

# A finite verb or a word that binds: what a bullet has that says something, and a topic ("The role of fathers") lacks.
_VERB = re.compile(
    r"\b(?:is|are|was|were|be|been|has|have|had|do|does|did|should|must|will|would|can|cannot|could|may|might|need|needs|"
    r"needed|"
    r"requires?|required|shows?|showed|found|made|led|lacked|meant|means|failed|took|gave|knew|felt|saw|became|"
    r"remained|"
    r"rang|spoke|wrote|went|came|said|told|held|kept|sent|brought|thought|sought|built|lost|met|ran|heard|stood|grew|"
    r"drew|drove|chose|broke|spent|paid|caught|taught|understood|began|dealt|fell|won|got|"
    r"belongs|says|gives|takes|knows|sees|keeps|helps|begins|becomes|seems|comes|goes|depends|follows|relies|tells|"
    r"\w{3,}ed|\w{4,}(?:ises|izes|ates|ents|ows|ains|ides|ures))\b",
    re.IGNORECASE,
)
# A title before an item's text ("Lesson 2: Information sharing") has no more words.
TITLE_WORDS = 9


def asks_for_action(text: str) -> bool:
    """Whether a text reads as a recommendation: it binds, orders, proposes or names what is needed."""
    if _PROPOSAL.match(text) or _IMPERATIVE.match(text) or _NOMINAL.match(text):
        return True
    return bool(_OBLIGATION.search(text) or _TO_ACT.match(text))


def is_order(text: str) -> bool:
    """Whether a text begins with what is to be done and names nobody: "Ensure that ...", "Seeks assurance ..."."""
    return (
        bool(_IMPERATIVE.match(text) or _THIRD_PERSON.match(text))
        and text[:1].isupper()
        and not re.match(r"(?:for|that|and)\b", text, re.IGNORECASE)
    )


def binds(text: str) -> bool:
    """Whether a text has a word that binds: should, must, will, needs to."""
    return bool(_OBLIGATION.search(text))


def asks_outright(text: str) -> bool:
    """Whether a text is a recommendation by its first words, in any surroundings: "The Board should ..."."""
    if _PROPOSAL.match(text):
        return True
    first = re.split(r"(?<=[.;])\s", text, maxsplit=1)[0]
    return bool(_ASKS_FIRST.match(first)) or bool(_IMPERATIVE.match(text))


def announces_recommendations(text: str) -> bool:
    """Whether a text speaks of recommendations, which stand elsewhere, and makes none itself."""
    if "recommend" not in text.lower() or not _OF_RECOMMENDATIONS.search(text):
        return False
    if text.rstrip().endswith((":", ";")):
        return True
    return not asks_outright(text) or bool(_TOLD_FIRST.match(text))


def makes_no_recommendations(text: str) -> bool:
    """Whether a text says that the review itself recommends nothing."""
    return "recommendations" in text and bool(_RECOMMENDS_NOTHING.search(text))


def is_title(text: str) -> bool:
    """Whether words before a text are its title: few, without a mark at the end, and asking for nothing."""
    return len(text.split()) <= TITLE_WORDS and not re.search(r"[.;:?]$", text) and not asks_for_action(text)


def is_topic(text: str) -> bool:
    """Whether a text only names a topic and says nothing about it."""
    return not _VERB.search(text)


def gives_reasons(text: str) -> bool:
    """Whether a text explains a recommendation: its rationale, its intended outcome, who leads."""
    return bool(_RATIONALE.match(text))


def tells_why(text: str) -> bool:
    """Whether a text is named as the story behind an item: "Circumstances: ..."."""
    return bool(_NAMED_REASON.match(text))


def is_signature(text: str) -> bool:
    """Whether a short text signs or dates a report."""
    return len(text.split()) < 12 and bool(_SIGNATURE.search(text.strip()))
