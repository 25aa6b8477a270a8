"""What to say of the language of a quotation: terms that the field now avoids, and short forms to explain."""

import re
from collections.abc import Iterable
from functools import cache

from packs.bank import Advice, Explained, explained_words, language_advice


def advice_on(text: str) -> tuple[tuple[str, Advice], ...]:
    """Return each avoided term as it stands in `text`, with the advice; one for each advice."""
    found = ((term_pattern(advice.terms).search(text), advice) for advice in language_advice())
    return tuple((match.group(), advice) for match, advice in found if match)


def to_explain(texts: Iterable[str], audience: str) -> tuple[tuple[str, Explained], ...]:
    """Return the short forms that occur in the texts and that this audience may not know, by their letters."""
    joined = "\n".join(texts)
    needed = (word for word in explained_words() if audience not in word.known_to)
    found = ((term_pattern(word.terms).search(joined), word) for word in needed)
    return tuple(sorted(((match.group(), word) for match, word in found if match), key=lambda one: one[0].lower()))


@cache
def term_pattern(terms: tuple[str, ...]) -> re.Pattern[str]:
    """Return what finds any of the terms as whole words; in any case but where the term has capitals."""
    return re.compile("|".join(_term(term) for term in sorted(terms, key=len, reverse=True)))


def _term(term: str) -> str:
    stem, any_ending = term.removesuffix("*"), term.endswith("*")
    spaced = r"\s+".join(re.escape(word) for word in stem.split())
    words = rf"(?<!\w){spaced}\w*" if any_ending else rf"(?<!\w){spaced}(?!\w)"
    return words if any(letter.isupper() for letter in stem) else f"(?i:{words})"
