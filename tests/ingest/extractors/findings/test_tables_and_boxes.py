"""Findings in tables and boxes and over again elsewhere; and what is no finding."""

import pytest

from ingest.extractors.findings import extract
from tests.ingest.extractors.outlines import outline


def found_in(markup):
    return [(found.kind, found.label, found.text) for found in extract(outline(markup))]


def texts_in(markup):
    return [found.text for found in extract(outline(markup))]


def test_a_box_beside_the_column_is_one_learning_point():
    assert found_in("""
# 5 Analysis
5.1 Thresholds were seen as high at this time.
> Learning point: Using the escalation protocol is an entirely acceptable course of action.
> By not expressing your view you lose the focus on the child.
5.2 The school wrote three times.
""") == [
        (
            "learning_point",
            None,
            (
                "Using the escalation protocol is an entirely acceptable course of action. "
                "By not expressing your view you lose the focus on the child."
            ),
        )
    ]


def test_the_aims_that_guidance_sets_every_review_are_no_findings():
    assert (
        texts_in("""
# 1 Introduction
1.2 The purpose of a review is to:
- Establish what can be learned;
- Identify who should learn it.
""")
        == []
    )


def test_columns_of_a_table_hold_findings_and_learning():
    assert found_in("""
# 4 Findings
4.1 The referral described hunger in plain words and was closed within a day by a manager who had not read it.
| No. | Finding | Evidence | Learning |
| F1 | The plan did not travel between schools. | File of 2006 | A decision made without the history is provisional. |
""") == [
        ("finding", "F1", "The plan did not travel between schools."),
        ("learning_point", None, "A decision made without the history is provisional."),
    ]


def test_a_form_names_its_findings_in_the_first_column():
    assert found_in("""
# Rapid review
| Name of child | Withheld |
| Good practice identified | • The nurse visited on her own initiative. • The school rang each day. |
| Key learning | Missed appointments were counted one at a time. |
""") == [
        ("good_practice", None, "The nurse visited on her own initiative."),
        ("good_practice", None, "The school rang each day."),
        ("learning_point", None, "Missed appointments were counted one at a time."),
    ]


@pytest.mark.parametrize(
    "markup",
    [
        "# 3 Analysis\n3.1 The social worker visited twice in the autumn and found the child at home with her aunt.",
        "# 2 Terms of reference\n- Was the learning from earlier reviews applied by all of the agencies?",
        "# Findings of the Ofsted inspection\n- Too many cases were kept at the contact stage.",
        "# Recommendations\n1. The Board should share the learning from this review with practitioners.",
        "# Contents\nFindings and learning ........ 12",
        "# Action plan\n| Learning | Action | Lead | By when |\n| Ask about fathers. | Training | HR | May |",
    ],
)
def test_what_is_no_finding_is_left_alone(markup):
    assert extract(outline(markup)) == ()


def test_a_finding_repeated_from_the_summary_is_one():
    assert texts_in("""
# Executive summary
## Key findings
- There was no effective plan for the baby when she was born.
# 5 Findings
5.1 There was no effective plan for the baby when she was born.
""") == ["There was no effective plan for the baby when she was born."]


def test_every_finding_has_its_page_and_boxes():
    found = extract(
        outline("""
# Analysis
===
Learning point 1: Ask who else knows the family.
""")
    )

    assert (found[0].place.page, found[0].place.passages, len(found[0].place.boxes)) == (2, (1,), 1)


def test_a_table_that_sums_up_the_findings_repeats_them():
    assert found_in("""
# 3 Findings
| | Finding | Category |
| 1 | Professionals see neglect as a matter of conditions at home, so that emotional harm is seldom named. | Patterns |
| 2 | Minutes leave those who were absent with no account of what was decided about the child and by whom. | Systems |
## Finding 1: Professionals see neglect as a matter of conditions at home, so that emotional harm is seldom named.
The health visitor wrote at length about the kitchen.
## Finding 2: Minutes leave those who were absent with no account of what was decided about the child and by whom.
Four people had no copy.
""") == [
        (
            "finding",
            "Finding 1",
            "Professionals see neglect as a matter of conditions at home, so that emotional harm is seldom named.",
        ),
        (
            "finding",
            "Finding 2",
            "Minutes leave those who were absent with no account of what was decided about the child and by whom.",
        ),
    ]


def test_a_box_set_as_a_table_holds_one_learning_point():
    assert found_in("""
# 17 Lessons to be learned
| Learning 1 (Recommendation 1) |
| Friends knew of the abuse and did not know whom to tell. |
""") == [("learning_point", "Learning 1", "Friends knew of the abuse and did not know whom to tell.")]
