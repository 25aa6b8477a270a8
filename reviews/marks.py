"""Marking the words that a reader came with, in whatever text a page shows."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString

from reviews.search.question import lexemes_of, question_of
from reviews.snippets import marked
from reviews.words.hits import Span, hits, tokens_of
from reviews.words.meaning import Meaning


@dataclass(frozen=True)
class Marker:
    """Marks what `words` ask for in the texts that it was made for."""

    words: str
    meaning: Meaning
    lexemes: Mapping[str, Sequence[str]]

    def spans(self, text: str) -> list[Span]:
        """Return what is to be marked in a text."""
        return hits(tokens_of(text), self.lexemes, self.meaning)

    def marked(self, text: str, *, start: int = 0, end: int | None = None) -> SafeString:
        """Return a text, or a stretch of it, as HTML, with what was asked for in <mark>."""
        return marked(text, self.spans(text), start=start, end=end)


def marker_for(words: str, texts: Iterable[str]) -> Marker | None:
    """Return what marks the words in these texts; None where they ask for nothing. Asks at most three questions."""
    meaning = question_of(words).meaning if words else None
    if meaning is None:
        return None
    return Marker(words, meaning, lexemes_of(sorted({token.text for text in texts for token in tokens_of(text)})))
