"""The death or serious incident that led to a review: when it was, and what came of it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.dates.printed_date import PrintedDate
from ingest.extractors.cast import any_of
from ingest.extractors.cover.front import Front, is_prose, text_of
from ingest.extractors.cover.front_dates import DatedFact, dated, dated_places
from ingest.extractors.cover.rows import rows_of_facts
from ingest.extractors.events.case_words import REVIEW_AT_WORK, REVIEW_NAMED
from ingest.extractors.events.sentences import sentences_of

# "Date of death", "Significant incident", "Date of the incident": a label that names it
_LABEL = re.compile(
    r"\bdate\s+of\s+(?:the\s+)?(?:\w+\s+)?(?:death|incident|injury|homicide)\b|\b(?:significant|serious|critical|index)\s+incident\b|^\W*(?:died|death)\b",
    re.IGNORECASE,
)
_DIED = (
    r"(?:(?:sadly|tragically|suddenly|then|also)\s+)*(?:died|passed\s+away|(?:was|were)\s+(?:sadly\s+|tragically\s+|fatally\s+)?(?:killed|murdered|stabbed|shot|found\s+"
    r"(?:dead|deceased|hanged|unresponsive|hanging)|pronounced\s+dead|certified\s+dead)|took\s+(?:his|her|their)\s+own\s+li(?:fe|ves)|"
    r"lost\s+(?:his|her|their)\s+li(?:fe|ves)|ended\s+(?:his|her|their)\s+li(?:fe|ves))"
)
_HARMED = (
    r"(?:(?:was|were)\s+(?:\w+\s+){0,3}?(?:admitted|taken|brought|rushed|airlifted|conveyed|carried|found\s+(?:\w+\s+){0,2}?unconscious|seriously\s+(?:injured|harmed)|stabbed|shot)|"
    r"suffered|sustained|collapsed|overdosed|took\s+(?:an?\s+)?(?:\w+\s+)?overdose|fell\s+from|jumped\s+from|attempted\s+(?:suicide|to\s+(?:take|end)))"
)
_GRAVE = re.compile(
    r"\b(?:unconscious|life[\s-]+threatening|cardiac\s+arrest|critical(?:ly)?|serious(?:ly)?|fractures?|head\s+injur|brain|bleeding|burns?|stab|"
    r"overdose|non-accidental|emaciated|ketoacidosis|sepsis|dehydrat\w+|h(?:a)?ematoma|intensive\s+care|hospital|ysbyty|infirmary|paramedics?|ambulance|resuscitat\w+)\b",
    re.IGNORECASE,
)
_HARM = re.compile(
    r"\bserious(?:ly)?\s+(?:harm|injur|neglect|ill)\w*|\bsignificant\s+harm\b|\blife[\s-]+threatening\b|\bnear[\s-]+fatal\b|\bnon-accidental\b|\bcardiac\s+arrest\b"
    r"|\b(?:physical|sexual|emotional)\s+(?:abuse|harm)\b|\bsuffered\s+(?:\w+\s+){0,3}neglect\b|\bbrain\s+(?:damage|injury)\b|\bintensive\s+care\b",
    re.IGNORECASE,
)
_THE_CHILD = (
    r"(?:[Hh]e|[Ss]he|[Tt]hey|[Tt]he\s+(?:child(?:ren)?|bab(?:y|ies)|infant|boys?|girls?|young\s+person|victim|adult|deceased|"
    r"twins|siblings|brothers|sisters|couple))"
)
# What grave things befall people, and how they come to be known; "had been" tells of an earlier time.
_HAPPENED = re.compile(
    r"(?<!\bhad\s)(?<!\bhad\sbeen\s)\b(?:found|discovered|removed|rescued|police\s+protection|forced\s+entry|(?:used|executed)\s+a\s+warrant|"
    r"admitted|collapsed|injured|stabbed|shot|burn(?:t|ed)|scalded|fell|jumped|drowned|overdose|assaulted|attacked|strangled|"
    r"arrested|set\s+fire|fire\s+broke\s+out|unresponsive|unconscious|abandoned|went\s+missing|emergency\s+protection\s+order)\b",
    re.IGNORECASE,
)
# "prior to the point of her death on 12th June 2019" (the Home Office's template)
_DEATH_ON = re.compile(
    r"\b(?:[Hh]is|[Hh]er|[Tt]heir|\w+[’']s)\s+(?:death|murder|homicide)\s+(?:by\s+\w+\s+)?(?:on|in)\s+(?:the\s+)?(?P<when>[^.;,]{5,40})"
)
# What is dated in a sentence that names the death in passing: the review, not the death.
_PROCESS = re.compile(
    r"\b(?:commissioned|agreed|decided|panel|published|notified|held|met|convened|began|started|review|report|inquest|trial|convicted|charged)\b",
    re.IGNORECASE,
)
_SOMEONE = re.compile(
    r"\b(?:child(?:ren)?|boys?|girls?|bab(?:y|ies)|infant|man|woman|brothers?|sisters?|siblings|twins|son|daughter|teenager|"
    r"young\s+person|he|she|they|them)\b",
    re.IGNORECASE,
)
# "took an overdose in June 2019 and died four days later"
_BEFORE_IT = r"(?:\s+(?:took|was|were|had|fell|collapsed|suffered|sustained|went|became)\b[^.;]{0,90}?\band)?"
# The rest of a clause; the stops in "4.8.2011" do not end it.
_CLAUSE = r"(?:[^.;]|(?<=\d)\.(?=\d))*"
# Sentences of the opening in which the incident stands first come earliest: so many of them are looked at for harm.
FIRST_SENTENCES = 40
# So many of them may tell it in other words; so many where they name the subject and the day.
EARLIEST_SENTENCES, EARLY_SENTENCES = 12, 30
# A death is told within so many sentences after the one that tells its day.
AFTER_ITS_DAY = 4


@dataclass(frozen=True, slots=True)
class Incident:
    """The date of the death or incident where it is told, and whether it was a death or serious harm."""

    date: DatedFact | None
    outcome: str | None
    words: str = ""
    page: int | None = None


def incident_of(front: Front, names: tuple[str, ...], *, is_of_death: bool, is_of_several: bool = False) -> Incident:
    """Return the incident; `names` are the subject's, `is_of_death` where the kind of review is held only after one.

    A review of several cases together has no incident but one that is labelled so.
    """
    labelled = _labelled(front)
    if is_of_several:
        return Incident(labelled, None)
    death = _first(_sentences_of_death(front, names))
    harm = _first(_sentences_of_harm(front, names)) if death is None else None
    outcome = _outcome(front, names, is_of_death=is_of_death or death is not None)
    date = labelled or death or harm or _first_sentence(front, names) or _first(_sentences_of_events(front, names))
    told = _told_death(front, names) if death is None else None
    outcome = told or outcome
    words, page = outcome or (death.words if death else "", death.page if death else None)
    kind = "death" if is_of_death or death or told or (outcome and _DEATH_OF.search(words)) else None
    if kind is None and (outcome or harm):
        kind, words, page = "serious_harm", words or (harm.words if harm else ""), page or (harm.page if harm else None)
    return Incident(date, kind, words, page)


_DEATH_OF = re.compile(rf"{_DIED}|\bdeath\b|\bhomicide\b|\bsuicide\b", re.IGNORECASE)


def _labelled(front: Front) -> DatedFact | None:
    for line in front.cover:
        if _LABEL.search(line.text):
            dates = dated(line.text)
            if dates:
                return DatedFact(dates[-1].edtf, line.text, line.page)
    for row in rows_of_facts(front):
        if _LABEL.search(row.label):
            dates = dated(row.value)
            if dates:
                return DatedFact(dates[0].edtf, row.words, row.page)
    return None


def _sentences_of_death(front: Front, names: tuple[str, ...]) -> Iterator[DatedFact]:
    """Yield dated sentences in which the subject dies, those of the opening first."""
    who = rf"(?:{any_of(names).pattern}|{_THE_CHILD})" if names else _THE_CHILD
    is_someone = r"(?:\s+(?:was|were|is|are)\s+[^.;]{0,60}?\bwho)?"
    born = r"(?:\s+was\s+born\b(?:[^.;]|(?<=\d)\.(?=\d)){0,60}?\band)?"
    died = re.compile(rf"{who}(?:,[^,;.]*,)?{is_someone}{born}{_BEFORE_IT}\s+(?:who\s+)?{_DIED}\b(?P<when>{_CLAUSE})")
    of_death = re.compile(
        rf"\b(?:death|murder|homicide|suicide)\s+of\s+(?:\w+\s+){{0,4}}?{who}(?P<when>{_CLAUSE})|{who}[’']s?\s+(?:\w+\s+)?(?:death|murder)(?P<at>{_CLAUSE})"
    )
    for sentence, page in _opening_sentences(front):
        match = _DEATH_ON.search(sentence)
        dates = _day_first(dated(match["when"])) if match else []
        if dates and dates[0].day:
            yield DatedFact(dates[0].edtf, sentence, page)
    for pattern in (died, of_death):
        for sentence, page in _opening_sentences(front):
            match = pattern.search(sentence)
            if not match:
                continue
            when = match.groupdict().get("when") or match.groupdict().get("at") or ""
            if pattern is of_death and _PROCESS.search(when):
                continue
            dates = _day_first(dated(when)) or (_day_first(dated(sentence[: match.start()])) if pattern is died else [])
            if dates:
                yield DatedFact(dates[0].edtf, sentence, page)
    yield from _deaths_told_after_their_day(front, died)


def _deaths_told_after_their_day(front: Front, died: re.Pattern[str]) -> Iterator[DatedFact]:
    """Yield the day with which a paragraph of the opening begins that goes on to tell the death without a date."""
    for paragraph in front.opening:
        first, *others = [sentence.text for sentence in sentences_of(text_of(paragraph))[:AFTER_ITS_DAY]] or [""]
        days = [date for date in dated(first) if date.day]
        is_of_the_review = REVIEW_AT_WORK.search(first) or REVIEW_NAMED.search(first)
        is_told = any(died.search(sentence) and not dated(sentence) for sentence in others)
        if len(days) == 1 and is_told and not is_of_the_review:
            yield DatedFact(days[0].edtf, first, paragraph.page)


# "14 May 2016, which was the day of the incident"; "the day of the incident, on 14 May"; not "until the day of it".
_DAY_OF_THE_INCIDENT = re.compile(
    r"(?P<until>\b(?:to|until))?,?\s+(?:which\s+(?:is|was)\s+)?the\s+(?:date|day)\s+of\s+the\s+(?:serious\s+|critical\s+)?incident"
    r"(?:,?\s+(?:in|on|which\s+was)\s+(?P<at>[^.;,]{4,30}))?"
)
# How many characters before these words their date is looked for.
REACH = 60


def _named_incident(sentence: str) -> list[PrintedDate]:
    """Return the dates beside the words "the day of the incident"."""
    match = _DAY_OF_THE_INCIDENT.search(sentence)
    if match is None:
        return []
    if match["until"] or match["at"]:
        return dated(match["at"] or "")
    return dated(re.split(r"[.;]", sentence[max(0, match.start() - REACH) : match.start()])[-1])


def _sentences_of_harm(front: Front, names: tuple[str, ...]) -> Iterator[DatedFact]:
    """Yield dated sentences in which the subject comes to grave harm; the incident named as such first."""
    for sentence, page in _opening_sentences(front):
        dates = _named_incident(sentence)
        if dates:
            yield DatedFact(dates[-1].edtf, sentence, page)
    who = rf"(?:{any_of(names).pattern}|{_THE_CHILD}|[Ww]ho)" if names else rf"(?:{_THE_CHILD}|[Ww]ho)"
    harmed = re.compile(rf"{who}(?:,[^,;.]*,)?\s+{_HARMED}\b")
    for sentence, page in list(_opening_sentences(front))[:FIRST_SENTENCES]:
        match = harmed.search(sentence)
        date = _nearest_date(sentence, match.start()) if match and _GRAVE.search(sentence) else None
        if date:
            yield DatedFact(date.edtf, sentence, page)


def _nearest_date(sentence: str, told: int) -> PrintedDate | None:
    """Return the date with a month that a sentence gives last before it tells the harm, else first after it."""
    places = [place for place in dated_places(sentence) if place.date.month]
    before = [place.date for place in places if place.start < told]
    return before[-1] if before else next((place.date for place in places), None)


def _sentences_of_events(front: Front, names: tuple[str, ...]) -> Iterator[DatedFact]:
    """Yield dated sentences with which the report begins in which something grave befalls the people of the case."""
    for place, (sentence, page) in enumerate(list(_opening_sentences(front))[:EARLY_SENTENCES]):
        is_named = bool(names) and any_of(names).search(sentence) is not None
        if not (is_named or _SOMEONE.search(sentence)) or not _HAPPENED.search(sentence):
            continue
        dates = [] if REVIEW_AT_WORK.search(sentence) else _day_first(dated(sentence))
        if dates and (place < EARLIEST_SENTENCES or (is_named and dates[0].day)):
            yield DatedFact(dates[0].edtf, sentence, page)


def _told_death(front: Front, names: tuple[str, ...]) -> tuple[str, int | None] | None:
    """Return the words of the opening that tell of the subject's death without its date, and their page."""
    who = rf"(?:{any_of(names).pattern}|{_THE_CHILD})" if names else _THE_CHILD
    dead = re.compile(
        rf"{who}(?:,[^,;.]*,)?\s+(?:who\s+)?{_DIED}\b|\b(?:time|date|day|following|since|after)\s+(?:of\s+)?(?:her|his|their|{who}[’']s?)\s+death\b"
    )
    for sentence, page in _opening_sentences(front):
        if dead.search(sentence):
            return sentence, page
    return None


