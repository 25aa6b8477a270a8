"""The layouts hold in files too: as web pages and Word documents they give the same items."""

import re
from difflib import SequenceMatcher

import pytest

from ingest.outlining import outline_of
from ingest.readers import read_document
from tests.ingest.extractors.layouts import PARTS, Layout, layouts
from tests.ingest.extractors.layouts.rendering import as_html, as_word
from tests.ingest.extractors.layouts.test_layouts import EXTRACT

WRITERS = {"html": as_html, "docx": as_word}
# Words in common of two texts that say the same: a reader may part a number from its text otherwise.
SAME = 0.85
every_layout = pytest.mark.parametrize("layout", layouts(), ids=lambda layout: f"{layout.file}: {layout.name}")


@every_layout
@pytest.mark.parametrize("suffix", WRITERS)
def test_a_layout_gives_the_same_items_in_a_file(layout: Layout, suffix: str, tmp_path):
    target = tmp_path / f"review.{suffix}"
    WRITERS[suffix](layout.markup, target)
    outline = outline_of(read_document(target))

    told = [difference for part in PARTS for difference in _differences(part, EXTRACT[part](outline), layout)]

    assert told == []


def _differences(part: str, found, layout: Layout) -> list[str]:
    key = "recommendation" if part == "actions" else "text"
    left = [getattr(item, key) for item in found]
    told = []
    for wanted in layout.items[part]:
        twin = next((text for text in left if _is_same(text, wanted.values[key])), None)
        if twin is not None:
            left.remove(twin)
        elif not wanted.is_free:
            told.append(f"{part} missed: {wanted.values[key]}")
    return told + [f"{part} invented: {text}" for text in left]


def _is_same(text: str, other: str) -> bool:
    return SequenceMatcher(None, re.findall(r"\w+", text), re.findall(r"\w+", other)).ratio() >= SAME
