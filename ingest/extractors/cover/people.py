"""The people at the centre of a review, as far as it says: child or adult, age, sex, ethnicity, disability."""

import re
from collections import Counter

from ingest.dates.vocabulary import TO_TWENTY
from ingest.extractors.cover.front import Front, text_of
from ingest.extractors.cover.pseudonyms import names_in
from ingest.extractors.events.sentences import sentences_of
from ingest.outline import Part
from ingest.record import ExtractedPerson

_OF_ADULTS = frozenset({"sar", "dhr"})
_NUMBER = rf"(?:\d{{1,3}}|{'|'.join(TO_TWENTY[:0:-1])})"
_AGE = re.compile(
    rf"\b(?P<aged>aged?\s+(?:of\s+)?(?:{_NUMBER}\s+(?:years?|months?|weeks?|days?)(?:\s+and\s+{_NUMBER}\s+\w+)?|{_NUMBER})(?:\s+old)?)\b"
    rf"|\b(?P<old>{_NUMBER}[\s-]+(?:year|month|week|day)s?[\s-]+old)\b|\b(?:a|an)\s+(?P<year>{_NUMBER}[\s-]year)\b(?=\s+(?:child|boy|girl))"
    rf"|\bwho\s+was\s+(?:then\s+)?(?P<was>{_NUMBER})\b(?!\s+(?:year|month|week|day|hour)s?)|\b(?:boy|girl|child|man|woman|baby)\s+of\s+(?P<of>{_NUMBER}(?:\s+(?:months?|weeks?|days?))?)\b",
    re.IGNORECASE,
)
_ETHNICITY = re.compile(
    r"\b(?P<white>(?:White|white)\s+(?:British|Irish|English|Welsh|Scottish|European|Other)|(?:White\s+and\s+)?Black\s+(?:British|African|Caribbean)(?:\s+(?:heritage|origin|background|descent|British|Caribbean|African))?|(?:British\s+)?Asian(?:\s+British)?|"
    r"(?:British\s+)?(?:Pakistani|Bangladeshi|Indian|Chinese|Somali|Nigerian|Polish|Romanian|Lithuanian|Turkish|Roma|Traveller|Gypsy|Irish\s+Traveller)(?:\s+(?:British|heritage|origin|background))?|"
    r"(?:dual|mixed)\s+(?:heritage|race|ethnicity)|Mixed\s+White\s+and\s+[A-Z]\w+(?:\s+\w+)?)\b"
)
_DISABILITY = re.compile(
    r"\b(?:had|has|have|with|diagnos(?:ed|is)\s+(?:with|of)|known\s+to\s+have|living\s+with|of)\s+(?:a\s+|an\s+|severe\s+|profound\s+|moderate\s+|mild\s+|complex\s+)*"
    r"(?P<what>(?:autism|autistic\s+spectrum\s+(?:disorder|condition)|ASD|ADHD|(?:severe\s+|profound\s+)?learning\s+(?:disabilit(?:y|ies)|difficult(?:y|ies))|"
    r"cerebral\s+palsy|epilepsy|physical\s+disabilit(?:y|ies)|(?:severe\s+|complex\s+)?disabilities|special\s+educational\s+needs|Down[’']?s\s+syndrome|"
    r"complex\s+health\s+needs|type\s+1\s+diabetes|dementia)(?:(?:\s+and\s+|,\s+)(?:special\s+educational\s+needs|epilepsy|learning\s+\w+|ADHD|autism|complex\s+\w+\s+needs))*)",
    re.IGNORECASE,
)
_IS_DISABLED = re.compile(
    r"\b(?:is|was)\s+(?P<what>deaf|blind|autistic|disabled|profoundly\s+deaf|partially\s+sighted)\b"
)
# Parts that tell the events or judge them: an age or illness there is that of one day.
_LATER = frozenset(
    {Part.CHRONOLOGY, Part.ANALYSIS, Part.FINDINGS, Part.CONCLUSION, Part.RECOMMENDATIONS, Part.ACTION_PLAN}
)


def people_of(front: Front, subject: str | None, kind: str) -> tuple[ExtractedPerson, ...]:
    """Return the people whom the review calls its subject; nobody where it names none, or a family."""
    if not subject or re.match(r"(?:Family|Sibling\s+Group|The)\b", subject):
        return ()
    return tuple(_person(front, name, kind) for name in names_in(subject))


def _person(front: Front, name: str, kind: str) -> ExtractedPerson:
    about = _sentences_about(front, name)
    role = "adult" if kind in _OF_ADULTS or name.startswith(("Adult", "Mr", "Mrs", "Ms", "Miss")) else "child"
    return ExtractedPerson(
        name=name,
        role=role,
        age=_first(_AGE, about),
        sex=_sex(front, name, about),
        ethnicity=_first(_ETHNICITY, about),
        disability=_first(_DISABILITY, about) or _first(_IS_DISABLED, about),
    )


def _sentences_about(front: Front, name: str) -> list[str]:
    """Return the opening's sentences that name the person, or go on with "She is"."""
    word = re.compile(rf"\b{re.escape(name)}\b")
    pronoun = re.compile(r"(?:She|He|They)\s+(?:is|was|has|had|are|were|have)\b")
    paragraphs = [paragraph for paragraph in front.opening if paragraph.part not in _LATER]
    texts = [*(line.text for line in front.cover), *(text_of(paragraph) for paragraph in paragraphs)]
    about: list[str] = []
    for text in texts:
        is_about = False
        for sentence in sentences_of(text):
            is_about = word.search(sentence.text) is not None or (is_about and pronoun.match(sentence.text) is not None)
            about += [sentence.text] if is_about else []
    return about


def _first(pattern: re.Pattern[str], sentences: list[str]) -> str | None:
    for sentence in sentences:
        match = pattern.search(sentence)
        if match:
            printed = next(group for group in match.groups() if group)
            return " ".join(printed.split())
    return None


def _sex(front: Front, name: str, about: list[str]) -> str | None:
    """Return female or male by the nouns and pronouns that follow the name; None where both or neither do."""
    title = re.match(r"(Mrs|Ms|Miss|Mr)\b", name)
    if title:
        return "male" if title[1] == "Mr" else "female"
    counts: Counter[str] = Counter()
    follows = re.compile(rf"\b{re.escape(name)}\b(?![’'])[^.;]{{0,60}}")
    for paragraph in front.outline.paragraphs:
        for match in follows.finditer(paragraph.text):
            counts["female"] += bool(re.search(r"\b(?:she|her|herself)\b", match.group()))
            counts["male"] += bool(re.search(r"\b(?:he|his|him|himself)\b", match.group()))
    for sentence in about[:6]:
        counts["female"] += 3 * bool(
            re.search(
                rf"\b{re.escape(name)}\b[^.;]{{0,30}}\b(?:girl|woman)\b|\bgirl\b[^.;]{{0,30}}\b{re.escape(name)}\b",
                sentence,
            )
        )
        counts["male"] += 3 * bool(
            re.search(
                rf"\b{re.escape(name)}\b[^.;]{{0,30}}\b(?:boy|man)\b|\bboy\b[^.;]{{0,30}}\b{re.escape(name)}\b",
                sentence,
            )
        )
    more, less = max(counts.values(), default=0), min(counts["female"], counts["male"])
    if more == 0 or more < 3 * max(less, 1):
        return None
    return "female" if counts["female"] > counts["male"] else "male"
