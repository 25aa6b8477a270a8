"""What the front of a report says of its case, read once for the facts and for the timeline."""

from dataclasses import dataclass

from ingest.dates.printed_date import PrintedDate
from ingest.extractors.cover.birth import born_of
from ingest.extractors.cover.front import Front, front_of
from ingest.extractors.cover.incident import Incident, incident_of
from ingest.extractors.cover.kind import Kind, kind_of
from ingest.extractors.cover.pseudonyms import ways_of_naming
from ingest.extractors.cover.subject import Subject, subject_of
from ingest.outline import Outline


@dataclass(frozen=True, slots=True)
class FrontFacts:
    """The front of a report and what it says of the case.

    `names` are what the text may call the subject; `born` is when the one so named was born, None where it is not told.
    """

    front: Front
    kind: Kind | None
    subject: Subject | None
    names: tuple[str, ...]
    incident: Incident
    born: PrintedDate | None


def front_facts_of(outline: Outline) -> FrontFacts:
    """Return the front of a report and what it says of the case."""
    front = front_of(outline)
    kind, subject = kind_of(front), subject_of(front)
    names = ways_of_naming(subject.name) if subject else ()
    is_of_several = kind is not None and kind.kind == "thematic"
    is_of_death = kind is not None and kind.kind == "dhr"
    incident = incident_of(front, names, is_of_death=is_of_death, is_of_several=is_of_several)
    return FrontFacts(front, kind, subject, names, incident, born_of(front, names))
