"""The language in which the codebook writes its cues.

    neglect*                       a word with any ending; without the star: the word, its plural and possessive
    CME                            in capitals: only in capitals
    (case|file) closed             one of several words or phrases
    basic (care)? need             ... or none of them;   (the|their|a)* home   ... or any number of them
    referral .. rejected           up to five words between, within one sentence;   ...   up to twelve
    -(drug|alcohol) abuse          not where one of these words comes just before

Hyphens, dashes, slashes and commas between words count for nothing, so that "step-down" is found by "step down".
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

SHORT_GAP, LONG_GAP = 5, 12
# What may stand between two words of one phrase: anything but a word or the end of a sentence.
BETWEEN_WORDS = r"[^\w.!?;:]+"
PIECE = re.compile(r"\)[?*]?|[(|]|\.{2,3}(?=\s)|[^\s()|]+")
NOT_AFTER = re.compile(r"-\(([^()]*)\)\s*|-(\w+)\s+")
CONSONANT_Y = re.compile(r"[^aeiou]y$")


@dataclass(frozen=True, slots=True)
class Element:
    """A word, a gap, or a group of phrases of which one stands here ("?": or none, "*": or any number)."""

    word: str = ""
    gap: int = 0
    options: "tuple[Phrase, ...]" = ()
    how: str = ""


Phrase = tuple[Element, ...]


def parsed(written: str) -> tuple[Phrase, frozenset[str]]:
    """Return the phrase that is `written` and the words that must not come before it, in lower case.

    Raises ValueError where it is not in the language of cues.
    """
    opening = NOT_AFTER.match(written)
    words = (opening[1] or opening[2]).lower().split("|") if opening else []
    pieces = PIECE.findall(written[opening.end() :] if opening else written)
    options, end = _options(pieces, 0, written)
    phrase = options[0]
    if end != len(pieces) or len(options) > 1 or phrase[0].gap or phrase[-1].gap:
        raise ValueError(f"not a cue: {written!r}")
    return phrase, frozenset(words)


def _options(pieces: Sequence[str], place: int, written: str) -> tuple[tuple[Phrase, ...], int]:
    """Return the phrases from `place` on, parted by bars, and where their group, or the cue, ends."""
    options: list[list[Element]] = [[]]
    while place < len(pieces) and not pieces[place].startswith(")"):
        piece = pieces[place]
        place += 1
        if piece == "(":
            inner, place = _options(pieces, place, written)
            if place == len(pieces):
                raise ValueError(f"a bracket is not closed: {written!r}")
            options[-1].append(Element(options=inner, how=pieces[place][1:]))
            place += 1
        elif piece == "|":
            options.append([])
        else:
            options[-1].append(Element(gap=len(piece)) if piece in ("..", "...") else Element(word=piece))
    if not all(options):
        raise ValueError(f"an empty phrase: {written!r}")
    return tuple(tuple(option) for option in options), place


def expression(phrase: Phrase) -> str:
    """Return the regular expression of a phrase, each element with what parts it from the one before."""
    parts: list[str] = []
    parted = True
    for element in phrase:
        if element.gap:
            most = SHORT_GAP if element.gap == len("..") else LONG_GAP
            parts.append(rf"(?:{BETWEEN_WORDS}[\w']+){{0,{most}}}?{BETWEEN_WORDS}")
            parted = True
        elif element.how:
            # Words that may be absent bring their own space: after them at the beginning, else before them.
            body = f"{_body(element)}{BETWEEN_WORDS}" if parted else f"{BETWEEN_WORDS}{_body(element)}"
            parts.append(f"(?:{body}){element.how}")
        else:
            parts.append(_body(element) if parted else BETWEEN_WORDS + _body(element))
            parted = False
    return "".join(parts)


def _body(element: Element) -> str:
    if element.word:
        return _word(element.word)
    return "(?:" + "|".join(expression(option) for option in element.options) + ")"


def _word(word: str) -> str:
    """Return the expression for one word: with any ending, exact capitals, or plural and possessive."""
    if word.endswith("*"):
        return rf"(?i:{re.escape(word[:-1])}[\w']*)"
    if is_in_capitals(word):
        return rf"{re.escape(word)}(?:'?s)?(?!\w)"
    stem, endings = re.escape(word), r"(?:'s|s'|es|s)?"
    if CONSONANT_Y.search(word):
        stem, endings = re.escape(word[:-1]), r"(?:y's|y|ies'|ies)"
    return rf"(?i:{stem}{endings})(?![\w'])"


# So many letters of a word tell it apart from most others.
BEGINNING = 4


def needed_beginnings(phrase: Phrase) -> frozenset[str]:
    """Return beginnings of words, in lower case, one of which any text has in which the phrase stands.

    They are those of a word after the first, which says more of a text than the first; empty where the phrase has no
    such word of enough letters.
    """
    following = [element for element in phrase if not (element.gap or element.how)][1:]
    needed = [beginnings for element in following if (beginnings := _beginnings(element))]
    return min(needed, key=len, default=frozenset())


def _beginnings(element: Element) -> frozenset[str]:
    """Return the beginnings of which an element has one; empty where it may do without."""
    if element.word:
        stem = re.sub(r"\*$|(?<=[^aeiou])y$", "", element.word.lower())[:BEGINNING]
        return frozenset({stem}) if len(stem) == BEGINNING and stem.isalnum() else frozenset()
    options = [_beginnings_of_one(option) for option in element.options]
    return frozenset().union(*options) if all(options) else frozenset()


def _beginnings_of_one(phrase: Phrase) -> frozenset[str]:
    """Return the beginnings of the first word of a phrase that tells something; empty where none does."""
    elements = (element for element in phrase if not (element.gap or element.how))
    return next((beginnings for element in elements if (beginnings := _beginnings(element))), frozenset())


def is_in_capitals(word: str) -> bool:
    """Say whether a word of a cue is an abbreviation, which only capitals match."""
    return len(word) > 1 and word.isupper()


def first_words(phrase: Phrase) -> Iterator[str]:
    """Yield the words, as written, with which a phrase may begin."""
    for element in phrase:
        if element.word:
            yield element.word
        for option in element.options:
            yield from first_words(option)
        if not element.how:
            return


def forms(word: str) -> tuple[str, ...]:
    """Return the forms that a plain word of a cue matches, in lower case, without the possessive."""
    lower = word.lower()
    if CONSONANT_Y.search(lower):
        return lower, f"{lower[:-1]}ies"
    return lower, f"{lower}s", f"{lower}es"
