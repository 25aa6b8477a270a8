"""How alike two texts are, from small sketches of them: the same review in another format is recognised by this.

A sketch holds the smallest hashes of a text's word runs ("bottom-k sketch": A. Broder, "On the resemblance and
containment of documents", 1997). This module knows no Django.
"""

import hashlib
import re
from collections.abc import Iterable

# Runs of five words: chance repeats between different reviews (statutory phrases) stay rare.
RUN = 5
# 256 hashes tell a resemblance to within about 0.06 (one over the square root of their number).
SKETCH_SIZE = 256
# The same report as PDF and as scraped text resembles itself at 0.6 and more; an overview and its own executive
# summary stay below 0.3.
SAME_TEXT = 0.45


def sketch_of(texts: Iterable[str]) -> list[int]:
    """Return the sketch of a document's paragraphs: ascending signed 64-bit numbers, at most SKETCH_SIZE."""
    words = re.findall(r"[a-z0-9]+", " ".join(texts).lower())
    runs = {" ".join(words[start : start + RUN]) for start in range(max(len(words) - RUN + 1, 0))}
    return sorted(_hash(run) for run in runs)[:SKETCH_SIZE]


def resemblance(one: list[int], other: list[int]) -> float:
    """Return how much of both texts is common, from 0 (nothing) to 1 (the same), judged by their sketches."""
    smallest_of_both = sorted({*one, *other})[:SKETCH_SIZE]
    if not smallest_of_both:
        return 0.0
    common = {*one} & {*other}
    return sum(number in common for number in smallest_of_both) / len(smallest_of_both)


def _hash(run: str) -> int:
    return int.from_bytes(hashlib.blake2b(run.encode(), digest_size=8).digest(), signed=True)
