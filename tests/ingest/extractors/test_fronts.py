"""Facts of fictional fronts of all nations, kinds and decades."""

import tomllib
from pathlib import Path

import pytest

from ingest.extractors import facts
from tests.ingest.extractors.outlines import outline

FRONTS = tomllib.loads(Path(__file__).with_name("fronts.toml").read_text(encoding="utf-8"))["front"]


@pytest.mark.parametrize("front", FRONTS, ids=lambda front: front["rule"])
def test_a_front_says_what_it_says(front):
    told = facts.extract(outline(front["text"]))

    expected = {name: value for name, value in front.items() if name not in ("rule", "text")}
    found = {name: getattr(told, name) for name in expected}
    assert {name: list(value) if name == "authors" else value or "none" for name, value in found.items()} == expected
