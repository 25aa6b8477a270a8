"""Where a result leads: to its paragraph in the text and to the picture of its page, with the words that were asked."""

from urllib.parse import urlencode, urlsplit

from reviews.models import Item


def text_address(item: Item, words: str) -> str:
    """Return the address of the paragraph that an item is, or is drawn from, where `words` will be marked."""
    passages = item.passages.all()
    return with_words((passages[0] if passages else item).place_in(item.review), words)


def source_address(item: Item, words: str) -> str:
    """Return the address of the picture of an item's page, where `words` will be lit; else that of its paragraph."""
    return with_words(item.source_address, words)


def with_words(address: str, words: str) -> str:
    """Return the address with the words to mark."""
    if not words:
        return address
    parts = urlsplit(address)
    query = "&".join(filter(None, [parts.query, urlencode({"q": words})]))
    return parts._replace(query=query).geturl()
