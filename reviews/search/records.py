"""What the filters ask of an item, as PostgreSQL packs it and numpy reads it: a record for each, numbers only.

One expression makes the records of a block that is stored and those of items whose block has changed since.
"""

import numpy as np
from numpy.typing import NDArray

from reviews.models import ItemKind

# The place in this order is the kind's number.
KINDS = tuple(ItemKind)
CHECKED, GAP, GOOD = 1, 2, 4
ITEM = np.dtype(
    [("id", ">i8"), ("review", ">i8"), ("position", ">i4"), ("agency", ">i4"), ("kind", ">i2"), ("flags", ">i2"),
     ("length", ">i4")]
)  # fmt: skip
THEME = np.dtype([("item", ">i8"), ("theme", ">i8")])

_KIND = " ".join(f"WHEN '{kind}' THEN {number}" for number, kind in enumerate(KINDS))
# The item's record; `v` says whether its themes speak of a gap or of good practice.
RECORD = f"""
int8send(i.id) || int8send(i.review_id) || int4send(i.position) || int4send(coalesce(r.agency_id, 0)::int4)
|| int2send((CASE i.kind {_KIND} END)::int2)
|| int2send((
     CASE WHEN i.checked_at IS NULL THEN 0 ELSE {CHECKED} END + CASE WHEN v.gap THEN {GAP} ELSE 0 END
     + CASE WHEN v.good OR f.kind = 'good_practice' THEN {GOOD} ELSE 0 END
   )::int2)
|| int4send(length(i.search))
"""
# The current items of a range of ids, with what their record needs.
FROM_ITEMS = """
FROM reviews_item i
LEFT JOIN reviews_finding f ON f.item_id = i.id
LEFT JOIN reviews_recommendation r ON r.item_id = i.id
LEFT JOIN (
  SELECT item_id, bool_or(valence = 'gap') AS gap, bool_or(valence = 'good_practice') AS good
  FROM reviews_tagging WHERE item_id >= {low} AND item_id < {high} AND state <> 'rejected' GROUP BY item_id
) v ON v.item_id = i.id
WHERE i.id >= {low} AND i.id < {high} AND i.state = 'current'
"""
# The themes of the items of a range of ids.
THEMES = """
SELECT coalesce(string_agg(int8send(item_id) || int8send(theme_id), ''), '')
FROM reviews_tagging WHERE item_id >= {low} AND item_id < {high} AND state <> 'rejected'
"""


def items_of(packed: bytes) -> NDArray[np.void]:
    """Return packed records as an array."""
    return np.frombuffer(packed, ITEM)


def themes_of(packed: bytes) -> NDArray[np.void]:
    """Return packed pairs of item and theme as an array."""
    return np.frombuffer(packed, THEME)


def occurrences_of(packed: bytes) -> NDArray[np.uint32]:
    """Return packed occurrences: 16 bits for the item's place, 14 for the word's, 2 for its weight (D to A)."""
    # PostgreSQL has signed numbers only; the sign bit is turned over so that the order stays.
    return np.frombuffer(packed, ">u4").astype(np.uint32) ^ np.uint32(1 << 31)
