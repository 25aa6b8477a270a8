"""The facts of a review that its cover and opening give, each with the words and page that it was read from."""

from ingest.extractors.cover.agencies import agencies_of
from ingest.extractors.cover.authors import authors_of
from ingest.extractors.cover.case import FrontFacts, front_facts_of
from ingest.extractors.cover.nation import nation_of
from ingest.extractors.cover.partnership import area_of, partnership_of
from ingest.extractors.cover.people import people_of
from ingest.extractors.cover.period import Ends, period_of
from ingest.extractors.cover.published import published_of
from ingest.extractors.cover.title import title_of
from ingest.outline import Outline
from ingest.record import ExtractedFacts

Evidence = dict[str, tuple[str, int | None]]


def extract(outline: Outline, known: FrontFacts | None = None) -> ExtractedFacts:
    """Return the facts; None for each that the report does not say. `known` is the outline's front, read already."""
    known = known or front_facts_of(outline)
    front, kind, subject, incident = known.front, known.kind, known.subject, known.incident
    title, title_page = title_of(front, kind, subject)
    body, authors = partnership_of(front), authors_of(front)
    period = period_of(front, Ends(incident.date.edtf if incident.date else None, known.born))
    published, nation = published_of(front), nation_of(front.outline)
    evidence: Evidence = {"title": (title, title_page)}
    for field, found in (("kind", kind), ("subject", subject), ("authors", authors), ("nation", nation)):
        if found:
            evidence[field] = (found.words, found.page)
    if body:
        evidence["partnership"] = (body.name, body.page)
    for field, fact in (("published", published), ("period", period), ("incident", incident.date)):
        if fact:
            evidence[field] = (fact.words, fact.page)
    if incident.outcome:
        evidence["outcome"] = (incident.words, incident.page)
    return ExtractedFacts(
        title=title,
        kind=kind.kind if kind else "other",
        nation=nation.nation if nation else None,
        subject=subject.name if subject else None,
        partnership=body.name if body else None,
        area=area_of(front, body),
        authors=authors.names if authors else (),
        published=published.edtf if published else None,
        period=period.edtf if period else None,
        incident=incident.date.edtf if incident.date else None,
        outcome=incident.outcome,
        people=people_of(front, subject.name if subject else None, kind.kind if kind else "other"),
        agencies=agencies_of(front),
        evidence=evidence,
    )
