"""What a pack shows to whoever looks: the one place where its entries meet the reviews.

Everything of a review passes `Review.objects.visible_to(viewer)` here; pages, links, slides and files read only what
comes out. That a pack is shared opens no review.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.conf import settings
from django.utils import timezone

from packs.bank import help_lines
from packs.content import (
    Citation,
    Event,
    PackContent,
    Part,
    Quotation,
    ReviewCard,
    Section,
    Source,
    Timeline,
)
from packs.language import advice_on, to_explain
from packs.legible import legible
from packs.models import EntryKind, Pack, PackEntry
from packs.pictures import picture_at
from packs.quoting import checksum, stands_in
from packs.sources import Sources, SourceState
from packs.to_scale import to_scale
from reviews.citations import cite, spot_of, work_of
from reviews.content_note import content_note
from reviews.facts import facts_of
from reviews.models import Item, Review

if TYPE_CHECKING:
    from reviews.models.review import Visitor

# On a card; the whole list stands on the review's page.
FACTS_ON_A_CARD = ("Kind of review", "Published by", "Published", "About", "Outcome", "Time looked at")
MOST_THEMES = 6
YEAR = re.compile(r"\b\d{4}\b")


@dataclass(frozen=True)
class Row:
    """An entry as its maker handles it: with what is shown of it, and what has become of its source."""

    entry: PackEntry
    part: Part
    state: SourceState


@dataclass(frozen=True)
class Shown:
    """A pack as one person sees it."""

    content: PackContent
    rows: tuple[Row, ...]

    @property
    def changed(self) -> tuple[Row, ...]:
        """What is no longer as it was taken."""
        return tuple(row for row in self.rows if row.state != SourceState.FINE)


def show(pack: Pack, viewer: "Visitor") -> Shown:
    """Return the pack as `viewer` may see it."""
    entries = list(pack.entries.with_sources().prefetch_related("item__passages"))
    sources = Sources.of(entries, viewer)
    rows = tuple(Row(entry, part_of(entry, sources, pack, viewer), sources.state_of(entry)) for entry in entries)
    return Shown(legible(_content(pack, rows, sources)), rows)


def part_of(entry: PackEntry, sources: Sources, pack: Pack, viewer: "Visitor") -> Part:
    """Return what is shown of one entry."""
    gone = sources.gone(entry)
    review = None if gone else sources.review_of(entry)
    timeline = _timeline(entry, sources, review) if entry.kind == EntryKind.TIMELINE and review else None
    return Part(
        key=entry.key, kind=entry.kind, title=entry.title, text=entry.text, note=entry.note, minutes=entry.minutes,
        content_note=entry.content_note, is_graphic=entry.is_graphic, is_reveal=entry.is_reveal, gone=gone,
        quotation=quotation_of(entry.item, entry.words, review) if entry.item and review else None,
        review=card_of(review) if entry.kind == EntryKind.REVIEW and review else None,
        timeline=timeline,
        picture=picture_at(entry.picture, viewer) if entry.kind == EntryKind.PICTURE else None,
        help_lines=help_lines(pack.nation) if entry.kind == EntryKind.HELP else (),
    )  # fmt: skip


def quotation_of(item: Item, words: str, review: Review) -> Quotation:
    """Return an item's words; all of them where those that were chosen no longer stand in it."""
    text = words if words and stands_in(words, item.text) else item.text
    spot = spot_of(item)
    return Quotation(
        text=text,
        item=item.full_name,
        kind=item.kind,
        review=review.display_name,
        citation=Citation(cite(item, work_of(review)), address_of(item)),
        page=spot.page,
        paragraph=spot.paragraph,
        who=item.recommendation.addressee if item.kind == "recommendation" else "",
        is_checked=item.is_checked,
        advice=advice_on(text),
    )


def card_of(review: Review) -> ReviewCard:
    """Return a review in a few lines."""
    people = list(review.people.all())
    facts = {fact.name: "; ".join(fact.values) for fact in facts_of(review, people, []) if fact.is_there}
    themes = [tagging.theme.label for tagging in review.taggings.all()]
    return ReviewCard(
        name=review.display_name,
        title=review.title,
        facts=tuple((name, facts[name]) for name in FACTS_ON_A_CARD if name in facts),
        describes=content_note(review, people),
        themes=tuple(dict.fromkeys(themes))[:MOST_THEMES],
        citation=citation_of(review),
    )


def citation_of(review: Review) -> Citation:
    """Return the citation of a review as a whole."""
    return Citation(work_of(review).reference, address_of(review))


def address_of(thing: Item | Review) -> str:
    """Return the full address of an item or a review on this site."""
    return f"{settings.SITE_URL}{thing.get_absolute_url()}"


def events_of(entry: PackEntry, events: Sequence[Item]) -> tuple[list[Item], int]:
    """Return the events that a timeline shows, and how many of them stand before the hidden ending."""
    wanted = set(entry.options.get("events", ()))
    chosen = [item for item in events if not wanted or item.anchor in wanted]
    hidden_from = entry.options.get("hidden_from", "")
    if not hidden_from:
        return chosen, len(chosen)
    anchors = [item.anchor for item in chosen]
    # The event at which the ending began may be gone since: then the last third waits.
    return chosen, anchors.index(hidden_from) if hidden_from in anchors else len(chosen) * 2 // 3


