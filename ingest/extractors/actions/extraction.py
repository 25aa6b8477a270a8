"""The action plans of a review, row by row: each recommendation with what is done about it, by whom and by when."""

import re

from ingest.extractors.actions.lists import listed_rows
from ingest.extractors.actions.plans import Plan, plans_in
from ingest.extractors.actions.tables import PlanRow, form_rows
from ingest.extractors.addressees import addressee_of_heading
from ingest.extractors.manuscript.columns import Column
from ingest.extractors.manuscript.entries import Entry
from ingest.extractors.manuscript.labels import ItemKind, Label, label_of
from ingest.extractors.manuscript.reading import entries_of
from ingest.outline import Outline, Paragraph
from ingest.record import ExtractedAction, Place

# Titles such as ACTION PLAN FOR CHILD C (Northshire Trust); Northshire Trust action plan; Action plan – Police
_AGENCY_IN_TITLE = (
    re.compile(r"\(\s*(?P<agency>[^()]{2,90})\)\s*$"),
    re.compile(r"^(?P<agency>.+?)\s*[:–—-]?\s*(?:single agency |multi-agency )?action plan", re.IGNORECASE),
    re.compile(r"action plan\b.*?(?:\bfor\b|[:–—]|\s-\s)\s*(?P<agency>.+)$", re.IGNORECASE),
)
_NO_AGENCY = re.compile(
    r"\breview\b|\bchild \w+$|\b(?:appendix|annexe?|schedule|section)\b|"
    r"\bsingle agency\b|\bmulti-?\s?agency\b|\bintegrated\b|\bsmart\b",
    re.IGNORECASE,
)


def extract(outline: Outline) -> tuple[ExtractedAction, ...]:
    """Return the actions of a document in its order."""
    entries = entries_of(outline)
    plans = plans_in(entries)
    taken = {table.paragraph.index for plan in plans for table in plan.tables}
    found = [_action(row, plan) for plan in plans for row in plan.rows()]
    for entry in entries:
        if entry.paragraph.rows and entry.paragraph.index not in taken:
            found += [_action(row, Plan((), (entry,))) for row in form_rows(entry.paragraph.rows)]
    found += [_action(row, Plan((), (entry,))) for entry, row in listed_rows(entries)]
    return tuple(sorted(found, key=lambda action: action.place.passages))


def _action(row: PlanRow, plan: Plan) -> ExtractedAction:
    entry = plan.first
    above = _label_above(plan)
    recommendation = row.get(Column.RECOMMENDATION) or (above.rest if above else None)
    subject = next(filter(None, map(row.get, (Column.FINDING, Column.LEARNING, Column.LESSON))), None)
    # A plan without a column of recommendations says in its actions what is to be done, unless it gives their numbers.
    is_told_by_number = row.label is not None and Column.NUMBER_ANSWERED in plan.columns
    said = recommendation or subject or (None if is_told_by_number else row.get(Column.STEPS))
    doubt = "" if said or is_told_by_number else "no recommendation found for this action"
    return ExtractedAction(
        recommendation=said or "",
        agency=row.agency or agency_of(entry),
        label=row.label or (above.printed if above and above.number else None),
        outcome=row.get(Column.OUTCOME),
        steps=row.get(Column.STEPS) if recommendation or subject or is_told_by_number else None,
        lead=row.get(Column.LEAD),
        timescale=row.get(Column.TIMESCALE),
        measure=row.get(Column.MEASURE) or row.get(Column.PROGRESS),
        place=_place(row, entry.paragraph),
        confidence=0.9 if recommendation else 0.7,
        doubt=doubt,
    )


def agency_of(entry: Entry) -> str | None:
    """Return the agency whose plan this is, from the headings above it, nearest first; None where none names one."""
    for heading in reversed(entry.paragraph.headings):
        for pattern in _AGENCY_IN_TITLE:
            if (found := pattern.search(heading.text)) and not _NO_AGENCY.search(found["agency"]):
                return found["agency"].strip(" :–—-")
        if agency := addressee_of_heading(heading.text):
            return agency
    return None


def _label_above(plan: Plan) -> Label | None:
    """Return the recommendation that stands above its own table of actions, as a heading or a line."""
    headings = plan.first.paragraph.headings[-1:]
    texts = [heading.text for heading in headings] + ([plan.above.text] if plan.above else [])
    labels = (label_of(text, is_set_apart=True) for text in texts)
    return next((a for a in labels if a and a.kind is ItemKind.RECOMMENDATION and a.number and a.rest), None)


def _place(row: PlanRow, table: Paragraph) -> Place:
    page = row.boxes[0].page if row.boxes else table.page
    return Place(page, row.boxes, row.tables or (table.index,))
