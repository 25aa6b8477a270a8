"""Which tables of a document are action plans, and which of them are one plan cut by pages."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ingest.extractors.actions.tables import Columns, PlanRow, is_plan, plan_rows
from ingest.extractors.manuscript.columns import Column, Row, heads_in
from ingest.extractors.manuscript.entries import Entry
from ingest.extractors.manuscript.heading_words import Subject
from ingest.extractors.manuscript.labels import ItemKind

# A table without heads with so many columns, as many as the plan before it, goes on with that plan.
COLUMNS_OF_PLAN = 4


@dataclass(frozen=True, slots=True)
class Plan:
    """An action plan: what its columns hold, the tables that it is set in, and what stands right above them."""

    columns: Columns
    tables: tuple[Entry, ...]
    above: Entry | None = None

    def rows(self) -> Iterator[PlanRow]:
        """Yield its rows, each put together over the pages."""
        return plan_rows(self._printed_rows(), self.columns)

    @property
    def first(self) -> Entry:
        """The table that it begins in, under the heading that says whose plan it is."""
        return self.tables[0]

    def _printed_rows(self) -> Iterator[tuple[Row, int]]:
        for table in self.tables:
            for row in rows_below_heads(table.paragraph.rows):
                yield row, table.paragraph.index


def plans_in(entries: Sequence[Entry]) -> list[Plan]:
    """Return the action plans among the tables, in order."""
    plans: list[Plan] = []
    last: Plan | None = None
    for position, entry in enumerate(entries):
        rows = entry.paragraph.rows
        if not rows:
            continue
        heads = heads_in(rows)
        if heads and is_plan(heads[1], is_in_plan=_is_in_plan(entry)) and not _only_recommends(entry, heads[1]):
            if last and _is_same_plan(last, entry, heads[1]) and not _names_recommendation(entries[position - 1]):
                last = replace(last, tables=(*last.tables, entry))
                plans[-1] = last
            else:
                last = Plan(heads[1], (entry,), entries[position - 1] if position else None)
                plans.append(last)
        elif heads is None and last and _goes_on(last, rows):
            last = replace(last, tables=(*last.tables, entry))
            plans[-1] = last
        elif heads:
            last = None
    return plans


def rows_below_heads(rows: Sequence[Row]) -> Sequence[Row]:
    """Return a table's rows without its row of heads and what stands above it."""
    heads = heads_in(rows)
    return rows[heads[0] + 1 :] if heads else rows


def _is_in_plan(entry: Entry) -> bool:
    return entry.section.holds(Subject.ACTION_PLAN)


def _only_recommends(entry: Entry, columns: Columns) -> bool:
    """Whether a table among the recommendations adds to each only who leads and by when."""
    is_at_home = entry.section.holds(Subject.RECOMMENDATIONS) and not _is_in_plan(entry)
    return is_at_home and Column.STEPS not in columns and Column.RECOMMENDATION in columns


def _is_same_plan(plan: Plan, entry: Entry, columns: Columns) -> bool:
    """Whether a table with heads of its own repeats those of the plan before it, under the same headings."""
    return plan.columns == columns and plan.tables[-1].paragraph.headings == entry.paragraph.headings


def _names_recommendation(above: Entry) -> bool:
    """Whether the line above a table is the recommendation that its rows carry out."""
    label = above.label
    return label is not None and label.kind is ItemKind.RECOMMENDATION and bool(label.number and label.rest)


def _goes_on(plan: Plan, rows: Sequence[Row]) -> bool:
    widest = max(len(row) for row in rows)
    return widest == len(plan.columns) >= COLUMNS_OF_PLAN
