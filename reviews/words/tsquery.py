"""What is meant → PostgreSQL's tsquery, as text to be cast: with lexemes in quotation marks, none is stemmed twice."""

from collections.abc import Iterable
from itertools import product

from reviews.words.meaning import Close, Either, Every, Lexeme, Meaning, Never, Run


def tsquery_of(meaning: Meaning) -> str:
    """Return the question as the text of a tsquery."""
    match meaning:
        case Run(places):
            return _run(places)
        case Close(left, right, distance):
            pairs = [pair for one, other in product(left, right) for pair in ((one, other), (other, one))]
            return _any(
                f"({_run(a.places)} <{step}> {_run(b.places)})" for a, b in pairs for step in range(1, distance + 1)
            )
        case Every(parts):
            return f"({' & '.join(tsquery_of(part) for part in parts)})"
        case Either(parts):
            return _any(tsquery_of(part) for part in parts)
        case Never(part):
            return f"!{tsquery_of(part)}"


def _run(places: tuple[frozenset[Lexeme], ...]) -> str:
    written = [_any(_lexeme(lexeme) for lexeme in sorted(place)) for place in places]
    return written[0] if len(written) == 1 else f"({' <-> '.join(written)})"


def _any(written: Iterable[str]) -> str:
    return f"({' | '.join(written)})"


def _lexeme(lexeme: Lexeme) -> str:
    quoted = lexeme.text.replace("\\", "\\\\").replace("'", "''")
    return f"'{quoted}':*" if lexeme.is_prefix else f"'{quoted}'"
