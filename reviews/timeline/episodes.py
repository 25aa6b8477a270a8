"""The episodes that a review itself tells its story in: sections whose headings hold several events, or call
themselves episodes.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from reviews.timeline.moments import Moment

SEPARATOR = "›"
LEAST_EVENTS = 3
MOST_EPISODES = 8
LONGEST_NAME = 90
SHORT_NAME = 34
# An episode may lie so far within another's time, as a share of the shorter one.
MOST_SHARED = 0.4
SAYS_SO = re.compile(r"^(key )?(practice )?(episode|phase)\b", re.IGNORECASE)
# A heading that is a year, a month or both says no more than the axis does.
ONLY_A_DATE = re.compile(r"^[\W\d]*((january|february|march|april|may|june|july|august|september|october|november"
                         r"|december)[\W\d]*)*$", re.IGNORECASE)  # fmt: skip
# Sections that argue rather than tell, and those about the whole.
NO_EPISODE = re.compile(r"\?$|^(what happened|narrative|chronology|timeline|introduction|analysis|conclusion|findings?"
                        r"|recommendation|the learning|learning|summary|about this review|executive summary)\b",
                        re.IGNORECASE)  # fmt: skip
# What stands under one of these argues, whatever it is called itself.
ARGUES = re.compile(r"^(analysis|findings?|learning|conclusions?|recommendations?|good practice|what (we|the review) )",
                    re.IGNORECASE)  # fmt: skip


@dataclass(frozen=True)
class Episode:
    """One episode: its heading's own words and the days from its first event to its last."""

    name: str
    first: date
    last: date
    count: int

    @property
    def short_name(self) -> str:
        """Its name, cut after a word where it is long."""
        if len(self.name) <= SHORT_NAME:
            return self.name
        return f"{self.name[:SHORT_NAME].rpartition(' ')[0].rstrip(' ,:;–-')} …"


def episodes_of(moments: Sequence[Moment]) -> list[Episode]:
    """Return the episodes in their order; those with most events win where several tell of one time."""
    by_heading: dict[str, list[Moment]] = {}
    for moment in moments:
        by_heading.setdefault(moment.episode, []).append(moment)
    found = [_episode(heading, told) for heading, told in by_heading.items() if _is_episode(heading, told)]
    chosen: list[Episode] = []
    for episode in sorted(found, key=lambda one: -one.count):
        if all(_shared(episode, other) <= MOST_SHARED for other in chosen):
            chosen.append(episode)
    return sorted(chosen[:MOST_EPISODES], key=lambda one: (one.first, one.last))


def _episode(heading: str, told: Sequence[Moment]) -> Episode:
    return Episode(_name(heading), min(one.first for one in told), max(one.last for one in told), len(told))


def _name(heading: str) -> str:
    return heading.rpartition(SEPARATOR)[2].strip().rstrip(":.")


def _is_episode(heading: str, told: Sequence[Moment]) -> bool:
    name = _name(heading)
    if SAYS_SO.match(name):
        return True
    if any(ARGUES.match(above.strip()) for above in heading.split(SEPARATOR)[:-1]):
        return False
    tells = len(told) >= LEAST_EVENTS and 0 < len(name) <= LONGEST_NAME
    return tells and not NO_EPISODE.search(name) and not ONLY_A_DATE.match(name)


def _shared(one: Episode, other: Episode) -> float:
    days = (min(one.last, other.last) - max(one.first, other.first)).days + 1
    shorter = min((one.last - one.first).days, (other.last - other.first).days) + 1
    return max(days, 0) / shorter
