"""Who must act, in the review's own words: from the sentence, or the heading that a recommendation stands under."""

import re
from collections.abc import Iterator

from ingest.extractors.bodies import is_body, is_name_of_body, is_unknown_name
from ingest.extractors.manuscript.sections import subjects_of
from ingest.extractors.manuscript.wording import is_order

_OPENING = (
    r"^\W*(?:that |it is (?:\w+ ){0,2}recommended (?:that|for) |(?:the|this) (?:review(?:er)?s?|panel|author|report) "
    r"(?:\w+ )?(?:recommends? (?:that )?|asks? |urges? |invites? )|(?:i|we) recommend (?:that )?|for |"
    r"recommendation (?:for|to) )?"
)
# What may stand before the subject: "Within one month the Director", "Prior to agreeing the plan, the Chair must"
_TIME_FIRST = (
    r"(?:within|by|before|after) (?:the )?(?:end of )?(?:next )?(?:\w+ ){0,3}?"
    r"(?:days?|weeks?|months?|years?|\d{4}),?\s+"
)
_CLAUSE_FIRST = (
    r"(?:when|where|if|in|for|to|as|given|following|prior|before|after|within|on|at|during|once|through|by|alongside|"
    r"building|with)\b[^,]{3,160},\s+"
)
_MODAL = (
    r"(?:(?i:should|must|shall|ought|will|needs?|may wish|could|to)\b|"
    r"(?:is|are) (?:to|told|given|asked|invited|urged|encouraged|expected|required|requested|advised|reminded|"
    r"recommended)\b)"
)
_VERBS = (
    r"(?:ensures?|reviews?|assures?|agrees?|considers?|develops?|works?|seeks?|provides?|undertakes?|establish(?:es)?|"
    r"commissions?|promotes?|requests?|requires?|strengthens?|writes?|raises?|monitors?|audits?|uses?|sets?|makes?|"
    r"explores?|identif(?:y|ies)|implements?|publish(?:es)?|produces?|continues?|takes?|recommends?|receives?|"
    r"examines?|updates?|adopts?|introduces?|shares?|asks?|supports?|leads?|reports?|reminds?|embeds?|clarif(?:y|"
    r"ies))\b"
)
_BEFORE_MODAL = re.compile(rf"\s{_MODAL}")
_BEFORE_VERB = re.compile(rf"\s{_VERBS}")
# The words that end a subject for certain; "to" may stand inside one ("the team to be set up")
_BINDS = re.compile(r"\s(?i:should|must|shall|ought|will|needs?)\b")
_STARTS = tuple(
    re.compile(rf"{_OPENING}{first}", re.IGNORECASE) for first in (f"(?:{_TIME_FIRST})", f"(?:{_CLAUSE_FIRST})", "")
)
# "... should be reviewed by the Trust"
_AGENT = re.compile(
    r"[^.;]{1,60}?\bby (?!their|its)(?P<body>(?:the |all |each )?.+?)"
    r"(?=\s+(?:to|in|for|with|that|and|so|within)\b|[,.;]|$)"
)
# "Prior to agreeing the plan the Independent Chair must": the last body named in a clause without a comma
_LAST_NAMED = re.compile(r"\b(?P<body>(?:the|all|each) (?:[A-Z][\w'’]*\s?(?:of |and )?)+)$")
# What follows a body and says how it acts: "the Board, through its framework"
_BY_WHICH_MEANS = re.compile(r",?\s(?:through|via|by means of|as part of|when|where|under)\s.*$")
# "Recommendations for the Partnership", "Considerations for the Board to discuss"
_FOR_WHOM = re.compile(
    r"\b(?:for|to)\s+(?:consideration by )?(?P<body>(?:the )?[^()]+?)(?:\s+to\s+(?:consider|discuss).*)?\s*[:.)]*$",
    re.IGNORECASE,
)
# "The Panel recommends that the Board should"
_RECOMMENDED_TO = re.compile(
    r"\brecommend(?:s|ed|ations?)?\b.*?\b(?:that|to|"
    r"for)\s+(?P<body>[\w'’&, ]{3,90})$",
    re.IGNORECASE,
)
_IN_BRACKETS = re.compile(r"^[^()]*\(\s*(?P<body>[^()]{2,80})\)")
# The body in brackets after the last sentence, as in: within six months. (Northshire Police)
_BRACKETS_AT_END = re.compile(
    r"[\[(](?:(?:action|lead|for|by|responsible|owner)s?:?\s+)?(?P<body>[^()\[\]]{2,90})[\])]\W*$", re.IGNORECASE
)
# "Hampton Police IMR", "Health overview report": whose report it is
_REPORT_OF_BODY = re.compile(
    r"\s*\b(?:imr|individual management (?:review|report)|agency review|recommendations|actions)s?$", re.IGNORECASE
)
_IS_TITLE = re.compile(
    r"\brecommend|\bactions?\b|\bplan\b|\blearning\b|\breport\b|\bconclusion|\bfindings?\b|\breview\b", re.IGNORECASE
)
# A body before the text and a mark between them, as in Police: all officers must
_BEFORE_MARK = re.compile(r"^(?P<body>[A-Z][\w&'’/ ,()-]{1,70}?)\s*(?:[:–—]|\s-\s)\s+\S")
# The theme before a recommendation's text: "Private fostering: The Council should"
_TITLE_FIRST = re.compile(r"^[A-Z][\w’' -]{2,60}:\s+(?=[A-Z])")
# Subjects that are clauses or pronouns and name nobody: "This should be monitored"
_IS_CLAUSE = re.compile(
    r"(?:(?:an? |the )?(?:needs?|review|audit|adoption|requirement)|when|where|if|in|to|there|as|given|following|"
    r"prior|this|it|these|such|they|he|she|i|we|work|consideration|assurance|training|each referral|their|its)\b",
    re.IGNORECASE,
)
# More words than a body has; a longer subject is a clause about something else.
SUBJECT_WORDS = 18
SUBJECT_CHARACTERS = 200
WORDS_OF_BODY = 7
# A line with more characters is text that no pattern for titles or leads need be tried on.
HEADING_CHARACTERS, LEAD_CHARACTERS = 300, 600


