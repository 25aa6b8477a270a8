"""The abstract that opens a review's page, in the form of the NSPCC repository's: what happened, learning,
recommendations, keywords. Each part is what a person wrote, or else is built from the record with its sources.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reviews.content_note import whom_it_is_about
from reviews.evidence import Source
from reviews.models import FindingKind, Item, Person, Review, Theme
from reviews.models.review_choices import Outcome

# The parts by the names under which a person's words are kept, in the order in which they stand.
PARTS = {
    "what_happened": "What happened",
    "learning": "Learning",
    "recommendations": "Recommendations",
    "keywords": "Keywords",
}
# So many findings and recommendations are named; the others are counted.
NAMED = 4
# A finding of more letters is told by its first sentence, or is cut.
LONGEST_LINE = 260
SENTENCE_END = re.compile(r"(?<=[.!?])[’”\"')]*\s+(?=[A-Z“‘\"'])")
# A full stop after one of these ends no sentence: "Dr. Jones", "No. 4", "e.g. a school".
NOT_AN_END = re.compile(r"\b(?:Dr|Mr|Mrs|Ms|St|No|Nos|para|pp?|e\.g|i\.e|etc|vs|[A-Z])\.$")


@dataclass(frozen=True)
class Line:
    """Words of the review and where they lead: to the page they stand on, or to the item that they are of."""

    words: str
    address: str
    name: str


@dataclass(frozen=True)
class Part:
    """One part: `written` by a person, or else `sentence` in our words and `lines` in the review's.

    `left_out` is how many more items there are than `lines`, which `address` leads to.
    """

    name: str
    title: str
    written: str = ""
    sentence: str = ""
    lines: tuple[Line, ...] = ()
    themes: tuple[Theme, ...] = ()
    left_out: int = 0
    address: str = ""

    @property
    def is_there(self) -> bool:
        """Whether it says anything."""
        return bool(self.written or self.sentence or self.lines or self.themes)

    @property
    def plain(self) -> str:
        """What it says without its sources, as a person would begin to edit it."""
        named = "; ".join(theme.label for theme in self.themes)
        return self.written or "\n".join(filter(None, [self.sentence, *(line.words for line in self.lines), named]))


def abstract_of(
    review: Review,
    people: Sequence[Person],
    sources: Mapping[str, Source],
    findings: Sequence[Item],
    recommendations: Sequence[Item],
    *,
    written: Mapping[str, str] | None = None,
) -> list[Part]:
    """Return the parts that say something; `written` is what people wrote, where it is not what the review has.

    The review's themes should be fetched with it.
    """
    learning = [item for item in findings if item.finding.kind != FindingKind.GOOD_PRACTICE]
    built = (
        _what_happened(review, people, sources.get("incident")),
        _of_items("learning", learning, "findings"),
        _of_items("recommendations", recommendations, "recommendations"),
        Part("keywords", PARTS["keywords"], themes=tuple(tagging.theme for tagging in review.taggings.all())),
    )
    words = review.abstract if written is None else written
    parts = (Part(part.name, part.title, words[part.name]) if words.get(part.name) else part for part in built)
    return [part for part in parts if part.is_there]


def _what_happened(review: Review, people: Sequence[Person], source: Source | None) -> Part:
    sentence = _sentence(review, people)
    lines = (Line(source.words, source.address, source.name),) if source else ()
    return Part("what_happened", PARTS["what_happened"], sentence=sentence, lines=lines)


def _sentence(review: Review, people: Sequence[Person]) -> str:
    """Return what the facts say in a sentence: "The death of a child in March 2020. The review looks at ..."."""
    whom = whom_it_is_about(people)
    what = {Outcome.DEATH.value: f"The death of {whom}", Outcome.SERIOUS_HARM.value: f"Serious harm to {whom}"}
    happened = what.get(review.outcome, f"Harm to {whom}" if people else "")
    if happened and review.incident_date:
        happened += f" ({review.incident_date.phrase})"
    looked_at = f"The review looks at {review.period_dates.phrase}" if review.period_dates else ""
    return " ".join(f"{one}." for one in (happened, looked_at) if one)


def _of_items(name: str, items: Sequence[Item], fragment: str) -> Part:
    lines = tuple(Line(first_words(item.text), f"#{item.fragment}", _place(item)) for item in items[:NAMED])
    return Part(name, PARTS[name], lines=lines, left_out=len(items) - len(lines), address=f"#{fragment}")


def _place(item: Item) -> str:
    """Return what a link to an item says; one without a number says its page, so that links differ."""
    return item.name if item.label or not item.page else f"{item.name}, page {item.page}"


def first_words(text: str) -> str:
    """Return a text whole where it is short, else its first sentence, cut after a word where that is long too."""
    text = " ".join(text.split())
    if len(text) <= LONGEST_LINE:
        return text
    first = _first_sentence(text)
    if len(first) <= LONGEST_LINE:
        return first
    return f"{first[:LONGEST_LINE].rpartition(' ')[0].rstrip(',;:–-')} …"


def _first_sentence(text: str) -> str:
    ends = (match.start() for match in SENTENCE_END.finditer(text))
    return next((text[:end] for end in ends if not NOT_AN_END.search(text[:end])), text)
