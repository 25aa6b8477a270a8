"""Who must act, in the review's own words: from the sentence, or the heading that a recommendation stands under."""

import re
from collections.abc import Iterator

from ingest.extractors.wording import is_order

# Words that a body's name ends in or holds: boards, services, authorities, people by their office.
_BODY_WORD = (
    r"board|partnership|lscb|lscp|sab|scb|csp|dspp|trust|trusts|council|councils|ccg|ccgs|icb|icbs|icp|police|"
    r"constabulary|"
    r"force|services?|teams?|department|directorate|(?<!multi-)(?<!multi )(?<!single-)(?<!single )agency|agencies|"
    r"schools?|academ(?:y|ies)|colleges?|nurser(?:y|ies)|"
    r"gps?|practices?|surger(?:y|ies)|practitioners?|authorit(?:y|ies)|committee|sub-?group|group|panel|chairs?|"
    r"managers?|"
    r"leads?|leaders?|officers?|nurses?|midwives|midwifery|doctors?|paediatricians?|visitors?|workers?|supervisors?|"
    r"staff|"
    r"professionals|partners|organi[sz]ations?|nhs|probation|home office|government|ministry|ministers?|"
    r"secretary of state|"
    r"ofsted|cqc|hmicfrs|hospitals?|providers?|homes?|association|society|college|university|prisons?|commissioners?|"
    r"commissioning|cafcass|camhs|mash|marac|mappa|court|crown prosecution service|cps|fire|ambulance|housing|"
    r"children['’]?s (?:social )?(?:care|services|centres?)|social care|social work|education|health|charity|charities|"
    r"executive|forum|network|unit|hub|secretariat|inspectorate|welsh assembly|senedd|faculty|federation|clinic|"
    r"clinics|"
    r"reviewing officers?|governors?|guardians?|advisers?|advisors?|directors?|heads? of \w+|dfe|dhsc|acpc|partner"
)
_BODY_AT_END = re.compile(rf"\b(?:{_BODY_WORD})(?:['’]s?)?$", re.IGNORECASE)
_ABBREVIATION = re.compile(r"\b[A-Z][A-Z&]{2,8}(?:['’]?s)?\b")
# Abbreviations that name a thing and no body
_NO_BODY = frozenset(
    {
        "CAF",
        "TAF",
        "EHCP",
        "DASH",
        "SMART",
        "COVID",
        "PPE",
        "IMR",
        "SCR",
        "DHR",
        "SAR",
        "MCA",
        "DOLS",
        "CPD",
        "IT",
        "AND",
        "THE",
    }
)

