"""Themes: which of the codebook's themes an item is about, and which a whole review is about.

A cue of a theme is enough to tag an item, two weak ones are, and a heading counts half. What stands in a template
(`guards`) or is denied (`negation`) is no cue. A long paragraph needs more than one passing word. Each mention
keeps the words that are its evidence and says whether they speak of a gap or of good practice (`valence`).
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from ingest.extractors.themes.cues import Cue, CueIndex, Hit, cue, folded
from ingest.extractors.themes.guards import EVERY_THEME, GENERAL_GUARDS, unguarded
from ingest.extractors.themes.negation import is_denied
from ingest.extractors.themes.valence import valence_of
from ingest.record import ThemeMention
from reviews.codebook import CIRCUMSTANCE, Codebook

CUE_WEIGHT, WEAK_CUE_WEIGHT = 1.0, 0.5
# A repeated cue adds this part of what it counted first.
REPEAT = 0.25
# A heading says what its items are about, its agency only who must act.
HEADING, GROUP = 0.5, 0.25
ENOUGH = 1.0
# Past this length a paragraph tells a story; one word in it is passing.
LONG_ITEM_WORDS = 150
WORDS_PER_FURTHER_CUE = 300
MOST_EVIDENCE = 4
EVIDENCE_BREAK = "; "
# What a review has found and recommends says more of it than the story it tells.
OF_ITEMS = 2 / 3
# One mention makes no theme of a whole review.
FEWEST_MENTIONS = 2


@dataclass(frozen=True, slots=True)
class Context:
    """What stands around an item: the headings above it, the agency that it is grouped under, and what it is."""

    headings: tuple[str, ...] = ()
    group: str | None = None
    kind: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class _Reader:
    """A codebook made ready for reading: its cues, its guards among them."""

    cues: CueIndex
    circumstances: frozenset[str]


# A worker meets a new codebook when an administrator changes a theme, and the old one no more.
@lru_cache(maxsize=2)
def _reader(codebook: Codebook) -> _Reader:
    cues: list[Cue] = []
    guards = [cue(EVERY_THEME, written, CUE_WEIGHT, is_guard=True) for written in GENERAL_GUARDS]
    for theme in codebook.themes:
        cues += [cue(theme.key, written, CUE_WEIGHT) for written in theme.cues]
        cues += [cue(theme.key, written, WEAK_CUE_WEIGHT) for written in theme.weak_cues]
        guards += [cue(theme.key, written, CUE_WEIGHT, is_guard=True) for written in theme.guards]
    circumstances = frozenset(theme.key for theme in codebook.themes if theme.about == CIRCUMSTANCE)
    return _Reader(CueIndex.of([*cues, *guards]), circumstances)


def mentions(text: str, codebook: Codebook, context: Context = Context()) -> tuple[ThemeMention, ...]:
    """Return the themes that an item's `text` is about, the weightiest first."""
    reader = _reader(codebook)
    hits = _by_theme(_hits(text, reader))
    around = _weight_around(context, reader)
    needed = _needed(text)
    found = []
    for theme, own in hits.items():
        weight = _weight(own)
        if weight + min(around.get(theme, 0.0), weight) >= needed:
            found.append(
                ThemeMention(theme, round(weight, 2), valence_of(text, own, context.kind), _evidence(text, own))
            )
    return _weightiest_first(_with_parents(found, codebook), codebook)


def review_themes(
    items: Sequence[Sequence[ThemeMention]], passages: Iterable[str], codebook: Codebook
) -> tuple[ThemeMention, ...]:
    """Return the themes of a review as a whole, the most prominent first.

    `items` are the mentions of each of its findings and recommendations, `passages` its paragraphs. The weight of a
    theme is its prominence, 0 to 1: the share of the items that speak of it, and with half as much say of the passages.
    """
    told = [mentions(passage, codebook) for passage in passages]
    in_items, in_passages = _shares(items), _shares(told)
    supports: dict[str, list[ThemeMention]] = {}
    for mention in (mention for spoken in (*items, *told) for mention in spoken):
        supports.setdefault(mention.theme, []).append(mention)
    found = []
    for theme in codebook.themes:
        support = supports.get(theme.key, [])
        prominence = in_items.get(theme.key, 0.0) * OF_ITEMS + in_passages.get(theme.key, 0.0) * (1 - OF_ITEMS)
        if len(support) >= FEWEST_MENTIONS and prominence >= theme.share:
            found.append(_of_the_whole(support, prominence))
    return _weightiest_first(found, codebook)


