"""The part of a web page that is the document: without scripts, menus and what only works in a browser."""

from bs4 import BeautifulSoup, Tag

_LEFT_OUT = ["script", "style", "head", "nav", "template", "noscript", "svg", "iframe", "object", "audio", "video"]
# A page whose whole text stands in a form, as some systems build them, has more words there than a search box.
WORDS_OF_A_PAGE = 60


def main_part_of(source: bytes | str) -> Tag:
    """Return the main part of a page where it says which that is, else its one article, else all its body."""
    soup = BeautifulSoup(source, "lxml")
    for element in soup.find_all(_LEFT_OUT):
        element.decompose()
    _open_forms(soup)
    articles = soup.find_all("article")
    root = soup.find("main") or (articles[0] if len(articles) == 1 else None) or soup.body or soup
    return root if root.get_text(strip=True) else soup.body or soup


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
