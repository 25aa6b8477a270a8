"""Made-up reviews in any number: the facts that filters ask for, and items of every kind with made-up words.

Nothing in them is true or taken from anywhere; what is like real reviews is how often things occur.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from bench.vocabulary import Vocabulary, vocabulary, zipf

PASSAGES_OF_A_REVIEW = 400
# So many other items a review has, in the mean.
OTHERS = {"finding": 14, "recommendation": 10, "action": 12, "event": 30}
WORDS_OF_A_SENTENCE = (8, 26)
SENTENCES = {"passage": (1, 6), "finding": (1, 3), "recommendation": (1, 2), "action": (1, 2), "event": (1, 2)}

KINDS = ("scr", "lcspr", "cspr", "sar", "learning_review", "dhr", "rapid_review", "cpr", "thematic", "other")
REGIONS = (
    "north_west", "london", "west_midlands", "south_east", "yorkshire", "east", "south_west", "east_midlands",
    "north_east", "wales", "scotland", "northern_ireland",
)  # fmt: skip
NATIONS = {"wales": "wales", "scotland": "scotland", "northern_ireland": "northern_ireland"}
AGE_BANDS = ("under_1", "1_5", "11_15", "16_17", "6_10", "18_64", "unborn", "65_over", "not_stated", "")
PARTNERSHIPS = 150
AGENCIES = 28
THEMES = 35
FIRST_YEAR, YEARS = 2004, 22


@dataclass(frozen=True)
class MadeItem:
    """One item. `themes` and `agency` are numbers from 0; `valences` go with `themes`."""

    kind: str
    text: str
    label: str
    page: int
    themes: tuple[int, ...]
    valences: tuple[str, ...]
    is_checked: bool
    agency: int | None
    is_good_practice: bool


@dataclass(frozen=True)
class MadeReview:
    """One review with its items. `partnership`, `agencies` and `themes` are numbers from 0; years may not be stated."""

    number: int
    kind: str
    partnership: int
    year: int | None
    incident_year: int | None
    age_bands: tuple[str, ...]
    agencies: tuple[int, ...]
    themes: tuple[int, ...]
    items: tuple[MadeItem, ...]

    @property
    def region(self) -> str:
        """The region of its partnership."""
        return REGIONS[self.partnership % len(REGIONS)]

    @property
    def nation(self) -> str:
        """The nation of its partnership."""
        return NATIONS.get(self.region, "england")

    @property
    def area(self) -> str:
        """The area of its partnership."""
        return f"Area {self.partnership + 1}"


class Maker:
    """Draws reviews; the same for the same seed."""

    def __init__(self, seed: int = 1) -> None:
        self.chance = np.random.default_rng(seed)
        self.words: Vocabulary = vocabulary(seed)

    def reviews(self, passages: int) -> Iterator[MadeReview]:
        """Yield reviews until they have so many passages together."""
        left, number = passages, 0
        while left > 0:
            size = min(left, int(self.chance.integers(PASSAGES_OF_A_REVIEW // 4, PASSAGES_OF_A_REVIEW * 7 // 4)))
            yield self.review(number, size)
            left, number = left - size, number + 1

    def review(self, number: int, passages: int) -> MadeReview:
        """Return a review with so many passages and other items in proportion."""
        share = passages / PASSAGES_OF_A_REVIEW
        counts = {"passage": passages, **{kind: max(1, round(mean * share)) for kind, mean in OTHERS.items()}}
        year = FIRST_YEAR + int(self.chance.integers(0, YEARS))
        return MadeReview(
            number=number,
            kind=self.one_of(KINDS),
            partnership=self.number_below(PARTNERSHIPS),
            year=year if self.chance.random() < 0.95 else None,
            incident_year=year - int(self.chance.integers(1, 4)) if self.chance.random() < 0.7 else None,
            age_bands=tuple({self.one_of(AGE_BANDS) for _ in range(1 + (self.chance.random() < 0.2))}),
            agencies=self.some_below(AGENCIES, most=7),
            themes=self.some_below(THEMES, most=6),
            items=tuple(item for kind, count in counts.items() for item in self.items(kind, count)),
        )

    def items(self, kind: str, number: int) -> Iterator[MadeItem]:
        """Yield so many items of a kind."""
        texts = self.texts(number, *SENTENCES[kind])
        chances = self.chance.random((number, 4))
        for place, text in enumerate(texts):
            tagged, checked, good, addressed = chances[place]
            themes = self.some_below(THEMES, most=3) if tagged < (0.3 if kind == "passage" else 0.8) else ()
            yield MadeItem(
                kind, text,
                label=f"{1 + place // 20}.{1 + place % 20}",
                page=1 + place // 8,
                themes=themes,
                valences=tuple(self.one_of(("gap", "context", "good_practice")) for _ in themes),
                is_checked=bool(checked < 0.2),
                agency=self.number_below(AGENCIES) if kind == "recommendation" and addressed < 0.6 else None,
                is_good_practice=bool(good < 0.15),
            )  # fmt: skip

    def texts(self, number: int, fewest: int, most: int) -> list[str]:
        """Return so many texts of `fewest` to `most` sentences."""
        sentences = self.chance.integers(fewest, most + 1, number)
        lengths = self.chance.integers(*WORDS_OF_A_SENTENCE, int(sentences.sum()))
        words = self.words.drawn(int(lengths.sum()), self.chance)
        said = list(self._sentences(words, lengths))
        ends = np.cumsum(sentences)
        return [" ".join(said[end - count : end]) for end, count in zip(ends, sentences, strict=True)]

    def one_of(self, choices: Sequence[str]) -> str:
        """Return one of the choices, the first the most often."""
        return choices[self.number_below(len(choices))]

    def number_below(self, number: int) -> int:
        """Return a number from 0, small ones more often."""
        return int(np.searchsorted(_falling(number), self.chance.random(), side="right"))

    def some_below(self, number: int, *, most: int) -> tuple[int, ...]:
        """Return one to `most` different numbers."""
        return tuple({self.number_below(number) for _ in range(int(self.chance.integers(1, most + 1)))})

    @staticmethod
    def _sentences(words: NDArray[np.object_], lengths: NDArray[np.int64]) -> Iterator[str]:
        said, begin = words.tolist(), 0
        for length in lengths.tolist():
            sentence = " ".join(said[begin : begin + length])
            begin += length
            yield f"{sentence[0].upper()}{sentence[1:]}."


@cache
def _falling(number: int) -> NDArray[np.float64]:
    summed = np.cumsum(zipf(number, shift=2, slope=0.7))
    return np.asarray(summed / summed[-1])
