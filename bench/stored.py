"""The made-up reviews in the application's own tables: written as fast as PostgreSQL takes rows."""

import json
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import chain
from typing import Any, cast

import psycopg
from django.db import connection
from django.db.models import GeneratedField, Model

from bench.corpus import AGENCIES, PARTNERSHIPS, REGIONS, THEMES, MadeItem, MadeReview
from reviews import models

NOW = datetime(2026, 1, 1, tzinfo=UTC)
REVIEWS_AT_ONCE = 50
HEADING = "Analysis of practice › What agencies knew"
BOX = [72.0, 100.5, 520.2, 160.1]
# One passage of so many is a heading, and one event of so many is dated by its month only.
PASSAGES_OF_A_HEADING, EVENTS_OF_A_VAGUE_ONE = 15, 5
EVENTS_BEGIN, EVENTS_LAST = date(2012, 1, 1), 900
# Rows come in faster where each is not looked at: the index and the marks are made afterwards.
SLOWER = (
    "DROP INDEX item_words",
    *(f"ALTER TABLE {table} DISABLE TRIGGER USER" for table in
      ("reviews_item", "reviews_tagging", "reviews_finding", "reviews_recommendation")),
)  # fmt: skip
INDEX = "CREATE INDEX item_words ON reviews_item USING gin (search) WITH (fastupdate = off)"
Row = dict[str, Any]


def store(reviews: Iterable[MadeReview]) -> int:
    """Write the reviews into an empty database; return the number of items."""
    with connection.cursor() as cursor:
        for statement in SLOWER:
            cursor.execute(statement)
    writer = _Writer()
    batch: list[MadeReview] = []
    for review in reviews:
        batch.append(review)
        if len(batch) == REVIEWS_AT_ONCE:
            writer.write(batch)
            batch = []
    writer.write(batch)
    with connection.cursor() as cursor:
        cursor.execute(INDEX)
        for table in ("reviews_review", "reviews_document", "reviews_item"):
            cursor.execute(f"SELECT setval('{table}_id_seq', (SELECT max(id) FROM {table}))")  # noqa: S608
        cursor.execute("VACUUM ANALYZE")
    return writer.items


class _Writer:
    """Writes reviews; the ids of items count on from one batch to the next."""

    def __init__(self) -> None:
        self.items = 0
        self.themes = list(models.Theme.objects.order_by("position").values_list("pk", flat=True)[:THEMES])
        agencies = list(models.Agency.objects.order_by("pk").values_list("pk", "key")[:AGENCIES])
        self.agencies, self.lanes = [pk for pk, _ in agencies], [key for _, key in agencies]
        self.partnerships = [
            models.Partnership.objects.create(
                key=f"made-up-{number}", name=f"Partnership {number + 1}", area=f"Area {number + 1}", kind="children",
                region=REGIONS[number % len(REGIONS)], is_fictional=True,
            ).pk
            for number in range(PARTNERSHIPS)
        ]  # fmt: skip

    def write(self, reviews: list[MadeReview]) -> None:
        """Write some reviews with their items."""
        items = [(review, place, item) for review in reviews for place, item in enumerate(review.items)]
        numbered = [(self.items + at, *one) for at, one in enumerate(items, start=1)]
        self.items += len(items)
        copy(models.Review, (self._review(review) for review in reviews))
        copy(models.Document, (_document(review) for review in reviews))
        copy(models.Person, _people(reviews))
        copy(models.Review.agencies.through, self._agencies(reviews))
        copy(models.Item, (_item(*one) for one in numbered))
        of_kind: dict[str, list[tuple[int, MadeItem]]] = {}
        for number, _, _, item in numbered:
            of_kind.setdefault(item.kind, []).append((number, item))
        self._details(of_kind)
        copy(models.Item.passages.through, _drawn_from(numbered))
        copy(models.Tagging, chain(self._themes_of_reviews(reviews), self._themes_of_items(of_kind)))

    def _review(self, review: MadeReview) -> Row:
        name = f"Child {review.number + 1} – {review.area}"
        return {
            "id": review.number + 1, "slug": f"review-{review.number + 1}", "title": name, "display_name": name,
            "kind": review.kind, "nation": review.nation, "subject": f"Child {review.number + 1}",
            "partnership_id": self.partnerships[review.partnership], "area": review.area, "state": "published",
            "visibility": "everyone", **_year("published", review.year), **_year("incident", review.incident_year),
        }  # fmt: skip

    def _agencies(self, reviews: list[MadeReview]) -> Iterator[Row]:
        for review in reviews:
            for number in review.agencies:
                yield {"review_id": review.number + 1, "agency_id": self.agencies[number]}

    def _details(self, items: dict[str, list[tuple[int, MadeItem]]]) -> None:
        copy(models.Passage, (_passage(number) for number, _ in items.get("passage", ())))
        copy(models.Action, ({"item_id": number, "steps": item.text} for number, item in items.get("action", ())))
        copy(models.TimelineEvent, (self._event(number) for number, _ in items.get("event", ())))
        copy(models.Finding, (
            {"item_id": number, "kind": "good_practice" if item.is_good_practice else "finding"}
            for number, item in items.get("finding", ())
        ))  # fmt: skip
        copy(models.Recommendation, (
            {"item_id": number, "agency_id": None if item.agency is None else self.agencies[item.agency]}
            for number, item in items.get("recommendation", ())
        ))  # fmt: skip

    def _event(self, number: int) -> Row:
        day = EVENTS_BEGIN + timedelta(days=number * 37 % EVENTS_LAST)
        lanes = {"item_id": number, "agencies": [self.lanes[number % len(self.lanes)]]}
        if number % EVENTS_OF_A_VAGUE_ONE:
            return {**lanes, "date": day.isoformat(), "earliest": day, "latest": day}
        first = day.replace(day=1)
        return {**lanes, "date": f"{day:%Y-%m}", "earliest": first, "latest": first + timedelta(days=27)}

    def _themes_of_reviews(self, reviews: list[MadeReview]) -> Iterator[Row]:
        for review in reviews:
            for theme in review.themes:
                yield {"review_id": review.number + 1, "theme_id": self.themes[theme], "machine_version": "made up"}

    def _themes_of_items(self, items: dict[str, list[tuple[int, MadeItem]]]) -> Iterator[Row]:
        for number, item in chain.from_iterable(items.values()):
            for theme, valence in zip(item.themes, item.valences, strict=True):
                yield {"item_id": number, "theme_id": self.themes[theme], "valence": valence,
                       "machine_version": "made up"}  # fmt: skip