def _shares(texts: Sequence[Sequence[ThemeMention]]) -> dict[str, float]:
    """Return for each theme the share of the texts that mention it."""
    numbers = Counter(theme for spoken in texts for theme in {mention.theme for mention in spoken})
    return {theme: number / len(texts) for theme, number in numbers.items()}


def _of_the_whole(support: Sequence[ThemeMention], prominence: float) -> ThemeMention:
    """Return one mention for all: what most of them say, with the words of the weightiest."""
    heaviest = sorted(support, key=lambda mention: -mention.weight)
    valence = Counter(mention.valence for mention in support).most_common(1)[0][0]
    words = dict.fromkeys(word for mention in heaviest for word in mention.evidence.split(EVIDENCE_BREAK))
    return ThemeMention(support[0].theme, round(prominence, 3), valence, _joined(words))


def _with_parents(found: Sequence[ThemeMention], codebook: Codebook) -> list[ThemeMention]:
    """Return what was found, and for each theme under another the other too: self-neglect is neglect."""
    every = {mention.theme: mention for mention in found}
    for mention in found:
        parent = codebook.theme(mention.theme).parent
        if parent:
            every.setdefault(parent, replace(mention, theme=parent))
    return list(every.values())


def _weightiest_first(found: Iterable[ThemeMention], codebook: Codebook) -> tuple[ThemeMention, ...]:
    order = {key: place for place, key in enumerate(codebook.keys)}
    return tuple(sorted(found, key=lambda mention: (-mention.weight, order[mention.theme])))


# A heading stands above many items, and an item is read by itself and again as a passage.
@lru_cache(maxsize=1024)
def _hits(text: str, reader: _Reader) -> tuple[Hit, ...]:
    """Return the cues of `text` that are neither guarded nor denied."""
    if not text:
        return ()
    plain = folded(text)
    found = reader.cues.hits(plain)
    guards = [hit for hit in found if hit.cue.is_guard]
    hits = unguarded((hit for hit in found if not hit.cue.is_guard), guards)
    denied = (is_denied(plain, hit, of_circumstance=hit.cue.theme in reader.circumstances) for hit in hits)
    return tuple(hit for hit, is_no_mention in zip(hits, denied, strict=True) if not is_no_mention)


def _by_theme(hits: Iterable[Hit]) -> dict[str, list[Hit]]:
    themes: dict[str, list[Hit]] = {}
    for hit in hits:
        themes.setdefault(hit.cue.theme, []).append(hit)
    return themes


def _weight(hits: Iterable[Hit]) -> float:
    """Return how much the cues say: each once in full, repeats a little."""
    seen: set[str] = set()
    weight = 0.0
    for hit in hits:
        weight += hit.cue.weight * (REPEAT if hit.cue.written in seen else 1.0)
        seen.add(hit.cue.written)
    return weight


def _weight_around(context: Context, reader: _Reader) -> dict[str, float]:
    weights: dict[str, float] = {}
    for text, part in [*((heading, HEADING) for heading in context.headings[-2:]), (context.group or "", GROUP)]:
        for theme, hits in _by_theme(_hits(text, reader)).items():
            weights[theme] = max(weights.get(theme, 0.0), part * min(_weight(hits), CUE_WEIGHT))
    return weights


def _needed(text: str) -> float:
    words = text.count(" ") + 1
    return ENOUGH + max(0, words - LONG_ITEM_WORDS) / WORDS_PER_FURTHER_CUE


def _evidence(text: str, hits: Sequence[Hit]) -> str:
    """Return the words of the cues as printed, those that count most first."""
    by_weight = sorted(hits, key=lambda hit: -hit.cue.weight)
    return _joined(" ".join(text[hit.start : hit.end].split()) for hit in by_weight)


def _joined(words: Iterable[str]) -> str:
    return EVIDENCE_BREAK.join(list(dict.fromkeys(words))[:MOST_EVIDENCE])
