"""What a web page is called: the words of its title element, which a browser shows above the page."""

import html
import re

from ingest.scraped.decoding import decode

# A page's title stands in its first part.
BEGINNING = 20_000
_TITLE = re.compile(r"<title\b[^>]*>(?P<title>[^<]*)</title>", re.IGNORECASE)


def titles_of(source: bytes) -> tuple[str, ...]:
    """Return the page's title, nothing where it has none."""
    match = _TITLE.search(decode(source[:BEGINNING]))
    title = " ".join(html.unescape(match["title"]).split()) if match else ""
    return (title,) if title else ()
