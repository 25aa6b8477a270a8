"""What is shown of a row that was found: its words around the hits, with the hits marked."""

from collections.abc import Iterable, Mapping, Sequence

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import Truncator

from reviews.models import Item
from reviews.search.question import Question, lexemes_of
from reviews.words.hits import Span, Token, hits, tokens_of
from reviews.words.meaning import Meaning

LONGEST_WORDS = 70
# Texts up to this length are shown whole.
SHORT_TEXT = 420
# Of a longer one, so many stretches of so many words around hits.
STRETCHES, WORDS_OF_STRETCH, WORDS_BEFORE = 2, 40, 12
BETWEEN = " … "


def snippets(items: Sequence[Item], question: Question) -> dict[int, SafeString]:
    """Return the snippet of each item by its id: around the hits where there are words, else its beginning."""
    if question.meaning is None:
        return {item.pk: mark_safe(escape(beginning(item.text))) for item in items}  # noqa: S308
    words = {item.pk: tokens_of(item.text) for item in items}
    lexemes = lexemes_in(words.values())
    return {item.pk: _snippet(item.text, words[item.pk], lexemes, question.meaning) for item in items}


def whole_texts(texts: Mapping[int, str], question: Question) -> dict[int, SafeString]:
    """Return each text whole, by the same key, with the hits marked."""
    if question.meaning is None:
        return {key: mark_safe(escape(text)) for key, text in texts.items()}  # noqa: S308
    words = {key: tokens_of(text) for key, text in texts.items()}
    lexemes = lexemes_in(words.values())
    return {key: marked(text, hits(words[key], lexemes, question.meaning)) for key, text in texts.items()}


def lexemes_in(texts: Iterable[Sequence[Token]]) -> dict[str, tuple[str, ...]]:
    """Return the lexemes of every word of the texts, in one query."""
    return lexemes_of(sorted({token.text for tokens in texts for token in tokens}))


def beginning(text: str) -> str:
    """Return a short text whole, of a long one its first words."""
    return text if len(text) <= SHORT_TEXT else Truncator(text).words(LONGEST_WORDS, truncate=" …")


def marked(text: str, spans: Iterable[Span], *, start: int = 0, end: int | None = None) -> SafeString:
    """Return the text, or the stretch from `start` to `end`, as HTML: everything escaped, only the hits in <mark>."""
    end = len(text) if end is None else end
    parts, at = [], start
    for span in spans:
        if start <= span.start and span.end <= end:
            parts += [escape(text[at : span.start]), "<mark>", escape(text[span.start : span.end]), "</mark>"]
            at = span.end
    return mark_safe("".join([*parts, escape(text[at:end])]))  # noqa: S308


def _snippet(text: str, tokens: Sequence[Token], lexemes: Mapping[str, Sequence[str]], meaning: Meaning) -> SafeString:
    spans = hits(tokens, lexemes, meaning)
    if len(text) <= SHORT_TEXT:
        return marked(text, spans)
    if not spans:  # the words stand in its heading or its number
        return mark_safe(escape(beginning(text)))  # noqa: S308
    stretches = _stretches(tokens, spans)
    shown = mark_safe(BETWEEN).join(marked(text, spans, start=one.start, end=one.end) for one in stretches)  # noqa: S308
    before = "… " if stretches[0].start > tokens[0].start else ""
    after = " …" if stretches[-1].end < tokens[-1].end else ""
    whole_end = len(text) if not after else stretches[-1].end
    tail = escape(text[stretches[-1].end : whole_end])
    return mark_safe(f"{before}{shown}{tail}{after}")  # noqa: S308


def _stretches(tokens: Sequence[Token], spans: Sequence[Span]) -> list[Span]:
    """Return the stretches to show, in order: those with the most hits, of the first where they have as many."""
    starts = [max(0, _token_at(tokens, span) - WORDS_BEFORE) for span in spans]
    chosen: list[int] = []
    by_hits = sorted(starts, key=lambda start: (-_hits_within(tokens, spans, start), start))
    for start in by_hits:
        if len(chosen) < STRETCHES and all(abs(start - other) >= WORDS_OF_STRETCH for other in chosen):
            chosen.append(start)
    return [
        Span(tokens[start].start, tokens[min(start + WORDS_OF_STRETCH, len(tokens)) - 1].end)
        for start in sorted(chosen)
    ]


def _token_at(tokens: Sequence[Token], span: Span) -> int:
    return next(place for place, token in enumerate(tokens) if token.end > span.start)


def _hits_within(tokens: Sequence[Token], spans: Sequence[Span], start: int) -> int:
    first, last = tokens[start].start, tokens[min(start + WORDS_OF_STRETCH, len(tokens)) - 1].end
    return sum(first <= span.start and span.end <= last for span in spans)
