"""Negation: a cue that the sentence denies ("there was no evidence of neglect") is no mention.

Only circumstances can be denied. Where it is practice that was missing ("no evidence that neglect was considered",
"no challenge") the words do speak of the theme.
"""

import re

from ingest.extractors.themes.cues import Hit

# How far before and after a cue, in characters, its denial is looked for; always within the sentence.
REACH = 90
SENTENCE_END = re.compile(r"[.!?;:](?:\s|$)")

NOTHING = (
    r"(?:no|not any|without(?: any)?|any absence of|an absence of|the absence of|nothing to (?:suggest|indicate) |"
    r"neither|nor)"
)
SIGN = (
    r"(?:evidence|indication|indicator|sign|suggestion|concern|worr(?:y|ie)|record|history|report|allegation|suspicion|"
    r"disclosure|question|information|hint|reason to (?:suspect|believe))s?"
)
OF = (
    r"(?:of|about|regarding|relating to|around|for|in relation to|in respect of|that|"
    r"to (?:suggest|indicate|show))"
)
NOT_BEEN = (
    r"(?:was|were|is|are|had|has) (?:not|never)(?: been)? (?:subject to|suffering|experiencing|known to have|"
    r"diagnosed with|a victim of|exposed to|at risk of|known for|considered to be|due to|a case of|caused by|"
    r"the result of|related to|about)"
)
# "no evidence of", "no current concerns about", "nothing to suggest that there was": the denial comes before.
DENIED_BEFORE = re.compile(
    rf"\b(?:{NOTHING} (?:\w+ ){{0,2}}{SIGN} {OF}|(?:nothing|little) to (?:suggest|indicate|show)|{NOT_BEEN}"
    r"|did not (?:have|suffer|experience|show|present with|disclose|involve)|denied(?: any)?|ruled out|free (?:from|of)"
    r"|rather than|other than|does not have|had no|has no|have no)(?: (?:\w|['-])+){0,6} ?$",
    re.IGNORECASE,
)
# The words of practice: what is missing is then attention to the theme, not the theme.
PRACTICE = (
    r"(?:consider|recogni|identif|assess|explor|address|understand|understood|respon|discuss|shar|record|analys|tackl|monitor|"
    r"examin|ask|referr|refer|act|taken|focus|aware|train|tool|knowledge|attention|link|plan|curio|investigat|use|support|appl|strateg)\w*"
)
PRACTICE_WORD = re.compile(rf"\b{PRACTICE}\b", re.IGNORECASE)
CONTRAST = re.compile(r"\b(?:but|however|although|though|until|despite|which|who|where)\b", re.IGNORECASE)
# "neglect was not a factor", "disability was ruled out": the denial comes after.
DENIED_AFTER = re.compile(
    r"^(?:'s)?(?: (?:or|and) \w+)? (?:was|were|is|are|has|have|had|did|does|could) "
    r"(?:(?:not|never)(?: been)?(?: considered to be| thought to be| found to be)? (?:an? |the |any )?(?:\w+ )?"
    r"(?:factor|feature|issue|concern|present|evident|relevant|substantiated|suspected|indicated|apparent|in evidence|"
    r"the cause|a cause|play a part|feature)|(?:been )?(?:ruled out|unsubstantiated|unfounded|excluded as))\b",
    re.IGNORECASE,
)
# "This review did not consider thresholds": the theme was outside the review, whatever it is.
OUTSIDE_THE_REVIEW = re.compile(
    r"\b(?:review|report|panel|reviewer|author|reviewers)(?: (?:has|have|did|does|will|was|is|were|are|do))? "
    r"(?:not|never) (?:been )?(?:consider|look|examine|explore|address|cover|comment|find|seek|identif|asked|tasked|"
    r"able to (?:consider|comment))\w*(?: (?:\w|['-])+){0,8} ?$"
    r"|\b(?:outside|beyond|not within|not part of) (?:of )?(?:the )?(?:scope|remit|terms of reference)"
    r"(?: (?:\w|['-])+){0,8} ?$",
    re.IGNORECASE,
)


def is_denied(text: str, hit: Hit, *, of_circumstance: bool) -> bool:
    """Say whether the sentence around `hit` denies it, or says that the review did not look at it."""
    before, after = _sentence_before(text, hit.start), _sentence_after(text, hit.end)
    if OUTSIDE_THE_REVIEW.search(before):
        return True
    if not of_circumstance:
        return False
    return _denied_before(before, after) or bool(DENIED_AFTER.match(after))


def _denied_before(before: str, after: str) -> bool:
    denial = DENIED_BEFORE.search(before)
    if not denial or CONTRAST.search(denial[0]) or PRACTICE_WORD.search(denial[0]):
        return False
    # "No evidence that neglect was considered": the verb comes after the cue.
    speaks_of_practice = re.search(r"\bthat\b|\bto (?:suggest|indicate|show)\b", denial[0], re.IGNORECASE)
    return not (speaks_of_practice and PRACTICE_WORD.search(" ".join(after.split()[:6])))


def _sentence_before(text: str, start: int) -> str:
    return SENTENCE_END.split(text[max(0, start - REACH) : start])[-1]


def _sentence_after(text: str, end: int) -> str:
    return SENTENCE_END.split(text[end : end + REACH])[0]
