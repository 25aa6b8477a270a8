"""Patterns that match whatever the case, several times as fast as re.IGNORECASE finds nothing.

Python's re passes over an alternative by its first letter only where case counts, and nearly every search of a report
finds nothing. So the pattern and the text are both put in lower case.
"""

import re
from dataclasses import dataclass

# A letter, or an escape such as \S, whose case means something else.
_LETTER = re.compile(r"\\.|[A-Z]")


@dataclass(frozen=True, slots=True)
class AnyCase:
    """A pattern for words in any case."""

    pattern: re.Pattern[str]

    def search(self, text: str) -> re.Match[str] | None:
        """Return where it matches first; the match's own words are in lower case."""
        return self.pattern.search(text.lower())

    def match(self, text: str) -> re.Match[str] | None:
        """Return whether and how it matches at the start; the match's own words are in lower case."""
        return self.pattern.match(text.lower())


def any_case(pattern: str) -> AnyCase:
    """Return a pattern that heeds no case."""
    return AnyCase(re.compile(_LETTER.sub(lambda one: one[0] if len(one[0]) > 1 else one[0].lower(), pattern)))
