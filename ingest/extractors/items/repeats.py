"""The same item twice in one document: in the summary and the report, after its finding and in the final list."""

import re
from collections import Counter
from collections.abc import Iterable

from ingest.extractors.items.drafts import Draft
from ingest.extractors.manuscript.heading_words import Subject
from ingest.extractors.manuscript.sections import subjects_of

# Two texts with this share of words in common say the same; a summary shortens, a final list mends a word.
SAME = 0.86
# Where one stands whole in the other, it must be this share of it.
SAME_SHORTENED = 0.6


def without_repeats(drafts: Iterable[Draft]) -> list[Draft]:
    """Return the items in their order, of those that say the same only the one that the report itself makes."""
    kept: list[Draft] = []
    bags: list[Counter[str]] = []
    for draft in drafts:
        bag = Counter(re.findall(r"[a-z0-9]+", draft.text.lower()))
        twin = next((i for i, other in enumerate(bags) if _is_same(bag, other) and _may_be_twins(draft, kept[i])), None)
        if twin is None:
            kept.append(draft)
            bags.append(bag)
        elif _rank(draft) > _rank(kept[twin]):
            kept[twin], bags[twin] = draft, bag
    return sorted(kept, key=lambda draft: draft.index)


def _is_same(bag: Counter[str], other: Counter[str]) -> bool:
    size, other_size = bag.total(), other.total()
    if not size or not other_size or min(size, other_size) / max(size, other_size) < SAME_SHORTENED:
        return False
    return 2 * (bag & other).total() / (size + other_size) >= SAME


def _may_be_twins(draft: Draft, other: Draft) -> bool:
    """Whether two that say the same can be one: two agencies may make the same recommendation, each in its own list."""
    if draft.section.heading is None or other.section.heading is None:
        return True
    is_same_list = draft.section.heading.index == other.section.heading.index
    groups = {draft.group or _lowest(draft), other.group or _lowest(other)}
    return (
        is_same_list or len(groups) < 2 or _is_in_summary(draft) != _is_in_summary(other) or draft.label == other.label
    )


def _lowest(draft: Draft) -> str | None:
    return draft.section.below[-1].text if draft.section.below else None


def _rank(draft: Draft) -> tuple[bool, bool, bool, int]:
    """Return how good a witness an item is: outside the summary, labelled, in words, and with the fuller text."""
    return (
        not _is_in_summary(draft),
        draft.label is not None,
        bool(re.search(r"[A-Za-z]{3}", draft.label or "")),
        len(draft.text),
    )


def _is_in_summary(draft: Draft) -> bool:
    section = draft.section
    headings = (*section.above, *((section.heading,) if section.heading else ()))
    return any(Subject.SUMMARY in subjects_of(heading.text) for heading in headings)
