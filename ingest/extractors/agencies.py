"""From a printed addressee or heading to the kinds of agency that it names, whatever a decade called them."""

import re
from collections.abc import Sequence
from functools import lru_cache

from ingest.extractors.themes.cues import CueIndex, Hit, cue, folded
from reviews.register import AgencyEntry
from reviews.register import agencies as register

EXACT, GENERAL = 1.0, 0.5
# What parts two bodies. "Head of Housing, the Council" is one, "the Council, the hospitals" are two.
PARTS_BEFORE = re.compile(r"[;/&\n]|\band\b")
PARTS_AFTER = re.compile(r"[;/&,\n]|\band\b")


def agencies_of(printed: str, among: Sequence[AgencyEntry] | None = None) -> tuple[str, ...]:
    """Return the keys of the agencies that `printed` names, in its order; none where it names none.

    Of names that overlap the longest counts ("Safeguarding Adults Board" is no "Board"). A general name beside an
    exact one is the body that this is a part of ("the Council's Housing Department") and is left out; what is joined
    by "and" is another. `among` is the register unless another is given.
    """
    text = folded(printed)
    hits: list[Hit] = []
    index = _index(tuple(among)) if among is not None else _index_of_register()
    for hit in sorted(index.hits(text), key=lambda hit: (hit.start - hit.end, -hit.cue.weight)):
        if not any(other.start < hit.end and hit.start < other.end for other in hits):
            hits.append(hit)
    hits.sort(key=lambda hit: hit.start)
    return tuple(dict.fromkeys(hit.cue.theme for hit in hits if not _is_part_of_a_name(printed, hit, hits)))


def _is_part_of_a_name(text: str, hit: Hit, hits: Sequence[Hit]) -> bool:
    """Say whether a general name only says whose the exact one beside it is."""
    if hit.cue.weight == EXACT:
        return False
    place = hits.index(hit)
    before, after = hits[place - 1 : place] if place else [], hits[place + 1 : place + 2]
    return any(
        other.cue.weight == EXACT and not PARTS_BEFORE.search(text[other.end : hit.start]) for other in before
    ) or any(other.cue.weight == EXACT and not PARTS_AFTER.search(text[hit.end : other.start]) for other in after)


def agency_of(printed: str, among: Sequence[AgencyEntry] | None = None) -> str | None:
    """Return the key of the agency that `printed` names first, or None."""
    return next(iter(agencies_of(printed, among)), None)


@lru_cache(maxsize=1)
def _index_of_register() -> CueIndex:
    return _index(register())


@lru_cache(maxsize=2)
def _index(among: tuple[AgencyEntry, ...]) -> CueIndex:
    exact = [cue(agency.key, alias, EXACT) for agency in among for alias in (*agency.aliases, agency.name)]
    general = [cue(agency.key, alias, GENERAL) for agency in among for alias in agency.general_aliases]
    return CueIndex.of([*exact, *general])
