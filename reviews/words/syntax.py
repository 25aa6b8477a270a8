"""The words in the search box → what they ask for: plain words, "phrases", OR, -not, negl*, NEAR. Nothing is an error.

Words beside each other must all be there. OR binds less than standing beside each other, as readers of
`missing education OR neglect` mean it; brackets gather. What makes no sense (a bracket without its twin, an OR at the
end) is passed over.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

# NEAR without a number: so many words on, about a line of text.
USUAL_DISTANCE = 10
LONGEST_DISTANCE = 50
# A star after fewer letters would mean half the dictionary; the letters are then taken as a word.
SHORTEST_PREFIX = 3
DEEPEST_BRACKETS = 8
QUOTES = str.maketrans("“”„‟«»", '""""""')

PIECE = re.compile(
    r"""
      (?P<minus> -(?=[^\s\-]) )
    | (?P<phrase> "[^"]*"? )
    | (?P<open> \( )
    | (?P<close> \) )
    | (?P<word> [^\s"()]+ )
    """,
    re.VERBOSE,
)
NEAR = re.compile(r"NEAR(?:/(\d{1,3}))?")
EITHER = {"OR", "or", "|"}
# A word between its punctuation, and the star that makes it the beginning of words.
BARE_WORD = re.compile(r"[\W_]*(?P<bare>.*?)(?P<star>\*?)[\W_]*", re.DOTALL)


@dataclass(frozen=True)
class Word:
    """A word as typed, without the punctuation around it, and where it stands in what was typed."""

    text: str
    is_prefix: bool
    start: int
    end: int


@dataclass(frozen=True)
class Phrase:
    """Words that must follow each other."""

    words: tuple[Word, ...]


@dataclass(frozen=True)
class Near:
    """Two words or phrases with at most so many words' distance between them, whichever comes first."""

    left: Word | Phrase
    right: Word | Phrase
    distance: int


@dataclass(frozen=True)
class AllOf:
    """What must all be there."""

    parts: tuple["Asked", ...]


@dataclass(frozen=True)
class AnyOf:
    """What must be there in part."""

    parts: tuple["Asked", ...]


@dataclass(frozen=True)
class Not:
    """What must not be there."""

    part: "Asked"


Asked: TypeAlias = Word | Phrase | Near | AllOf | AnyOf | Not


@dataclass(frozen=True)
class Token:
    """A piece of what was typed: its kind (word, phrase, minus, open, close, or, near) and what belongs to it."""

    kind: str
    words: tuple[Word, ...] = ()
    distance: int = 0


def parse(typed: str) -> Asked | None:
    """Return what the words ask for; None where they ask for nothing."""
    tokens = list(_within_depth(_tokens(typed.translate(QUOTES))))
    parts = []
    while tokens:
        part = _any_of(tokens)
        if part is not None:
            parts.append(part)
        if tokens:  # a closing bracket without its twin
            tokens.pop(0)
    return _joined(AllOf, parts)


def words_in(asked: Asked | None) -> Iterator[Word]:
    """Yield every word that is asked for or excluded, as it was typed."""
    match asked:
        case None:
            return
        case Word():
            yield asked
        case Phrase(words):
            yield from words
        case Near(left, right, _):
            yield from words_in(left)
            yield from words_in(right)
        case Not(part):
            yield from words_in(part)
        case AllOf(parts) | AnyOf(parts):
            for part in parts:
                yield from words_in(part)


def _tokens(typed: str) -> Iterator[Token]:
    for piece in PIECE.finditer(typed):
        kind, text = str(piece.lastgroup), piece.group()
        near = NEAR.fullmatch(text)
        if text in EITHER:
            yield Token("or")
        elif text == "NOT":
            yield Token("minus")
        elif near:
            yield Token("near", distance=min(max(int(near[1] or USUAL_DISTANCE), 1), LONGEST_DISTANCE))
        elif kind == "word" and text != "AND":
            yield from (Token("word", (word,)) for word in _words(text, piece.start()))
        elif kind == "phrase":
            yield Token("phrase", tuple(_words(text, piece.start())))
        elif kind in {"minus", "open", "close"}:
            yield Token(kind)


def _words(text: str, offset: int) -> Iterator[Word]:
    """Yield the words of a stretch without quotation marks, each with its place."""
    for found in re.finditer(r'[^\s"]+', text):
        bare = BARE_WORD.fullmatch(found.group())
        if bare is None or not bare["bare"]:
            continue
        start = offset + found.start() + bare.start("bare")
        is_prefix = bool(bare["star"]) and len(bare["bare"]) >= SHORTEST_PREFIX
        yield Word(bare["bare"], is_prefix, start, start + len(bare["bare"]))


def _within_depth(tokens: Iterator[Token]) -> Iterator[Token]:
    """Yield the tokens without brackets that are nested too deeply to be meant."""
    depth = 0
    for token in tokens:
        if token.kind == "open":
            depth += 1
        if token.kind not in {"open", "close"} or depth <= DEEPEST_BRACKETS:
            yield token
        if token.kind == "close":
            depth = max(depth - 1, 0)


def _any_of(tokens: list[Token]) -> Asked | None:
    parts = []
    while tokens and tokens[0].kind != "close":
        if tokens[0].kind == "or":
            tokens.pop(0)
            continue
        part = _all_of(tokens)
        if part is not None:
            parts.append(part)
    return _joined(AnyOf, parts)


def _all_of(tokens: list[Token]) -> Asked | None:
    parts: list[Asked] = []
    while tokens and tokens[0].kind not in {"or", "close"}:
        if tokens[0].kind == "near":
            distance = tokens.pop(0).distance
            _add_near(parts, _one(tokens), distance)
        else:
            part = _one(tokens)
            if part is not None:
                parts.append(part)
    return _joined(AllOf, parts)


def _add_near(parts: list[Asked], right: Asked | None, distance: int) -> None:
    """Tie what is right of NEAR to what is left of it; where one of them is no word or phrase, both must be there."""
    left = parts[-1] if parts else None
    if right is None:
        return
    if not isinstance(right, Word | Phrase):
        parts.append(right)
    elif isinstance(left, Near):  # a NEAR b NEAR c: each near the next
        parts.append(Near(left.right, right, distance))
    elif isinstance(left, Word | Phrase):
        parts[-1] = Near(left, right, distance)
    else:
        parts.append(right)


def _one(tokens: list[Token]) -> Asked | None:
    """Return the next word, phrase or bracket, without or with its minus; None where there is none."""
    if not tokens or tokens[0].kind in {"or", "near", "close"}:
        return None
    token = tokens.pop(0)
    if token.kind == "minus":
        part = _one(tokens)
        return Not(part) if part is not None else None
    if token.kind == "open":
        part = _any_of(tokens)
        if tokens:  # _any_of stops at a closing bracket only
            tokens.pop(0)
        return part
    if token.kind == "phrase":
        return Phrase(token.words) if token.words else None
    return token.words[0]


def _joined(kind: type[AllOf] | type[AnyOf], parts: list[Asked]) -> Asked | None:
    if len(parts) < 2:
        return parts[0] if parts else None
    return kind(tuple(parts))
