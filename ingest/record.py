"""What reading a review gives: frozen dataclasses, and their form as JSON.

`to_json` is the record that `manage.py extract` prints: review, recommendations, findings, timeline, actions and
themes, with places, evidence and doubts beside them.
"""

from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on a page, in points from the page's top left corner; pages count from 1."""

    page: int
    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class ThemeMention:
    """A theme that a text is about, with the words that show it.

    `weight` says how much of the text speaks of it (greater is more); `valence` is gap, good_practice or context.
    """

    theme: str
    weight: float
    valence: str
    evidence: str


@dataclass(frozen=True, slots=True)
class ExtractedPassage:
    """One paragraph in reading order.

    `kind` is heading, paragraph, list_item, table or footnote; `level` the depth of a heading (1 is the title) or of
    a list. `number` is as printed ("3.7", "(a)"), and is not repeated in `text`. `box` counts the boxes that stand
    beside the text: passages of one box share its number. `rows` are a table's rows of cell texts. `note_marks` are the
    marks of footnotes that stood in it, each with the place in `text` before which it stood.
    """

    kind: str
    text: str
    number: str | None = None
    heading: tuple[str, ...] = ()
    level: int = 0
    box: int | None = None
    rows: tuple[tuple[str, ...], ...] = ()
    page: int | None = None
    boxes: tuple[Box, ...] = ()
    note_marks: tuple[tuple[int, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """Where a found thing stands: its page, the rectangles of its words, the passages (by index) it is drawn from."""

    page: int | None = None
    boxes: tuple[Box, ...] = ()
    passages: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class ExtractedRecommendation:
    """One recommendation with its sub-points. `confidence` is 0 to 1; `doubt` says why an editor should look."""

    text: str
    label: str | None = None
    group: str | None = None
    addressee: str | None = None
    agency: str | None = None
    themes: tuple[ThemeMention, ...] = ()
    place: Place = Place()
    confidence: float = 1.0
    doubt: str = ""


@dataclass(frozen=True, slots=True)
class ExtractedFinding:
    """One finding; `kind` is finding, learning_point, lesson or good_practice."""

    text: str
    kind: str = "finding"
    label: str | None = None
    themes: tuple[ThemeMention, ...] = ()
    place: Place = Place()
    confidence: float = 1.0
    doubt: str = ""


@dataclass(frozen=True, slots=True)
class ExtractedEvent:
    """One dated event of the case. `date` is EDTF, `printed` the words, `worked_out` how the one came of the other.

    `agencies` are the keys of the kinds of agency that it names.
    """

    text: str
    date: str
    paragraph: str | None = None
    printed: str = ""
    worked_out: str = ""
    agencies: tuple[str, ...] = ()
    themes: tuple[ThemeMention, ...] = ()
    place: Place = Place()
    confidence: float = 1.0
    doubt: str = ""


@dataclass(frozen=True, slots=True)
class ExtractedAction:
    """One row of an action plan, cell by cell."""

    recommendation: str
    agency: str | None = None
    label: str | None = None
    outcome: str | None = None
    steps: str | None = None
    lead: str | None = None
    timescale: str | None = None
    measure: str | None = None
    themes: tuple[ThemeMention, ...] = ()
    place: Place = Place()
    confidence: float = 1.0
    doubt: str = ""


@dataclass(frozen=True, slots=True)
class ExtractedPerson:
    """A child or adult whom the review is about, as far as it says."""

    name: str
    role: str = "child"
    age: str | None = None
    sex: str | None = None
    ethnicity: str | None = None
    disability: str | None = None


@dataclass(frozen=True, slots=True)
class ExtractedFacts:
    """What the cover and the introduction say; None where they do not. Dates are EDTF.

    `evidence` gives for a field's name the words that it was read from and their page.
    """

    title: str
    kind: str = "other"
    nation: str | None = None
    subject: str | None = None
    partnership: str | None = None
    area: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    period: str | None = None
    incident: str | None = None
    outcome: str | None = None
    people: tuple[ExtractedPerson, ...] = ()
    agencies: tuple[str, ...] = ()
    evidence: dict[str, tuple[str, int | None]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ExtractedReview:
    """Everything that one document gave. `page_sizes` are width and height of each page in points.

    `is_from_ocr` where words of it were recognised in pictures of pages, here or before the file came;
    `pages_without_text` are the pages that hold pictures in which none were.
    """

    facts: ExtractedFacts
    passages: tuple[ExtractedPassage, ...]
    recommendations: tuple[ExtractedRecommendation, ...] = ()
    findings: tuple[ExtractedFinding, ...] = ()
    timeline: tuple[ExtractedEvent, ...] = ()
    actions: tuple[ExtractedAction, ...] = ()
    themes: tuple[ThemeMention, ...] = ()
    page_sizes: tuple[tuple[float, float], ...] = ()
    format: str = "pdf"
    machine: str = ""
    is_from_ocr: bool = False
    pages_without_text: tuple[int, ...] = ()


def to_json(review: ExtractedReview) -> dict[str, Any]:
    """Return the record: plain dictionaries and lists, ready to be printed as JSON."""
    facts = asdict(review.facts)
    evidence = facts.pop("evidence")
    return {
        "review": {**facts, "authors": list(review.facts.authors), "evidence": evidence},
        "recommendations": [_item(recommendation) for recommendation in review.recommendations],
        "findings": [_item(finding) for finding in review.findings],
        "timeline": [_item(event) for event in review.timeline],
        "actions": [_item(action) for action in review.actions],
        "themes": _keys(review.themes),
        "passages": [asdict(passage) for passage in review.passages],
        "page_sizes": review.page_sizes,
        "format": review.format,
        "machine": review.machine,
        "is_from_ocr": review.is_from_ocr,
        "pages_without_text": review.pages_without_text,
    }


def _item(item: ExtractedRecommendation | ExtractedFinding | ExtractedEvent | ExtractedAction) -> dict[str, Any]:
    """Return an item with its theme keys; where they come from stands under `theme_mentions`, its place beside."""
    values: dict[str, Any] = asdict(item)
    place: dict[str, Any] = values.pop("place")
    return {**values, "themes": _keys(item.themes), "theme_mentions": values["themes"], **place}


def _keys(mentions: Iterable[ThemeMention]) -> list[str]:
    return [mention.theme for mention in mentions]
