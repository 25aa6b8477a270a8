"""How far the machine and people agree on themes, counted over the items that a person has checked.

Of each theme an item is a yes or a no of the machine, and a yes or a no of the person: confirmed is yes and yes,
rejected yes and no, added no and yes. Kappa is Cohen's: how much more they agree than chance would have it.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import QuerySet

from reviews.models import Item, Tagging, TaggingState, Theme

# What stands between the cues of one tagging's evidence.
BREAK = "; "


@dataclass(frozen=True)
class Agreement:
    """The four counts of one theme, and what follows of them; None where nothing was counted."""

    theme: Theme
    both: int
    machine_only: int
    person_only: int
    neither: int

    @property
    def decided(self) -> int:
        """How many items a machine or a person said have the theme."""
        return self.both + self.machine_only + self.person_only

    @property
    def precision(self) -> float | None:
        """The share of the machine's suggestions that people confirmed."""
        return _share(self.both, self.both + self.machine_only)

    @property
    def recall(self) -> float | None:
        """The share of what people say has the theme that the machine suggested."""
        return _share(self.both, self.both + self.person_only)

    @property
    def kappa(self) -> float | None:
        """Agreement beyond chance: 1 is all, 0 no more than by chance. None where chance alone would agree on all."""
        total = self.decided + self.neither
        if not total:
            return None
        machine, person = self.both + self.machine_only, self.both + self.person_only
        by_chance = (machine * person + (total - machine) * (total - person)) / total**2
        return None if by_chance == 1 else ((self.both + self.neither) / total - by_chance) / (1 - by_chance)


@dataclass(frozen=True)
class CueRecord:
    """Words that the machine went by, and how often a person said that it was right and wrong."""

    words: str
    right: int
    wrong: int


def agreements(themes: Iterable[Theme]) -> list[Agreement]:
    """Return the agreement on each theme, in the order given."""
    checked = Item.objects.current().checked().count()
    counts = Counter(
        (theme, state, bool(machine))
        for theme, state, machine in _decided().values_list("theme_id", "state", "machine_version")
    )
    return [_agreement(theme, counts, checked) for theme in themes]


def cues_of(theme: Theme) -> list[CueRecord]:
    """Return the words that the machine went by, those that went wrong most often first."""
    right: Counter[str] = Counter()
    wrong: Counter[str] = Counter()
    by_machine = _decided().filter(theme=theme).exclude(machine_version="")
    for evidence, state in by_machine.values_list("evidence", "state"):
        words = {one.strip().casefold() for one in evidence.split(BREAK) if one.strip()}
        (right if state == TaggingState.CONFIRMED else wrong).update(words)
    records = [CueRecord(words, right[words], wrong[words]) for words in right | wrong]
    return sorted(records, key=lambda record: (-record.wrong, -record.right, record.words))


def missed(theme: Theme) -> list[Tagging]:
    """Return what people added that the machine had not suggested, the last first."""
    added = _decided().filter(theme=theme, machine_version="", state=TaggingState.CONFIRMED)
    return list(added.select_related("item__review").order_by("-decided_at"))


def _decided() -> QuerySet[Tagging]:
    """Return the taggings of checked items that a person has decided on."""
    return Tagging.objects.filter(item__in=Item.objects.current().checked()).exclude(state=TaggingState.SUGGESTED)


def _agreement(theme: Theme, counts: Counter[tuple[int, str, bool]], checked: int) -> Agreement:
    both = counts[theme.pk, TaggingState.CONFIRMED, True]
    machine_only = counts[theme.pk, TaggingState.REJECTED, True]
    person_only = counts[theme.pk, TaggingState.CONFIRMED, False]
    return Agreement(theme, both, machine_only, person_only, max(checked - both - machine_only - person_only, 0))


def _share(part: int, whole: int) -> float | None:
    return part / whole if whole else None
