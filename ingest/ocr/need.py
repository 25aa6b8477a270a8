"""Which pages have no words that can be read without text recognition: scans, outlines of letters, unmappable fonts."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from ingest.pages import Page

# A page without words is worth looking at where pictures cover this share of it, or it draws so many shapes: some
# programs write letters as outlines.
SOME_PICTURE, SOME_SHAPES = 0.03, 40
# A page that is nearly all picture, with fewer words than this, is a scan that was stamped or numbered; or a cover.
ALL_PICTURE, FEW_WORDS = 0.6, 25
# Recognised words replace those few where they have so many times their letters.
MANY_MORE = 3
# Fonts that do not say which letters they draw give signs without meaning: more than this share of all.
MEANINGLESS = 0.15
# Of so many words or more, English and Welsh have at least this share of the commonest ones; every language of Europe
# has at least this share of the commonest pairs of letters, where letters put for others have a twentieth.
ENOUGH_WORDS, COMMON_SHARE, PAIRS_SHARE = 30, 0.03, 0.14
COMMON = frozenset(
    """the of and to in a is was that for on with as by at be it from are were his her he she not had have this an or
    who which their they been child family review page y yr i o yn ar ac mae wedi gan eu""".split()  # noqa: SIM905
)
PAIRS = frozenset(
    """th he in er an re nd on en at ou ed ha to or it is hi es ng st ar te se ti al le ve co me de ri ro ic ne ea ra ce
    li ch ll be ma si om ur el la di ta ad yn io ie wi po na ow ei""".split()  # noqa: SIM905
)
_TOKEN = re.compile(r"[^\W\d_]{3,}")
_EDGES = ".,;:()'\"‘’“”"


def needs_ocr(page: Page) -> bool:
    """Return whether a page's words must be recognised from its picture, as far as can be told without looking."""
    if is_only_picture(page) or _is_unmapped(page) or is_junk([word.text for word in page.words]):
        return True
    return page.picture_share >= ALL_PICTURE and len(page.words) < FEW_WORDS and not page.is_recognised


def is_only_picture(page: Page) -> bool:
    """Return whether a page has no words but something that may show some."""
    return not page.words and (
        page.picture_share >= SOME_PICTURE or len(page.rects) + len(page.rules) >= SOME_SHAPES or page.unmapped > 0
    )


def _is_unmapped(page: Page) -> bool:
    """Return whether many of a page's characters are of fonts that do not say which letters they draw."""
    return page.unmapped > MEANINGLESS * (_letters(page) + page.unmapped)


def better_of(page: Page, recognised: Page) -> Page:
    """Return a page as the file has it or as it was recognised, whichever has its words."""
    if _is_unmapped(page) or is_junk([word.text for word in page.words]):
        return _placed(recognised, page) if recognised.words else page.replaced(())
    return _placed(recognised, page) if _letters(recognised) > MANY_MORE * _letters(page) else page


def _placed(recognised: Page, page: Page) -> Page:
    """Return a recognised page with the size that the file says, which its picture has to the pixel only."""
    width, height = page.seen_size
    if recognised.quarters % 2:
        width, height = height, width
    return replace(recognised, width=width, height=height)


def is_junk(texts: Sequence[str]) -> bool:
    """Return whether the words of a text layer mean nothing: unmappable characters, or letters put for others."""
    letters = "".join(texts)
    if not letters:
        return False
    if sum(letters.count(character) for character in set(letters) if _is_meaningless(character)) > (
        MEANINGLESS * len(letters)
    ):
        return True
    tokens = [token.casefold() for text in texts for token in _TOKEN.findall(text)]
    if len(tokens) < ENOUGH_WORDS:
        return False
    common = [text.casefold().strip(_EDGES) in COMMON for text in texts]
    return sum(common) < COMMON_SHARE * len(texts) and _share_of_pairs(tokens) < PAIRS_SHARE


def _share_of_pairs(tokens: Sequence[str]) -> float:
    """Return the share of pairs of letters that are common ones; of other scripts than the Latin all count as such."""
    pairs = [first + second for token in tokens for first, second in pairwise(token)]
    return sum(pair in PAIRS or not pair.isascii() for pair in pairs) / max(len(pairs), 1)


def _is_meaningless(character: str) -> bool:
    """Return whether a character is a replacement, a control, unassigned or of private use."""
    return character == "\ufffd" or unicodedata.category(character) in ("Cc", "Cn", "Co", "Cs")


def _letters(page: Page) -> int:
    return sum(len(word.text) for word in page.words)
