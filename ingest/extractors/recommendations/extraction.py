"""Every recommendation that a review makes: labelled, listed or in tables, its own and those of single agencies.

Not recommendations, though they speak of them: announcements, contents lines, progress reports, what other reviews
recommended, rows of action plans, and the same recommendation over again in a summary.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ingest.extractors.actions.plans import plans_in
from ingest.extractors.addressees import addressee_of_lead
from ingest.extractors.items.drafts import Draft
from ingest.extractors.items.labelled import labelled
from ingest.extractors.items.repeats import without_repeats
from ingest.extractors.items.series import runs_of
from ingest.extractors.manuscript.entries import Entry, may_hold_items
from ingest.extractors.manuscript.heading_words import Subject
from ingest.extractors.manuscript.labels import ItemKind
from ingest.extractors.manuscript.reading import entries_of
from ingest.extractors.manuscript.wording import announces_recommendations, asks_outright, makes_no_recommendations
from ingest.extractors.recommendations.group_lines import is_group_line
from ingest.extractors.recommendations.groups import grouped
from ingest.extractors.recommendations.lists import listed
from ingest.extractors.recommendations.numbered_titles import with_numbers_of_titles
from ingest.extractors.recommendations.sentences import inside_paragraphs
from ingest.extractors.recommendations.tables import put_together, tabled
from ingest.outline import Outline
from ingest.record import ExtractedRecommendation

KINDS = frozenset({ItemKind.RECOMMENDATION, ItemKind.CONSIDERATION})
HOMES = (Subject.RECOMMENDATIONS, Subject.CONSIDERATIONS)


def extract(outline: Outline) -> tuple[ExtractedRecommendation, ...]:
    """Return the recommendations of a document in its order."""
    entries = entries_of(outline)
    drafts = without_repeats(sorted(found_in(entries), key=lambda draft: draft.index))
    return grouped(with_numbers_of_titles(drafts))


def found_in(entries: Sequence[Entry]) -> list[Draft]:
    """Return all that is found, repeats too, not in order; where nothing is set apart, what sentences recommend.

    A review that says that it recommends nothing means its questions as questions.
    """
    found = list(_set_apart(entries)) or list(inside_paragraphs(entries))
    if any(makes_no_recommendations(entry.text) for entry in entries):
        return [draft for draft in found if not draft.text.rstrip().endswith("?")]
    return found


def _set_apart(entries: Sequence[Entry]) -> Iterator[Draft]:
    readable = [entry for entry in entries if may_hold_items(entry)]
    taken: set[int] = set()
    marked: list[Draft] = []
    for draft, positions in labelled(readable, _is_labelled_recommendation):
        taken |= positions
        marked.append(draft)
    marked = list(_with_lines_above([*marked, *_in_tables(entries, readable)], readable))
    yield from marked
    marked_homes = {home for draft in marked if (home := _home(draft)) is not None}
    past = _past_questions(readable)
    rest = [entry for position, entry in enumerate(readable) if position not in taken and position not in past]
    for run in runs_of(entry for entry in rest if entry.section.holds(*HOMES) or entry.is_heading):
        if run[0].lead is not None or _home(run[0]) not in marked_homes:
            yield from listed(run)
        elif run[0].section.below:
            yield from (draft for draft in listed(run) if draft.label or asks_outright(draft.text))


def _past_questions(entries: Sequence[Entry]) -> set[int]:
    """Return the positions of what stands among the questions for a board only because no heading ends them.

    The next finding does: "Finding 4. ..." after the questions that follow from the third.
    """
    past: set[int] = set()
    ended: int | None = None
    for position, entry in enumerate(entries):
        if not entry.section.holds(Subject.CONSIDERATIONS) or entry.is_heading:
            ended = None
        elif entry.label and entry.label.number and entry.label.kind not in KINDS:
            ended = position
        if ended is not None:
            past.add(position)
    return past


def _with_lines_above(drafts: Sequence[Draft], entries: Sequence[Entry]) -> Iterator[Draft]:
    """Yield labelled items and rows of tables with what lines above them say: their group, and who must act."""
    groups: dict[int, str] = {}
    bodies: dict[int | None, str] = {}
    group: str | None = None
    for position, entry in enumerate(entries):
        if entry.is_heading:
            group = None
        elif entry.section.holds(*HOMES) and is_group_line(entries, position):
            group = entry.text.strip(" :")
        elif entry.label is None and entry.section.holds_only(*HOMES) and announces_recommendations(entry.text):
            bodies.setdefault(_home(entry), addressee_of_lead(entry.text) or "")
        if group:
            groups[entry.paragraph.index] = group
    for draft in drafts:
        addressee = draft.addressee or bodies.get(_home(draft)) or None
        yield replace(draft, group=draft.group or groups.get(draft.index), addressee=addressee)


def _in_tables(entries: Sequence[Entry], readable: Sequence[Entry]) -> Iterator[Draft]:
    of_plans = {table.paragraph.index for plan in plans_in(entries) for table in plan.tables}
    tables = [entry for entry in readable if entry.paragraph.rows and entry.paragraph.index not in of_plans]
    return put_together(draft for table in tables for draft in tabled(table))


def _is_labelled_recommendation(entry: Entry) -> bool:
    label = entry.label
    if label is None or label.kind not in KINDS or label.is_plural or entry.paragraph.rows:
        return False
    return not entry.section.holds(Subject.ACTION_PLAN) or entry.section.holds(Subject.RECOMMENDATIONS)


def _home(item: Entry | Draft) -> int | None:
    """Return which section of recommendations something stands in, by its heading's index."""
    heading = item.section.heading
    return heading.index if heading and item.section.holds(*HOMES) else None
