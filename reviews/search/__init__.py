"""Searching: what is asked, which rows answer, in which order, and how many there are of each kind and value.

`answer` is what a page of results needs, fast (docs/search.md says how). `item_rows` and `review_rows` say the same in
plain SQL: pages that list a few rows use them, and a property test holds the fast form to them.
"""

from reviews.search.order import in_order_of_items, in_order_of_reviews
from reviews.search.parameters import KINDS_OF_ROW, ROWS_ON_A_PAGE, USUAL, SearchParameters
from reviews.search.plain import counts, item_rows, review_rows, rows

__all__ = [
    "KINDS_OF_ROW",
    "ROWS_ON_A_PAGE",
    "USUAL",
    "SearchParameters",
    "counts",
    "in_order_of_items",
    "in_order_of_reviews",
    "item_rows",
    "review_rows",
    "rows",
]