def date_of(item: Item) -> str:
    """Return an event's date as printed; as worked out where what is printed ("two days later") names no year."""
    printed = item.event.date_as_printed
    return printed if YEAR.search(printed) else item.event.when.phrase


def _timeline(entry: PackEntry, sources: Sources, review: Review) -> Timeline:
    chosen, shown = events_of(entry, sources.events.get(review.pk, ()))
    work = work_of(review)
    return Timeline(
        review=review.display_name,
        events=tuple(
            Event(
                date=date_of(item),
                text=item.text,
                citation=Citation(cite(item, work), address_of(item)),
                anchor=item.anchor,
                earliest=item.event.order[0].isoformat(),
                is_vague=not item.event.when.is_a_day,
            )
            for item in chosen
        ),
        citation=citation_of(review),
        shown=shown,
        is_checked=all(item.is_checked for item in chosen),
        scaled=to_scale(review, chosen[:shown] or chosen, sources.agencies),
    )


def _content(pack: Pack, rows: Sequence[Row], sources: Sources) -> PackContent:
    sections = tuple(_sections(rows))
    shown = [row for row in rows if row.state.is_shown]
    used = _used(shown, sources)
    reviews = [review for pk, review in sources.visible.items() if pk in used]
    return PackContent(
        name=pack.name,
        shape=pack.shape,
        shape_name=pack.get_shape_display(),
        audience=pack.audience,
        audience_name=pack.get_audience_display(),
        maker=str(pack.owner),
        made_on=f"{timezone.localtime():%-d %B %Y}",
        address=f"{settings.SITE_URL}{pack.get_absolute_url()}",
        sections=sections,
        sources=tuple(source_of(review, used[review.pk]) for review in reviews),
        explained=tuple((short, word.means) for short, word in to_explain(_texts(sections), pack.audience)),
        help_lines=help_lines(pack.nation),
        is_fictional=bool(reviews) and all(review.is_made_up for review in reviews),
        review_ids=tuple(sorted(used)),
        taken=_taken(shown, sources),
    )


def _sections(rows: Iterable[Row]) -> Iterable[Section]:
    """Yield the parts under their headings."""
    head: Part | None = None
    under: list[Part] = []
    for row in rows:
        if row.part.kind == EntryKind.SECTION:
            if head or under:
                yield _section(head, under)
            head, under = row.part, []
        else:
            under.append(row.part)
    if head or under:
        yield _section(head, under)


def _section(head: Part | None, parts: Sequence[Part]) -> Section:
    if head is None:
        return Section("", tuple(parts))
    return Section(head.title, tuple(parts), head.note, head.minutes, head.key, head.text)


def _used(shown: Iterable[Row], sources: Sources) -> dict[int, tuple[str, ...]]:
    """Return what is drawn from each review, by its id: "Finding 3, page 12"."""
    used: dict[int, list[str]] = {}
    for row in shown:
        review = sources.review_of(row.entry)
        if review is not None:
            name = row.part.quotation.place if row.part.quotation else EntryKind(row.part.kind).label
            used.setdefault(review.pk, []).append(name)
    return {pk: tuple(dict.fromkeys(names)) for pk, names in used.items()}


def source_of(review: Review, used_as: tuple[str, ...]) -> Source:
    """Return a review as the list of sources gives it."""
    return Source(
        name=review.display_name,
        title=review.title,
        kind=review.kind_name,
        partnership=review.partnership.name if review.partnership else review.partnership_as_printed,
        area=review.area,
        nation=review.get_nation_display() if review.nation else "",
        published=review.published_date.phrase if review.published_date else "",
        address=address_of(review),
        publisher="" if review.gone_from_source else review.source_url,
        citation=work_of(review).reference,
        used_as=used_as,
    )


def _taken(shown: Iterable[Row], sources: Sources) -> dict[str, str]:
    """Return the checksum of every item whose words are shown, by its anchor."""
    quoted = [row.entry.item for row in shown if row.entry.item]
    told = [
        item
        for row in shown
        if row.entry.kind == EntryKind.TIMELINE and row.entry.review_id
        for item in events_of(row.entry, sources.events.get(row.entry.review_id, ()))[0]
    ]
    return {item.anchor: checksum(item.text) for item in (*quoted, *told)}


def _texts(sections: Iterable[Section]) -> Iterable[str]:
    """Yield every text in which a short form may need explaining."""
    pick: tuple[Callable[[Part], Iterable[str]], ...] = (
        lambda part: (part.text,),
        lambda part: (part.quotation.text,) if part.quotation else (),
        lambda part: (event.text for event in part.timeline.events) if part.timeline else (),
    )
    for section in sections:
        for part in section.parts:
            for texts in pick:
                yield from texts(part)