def copy(model: type[Model], rows: Iterable[Row]) -> None:
    """Write rows of a table; columns that a row does not name have what the model gives a new row."""
    fields = [field for field in model._meta.concrete_fields if not isinstance(field, GeneratedField)]
    first, rows = _first_of(rows)
    if first is None:
        return
    usual = {str(field.column): _usual(field) for field in fields if not field.primary_key or field.column in first}
    columns = ", ".join(f'"{column}"' for column in usual)
    raw = cast("psycopg.Connection[Any]", connection.connection)
    with raw.cursor().copy(f"COPY {model._meta.db_table} ({columns}) FROM STDIN") as stream:
        for row in rows:
            stream.write_row(list({**usual, **row}.values()))


def _first_of(rows: Iterable[Row]) -> tuple[Row | None, Iterator[Row]]:
    every = iter(rows)
    first = next(every, None)
    return first, chain([] if first is None else [first], every)


def _usual(field: Any) -> Any:
    value = field.get_default()
    if field.get_internal_type() == "JSONField":
        return json.dumps(value)
    is_time = field.get_internal_type() == "DateTimeField" and not field.null
    return NOW if is_time else value


def _document(review: MadeReview) -> Row:
    return {
        "id": review.number + 1, "review_id": review.number + 1, "role": "overview", "name": "report.pdf",
        "format": "pdf", "sha256": f"{review.number:064d}", "size": 1, "file": "none", "machine_version": "made up",
        "page_sizes": json.dumps([[595, 842]] * 60),
    }  # fmt: skip


def _people(reviews: list[MadeReview]) -> Iterator[Row]:
    for review in reviews:
        for number, band in enumerate(review.age_bands):
            yield {"review_id": review.number + 1, "name": f"Child {number}", "age_band": band}


def _passage(number: int) -> Row:
    is_heading = number % PASSAGES_OF_A_HEADING == 0
    return {"item_id": number, "block": "heading" if is_heading else "paragraph", "level": int(is_heading)}


def _drawn_from(items: Iterable[tuple[int, MadeReview, int, MadeItem]]) -> Iterator[Row]:
    """Yield what joins an item to the passage that it is drawn from: any of its review, whose passages come first."""
    for number, review, place, item in items:
        if item.kind != "passage":
            passages = sum(one.kind == "passage" for one in review.items)
            yield {"from_item_id": number, "to_item_id": number - place + place * 7 % passages}


def _item(number: int, review: MadeReview, place: int, item: MadeItem) -> Row:
    return {
        "id": number, "anchor": f"{number:012d}", "review_id": review.number + 1, "document_id": review.number + 1,
        "kind": item.kind, "position": place, "label": item.label, "heading": HEADING, "text": item.text,
        "page": item.page, "boxes": json.dumps([[item.page, *BOX]]), "checked_at": NOW if item.is_checked else None,
    }  # fmt: skip


def _year(name: str, year: int | None) -> Row:
    if year is None:
        return {}
    return {name: str(year), f"{name}_earliest": date(year, 1, 1), f"{name}_latest": date(year, 12, 31)}
