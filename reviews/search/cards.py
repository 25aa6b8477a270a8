"""What a card in a list shows of an item, and no more: most of a row is longer than what is shown of it."""

from reviews.models import ItemKind
from reviews.models.item import ItemQuerySet
from reviews.models.tagging import shown_taggings

COLUMNS = (
    "anchor", "kind", "label", "text", "page", "position", "checked_at", "document__format",
    *(f"review__{name}" for name in ("slug", "title", "display_name", "subject", "area", "published",
                                     "partnership_as_printed", "partnership__name")),
)  # fmt: skip
# Of the row of their own kind.
COLUMNS_OF_KINDS: dict[str, tuple[str, ...]] = {
    ItemKind.RECOMMENDATION: ("recommendation__addressee",),
    ItemKind.EVENT: ("event__date", "event__date_as_printed"),
}


def for_cards(items: ItemQuerySet, kind: str) -> ItemQuerySet:
    """Return items of one kind with what their cards show, in three queries however many they are."""
    of_kind = COLUMNS_OF_KINDS.get(kind, ())
    own_row = {name.split("__")[0] for name in of_kind}
    themes = shown_taggings("item", "state", "valence", "theme__key", "theme__label")
    rows = items.select_related("review__partnership", "document", *own_row).only(*COLUMNS, *of_kind)
    return rows.prefetch_related(themes).with_places()
