"""What a review says was learned: findings, learning points, lessons, good practice, labelled or in sections.

A labelled item is one wherever it stands. Where a section labels its findings, the prose around them is their
explanation and no finding; where it labels none, each paragraph or bullet that says something is one.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ingest.extractors.actions.plans import plans_in
from ingest.extractors.findings.lists import listed
from ingest.extractors.findings.tables import tabled
from ingest.extractors.findings.wording import opens_with_learning, praises, says_what_was_learned
from ingest.extractors.items.drafts import Draft
from ingest.extractors.items.labelled import labelled
from ingest.extractors.items.repeats import without_repeats
from ingest.extractors.items.series import runs_of
from ingest.extractors.manuscript.entries import Entry, may_hold_items
from ingest.extractors.manuscript.heading_words import Subject
from ingest.extractors.manuscript.labels import ItemKind, label_of
from ingest.extractors.manuscript.reading import entries_of
from ingest.extractors.manuscript.sections import subjects_of
from ingest.extractors.recommendations import found_in as recommendations_in
from ingest.outline import Outline
from ingest.record import ExtractedFinding

KINDS = frozenset({ItemKind.FINDING, ItemKind.LEARNING_POINT, ItemKind.LESSON, ItemKind.GOOD_PRACTICE})
HOMES = (Subject.FINDINGS, Subject.LEARNING, Subject.LESSONS, Subject.GOOD_PRACTICE)
# With fewer items than this from labels and sections of findings, what the conclusion says counts too.
FEW = 3
# A paragraph of which recommendations are so much is no finding.
RECOMMENDING = 0.7


def extract(outline: Outline) -> tuple[ExtractedFinding, ...]:
    """Return the findings of a document in its order."""
    entries = entries_of(outline)
    recommended: dict[int, list[str]] = {}
    for piece in (piece for draft in recommendations_in(entries) for piece in draft.pieces):
        recommended.setdefault(piece.index, []).append(piece.text)
    drafts = sorted(_found_in(entries, recommended), key=lambda draft: draft.index)
    return tuple(_finding(draft) for draft in without_repeats(drafts))


def _found_in(entries: Sequence[Entry], recommended: dict[int, list[str]]) -> list[Draft]:
    readable = [entry for entry in entries if _is_readable(entry, recommended)]
    taken: set[int] = set()
    marked: list[Draft] = []
    for draft, positions in labelled(readable, _is_labelled_finding):
        taken |= positions
        marked.append(draft)
    marked += _in_tables(entries, readable)
    rest = [entry for position, entry in enumerate(readable) if position not in taken]
    found = [*marked, *_in_sections(rest, marked)]
    found += _praised(rest, {draft.index for draft in found})
    if len(found) < FEW:
        concluding = [e for e in rest if e.section.holds(Subject.CONCLUSION, Subject.ANALYSIS) or e.is_heading]
        concluded = [draft for run in runs_of(concluding) for draft in listed(run)]
        said = [draft for draft in concluded if says_what_was_learned(draft.text)]
        found += said or ([] if found else [d for d in concluded if d.section.holds(Subject.CONCLUSION)])
    return found


def _praised(rest: Sequence[Entry], found: set[int]) -> Iterator[Draft]:
    """Yield the paragraphs of the analysis that open with praise."""
    analysis = [e for e in rest if e.section.holds(Subject.ANALYSIS) and not e.is_heading and not e.paragraph.rows]
    for draft in (draft for run in runs_of(analysis) for draft in listed(run)):
        if draft.index not in found and praises(draft.text):
            yield replace(draft, kind=ItemKind.GOOD_PRACTICE, doubt="stands among the analysis")


def _in_tables(entries: Sequence[Entry], readable: Sequence[Entry]) -> Iterator[Draft]:
    of_plans = {table.paragraph.index for plan in plans_in(entries) for table in plan.tables}
    for entry in readable:
        if entry.paragraph.rows and entry.paragraph.index not in of_plans:
            yield from tabled(entry)


def _in_sections(rest: Sequence[Entry], marked: Sequence[Draft]) -> Iterator[Draft]:
    """Yield what sections of findings hold without labels: all of it, or where others are marked what it says."""
    runs = runs_of(entry for entry in rest if _is_in_home(entry) or entry.is_heading)
    titled = [run[0] for run in runs if run[0].lead is not None and _labels_findings(run[0].lead.text)]
    items: tuple[Entry | Draft, ...] = (*(d for d in marked if d.kind is not ItemKind.GOOD_PRACTICE), *titled)
    marked_homes = {home for item in items for home in _homes(item)}
    for run in runs:
        own = _homes(run[0])[:1]
        if run[0].lead is not None or (marked_homes.isdisjoint(own) and _is_own_home(run[0])):
            yield from listed(run)
        else:
            yield from _said(run, has_labels=bool(marked))


def _labels_findings(lead: str) -> bool:
    """Whether a line announces what was learned; good practice set apart says nothing of how the rest is set."""
    label = label_of(lead)
    return label is not None and label.kind is not ItemKind.GOOD_PRACTICE


def _is_readable(entry: Entry, recommended: dict[int, list[str]]) -> bool:
    texts = [text for text in recommended.get(entry.paragraph.index, []) if text and text in entry.text]
    if not entry.paragraph.rows and any(len(text) > RECOMMENDING * len(entry.text) for text in texts):
        return False
    return entry.is_heading or (may_hold_items(entry) and not entry.section.holds(Subject.ACTION_PLAN))


def _is_labelled_finding(entry: Entry) -> bool:
    label = entry.label
    if label is None or label.kind not in KINDS or label.is_plural or entry.is_heading or entry.paragraph.rows:
        return False
    return bool(label.number or label.rest or entry.paragraph.box is not None or entry.paragraph.is_bold)


def _is_in_home(entry: Entry) -> bool:
    return entry.section.holds(*HOMES) and not entry.paragraph.rows


def _is_own_home(entry: Entry) -> bool:
    """Whether the section is one of findings, and no analysis or conclusion that also has some.

    Among findings and recommendations together, a numbered paragraph that recommends nothing is a finding.
    """
    if entry.section.holds(Subject.RECOMMENDATIONS) and entry.number is None:
        return False
    return not entry.section.holds(Subject.ANALYSIS, Subject.CONCLUSION, Subject.INTRODUCTION)


def _homes(item: Entry | Draft) -> tuple[int, ...]:
    """Return the sections of findings that something stands in, by their headings' indexes, the nearest first."""
    section = item.section
    around = (*section.above, *((section.heading,) if section.heading else ()))
    return tuple(h.index for h in reversed(around) if h is section.heading or subjects_of(h.text) & frozenset(HOMES))


def _said(run: Sequence[Entry], *, has_labels: bool) -> Iterator[Draft]:
    """Yield the paragraphs of explaining prose that themselves say what was learned."""
    for draft in listed(run):
        is_lesson = says_what_was_learned(draft.text) and (not has_labels or opens_with_learning(draft.text))
        if is_lesson and not draft.section.holds(Subject.RECOMMENDATIONS):
            yield draft


def _finding(draft: Draft) -> ExtractedFinding:
    return ExtractedFinding(
        text=draft.text,
        kind=draft.kind.value,
        label=draft.label,
        place=draft.place,
        confidence=round(draft.confidence - (0.2 if draft.is_uncertain else 0), 2),
        doubt=draft.doubt or ("read from interleaved lines" if draft.is_uncertain else ""),
    )
