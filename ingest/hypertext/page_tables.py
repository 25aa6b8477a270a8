"""Tables that only lay a web page out, as sites were built for twenty years: a menu beside the text, a banner above."""

import re

from bs4 import Tag

# A cell with more words than this and several blocks of text is a part of a page and no entry of a table.
WORDS_OF_A_PART, BLOCKS_OF_A_PART = 150, 6
# A menu is made of links: so great a share of its words stand in them, and so many links there are at least.
SHARE_OF_LINKS, FEWEST_LINKS = 0.6, 4
_TEXT = ["p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "dd"]
_NO_BORDER = re.compile(r"(?:0(?:px)?|none)?$")


def lays_out_the_page(table: Tag) -> bool:
    """Return whether a table is no table to its reader.

    It says so by its role; or it has neither borders nor headers, and a cell holds a table, a heading or a long text.
    """
    if table.get("role") == "presentation":
        return True
    cells = own_cells(table)
    if not _NO_BORDER.match(str(table.get("border", "0"))) or any(cell.name == "th" for cell in cells):
        return False
    return any(cell.find(["table", "h1", "h2", "h3"]) or _is_long(cell) for cell in cells)


def is_navigation(cell: Tag) -> bool:
    """Return whether a cell is a menu of the site: links, and few words beside them."""
    links = cell.find_all("a")
    if len(links) < FEWEST_LINKS or cell.find("table"):
        return False
    linked = sum(_words(link) for link in links)
    return linked >= SHARE_OF_LINKS * _words(cell)


def own_cells(table: Tag) -> list[Tag]:
    """Return the cells of a table, those of tables inside it not."""
    return [cell for cell in table.find_all(["td", "th"]) if cell.find_parent("table") is table]


def _is_long(cell: Tag) -> bool:
    return len(cell.find_all(_TEXT)) >= BLOCKS_OF_A_PART and _words(cell) >= WORDS_OF_A_PART


def _words(element: Tag) -> int:
    return len(element.get_text(" ").split())
