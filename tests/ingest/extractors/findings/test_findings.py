"""Findings, lessons and good practice in sections: what is one item, and of which kind."""

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
