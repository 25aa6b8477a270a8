"""The part of a web page that is the document: without scripts, menus and what only works in a browser."""

import re

from bs4 import BeautifulSoup, Tag

_LEFT_OUT = ["script", "style", "head", "nav", "template", "noscript", "svg", "iframe", "object", "audio", "video"]
# A page whose whole text stands in a form, as some systems build them, has more words there than a search box.
WORDS_OF_A_PAGE = 60
# A list of so many links is a menu.
FEWEST_ITEMS = 3
_ROLES = ("navigation", "search", "contentinfo")
_OF_THE_SITE = re.compile(
    r"\b(?:breadcrumbs?|cookies?(?:-\w+)*|skip-?links?|nav|navbar|navigation|site-footer|pagination|share|social)\b"
)


def main_part_of(source: bytes | str) -> Tag:
    """Return the main part of a page where it says which that is, else its one article, else all its body."""
    soup = BeautifulSoup(source, "lxml")
    for element in soup.find_all(_LEFT_OUT):
        element.decompose()
    _open_forms(soup)
    parts = soup.find_all(["div", "section", "ul", "ol", "footer"])
    for element in [part for part in parts if _is_of_the_site(part)]:
        if not element.decomposed:
            element.decompose()
    articles = soup.find_all("article")
    root = soup.find("main") or (articles[0] if len(articles) == 1 else None) or soup.body or soup
    return root if root.get_text(strip=True) else soup.body or soup


def _is_of_the_site(element: Tag) -> bool:
    """Return whether an element is the site's and not the page's: a path, a notice on cookies, a menu."""
    if len(element.get_text(" ").split()) >= WORDS_OF_A_PAGE or element.find(["h1", "table"]):
        return False
    names = f"{element.get('class', '')} {element.get('id', '')}".casefold()
    if element.get("role") in _ROLES or _OF_THE_SITE.search(names):
        return True
    return element.name in ("ul", "ol") and _is_menu(element)


def _is_menu(listed: Tag) -> bool:
    """Return whether a list holds links to other pages and nothing else; links within the page are its contents."""
    items = listed.find_all("li")
    links = [item.find("a", href=True) for item in items]
    return len(items) >= FEWEST_ITEMS and all(
        isinstance(link, Tag)
        and not str(link["href"]).startswith("#")
        and link.get_text(strip=True) == item.get_text(strip=True)
        for item, link in zip(items, links, strict=True)
    )


def _open_forms(soup: BeautifulSoup) -> None:
    """Keep the text of forms and buttons that hold parts of the page; leave the others out."""
    for button in soup.find_all("button"):
        if button.find_parent(["h1", "h2", "h3", "h4", "h5", "h6", "summary"]) or button.has_attr("aria-expanded"):
            button.unwrap()
        else:
            button.decompose()
    for form in soup.find_all("form"):
        if len(form.get_text(" ").split()) >= WORDS_OF_A_PAGE:
            form.unwrap()
        else:
            form.decompose()
