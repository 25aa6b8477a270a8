"""A question answered from reviews, to be put before a board: a page or two in which every sentence is a quotation.

By rule: what is quoted is chosen by packs.picking, what is counted by the search itself. What Crossread says beside the
quotations are headings and numbers, nothing else.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from django.utils import timezone
from django.utils.formats import date_format

from packs.exports.blocks import FICTIONAL, Block, Document
from packs.picking import Picked, pick
from packs.quoting import ENDS_A_SENTENCE, MOST_WORDS, shorten
from packs.showing import quotation_of, source_of
from reviews.addresses import absolute
from reviews.alike.reading import repetitions
from reviews.facets import label_of, labels_for
from reviews.forms import NOT_STATED
from reviews.in_words import said
from reviews.models import Item, Repeated, Review
from reviews.search import SearchParameters
from reviews.search.answer import Answer, answer, every_review

if TYPE_CHECKING:
    from reviews.models.review import Visitor

# With these the answer is two pages on paper.
FINDINGS, RECOMMENDATIONS, GOOD_PRACTICE = 4, 4, 2
MOST_ADDRESSEES, MOST_YEARS = 4, 12
# Of a longer text its first sentences are quoted.
LONGEST_QUOTATION = 340
HOW_TO_READ = (
    "What reviews found, what was recommended and good practice are quotations, each with its citation. Crossread "
    "wrote the headings and counted the numbers. It chose by rule, from as many reviews as it could."
)


@dataclass(frozen=True)
class Answered:
    """The answer as a document, and the search that it answers."""

    asked: SearchParameters
    document: Document
    is_empty: bool


def answer_for(asked: SearchParameters, user: "Visitor") -> Answered:
    """Return what the reviews that `user` may see say on what is asked."""
    found = answer(replace(asked, show="findings"), user)
    picked = _with_places(pick(asked, user))
    labels = labels_for(found)
    asks = "; ".join(said(found.asked, labels)) or "Everything that is here"
    blocks = [
        *([Block("small", FICTIONAL)] if _is_made_up(picked) else []),
        Block("small", HOW_TO_READ),
        *_numbers(found),
        *_findings(picked.findings),
        *_recommended(found, picked.recommendations, user),
        *_good_practice(picked.good_practice),
        *_not_covered(found, user),
        *_sources(picked),
    ]
    today = date_format(timezone.localdate(), "j F Y")
    document = Document(
        title="What reviews say",
        subtitle=f"{asks} · {today}",
        maker="Crossread",
        blocks=tuple(blocks),
        address=absolute(f"/packs/answer/?{asked.query()}"),
    )
    return Answered(asked, document, is_empty=not any((picked.findings, picked.recommendations, picked.good_practice)))


def _is_made_up(picked: Picked) -> bool:
    reviews = {item.review for item in (*picked.findings, *picked.recommendations, *picked.good_practice)}
    return bool(reviews) and all(review.is_made_up for review in reviews)


def quoted(text: str) -> str:
    """Return a text whole, or its first sentences where it is long; cut within a sentence it says so."""
    if len(text) <= LONGEST_QUOTATION:
        return " ".join(text.split())
    words = text.split()[:MOST_WORDS]
    ends = [place for place, word in enumerate(words, start=1) if ENDS_A_SENTENCE.search(word)]
    short = [place for place in ends if len(" ".join(words[:place])) <= LONGEST_QUOTATION]
    return shorten(text, " ".join(words[: short[-1] if short else ends[0] if ends else len(words)])) or text


def _with_places(picked: Picked) -> Picked:
    """Return the items that will be quoted, with the paragraphs that they are drawn from, in one go."""
    chosen = (
        picked.findings[:FINDINGS], picked.recommendations[:RECOMMENDATIONS], picked.good_practice[:GOOD_PRACTICE]
    )  # fmt: skip
    ids = [item.pk for items in chosen for item in items]
    rows = {item.pk: item for item in Item.objects.filter(pk__in=ids).with_details().with_places()}
    findings, recommendations, good = (tuple(rows[item.pk] for item in items) for items in chosen)
    return replace(picked, findings=findings, recommendations=recommendations, good_practice=good)


def _numbers(found: Answer) -> Iterator[Block]:
    """Yield how much answers, and since when."""
    counts = found.counts
    reviews = replace(found.asked, show="reviews")
    years = sorted(
        (int(year), number) for year, number in found.tally.of_values("year", reviews).items() if year != NOT_STATED
    )
    span = f"{years[0][0]} to {years[-1][0]}" if years else "not stated"
    yield Block("heading", "How often, and since when")
    yield Block(
        "table", "What answers", header=("What", "How many"),
        rows=(
            ("Reviews", str(counts["reviews"])), ("Findings", str(counts["findings"])),
            ("Recommendations", str(counts["recommendations"])), ("Published", span),
            ("By year", ", ".join(f"{year}: {number}" for year, number in years[-MOST_YEARS:]) or "not stated"),
        ),
    )  # fmt: skip


def _findings(items: Sequence[Item]) -> Iterator[Block]:
    yield Block("heading", "What reviews found")
    yield from _quotations(items, "No finding answers this.")


def _recommended(found: Answer, items: Sequence[Item], user: "Visitor") -> Iterator[Block]:
    """Yield what was recommended: to whom how often, then in the reviews' words, with how often each was made."""
    yield Block("heading", "What was recommended, and to whom")
    labels = labels_for(found)
    numbers = found.tally.of_values("addressee", replace(found.asked, show="recommendations"))
    most = sorted(numbers.items(), key=lambda one: (-one[1], one[0]))[:MOST_ADDRESSEES]
    if most:
        rows = tuple((label_of("addressee", key, labels), str(number)) for key, number in most)
        yield Block("table", "To whom recommendations were made", header=("For whom", "How many"), rows=rows)
    yield from _quotations(items, "No recommendation answers this.", _repetitions(items, user))


