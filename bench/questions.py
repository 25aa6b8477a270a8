"""What is asked of every engine: classes of question, each written once and put into each engine's own words."""

from dataclasses import dataclass

from bench.vocabulary import vocabulary

# The ranks of names, counted from the end of the field's words: some occur in dozens of passages, some in a few.
RANKS_OF_NAMES = (400, 2_000, 6_000, 15_000, 40_000)
DEEP_PAGE = 100


@dataclass(frozen=True)
class Asked:
    """One question. Of `words` all must be there; `theme` is a number from 0, `year` one of publication."""

    sort: str
    words: tuple[str, ...] = ()
    phrase: str = ""
    beginning: str = ""
    without: str = ""
    theme: int | None = None
    year: int | None = None
    kind: str = ""
    page: int = 1


def questions() -> list[Asked]:
    """Return the questions of every class."""
    return [
        *(Asked("a common word", (word,)) for word in ("child", "mother", "family", "school", "neglect")),
        *(Asked("a rare word", (word,)) for word in rare_words()),
        *(Asked("three words", tuple(words.split())) for words in (
            "school neglect attendance", "mother midwife assessment", "police referral threshold",
            "father alcohol housing", "nurse weight feeding")),
        *(Asked("a phrase", phrase=phrase) for phrase in (
            "child protection plan", "domestic abuse", "was not brought", "social worker", "strategy discussion")),
        *(Asked("the beginning of a word", beginning=word) for word in ("negl", "safeg", "assess", "med", "chil")),
        *(Asked("a word without another", (word,), without=other) for word, other in (
            ("neglect", "school"), ("child", "mother"), ("police", "hospital"), ("school", "attendance"))),
        *(Asked("filters only", theme=theme, year=year, kind=kind) for theme, year, kind in (
            (0, None, ""), (3, 2018, ""), (None, 2015, "scr"), (7, None, "lcspr"))),
        *(Asked("filters and words", (word,), theme=theme, year=year, kind=kind) for word, theme, year, kind in (
            ("child", 0, None, ""), ("neglect", 2, None, ""), ("school", 0, 2018, ""), ("mother", None, 2015, "scr"))),
        *(Asked("a deep page", (word,), page=DEEP_PAGE) for word in ("child", "school", "police")),
    ]  # fmt: skip


def rare_words() -> list[str]:
    """Return names of the long tail."""
    words = vocabulary().words
    first = len(words) - 200_000
    return [str(words[first + rank]) for rank in RANKS_OF_NAMES]