def _first_sentence(front: Front, names: tuple[str, ...]) -> DatedFact | None:
    """Return the day with which the text begins, as reports do that open with what happened to the child."""
    text = next((paragraph for paragraph in front.opening if is_prose(paragraph.text)), None)
    if text is None:
        return None
    sentence = sentences_of(text.text)[0].text
    days = [date for date in dated(sentence) if date.day]
    if (
        not days
        or REVIEW_AT_WORK.search(sentence)
        or REVIEW_NAMED.search(sentence)
        or not (_SOMEONE.search(sentence) or any_of(names).search(sentence))
    ):
        return None
    return DatedFact(days[0].edtf, sentence, text.page)


def _opening_sentences(front: Front) -> Iterator[tuple[str, int | None]]:
    for paragraph in front.opening:
        for sentence in sentences_of(text_of(paragraph)):
            yield sentence.text, paragraph.page


def _day_first(dates: list[PrintedDate]) -> list[PrintedDate]:
    """Return the dates with a month, those with a day first."""
    return sorted((date for date in dates if date.month), key=lambda date: date.day is None)


def _first(found: Iterator[DatedFact]) -> DatedFact | None:
    """Return the first; a later one that names the day of the same month is better."""
    facts = list(found)
    if not facts:
        return None
    return next(
        (fact for fact in facts if fact.edtf.startswith(facts[0].edtf) and len(fact.edtf) > len(facts[0].edtf)),
        facts[0],
    )


def _outcome(front: Front, names: tuple[str, ...], *, is_of_death: bool) -> tuple[str, int | None] | None:
    """Return the words that tell the death, or the harm, and their page."""
    who = re.compile(rf"{any_of(names).pattern}|\b{_THE_CHILD}\b")
    for pattern in (_DEATH_OF, _HARM) if is_of_death else (_HARM,):
        for sentence, page in _opening_sentences(front):
            if pattern.search(sentence) and (not names or who.search(sentence) or is_of_death):
                return sentence, page
    return None
