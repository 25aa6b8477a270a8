"""What kind of review it is, and of which nation."""

import pytest

from ingest.extractors import facts
from ingest.record import ExtractedFacts
from tests.ingest.extractors.outlines import outline


def read(markup: str) -> ExtractedFacts:
    """Return the facts of an outline in marks."""
    return facts.extract(outline(markup))


@pytest.mark.parametrize(
    ("markup", "nation"),
    [
        ("# Child Practice Review\nIt was held under the Social Services and Well-being (Wales) Act 2014.", "wales"),
        ("# Safeguarding Adults Review\nThe Norwold Safeguarding Adults Board agreed to hold it.", "england"),
        ("# Learning Review\nThe Child Protection Committee and Police Scotland met the Named Person.", "scotland"),
        ("# Case Management Review\nThe PSNI told the Health and Social Care Trust.", "northern_ireland"),
        ("# Serious Case Review\nThe social worker visited.", None),
    ],
)  # fmt: skip
def test_the_nation_is_told_by_its_bodies_and_laws_and_never_guessed(markup, nation):
    assert read(markup).nation == nation


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Serious Case Review", "scr"),
        ("Local Child Safeguarding Practice Review (LCSPR)", "lcspr"),
        ("Child Safeguarding Practice Review", "cspr"),
        ("Safeguarding Adult Review", "sar"),
        ("Domestic Abuse Related Death Review", "dhr"),
        ("Adult Practice Review", "cpr"),
        ("Learning Review", "learning_review"),
        ("Rapid Review Report", "rapid_review"),
        ("A thematic review of four young men", "thematic"),
        ("Significant Case Review", "other"),
        ("Annual Report", "other"),
    ],
)
def test_the_kind_is_what_the_review_calls_itself(title, kind):
    assert read(f"# {title}\n## Ashby\nThe text of the report begins here and goes on.").kind == kind


def test_a_rapid_review_named_in_passing_does_not_make_the_kind():
    found = read("# 1. Introduction\nAfter a rapid review the Partnership held a Child Safeguarding Practice Review.")
    assert found.kind == "cspr"
