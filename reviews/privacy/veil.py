"""Putting something else in the place of hidden words. This module knows no Django."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

# What stands for hidden words, for eyes and ears alike.
MASK = "[hidden]"
APOSTROPHES = "[’'‘`´]"
HYPHENS = "[-‐‑–]"


@dataclass(frozen=True)
class Veil:
    """The words that are hidden in a review."""

    words: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.words)

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """What matches any of the words, in any case, whatever breaks and spaces are between them."""
        longest_first = sorted(self.words, key=len, reverse=True)
        return re.compile("|".join(pattern_of(words) for words in longest_first) or r"(?!)", re.IGNORECASE)

    def over(self, text: str) -> str:
        """Return the text with the mask in the place of hidden words."""
        return self.pattern.sub(MASK, text) if self.words else text

    def over_all(self, value: Any) -> Any:
        """Return text, or lists and dictionaries of texts, with the mask in the place of hidden words."""
        if isinstance(value, str):
            return self.over(value)
        if isinstance(value, list | tuple):
            return [self.over_all(one) for one in value]
        if isinstance(value, dict):
            return {key: self.over_all(one) for key, one in value.items()}
        return value

    def count(self, texts: Iterable[str]) -> int:
        """Return how often hidden words stand in the texts."""
        return sum(1 for text in texts for _ in self.pattern.finditer(text)) if self.words else 0


def pattern_of(words: str) -> str:
    """Return the pattern of a run of words; a word that is broken over two lines is known again."""
    letters = {"’": APOSTROPHES, "'": APOSTROPHES, "-": rf"{HYPHENS}\s*", "–": HYPHENS}
    parts = ["".join(letters.get(letter) or re.escape(letter) for letter in part) for part in words.split()]
    run = r"[\s ]+".join(parts)
    begins = r"(?<!\w)" if words[:1].isalnum() else ""
    ends = r"(?!\w)" if words[-1:].isalnum() else ""
    return f"{begins}{run}{ends}"
