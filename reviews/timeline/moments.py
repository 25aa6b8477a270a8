"""What a timeline's picture shows of the events: each with the days that it may mean and the lanes it belongs to."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from reviews.models import Item

# So many agencies have a lane of their own; the others share one.
MOST_LANES = 7
OTHERS = "others"
NOBODY = "nobody"
NAMES = {OTHERS: "Other agencies", NOBODY: "No agency named"}
LONGEST_TITLE = 110


@dataclass(frozen=True)
class Moment:
    """One event: its first and last day, whether that is one day exactly, its lanes, and its words in short."""

    first: date
    last: date
    is_exact: bool
    lanes: tuple[str, ...]
    date_in_words: str
    words: str
    address: str
    episode: str = ""


@dataclass(frozen=True)
class Lane:
    """One lane: its key, its name, and how many events it has."""

    key: str
    name: str
    count: int


def moments_of(events: Iterable[Item], lanes: Sequence[Lane], *, page: str = "") -> list[Moment]:
    """Return the events that have days, in their order. `page` is the address of the page that lists them."""
    keys = {lane.key for lane in lanes}
    return [_moment(item, keys, page) for item in events if item.event.earliest or item.event.latest]


def lanes_of(events: Sequence[Item], names: Mapping[str, str]) -> list[Lane]:
    """Return the lanes, the fullest first; agencies beyond the first few share one, events of none have another.

    `names` are what the agencies are called by their keys; agencies without a name have no lane.
    """
    counts = Counter(key for item in events for key in set(item.event.agencies) & names.keys())
    own = [key for key, _ in counts.most_common(MOST_LANES)]
    others = sum(1 for item in events if _lanes(item, names, own) == (OTHERS,))
    nobody = sum(1 for item in events if not set(item.event.agencies) & names.keys())
    lanes = [Lane(key, names[key], counts[key]) for key in own]
    rest = [Lane(OTHERS, NAMES[OTHERS], others), Lane(NOBODY, NAMES[NOBODY], nobody)]
    return lanes + [lane for lane in rest if lane.count]


def lanes_of_item(item: Item, keys: Iterable[str]) -> tuple[str, ...]:
    """Return which of the lanes with these keys an event belongs to, in the order in which its words name them."""
    known = set(keys)
    own = tuple(key for key in dict.fromkeys(item.event.agencies) if key in known)
    if own:
        return own
    return (OTHERS,) if item.event.agencies and OTHERS in known else (NOBODY,)


def _lanes(item: Item, names: Mapping[str, str], own: Sequence[str]) -> tuple[str, ...]:
    named = [key for key in item.event.agencies if key in names]
    return tuple(key for key in named if key in own) or ((OTHERS,) if named else (NOBODY,))


def _moment(item: Item, keys: set[str], page: str) -> Moment:
    event = item.event
    first, last = event.earliest or event.latest, event.latest or event.earliest
    # The caller has asked.
    assert first is not None
    assert last is not None
    return Moment(
        first=first, last=last, is_exact=event.when.is_a_day, lanes=lanes_of_item(item, keys),
        date_in_words=event.printed_or_phrased, words=_shortened(item.text), address=f"{page}#{item.fragment}",
        episode=next((passage.heading for passage in item.passages.all() if passage.heading), ""),
    )  # fmt: skip


def _shortened(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= LONGEST_TITLE else f"{text[:LONGEST_TITLE].rpartition(' ')[0]} …"
