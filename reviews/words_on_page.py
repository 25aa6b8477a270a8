"""Where words stand: the passages of a document that hold them, with their page and rectangles."""

from dataclasses import dataclass, field

from reviews.models import Document, Item


@dataclass(frozen=True)
class Standing:
    """The page that words begin on, the rectangles of their passages, and these passages; empty where not found."""

    page: int | None = None
    boxes: list[list[float]] = field(default_factory=list)
    passages: list[Item] = field(default_factory=list)


def standing_of(words: str, document: Document, page: int | None = None) -> Standing:
    """Return where `words` stand, looked for from `page` on first; whatever breaks and spaces are between them."""
    wanted = _plain(words)
    passages = list(document.items.text_passages())
    first = next((place for place, one in enumerate(passages) if page and (one.page or 0) >= page), 0)
    found = _run(passages[first:], wanted) or _run(passages, wanted)
    if not found:
        return Standing(page)
    return Standing(found[0].page, [box for passage in found for box in passage.boxes], found)


def _run(passages: list[Item], wanted: str) -> list[Item]:
    """Return the first passages in a row that hold the words together."""
    texts = [_plain(f"{passage.label}{passage.text}") for passage in passages]
    for start, text in enumerate(texts):
        if wanted and wanted in text:
            return [passages[start]]
    for start, text in enumerate(texts):
        begins = _overlap(text, wanted)
        if not begins:
            continue
        held, end = text, start
        while len(held) < len(text) + len(wanted) and end + 1 < len(texts) and wanted not in held:
            end += 1
            held += texts[end]
        if wanted in held:
            return passages[start : end + 1]
    return []


def _overlap(text: str, wanted: str) -> int:
    """Return how many letters at the end of `text` the wanted words begin with; a few alone may be chance."""
    longest = min(len(text), len(wanted) - 1)
    return next((size for size in range(longest, 7, -1) if text.endswith(wanted[:size])), 0)


def _plain(text: str) -> str:
    return "".join(text.split()).casefold()
