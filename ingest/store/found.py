"""The items of a reading in the form in which they are stored: what the machine claims, and what nobody claims."""

from dataclasses import dataclass
from typing import Any

from ingest.record import (
    ExtractedAction,
    ExtractedEvent,
    ExtractedFinding,
    ExtractedPassage,
    ExtractedRecommendation,
    ExtractedReview,
    Place,
    ThemeMention,
)
from reviews.models import Agency, ItemKind
from reviews.models.action import CELLS, words_of_cells


@dataclass(frozen=True)
class Found:
    """One item of a reading in the form in which it is stored.

    `values` is what the machine claims; `fixed` are columns of the kind's row that nobody claims.
    """

    kind: ItemKind
    values: dict[str, Any]
    place: Place
    heading: str = ""
    fixed: dict[str, Any] | None = None
    themes: tuple[ThemeMention, ...] = ()
    confidence: float | None = None
    doubt: str = ""


def found_in(extracted: ExtractedReview) -> list[Found]:
    """Return everything that the reading found: passages first, in reading order, then what is drawn from them."""
    agencies = dict(Agency.objects.values_list("key", "pk"))
    return [
        *(_passage(passage) for passage in extracted.passages),
        *(_finding(finding) for finding in extracted.findings),
        *(_recommendation(recommendation, agencies) for recommendation in extracted.recommendations),
        *(_action(action) for action in extracted.actions),
        *(_event(event) for event in extracted.timeline),
    ]


def _passage(passage: ExtractedPassage) -> Found:
    fixed: dict[str, Any] = {"block": passage.kind, "level": passage.level, "box": passage.box, "rows": passage.rows}
    fixed["note_marks"] = {"of": len(passage.text), "at": passage.note_marks} if passage.note_marks else {}
    return Found(
        ItemKind.PASSAGE,
        {"label": passage.number or "", "text": passage.text},
        Place(passage.page, passage.boxes),
        heading=" › ".join(passage.heading),
        fixed=fixed,
    )


def _finding(finding: ExtractedFinding) -> Found:
    values = {"label": finding.label or "", "text": finding.text, "kind": finding.kind}
    return _of(ItemKind.FINDING, values, finding)


def _recommendation(recommendation: ExtractedRecommendation, agencies: dict[str, int]) -> Found:
    values = {
        "label": recommendation.label or "",
        "text": recommendation.text,
        "addressee": (recommendation.addressee or "")[:400],
        "group": (recommendation.group or "")[:300],
    }
    fixed = {"agency_id": agencies.get(recommendation.agency or "")}
    return _of(ItemKind.RECOMMENDATION, values, recommendation, fixed, heading=recommendation.group or "")


def _action(action: ExtractedAction) -> Found:
    cells = {column: getattr(action, column) or "" for column in CELLS}
    values = {
        "label": action.label or "",
        "text": words_of_cells(cells),
        "agency": (action.agency or "")[:300],
        **cells,
    }
    return _of(ItemKind.ACTION, values, action, heading=action.agency or "")


def _event(event: ExtractedEvent) -> Found:
    values = {
        "label": event.paragraph or "",
        "text": event.text,
        "date": event.date,
        "date_as_printed": event.printed[:120],
        "date_worked_out": event.worked_out[:120],
    }
    return _of(ItemKind.EVENT, values, event, {"agencies": list(event.agencies)})


def _of(
    kind: ItemKind,
    values: dict[str, Any],
    item: ExtractedFinding | ExtractedRecommendation | ExtractedAction | ExtractedEvent,
    fixed: dict[str, Any] | None = None,
    heading: str = "",
) -> Found:
    return Found(kind, values, item.place, heading, fixed, item.themes, item.confidence, item.doubt)
