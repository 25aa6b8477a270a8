"""Recommendations in tables, in boxes and over again elsewhere; and what only speaks of them."""

import pytest

from ingest.extractors.recommendations import extract
from tests.ingest.extractors.outlines import outline


def labels_and_texts(markup):
    return [(found.label, found.text) for found in extract(outline(markup))]


def test_recommendations_stand_in_boxes_after_the_findings():
    found = extract(
        outline("""
# 4 Analysis
## 4.1 Fathers
4.1.1 The father was never spoken to. A recommendation has been made about this.
> Recommendation 1: All agencies should record fathers.
4.1.2 See Recommendation 1.
""")
    )

    assert [(item.label, item.text, item.group) for item in found] == [
        ("Recommendation 1", "All agencies should record fathers.", "Fathers")
    ]


def test_a_row_of_a_table_that_a_page_cuts_is_one_recommendation():
    assert labels_and_texts("""
# Recommendations (Children's Social Care)
| i | Managers will be made aware of the importance of meetings |
===
# Recommendations (Children's Social Care)
| | and of their decisions. |
| ii | Family members will be considered early. |
""") == [
        ("i", "Managers will be made aware of the importance of meetings and of their decisions."),
        ("ii", "Family members will be considered early."),
    ]


def test_learning_beside_a_recommendation_is_not_part_of_it():
    assert labels_and_texts("""
# 5 Learning and recommendations
| Learning | Recommendation |
| Missed appointments were seen as choices. | R1: All providers should adopt a policy. |
""") == [("R1", "All providers should adopt a policy.")]


def test_a_recommendation_repeated_from_the_summary_is_one_and_stands_in_the_report():
    found = extract(
        outline("""
# Executive Summary
## Recommendations
1. The Board should review its escalation policy.
===
# 9 Recommendations
1. The Board should review its escalation policy.
""")
    )

    assert [item.place.page for item in found] == [2]


def test_a_row_of_an_action_plan_is_no_second_recommendation():
    assert labels_and_texts("""
# Recommendations
Recommendation 1: The Partnership should write to employers.
# Appendix 1: Action plan
| Recommendation | Action to take | Lead agency | Target date |
| The Partnership should write to employers. | Letter sent | Partnership | March 2019 |
""") == [("Recommendation 1", "The Partnership should write to employers.")]


@pytest.mark.parametrize(
    "markup",
    [
        "# 1 Introduction\n1.1 Recommendation 3 of the review of Child F was that supervision should be improved.",
        "# Contents\nRecommendation 1: thresholds ......... 35",
        "# Progress on recommendations\n1. The Board should publish a document. This was done in 2015.",
        "# Recommendations from previous reviews\n1. The Board should publish a threshold document.",
        "# 3 Analysis\n3.2 This was a delay, and a recommendation has been made about it.",
        "# 8 Recommendations\n8.1 Single agency learning has been identified and recommendations have been agreed.",
        "# 8 Recommendations\n8.1 The Board has already begun work on hoarding, and this is welcome.",
    ],
)
def test_what_only_speaks_of_recommendations_is_none(markup):
    assert extract(outline(markup)) == ()


def test_conclusions_in_the_same_section_are_no_recommendations():
    assert labels_and_texts("""
# 6 Conclusions and recommendations
6.1 She had refused help for years, and her neighbours had learned to look away.
6.2 The Safeguarding Adults Board should lead work on hoarding.
""") == [("6.2", "The Safeguarding Adults Board should lead work on hoarding.")]