def addressee_of(text: str) -> str | None:
    """Return who a recommendation's own words ask to act ("The LSCB", "All schools"); None where they do not say."""
    return next((body for body in _candidates(text) if body), None)


def addressee_of_heading(heading: str) -> str | None:
    """Return the body that a heading addresses: itself if it is a body's name, else the one that it is for."""
    if len(heading) > HEADING_CHARACTERS:
        return None
    heading = _REPORT_OF_BODY.sub("", heading.strip(" :.")).strip()
    for pattern in (_FOR_WHOM, _IN_BRACKETS):
        if (found := pattern.search(heading)) and is_body(found["body"]):
            return found["body"].strip()
    parts = re.split(r"\s*:\s*|\s+[–—-]\s+", heading)
    return next((part.strip() for part in (heading, *parts) if _is_bodys_own(part)), None)


def _is_bodys_own(heading: str) -> bool:
    """Whether a heading is a body's name and no section's title, as Improving systems and practice is."""
    is_name = is_name_of_body(heading) and len(heading.split()) <= SUBJECT_WORDS
    return is_name and not _IS_TITLE.search(heading) and not subjects_of(heading)


def addressee_of_lead(lead: str) -> str | None:
    """Return the body that a line above a list asks to act: "The Panel recommends that the Board:"."""
    sentences = [sentence.rstrip(" .:–—-") for sentence in re.split(r"(?<=[.;])\s+", lead.strip())]
    for sentence in sentences:
        found = _RECOMMENDED_TO.search(sentence[:LEAD_CHARACTERS])
        body = re.sub(r"\s+(?:should|must|shall|to|will|is asked to|are asked to)$", "", found["body"] if found else "")
        if re.match(r"the |all |each |[A-Z]", body) and is_body(body):
            return body
    last = re.sub(r"\s+(?:should|must|shall|to|will|is asked to|are asked to)$", "", sentences[-1][:LEAD_CHARACTERS])
    if is_body(last) and lead.rstrip().endswith(":"):
        return last
    return addressee_of(sentences[-1]) if len(lead) <= LEAD_CHARACTERS else None


def _candidates(text: str) -> Iterator[str | None]:
    """Yield what may be the addressee, the likeliest first."""
    yield _named_beside_text(text)
    text = _TITLE_FIRST.sub("", text)
    if is_order(text):
        return
    start = _start_of_subject(text)
    binds = _BINDS.search(text, start)
    end = min(start + SUBJECT_CHARACTERS, binds.end() if binds else len(text))
    for modal in _BEFORE_MODAL.finditer(text, start, end):
        after = text[modal.end() :]
        is_passive = bool(re.match(r"\s*be \w+(?:ed|en|t|up|out)\b", after))
        if is_passive and (agent := _AGENT.match(after)):
            yield _as_body(agent["body"])
        yield _as_body(text[start : modal.start()], is_passive=is_passive)
    if binds and _IS_CLAUSE.match(text[start:]) and "," in text[start : binds.start()]:
        yield _as_body(text[start : binds.start()].rsplit(",", 1)[1])
    for verb in _BEFORE_VERB.finditer(text, start, binds.start() if binds else end):
        yield _as_body(text[start : verb.start()])
    if start and binds is None:
        yield _body_before_any_verb(text[start : start + SUBJECT_CHARACTERS])


def _body_before_any_verb(text: str) -> str | None:
    """Return the body that a text begins with before a verb that ends in s: "the housing association fits alarms"."""
    words = text.split()
    for count in range(2, min(len(words), WORDS_OF_BODY) + 1):
        name = " ".join(words[:count])
        is_verb = count < len(words) and bool(re.fullmatch(r"[a-z]{2,}s", words[count])) and not is_body(words[count])
        if is_verb and is_name_of_body(name):
            return name
    return None


def _start_of_subject(text: str) -> int:
    """Return where a sentence's subject may begin: after "It is recommended that" and a clause with its comma."""
    for start in _STARTS:
        found = start.match(text)
        if found and not _BINDS.search(found.group()):
            return found.end()
    return 0


def _as_body(subject: str, *, is_passive: bool = False) -> str | None:
    """Return a sentence's subject as the body that it names, without how it acts; None where it names none."""
    subject = _BY_WHICH_MEANS.sub("", subject.strip(" ,;:"))
    if (clause := _IS_CLAUSE.match(subject)) and (last := _LAST_NAMED.search(subject)):
        subject = last["body"]
    elif clause:
        return None
    if not subject or len(subject.split()) > SUBJECT_WORDS:
        return None
    return subject if is_body(subject) or (not is_passive and is_unknown_name(subject)) else None


def _named_beside_text(text: str) -> str | None:
    """Return the body that stands before or after the text: "Police: all officers ...", "... (Northshire Police)"."""
    if (found := _BEFORE_MARK.match(text)) and is_body(found["body"]) and len(found["body"].split()) <= 8:
        return found["body"].strip()
    found = _BRACKETS_AT_END.search(text)
    if found is None or not re.search(r"[.?!;]\s*$", text[: found.start()]):
        return None
    body = re.split(r",?\s+(?:by|before|within|to be)\b|;", found["body"])[0].strip()
    return body if is_body(body) else None
