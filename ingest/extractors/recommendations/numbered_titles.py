"""Recommendations whose number stands before their title: "1. Professional curiosity", and the text below it."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ingest.extractors.addressees import addressee_of_heading
from ingest.extractors.items.drafts import Draft
from ingest.extractors.manuscript.labels import clean_number
from ingest.outline import Heading

# One numbered heading may be any section; so many with one recommendation each are titles.
TITLES = 2


def with_numbers_of_titles(drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Yield the recommendations, those with the number of their title that are the only one under it."""
    below = Counter(title.index for draft in drafts if (title := _title_of(draft)) is not None)
    titles = {index for index, times in below.items() if times == 1}
    for draft in drafts:
        title = _title_of(draft)
        if title is not None and title.index in titles and draft.label is None and len(titles) >= TITLES:
            yield replace(draft, label=clean_number(title.number), doubt="")
        else:
            yield draft


def _title_of(draft: Draft) -> Heading | None:
    """Return the numbered heading inside the section of recommendations that an item stands under, no agency's."""
    heading = draft.section.below[-1] if draft.section.below else None
    if heading is None or heading.number is None or draft.group or addressee_of_heading(heading.text):
        return None
    return heading
