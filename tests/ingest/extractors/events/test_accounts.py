"""Where in a report the case is told."""

import pytest

from ingest.extractors.events.accounts import Account, account_of
from tests.ingest.extractors.outlines import outline


@pytest.mark.parametrize(
    ("headings", "account"),
    [
        ("# 3 What happened", Account.STORY),
        ("# Narrative chronology", Account.STORY),
        ("# Mrs Green's story", Account.STORY),
        ("# Key practice episode 2 – Missing", Account.STORY),
        ("# What happened\n## A house by the river", Account.STORY),
        ("# 2015: the library, and leaving", Account.STORY),
        ("# Arriving: August 2019 to March 2020", Account.STORY),
        ("# 1 Introduction & synopsis of the review", Account.START),
        ("# 4 Analysis", Account.ELSEWHERE),
        ("# Executive summary", Account.ELSEWHERE),
        ("# Findings", Account.ELSEWHERE),
        ("# Methodology", Account.NONE),
        ("# Terms of reference\n## January 2015", Account.NONE),
        ("# Recommendations", Account.NONE),
        ("# References", Account.NONE),
    ],
)
def test_the_nearest_heading_that_says_so_decides(headings, account):
    paragraph = outline(f"{headings}\nMother called the nurse in May 2014.").paragraphs[-1]
    assert account_of(paragraph) is account


def test_a_numbered_paragraph_stands_in_the_section_of_its_number():
    paragraph = outline("# Before the birth\n4.1 Mother called the nurse.").paragraphs[-1]
    assert account_of(paragraph, {"4": Account.STORY}) is Account.STORY
