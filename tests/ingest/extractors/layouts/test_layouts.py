"""Everything that stands in a piece of a review is found, and nothing else."""

from collections.abc import Callable, Sequence
from dataclasses import asdict
from typing import Any

import pytest

from ingest.extractors import actions, findings, recommendations
from tests.ingest.extractors.layouts import PARTS, differences, layouts
from tests.ingest.extractors.outlines import outline

EXTRACT: dict[str, Callable[..., Sequence[Any]]] = {
    "recommendations": recommendations.extract,
    "findings": findings.extract,
    "actions": actions.extract,
}


@pytest.mark.parametrize("layout", layouts(), ids=lambda layout: f"{layout.file}: {layout.name}")
def test_all_items_of_a_layout_are_found_and_nothing_else(layout):
    given = outline("\n".join(layout.markup))

    told = [
        f"{part} {difference}"
        for part in PARTS
        for difference in differences([asdict(item) for item in EXTRACT[part](given)], layout.items[part])
    ]

    assert told == []