def _repetitions(items: Sequence[Item], user: "Visitor") -> dict[int, str]:
    groups = list(Repeated.objects.met_by(user).filter(items__in=items).distinct())
    return {item.pk: one.summary for one in repetitions(groups, user) for item in one.items}


def _good_practice(items: Sequence[Item]) -> Iterator[Block]:
    yield Block("heading", "Good practice")
    yield from _quotations(items, "No good practice answers this.")


def _quotations(items: Sequence[Item], nothing: str, notes: dict[int, str] | None = None) -> Iterator[Block]:
    if not items:
        yield Block("paragraph", nothing)
    for item in items:
        quotation = quotation_of(item, quoted(item.text), item.review)
        lines = (f"For {quotation.who}" if quotation.who else "", (notes or {}).get(item.pk, ""))
        yield Block(
            "quotation", quotation.text, lines=tuple(line for line in lines if line), citation=quotation.citation,
            is_unchecked=not quotation.is_checked,
        )  # fmt: skip


def _not_covered(found: Answer, user: "Visitor") -> Iterator[Block]:
    """Yield what these reviews cannot tell: how many are here, of which years, and what is missing among them."""
    everything = every_review(user)
    years = sorted(int(year) for year in everything.of_values("year") if year != NOT_STATED)
    here = everything.count
    lines = [f"{here} review{'' if here == 1 else 's'} here; {found.counts['reviews']} of them answer"]
    if years:
        lines.append(f"Years of publication here: {years[0]} to {years[-1]}")
        missing = [str(year) for year in range(years[0], years[-1]) if year not in years]
        lines += [f"Years without any review here: {', '.join(missing)}"] if missing else []
    lines.append(f"What is here by area, year and kind: {absolute('/coverage/')}")
    yield Block("heading", "What is not covered")
    yield Block("bullets", lines=tuple(lines))


def _sources(picked: Picked) -> Iterator[Block]:
    used: dict[Review, list[str]] = {}
    for item in (*picked.findings, *picked.recommendations, *picked.good_practice):
        used.setdefault(item.review, []).append(item.full_name)
    if used:
        yield Block("heading", "Sources")
    for review, names in used.items():
        yield Block("source", source=source_of(review, tuple(dict.fromkeys(names))))
