"""Reports in layouts of many boards, nations and years are read as a careful person reads them."""

from functools import cache
from pathlib import Path
from typing import Any

import pytest

from ingest.pipeline import extract
from ingest.record import to_json
from tests.ingest.reports import FILES, answers_of, invented, is_title, missed

FACTS = ("kind", "subject", "partnership", "area", "authors", "published", "period", "incident")
# One in so many items may be missed, or be none. Two careful readers part more often over what is a finding.
ONE_IN = {"recommendations": 40, "findings": 25, "timeline": 40}


@cache
def record_of(file: Path) -> dict[str, Any]:
    return to_json(extract(file))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_the_facts_of_a_report_are_right(file):
    facts, answers = record_of(file)["review"], answers_of(file)["review"]

    wrong = {
        name: facts[name] for name in FACTS if facts[name] not in (answers[name], *answers.get(f"{name}_also", ()))
    }

    assert wrong == {}


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_the_title_is_that_of_the_cover(file):
    assert is_title(record_of(file)["review"]["title"], answers_of(file)["review"])


@pytest.mark.parametrize("part", ONE_IN)
def test_items_are_found_and_nothing_else(part):
    told: list[str] = []
    items = 0
    for file in FILES:
        found, answers = record_of(file)[part], answers_of(file)[part]
        items += len(found)
        told += [f"missed in {file.name}: {text}" for text in missed(found, answers)]
        told += [f"invented in {file.name}: {text}" for text in invented(found, answers)]

    assert len(told) <= items / ONE_IN[part], "\n".join(told)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_recommendations_have_the_labels_that_are_printed(file):
    found, answers = record_of(file)["recommendations"], answers_of(file)["recommendations"]

    labels = [(item["label"] or "").strip("().") for item in answers]

    assert [item["label"] for item in found if (item["label"] or "") not in labels] == []
