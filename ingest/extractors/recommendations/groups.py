"""The heading or agency that each recommendation stands under, and who must act on it."""

import re
from collections.abc import Iterable, Sequence

from ingest.extractors.addressees import addressee_of, addressee_of_heading
from ingest.extractors.bodies import is_board, is_organisation
from ingest.extractors.items.drafts import Draft
from ingest.extractors.manuscript.heading_paths import REACH
from ingest.extractors.manuscript.heading_words import Subject
from ingest.extractors.manuscript.labels import ItemKind
from ingest.extractors.manuscript.sections import LEAD_LEVEL, subjects_of
from ingest.record import ExtractedRecommendation

# A heading that tells no list from another, as 8. RECOMMENDATIONS or Recommendations from the review
_BARE = re.compile(
    r"^(?:the )?(?:overview |final |summary of |key |main |list of )?recommendations?"
    r"(?: (?:from|of|arising from|made by) (?:this|the) (?:\w+ ){0,4}review)?$",
    re.IGNORECASE,
)
# A heading with its agency: Recommendations (Children's Social Care), or Recommendations: Police
_AGENCY_IN_TITLE = re.compile(
    r"^(?:\w+ ){0,2}recommendations?\s*(?:\(\s*(?P<brackets>[^()]+)\)|[:–—-]\s*(?P<after>.+))$", re.IGNORECASE
)

# "... by fathers. Outcome: All who put babies to bed have heard it.": what is hoped for, behind what is recommended
_OUTCOME = re.compile(
    r"(?<=[.;])\s+(?:(?:intended|expected|desired|improvement|anticipated(?: improvement)?) )?outcomes?\s*:\s.*$",
    re.IGNORECASE | re.DOTALL,
)
# Headings that are no name, though they stand among names
_NO_NAME = re.compile(r"\b(?:report|review|overview|summary|recommend|findings?|learning)", re.IGNORECASE)
# Where so much of the headings name bodies, the others do too: a charity, a firm.
BODIES_AMONG = 0.6


def grouped(found: Iterable[Draft]) -> tuple[ExtractedRecommendation, ...]:
    """Return the recommendations with group and addressee. One bare list under "Recommendations" has no group."""
    drafts = list(found)
    groups = [_group_of(draft) for draft in drafts]
    is_one_bare_list = len(set(groups)) == 1 and bool(groups[0]) and bool(_BARE.match(groups[0] or ""))
    names = _names_among(drafts)
    return tuple(
        _recommendation(draft, None if is_one_bare_list else group, _addressee(draft, names))
        for draft, group in zip(drafts, groups, strict=True)
    )


def _group_of(draft: Draft) -> str | None:
    """Return the words of the nearest heading or line that the item stands under, its number left out."""
    section = draft.section
    if draft.group:
        return _tidy(draft.group)
    if section.below:
        return _tidy(section.below[-1].text)
    if section.heading is None:
        return None
    is_reach = bool(REACH.match(section.heading.text.strip(" :")))
    if (
        section.heading.level == LEAD_LEVEL
        and section.above
        and not is_reach
        and not section.holds(Subject.CONSIDERATIONS)
    ):
        return _tidy(section.above[-1].text)
    return _tidy(section.heading.text)


def _tidy(heading: str) -> str:
    """Return a heading as a group's name: "Recommendations (General Practitioners)" → "General Practitioners"."""
    heading = re.sub(r"^\d+(?:\.\d+)*\.?\s+", "", heading.strip(" :"))
    if found := _AGENCY_IN_TITLE.match(heading):
        return (found["brackets"] or found["after"]).strip(" :()")
    return heading


def _recommendation(draft: Draft, group: str | None, addressee: str | None) -> ExtractedRecommendation:
    return ExtractedRecommendation(
        text=_OUTCOME.sub("", draft.text),
        label=draft.label,
        group=group,
        addressee=addressee,
        place=draft.place,
        confidence=round(draft.confidence - (0.2 if draft.is_uncertain else 0), 2),
        doubt=draft.doubt or ("read from interleaved lines" if draft.is_uncertain else ""),
    )


def _addressee(draft: Draft, names: frozenset[str]) -> str | None:
    """Return who must act: the body that the words name, or the nearest heading's where they name only its staff."""
    named = None if draft.kind is ItemKind.CONSIDERATION else addressee_of(draft.text)
    headings = _headings_upwards(draft)
    bodies = [addressee_of_heading(heading) or (heading if heading in names else None) for heading in headings]
    nearest = bodies[0] if bodies else None
    if named and (nearest is None or is_organisation(named) or is_board(nearest)):
        return named
    return draft.addressee or next(filter(None, bodies), None)


def _names_among(drafts: Sequence[Draft]) -> frozenset[str]:
    """Return the headings that part the recommendations by body, those too that no word tells for a body's name."""
    own = (_own_heading(draft) for draft in drafts)
    headings = dict.fromkeys(name for name in own if name and not REACH.match(name) and not _NO_NAME.search(name))
    bodies = [name for name in headings if addressee_of_heading(name)]
    return frozenset(headings) if len(bodies) >= BODIES_AMONG * len(headings) else frozenset(bodies)


def _own_heading(draft: Draft) -> str | None:
    """Return the heading that the item stands under inside its section of recommendations."""
    return draft.group or (draft.section.below[-1].text if draft.section.below else None)


def _headings_upwards(draft: Draft) -> list[str]:
    """Return what the item stands under, nearest first, down from the heading of its section of recommendations."""
    section = draft.section
    above = [heading.text for heading in section.above[-1:] if section.holds(Subject.CONSIDERATIONS)]
    names = [draft.group or "", *(heading.text for heading in reversed(section.below))]
    own = [section.heading.text] if section.heading and subjects_of(section.heading.text) else []
    return [name for name in (*names, *own, *above) if name]
