"""Whether anything that the pages of a review show has changed: a number made of the versions of its rows."""

from django.db.models import DecimalField
from django.db.models.expressions import RawSQL

# Whole tables whose few rows any review may name, and those whose rows belong to a review or to one of its items.
OF_EVERYBODY = ("reviews_theme", "reviews_agency", "reviews_partnership")
OF_A_REVIEW = ("reviews_document", "reviews_person", "reviews_tagging")
OF_AN_ITEM = {
    "reviews_tagging": "item_id", "reviews_item_passages": "from_item_id", "reviews_passage": "item_id",
    "reviews_finding": "item_id", "reviews_recommendation": "item_id", "reviews_action": "item_id",
    "reviews_timelineevent": "item_id", "following_followup": "recommendation_id",
}  # fmt: skip
TABLES = ("reviews_review", "reviews_item", *OF_EVERYBODY, *OF_A_REVIEW, *OF_AN_ITEM)


def row_versions_of_review() -> RawSQL:
    """Return the expression: whenever a row is added, changed or removed, it is another number.

    PostgreSQL gives every version of a row a place and the transaction that wrote it (its documentation, "System
    Columns"). What a transaction has not committed counts for nobody else, so that no number is known too early.
    """
    return RawSQL(_SQL, (), output_field=DecimalField())  # noqa: S611 - all names in it are constants of this module


def _versions(table: str, where: str = "") -> str:
    return f"SELECT hashtextextended(concat_ws(' ', '{table}', t.ctid, t.xmin), 0) FROM {table} t {where}"  # noqa: S608


_ROWS = (
    _versions("reviews_review", "WHERE t.id = reviews_review.id"),
    _versions("reviews_item", "WHERE t.review_id = reviews_review.id"),
    *(_versions(table) for table in OF_EVERYBODY),
    *(_versions(table, "WHERE t.review_id = reviews_review.id") for table in OF_A_REVIEW),
    *(_versions(table, f"JOIN items ON items.id = t.{column}") for table, column in OF_AN_ITEM.items()),
)
_SQL = f"""(
    WITH items AS MATERIALIZED (SELECT id FROM reviews_item WHERE review_id = reviews_review.id),
    versions (version) AS ({" UNION ALL ".join(_ROWS)})
    SELECT sum(version) FROM versions
)"""  # noqa: S608