_OPENING = (
    r"^\W*(?:that |it is (?:\w+ ){0,2}recommended (?:that|for) |(?:the|this) (?:review|panel|author|report) "
    r"(?:\w+ )?recommends? (?:that )?|(?:i|we) recommend (?:that )?|for |recommendation (?:for|to) )?"
)
# What may stand before the subject: "Prior to agreeing the plan, the Chair must ..."
_CLAUSE_FIRST = (
    r"(?:(?:when|where|if|in|for|to|as|given|following|prior|before|after|within|on|at|during|once|through|by|"
    r"alongside|building|with)\b[^,]{3,160},\s+)?"
)
_MODAL = (
    r"(?:(?i:should|must|shall|ought|will|needs?|may wish|could|to)\b|"
    r"(?:is|are) (?:to|asked|required|requested|advised|reminded|recommended)\b)"
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
_OPENING_WORDS = re.compile(_OPENING, re.IGNORECASE)
_OPENING_ALONE = re.compile(rf"{_OPENING}(?i:{_CLAUSE_FIRST})", re.IGNORECASE)
# "... should be reviewed by the Trust"
_AGENT = re.compile(
    r"[^.;]{1,60}?\bby (?!their|its)(?P<body>(?:the |all |each )?.+?)(?=\s+(?:to|in|for|with|that|and|so|within)\b|"
    r"[,.;]|$)"
)
# "Prior to agreeing the plan the Independent Chair must": the last body named in a clause without a comma
_LAST_NAMED = re.compile(r"\b(?P<body>(?:the|all|each) (?:[A-Z][\w'’]*\s?(?:of |and )?)+)$")
# What follows a body and says how it acts: "the Board, through its framework"
_BY_WHICH_MEANS = re.compile(r",?\s(?:through|via|by means of|as part of|when|where|under)\s.*$")
# "by the Partnership", "to the Board", "for the Police" in a heading: "Recommendations for the Partnership"
_FOR_WHOM = re.compile(
    r"\b(?:for|to)\s+(?:consideration by )?(?P<body>(?:the )?[^()]+?)(?:\s+to\s+consider.*)?\s*[:.)]*$", re.IGNORECASE
)
_IN_BRACKETS = re.compile(r"^[^()]*\(\s*(?P<body>[^()]{2,80})\)")
# "Hampton Police IMR", "Health overview report": whose report it is
_REPORT_OF_BODY = re.compile(
    r"\s*\b(?:imr|individual management review|agency review|recommendations|actions)s?$", re.IGNORECASE
)
_IS_TITLE = re.compile(
    r"\brecommend|\bactions?\b|\bplan\b|\blearning\b|\breport\b|\bconclusion|\bfindings?\b", re.IGNORECASE
)
# A body before the text and a mark between them, as in Police: all officers must
_BEFORE_MARK = re.compile(r"^(?P<body>[A-Z][\w&'’/ ,()-]{1,70}?)\s*(?:[:–—]|\s-\s)\s+\S")
_RELATIVE = re.compile(r"\b(?:which|who|that|where|when|if|because|whether|so)\b", re.IGNORECASE)
# More words than a body has; a longer subject is a clause about something else.
SUBJECT_WORDS = 18
SUBJECT_CHARACTERS = 200
# Words by which the recommendations' own words name staff of a body and no body of its own
_STAFF = re.compile(
    r"^(?:all |the |its |their |front[- ]?line |senior |line |operational |relevant )*(?:staff|managers?|"
    r"practitioners?|professionals|"
    r"workers?|supervisors?|midwives|nurses?|doctors?|officers?|health visitors?|social workers?|teachers?|"
    r"team leaders?|clinicians?)\b",
    re.IGNORECASE,
)


def is_body(name: str) -> bool:
    """Whether a name is that of a board, agency, service or office that can be asked to act."""
    return _is_body_first(name)


def is_staff(addressee: str) -> bool:
    """Whether an addressee is people by their work ("Managers"), whose agency the heading names."""
    return bool(_STAFF.match(addressee))


def addressee_of(text: str) -> str | None:
    """Return who a recommendation's own words ask to act ("The LSCB", "All schools"); None where they do not say."""
    return next((body for body in _candidates(text) if body), None)


def _candidates(text: str) -> Iterator[str | None]:
    """Yield what may be the addressee, the likeliest first."""
    yield _named_before_text(text)
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
    for verb in _BEFORE_VERB.finditer(text, start, end):
        yield _as_body(text[start : verb.start()])


def _start_of_subject(text: str) -> int:
    """Return where a sentence's subject may begin: after "It is recommended that" and a clause with its comma."""
    opening = _OPENING_ALONE.match(text)
    if opening and not _BINDS.search(opening.group()):
        return opening.end()
    opening = _OPENING_WORDS.match(text)
    return opening.end() if opening else 0


def _as_body(subject: str, *, is_passive: bool = False) -> str | None:
    """Return a sentence's subject as the body that it names, without how it acts; None where it names none."""
    subject = _BY_WHICH_MEANS.sub("", subject.strip(" ,;:"))
    if (clause := _IS_CLAUSE.match(subject)) and (last := _LAST_NAMED.search(subject)):
        subject = last["body"]
    elif clause:
        return None
    if not subject or len(subject.split()) > SUBJECT_WORDS:
        return None
    if _is_body_first(subject) or (not is_passive and _is_proper_name(subject)):
        return subject
    return None


def addressee_of_heading(heading: str) -> str | None:
    """Return the body that a heading addresses: itself if it is a body's name, else the one that it is for."""
    heading = _REPORT_OF_BODY.sub("", heading.strip(" :.")).strip()
    for pattern in (_FOR_WHOM, _IN_BRACKETS):
        if (found := pattern.search(heading)) and _is_body_first(found["body"]):
            return found["body"].strip()
    for part in re.split(r"\s*:\s*|\s+[–—-]\s+", heading):
        if _is_body_first(part) and not _IS_TITLE.search(part) and len(part.split()) <= SUBJECT_WORDS:
            return part.strip()
    return None


def _named_before_text(text: str) -> str | None:
    """Return the body that stands before the text: "Police: all officers ..."."""
    if (found := _BEFORE_MARK.match(text)) and _is_body_first(found["body"]) and len(found["body"].split()) <= 8:
        return found["body"].strip()
    return None


# Subjects that are clauses or pronouns and name nobody: "This should be monitored"
_IS_CLAUSE = re.compile(
    r"(?:(?:an? |the )?(?:needs?|review|audit|adoption|requirement)|when|where|if|in|to|there|as|given|following|"
    r"prior|this|"
    r"it|these|such|they|he|she|i|we|work|consideration|assurance|training|each referral|their|its)\b",
    re.IGNORECASE,
)
# What recommendations are about, and who never acts
_THING = re.compile(
    r"\b(?:assessments?|plans?|records?|polic(?:y|ies)|procedures?|protocols?|training|guidance|briefings?|meetings?|"
    r"conferences?|reviews?|audits?|supervision|processes|pathways?|strateg(?:y|ies)|documents?|information|forms?)$",
    re.IGNORECASE,
)
_PREPOSITION = re.compile(
    r"\s(?:of|in|on|within|from|with|for|by|about|regarding|through|at|across|responsible|involved|working|"
    r"employed)\s|,|\s\("
)


def _is_body_first(subject: str) -> bool:
    """Whether the head of the subject is the body: "The Board", but not "Records about the school"."""
    subject = re.sub(r"\s*\([^)]*\)$", "", subject)
    if _BODY_AT_END.search(subject) and _is_proper(subject):
        return True
    head = _RELATIVE.split(_PREPOSITION.split(subject, maxsplit=1)[0])[0].strip()
    last = " ".join(re.split(r"\band\b|/", head)[-1].split()[-2:])
    if _BODY_AT_END.search(last):
        return True
    is_all_capitals = subject.isupper() and len(subject.split()) > 1
    return bool(last) and not is_all_capitals and any(_ABBREVIATION.findall(last.split()[-1])) and last not in _NO_BODY


def _is_proper(name: str) -> bool:
    """Whether all words of a name have capitals, small ones apart."""
    words = re.sub(r"^(?:[Tt]he|[Aa]ll) ", "", name).split()
    return bool(words) and all(word[:1].isupper() or word in ("and", "of", "&", "for", "the", "on") for word in words)


def _is_proper_name(subject: str) -> bool:
    """Whether the subject is a name of a few words: a charity or company that ends in no word for a body."""
    words = re.sub(r"^[Tt]he ", "", subject).split()
    return 2 <= len(words) <= 4 and _is_proper(subject) and not _THING.search(subject)
