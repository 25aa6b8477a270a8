import pytest

from ingest.extractors.findings import extract
from tests.ingest.extractors.outlines import outline


def found_in(markup):
    return [(found.kind, found.label, found.text) for found in extract(outline(markup))]


def texts_in(markup):
    return [found.text for found in extract(outline(markup))]


def test_a_labelled_learning_point_stands_anywhere():
    assert found_in("""
# 4 Learning
4.1 What was learned is as follows:
Learning point 1: The possibility of neglect should be considered when a child is missing education.
4.2 The child did not start school at five, and nobody was sure whose task it was to ask why that might be.
Learning point 2: Systems need to support the sharing of information between health professionals.
""") == [
        (
            "learning_point",
            "Learning point 1",
            "The possibility of neglect should be considered when a child is missing education.",
        ),
        (
            "learning_point",
            "Learning point 2",
            "Systems need to support the sharing of information between health professionals.",
        ),
    ]


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


def test_a_headline_finding_is_its_statement_and_not_the_explanation_below():
    assert found_in("""
# Findings
## Finding 1: In Northshire decisions about thresholds are made in writing, so that risk is lost on the way.
How did the issue manifest in this case?
The school wrote three times before anybody telephoned, and each letter was answered by another letter.
""") == [
        (
            "finding",
            "Finding 1",
            "In Northshire decisions about thresholds are made in writing, so that risk is lost on the way.",
        )
    ]


def test_a_title_above_a_lesson_is_left_out():
    assert found_in("""
# Lessons learned
Lesson 1 – Information sharing
Agencies should ask who else knows the family, for housing was never asked.
""") == [
        ("lesson", "Lesson 1", "Agencies should ask who else knows the family, for housing was never asked.")
    ]  # fmt: skip


def test_each_paragraph_of_a_section_of_findings_is_one_where_none_is_labelled():
    assert found_in("""
# 2. FINDINGS
2.1 The findings are generalised, for this report cannot describe the family in any detail at all.
2.2 Agencies should have been more challenging about the lack of action.
2.3 There was good practice by health visitors, who shared what they knew.
""") == [
        ("finding", "2.2", "Agencies should have been more challenging about the lack of action."),
        ("good_practice", "2.3", "There was good practice by health visitors, who shared what they knew."),
    ]  # fmt: skip


def test_bullets_that_stand_alone_are_findings_of_their_own():
    assert texts_in("""
# 2 Findings
2.7 The service is criticised for the following reasons
- There was reluctance to accept what the risk factors implied.
- The assessment was led by a worker who was not trained for it.
""") == [
        "There was reluctance to accept what the risk factors implied.",
        "The assessment was led by a worker who was not trained for it.",
    ]


def test_bullets_that_complete_a_sentence_stay_inside_it():
    assert texts_in("""
# Learning points
- When bruises are seen in a baby, practitioners need to:
  - call the duty paediatrician the same day
  - record what was seen and by whom
""") == [
        (
            "When bruises are seen in a baby, practitioners need to: call the duty paediatrician the same day "
            "record what was seen and by whom"
        )
    ]


def test_lessons_between_conclusions_are_told_from_them():
    assert [
        (kind, label)
        for kind, label, _ in found_in("""
# 9 Conclusions and Learning
9.1 This chapter brings together what was concluded.
9.2 The analysis concluded that –
i. The plans did not inform the further assessment of risk by partner agencies.
## Key lessons learned:
- Managers should be accountable for monitoring compliance.
ii. The escalation policy was not used effectively to protect the child.
## Key lessons learned:
- Professionals must use the procedure when they disagree.
""")
    ] == [("finding", "i"), ("lesson", None), ("finding", "ii"), ("lesson", None)]


def test_findings_summed_up_in_the_introduction_count():
    assert texts_in("""
# 1 Introduction
1.3 In short, the findings and the learning of this review are these:
- The quality of assessment was not as strong as it needed to be.
- Threshold decisions did not help the child.
2.1 The Partnership completed a rapid review.
""") == [
        "The quality of assessment was not as strong as it needed to be.",
        "Threshold decisions did not help the child.",
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


def test_good_practice_is_a_section_of_its_own():
    assert found_in("""
# Good practice
Four people did more than was asked of them.
- The midwife visited the family at home on three occasions outside her hours.
- The school kept a full chronology and shared it.
""") == [
        ("good_practice", None, "The midwife visited the family at home on three occasions outside her hours."),
        ("good_practice", None, "The school kept a full chronology and shared it."),
    ]


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


def test_a_page_break_inside_a_bullet_does_not_end_the_list():
    assert texts_in("""
# Lessons learned
Key lessons learned:
- Assessments should be holistic in accordance with the framework.
===
Information gathered should lead to an analysis of risk.
- It is essential to document the history of both parents.
""") == [
        (
            "Assessments should be holistic in accordance with the framework. "
            "Information gathered should lead to an analysis of risk."
        ),
        "It is essential to document the history of both parents.",
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


def test_what_worked_well_and_what_could_be_better_are_told_apart():
    assert [
        kind
        for kind, _, _ in found_in("""
# What we learned
**What worked well**
- The teacher of deaf children raised her concern three times in writing.
**What could be better**
- At four points a member of the family interpreted for a child.
# Why did it happen?
The nearest interpreter lives two hours away by road and by ferry, and is the only one for five islands.
""")
    ] == ["good_practice", "finding"]


def test_without_findings_the_conclusions_are_what_the_review_says():
    assert texts_in("""
# 4 Analysis
4.1 The child was seen in the autumn by a social worker who had not read the file.
# 6 Conclusion
6.1 The family was known to many services, and none of them saw the whole of what the child lived with.
""") == ["The family was known to many services, and none of them saw the whole of what the child lived with."]


def test_findings_stand_beside_the_lines_of_enquiry_that_they_answer():
    assert texts_in("""
# 4 Analysis against the key lines of enquiry
## 4.1 How well was risk assessed?
4.1.1 The assessment was completed once.
4.1.2 Finding: Risk was assessed on admission and not again.
""") == ["Risk was assessed on admission and not again."]
