"""What is asked for → what to look for: lexemes, with other forms and other names of what was asked.

A lexeme is a word as the database's dictionary stems it; `Lexicon` is what the dictionary said of the words.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from reviews.words.forms import other_forms
from reviews.words.syntax import AllOf, AnyOf, Asked, Near, Not, Phrase, Word, words_in


@dataclass(frozen=True)
class Reading:
    """What the dictionary says of a word: its lexemes in order, and whether it is too common to be searched alone.

    `plain` are its parts as they stand, in lower case without accents: what the beginning of a word is compared with.
    """

    lexemes: tuple[str, ...]
    is_common: bool = False
    plain: tuple[str, ...] = ()


Lexicon: TypeAlias = Mapping[str, Reading]


@dataclass(frozen=True, order=True)
class Lexeme:
    """One lexeme, or every lexeme that begins so."""

    text: str
    is_prefix: bool = False


@dataclass(frozen=True)
class Run:
    """Words that follow each other; at each place any one of some lexemes. One place is a single word."""

    places: tuple[frozenset[Lexeme], ...]


@dataclass(frozen=True)
class Close:
    """Any of the runs on one side within so many words of any on the other, whichever comes first."""

    left: tuple[Run, ...]
    right: tuple[Run, ...]
    distance: int


@dataclass(frozen=True)
class Every:
    """All of the parts."""

    parts: tuple["Meaning", ...]


@dataclass(frozen=True)
class Either:
    """Any of the parts."""

    parts: tuple["Meaning", ...]


@dataclass(frozen=True)
class Never:
    """What the part does not match."""

    part: "Meaning"


Meaning: TypeAlias = Run | Close | Every | Either | Never


@dataclass(frozen=True)
class SynonymGroup:
    """Terms that mean the same, each as words."""

    terms: tuple[str, ...]


@dataclass(frozen=True)
class Widening:
    """Words that were also looked for under other names: what was typed, and the other names."""

    typed: str
    also: tuple[str, ...]


@dataclass(frozen=True)
class Understood:
    """The meaning of what was asked, None where it has none; and what was widened by other names."""

    meaning: Meaning | None
    widened: tuple[Widening, ...] = ()


def spellings(word: str) -> tuple[str, ...]:
    """Return a word with its other forms: what the dictionary is asked about for it."""
    return (word, *sorted(other_forms(word)))


def words_to_look_up(asked: Asked | None) -> list[str]:
    """Return every word of the question, with other forms, each once."""
    return list(dict.fromkeys(form for word in words_in(asked) for form in spellings(word.text)))


def words_of_terms(groups: Iterable[SynonymGroup]) -> list[str]:
    """Return every word of the terms, with other forms, each once."""
    words = (word for group in groups for term in group.terms for word in term.split())
    return list(dict.fromkeys(form for word in words for form in spellings(word)))


def understand(asked: Asked | None, lexicon: Lexicon, groups: Sequence[SynonymGroup] = ()) -> Understood:
    """Return what is meant. `lexicon` has what `words_to_look_up` and `words_of_terms` name."""
    reader = _Reader(lexicon, tuple(_term_runs(lexicon, groups)))
    meaning = reader.meaning_of(asked) if asked is not None else None
    return Understood(meaning, tuple(dict.fromkeys(reader.widened)))


def wanted_runs(meaning: Meaning | None) -> Iterator[Run]:
    """Yield the runs that answer a question by being there: all but those that must not be."""
    match meaning:
        case Run():
            yield meaning
        case Close(left, right, _):
            yield from (*left, *right)
        case Every(parts) | Either(parts):
            for part in parts:
                yield from wanted_runs(part)


def every_lexeme(meaning: Meaning | None) -> set[Lexeme]:
    """Return all lexemes that matter, those that must not be there among them."""
    match meaning:
        case None:
            return set()
        case Never(part):
            return every_lexeme(part)
        case Every(parts) | Either(parts):
            return {lexeme for part in parts for lexeme in every_lexeme(part)}
        case _:
            return {lexeme for run in wanted_runs(meaning) for place in run.places for lexeme in place}


@dataclass(frozen=True)
class _Term:
    """A term of a synonym group as it is looked for, with the other terms of its group."""

    run: Run
    others: tuple[tuple[str, Run], ...]


def _term_runs(lexicon: Lexicon, groups: Iterable[SynonymGroup]) -> Iterator[_Term]:
    """Yield every term that is one or more words, the longest first."""
    terms = []
    for group in groups:
        runs = [(term, _run_of((word for word in term.split()), lexicon)) for term in group.terms]
        known = [(term, run) for term, run in runs if run is not None]
        for term, run in known:
            terms.append(_Term(run, tuple((name, other) for name, other in known if name != term and other != run)))
    yield from sorted(terms, key=lambda term: -len(term.run.places))


def _run_of(words: Iterable[str], lexicon: Lexicon) -> Run | None:
    places = tuple(place for word in words for place in _places(word, lexicon))
    return Run(places) if places else None


def _places(word: str, lexicon: Lexicon) -> list[frozenset[Lexeme]]:
    """Return the places of a word: one with its other forms, or one for each part of a word made of parts."""
    lexemes = lexicon[word].lexemes
    if len(lexemes) != 1:
        return [frozenset({Lexeme(lexeme)}) for lexeme in lexemes]
    readings = (lexicon[form].lexemes for form in spellings(word) if form in lexicon)
    return [frozenset(Lexeme(reading[0]) for reading in readings if len(reading) == 1)]


class _Reader:
    """Reads one question; keeps what it widened by other names."""

    def __init__(self, lexicon: Lexicon, terms: tuple[_Term, ...]) -> None:
        self.lexicon, self.terms = lexicon, terms
        self.widened: list[Widening] = []

    def meaning_of(self, asked: Asked) -> Meaning | None:
        """Return what a part of the question means; None where it means nothing."""
        match asked:
            case Word():
                return self._all_of((asked,))
            case Phrase(words):
                return self._run(words)
            case Near():
                return self._near(asked)
            case Not(part):
                return self._never(part)
            case AllOf(parts):
                return self._all_of(parts)
            case AnyOf(parts):
                return _joined(Either, (self.meaning_of(part) for part in parts))

    def _never(self, part: Asked) -> Meaning | None:
        """Return what must not be there, under any of its names; nothing is said of those."""
        widened = list(self.widened)
        meaning = self.meaning_of(part)
        self.widened = widened
        return Never(meaning) if meaning is not None else None

    def _all_of(self, parts: Sequence[Asked]) -> Meaning | None:
        """Return the meaning of parts beside each other; words that follow each other may be the name of something."""
        meanings, place = [], 0
        while place < len(parts):
            term, length = self._term_at(parts, place)
            if term is not None:
                meanings.append(self._widened(term, parts[place : place + length]))
            else:
                part = parts[place]
                meanings.append(self._word(part) if isinstance(part, Word) else self.meaning_of(part))
            place += length
        return _joined(Every, meanings)

    def _term_at(self, parts: Sequence[Asked], place: int) -> tuple[_Term | None, int]:
        """Return the longest term that the words from `place` on name, and how many words it takes; else None, 1."""
        for term in self.terms:
            wanted, taken = len(term.run.places), 0
            places: list[frozenset[Lexeme]] = []
            for part in parts[place:]:
                if len(places) >= wanted or not isinstance(part, Word) or part.is_prefix:
                    break
                places.extend(_places(part.text, self.lexicon))
                taken += 1
            same = len(places) == wanted and all(a & b for a, b in zip(places, term.run.places, strict=True))
            if same and places:
                return term, taken
        return None, 1

    def _widened(self, term: _Term, words: Sequence[Asked]) -> Meaning | None:
        """Return the words as typed, or any other name of the same thing."""
        typed = [word for word in words if isinstance(word, Word)]
        as_typed = _joined(Every, [self._word(word) for word in typed])
        if as_typed is None:  # only common words: they count as the name, not each for itself
            as_typed = _run_of((word.text for word in typed), self.lexicon)
        if term.others:
            self.widened.append(Widening(" ".join(word.text for word in typed), tuple(name for name, _ in term.others)))
        return _joined(Either, [as_typed, *(run for _, run in term.others)])

    def _word(self, word: Word) -> Run | None:
        """Return what to look for; nothing where the word is too common to be searched alone."""
        if self.lexicon[word.text].is_common and not word.is_prefix:
            return None
        return self._run((word,))

    def _run(self, words: Sequence[Word]) -> Run | None:
        places = tuple(place for word in words for place in self._places_of(word))
        return Run(places) if places else None

    def _places_of(self, word: Word) -> list[frozenset[Lexeme]]:
        if not word.is_prefix:
            return _places(word.text, self.lexicon)
        # The beginning as typed, or the very word: "children*" finds "child" too, whose lexeme does not begin so.
        places, plain = _places(word.text, self.lexicon), self.lexicon[word.text].plain
        return [*places[:-1], places[-1] | {Lexeme(plain[-1], is_prefix=True)}] if places else []

    def _near(self, near: Near) -> Meaning | None:
        left, right = self._names(near.left), self._names(near.right)
        if left and right:
            return Close(left, right, near.distance)
        return _joined(Every, [self.meaning_of(near.left), self.meaning_of(near.right)])

    def _names(self, part: Word | Phrase) -> tuple[Run, ...]:
        """Return the runs that stand for one side of NEAR: as typed, and for a plain word its other names."""
        run = self._run((part,) if isinstance(part, Word) else part.words)
        if run is None:
            return ()
        term, _ = self._term_at((part,), 0)
        return (run, *(other for _, other in term.others)) if term else (run,)


def _joined(kind: type[Every] | type[Either], parts: Iterable[Meaning | None]) -> Meaning | None:
    """Return the parts as one, each once; what means nothing is left out."""
    known = tuple(dict.fromkeys(part for part in parts if part is not None))
    if len(known) < 2:
        return known[0] if known else None
    return kind(known)
