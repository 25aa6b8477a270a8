"""Who wrote a review, and who only chaired it."""

import pytest

from ingest.extractors import facts
from ingest.record import ExtractedFacts
from tests.ingest.extractors.outlines import outline


def read(markup: str) -> ExtractedFacts:
    """Return the facts of an outline in marks."""
    return facts.extract(outline(markup))


@pytest.mark.parametrize(
    "line",
    ["Chair of the panel: Malcolm Orrey", "Independent Chair of the Board: Maggie Blythe", "Panel Chair – Ruby Perrin"],
)
def test_those_who_chaired_are_no_authors(line):
    assert read(f"# Serious Case Review\n{line}\nSeptember 2015\n===\n# Introduction\nText.").authors == ()


def test_an_author_may_be_named_in_the_text_only():
    found = read(
        "# Introduction\nIt began late.\n- Karen Bell was confirmed as the Independent Reviewer in November 2020."
    )
    assert found.authors == ("Karen Bell",)


def test_an_author_whose_name_and_role_run_on_into_a_date_is_read():
    found = read("# Learning Review: Fraser\nLead Reviewer: Morag Dunbar-Reid October 2022\n===\n# About\nText.")
    assert found.authors == ("Morag Dunbar-Reid",)
