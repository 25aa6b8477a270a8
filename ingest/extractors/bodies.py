"""What names a body that can be asked to act: a board, agency, service or office, or people by their work."""

import re

# Bodies that act in their own name
_ORGANISATION = (
    r"board|partnerships?|lscb|lscp|sab|scb|csp|trusts?|councils?|ccgs?|icbs?|icp|police|constabulary|force|services?|"
    r"departments?|directorates?|agenc(?:y|ies)|schools?|academ(?:y|ies)|colleges?|nurser(?:y|ies)|practices?|"
    r"surger(?:y|ies)|authorit(?:y|ies)|committees?|sub-?groups?|groups?|panels?|organi[sz]ations?|nhs|probation|"
    r"home office|governments?|ministr(?:y|ies)|ofsted|cqc|hmicfrs|hospitals?|providers?|homes?|associations?|society|"
    r"universit(?:y|ies)|prisons?|commissioning|cafcass|camhs|mash|marac|mappa|courts?|crown prosecution service|cps|"
    r"fire|ambulance|housing|primary care|public health|community health|children['’]?s (?:social )?(?:care|"
    r"services|centres?)|social care|social work|education|"
    r"health|charit(?:y|ies)|executive|forum|networks?|unit|hub|secretariat|inspectorate|senedd|faculty|federation|"
    r"(?:health|school|district|community|hospital) (?:visiting|nursing)|maternity|youth (?:justice|offending)|"
    r"women['’]?s['’]? (?:aid|refuge)|victim support|nhs (?:england|wales|scotland)|"
    r"clinics?|teams?|dfe|dhsc|acpc|front door|legal services|early help|child protection"
)
# People by their work or office
_PEOPLE = (
    r"gps?|practitioners?|chairs?|managers?|leads?|leaders?|officers?|nurses?|midwives|midwifery|doctors?|"
    r"clinicians?|paediatricians?|visitors?|workers?|supervisors?|staff|professionals|partners?|ministers?|"
    r"secretary of state|commissioners?|reviewing officers?|governors?|guardians?|advis[eo]rs?|directors?|"
    r"heads? of \w+|teachers?|carers?|prescribers|psychiatrists?|consultants?|lawyers|solicitors|coroner|"
    r"chief executives?"
)
_WORD = rf"(?:{_ORGANISATION}|{_PEOPLE})(?:['’])?"
_END = re.compile(rf"\b{_WORD}$", re.IGNORECASE)
# A word of a name: no preposition, unless a capital follows ("Isle of Thornley Council")
_PREFIX = (
    r"(?:(?!(?:about|in|from|by|to|at|that|which|between|regarding|of|for|with|on|within)\b)[\w'’&/.()-]+,?\s+|"
    r"(?:of|for|with|on|upon|in)\s+(?:the\s+)?(?=(?-i:[A-Z])))"
)
# What may follow the body in a longer subject: "agencies involved in the review", "the Board and its partners"
_AFTER = (
    r"(?=$|,|\s*\(|\s+(?:\w+ed|\w+ing|and|or|of|in|on|within|from|with|for|by|across|at|who|which|that|responsible|"
    r"through|as|both)\b)"
)
_FIRST = re.compile(rf"^{_PREFIX}{{0,9}}?{_WORD}{_AFTER}", re.IGNORECASE)
_FIRST_ORGANISATION = re.compile(rf"^{_PREFIX}{{0,9}}?(?:{_ORGANISATION})(?:['’])?{_AFTER}", re.IGNORECASE)
_ABBREVIATION = re.compile(r"^(?:[Tt]he |[Aa]ll )?[A-Z][A-Z&]{2,8}(?:['’]?s)?(?=$|,|\s+(?:and|in|with|for|should)\b)")
# Abbreviations that name a thing and no body
_NO_BODY = re.compile(
    r"^(?:the |all )?(?:CAF|TAF|EHCP|DASH|SMART|COVID|PPE|IMR|SCR|DHR|SAR|MCA|DOLS|CPD)s?\b", re.IGNORECASE
)
# What recommendations are about, and who never acts
_THING = re.compile(
    r"\b(?:assessments?|plans?|records?|polic(?:y|ies)|procedures?|protocols?|training|guidance|briefings?|meetings?|"
    r"conferences?|reviews?|audits?|supervision|processes|pathways?|strateg(?:y|ies)|documents?|information|forms?|"
    r"quality|standards?|learning|practice standards)\b",
    re.IGNORECASE,
)
_GERUND = re.compile(r"(?!nursing|housing|commissioning|health|safeguarding)[a-z]+ing\b", re.IGNORECASE)
_SMALL = frozenset({"and", "of", "&", "for", "the", "on", "with", "in", "upon"})
_STAFF = re.compile(rf"^(?:[\w'’-]+\s+){{0,4}}?(?:{_PEOPLE}|practices?|schools?|surgeries)\b", re.IGNORECASE)


# A longer text names no body.
NAME_CHARACTERS = 300


def is_body(name: str) -> bool:
    """Whether words name a body, which may go on to say which ("agencies involved in this review")."""
    name = name.strip(" ,;:")
    if (
        not name
        or len(name) > NAME_CHARACTERS
        or _GERUND.match(name)
        or re.match(r"(?:multi|single)[- ]?agency$", name, re.IGNORECASE)
    ):
        return False
    if _END.search(name) and is_proper(name):
        return True
    if found := _FIRST.match(name):
        return not _THING.search(name[: found.end()].rsplit(" ", 1)[0])
    is_shouted = name.isupper() and len(name.split()) > 2
    return bool(_ABBREVIATION.match(name)) and not is_shouted and not _NO_BODY.match(name)


def is_name_of_body(name: str) -> bool:
    """Whether words are the name of a body and no more, as in a heading: not "Early help and thresholds"."""
    name = re.sub(r"\s*\([^)]*\)$", "", name.strip(" ,;:."))
    return is_body(name) and bool(_END.search(name) or re.fullmatch(r"(?:[Tt]he )?[A-Z][A-Z&]{1,8}", name))


def is_organisation(name: str) -> bool:
    """Whether a body acts in its own name, as a board or trust, and is none of the staff whose agency stands above."""
    name = re.sub(r"^(?:the|each|every|all) ", "", name.strip(), flags=re.IGNORECASE)
    if _ABBREVIATION.match(name):
        return not re.search(r"\b(?:staff|managers?|practitioners?|workers?)\b", name)
    return name[:1].isupper() and bool(_FIRST_ORGANISATION.match(name)) and not _STAFF.match(name)


def is_board(name: str) -> bool:
    """Whether a body is the board or partnership itself."""
    return bool(re.search(r"\b(?:board|partnership|lscb|lscp|sab|csp|scb|committee|executive)\b", name, re.IGNORECASE))


def is_proper(name: str) -> bool:
    """Whether all words of a name have capitals, small ones apart."""
    words = re.sub(r"^(?:the|all) ", "", name, flags=re.IGNORECASE).split()
    return bool(words) and all(word[:1].isupper() or word[:1] == "(" or word in _SMALL for word in words)


def is_unknown_name(name: str) -> bool:
    """Whether words are a name of two to four words with capitals: a charity or firm that no list of words tells."""
    words = re.sub(r"^the ", "", name, flags=re.IGNORECASE).split()
    return 2 <= len(words) <= 4 and is_proper(name) and not _THING.search(name)
