"""Recommendations in lists and paragraphs: their text, their labels and what belongs to them."""

from ingest.extractors.recommendations import extract
from tests.ingest.extractors.outlines import outline


def labels_and_texts(markup):
    return [(found.label, found.text) for found in extract(outline(markup))]


def test_numbered_recommendations_follow_their_announcement():
    assert labels_and_texts("""
# 6 Recommendations
6.1 The following recommendations are made to the safeguarding partners.
1. The Partnership should review its threshold document.
2. Schools should nominate a lead for young carers.
""") == [
        ("1", "The Partnership should review its threshold document."),
        ("2", "Schools should nominate a lead for young carers."),
    ]


def test_sub_points_stay_inside_their_recommendation():
    assert labels_and_texts("""
# 7 Recommendations
7.1 The Board should:
a) review its neglect strategy;
b) evaluate the impact of training.
7.2 Agencies should provide assurance about:
- the use of chronologies;
- supervision.
""") == [
        ("7.1", "The Board should: a) review its neglect strategy; b) evaluate the impact of training."),
        ("7.2", "Agencies should provide assurance about: the use of chronologies; supervision."),
    ]


def test_a_label_on_its_own_line_takes_the_text_after_the_page_break():
    found = extract(
        outline("""
# Recommendations
**Recommendation 1**
===
The Partnership should audit pre-birth assessments.
""")
    )

    assert [(item.label, item.text) for item in found] == [
        ("Recommendation 1", "The Partnership should audit pre-birth assessments.")
    ]
    assert found[0].place.page == 2
    assert found[0].place.passages == (2,)


def test_a_second_paragraph_that_asks_for_more_belongs_to_the_recommendation():
    assert labels_and_texts("""
# Recommendations
Recommendation 1
The Police should revise its guidance.
This should be completed within six months.
Rationale: the guidance dates from 2009 and should have been replaced.
""") == [("Recommendation 1", "The Police should revise its guidance. This should be completed within six months.")]


def test_a_title_after_the_label_is_left_out_where_its_text_stands_below():
    assert labels_and_texts("""
# 8 Recommendations
## 8.1 Recommendation 1: Early help
8.1.1 The Partnership should review the early help offer.
8.1.2 The review should involve families.
""") == [
        ("Recommendation 1", "The Partnership should review the early help offer. The review should involve families.")
    ]


def test_bullets_and_plain_paragraphs_are_recommendations_where_nothing_is_numbered():
    assert labels_and_texts("""
# Recommendations
- The Board should hold a conference.
- Consideration to be given to a single record.
""") == [(None, "The Board should hold a conference."), (None, "Consideration to be given to a single record.")]
    assert labels_and_texts("""
# Recommendations
The Board should work with housing.
The housing association should train its officers.
The Board thanks the family for their help.
""") == [(None, "The Board should work with housing."), (None, "The housing association should train its officers.")]


def test_bold_recommendations_are_told_from_the_reasons_below_them():
    assert labels_and_texts("""
# Recommendations
**The Board should develop a protocol for transition.**
Nobody held the plan when she turned eighteen, and that should have been foreseen.
**The Trust should ensure that health checks are offered.**
""") == [
        (None, "The Board should develop a protocol for transition."),
        (None, "The Trust should ensure that health checks are offered."),
    ]


def test_letters_and_numbers_together_are_labels():
    assert labels_and_texts("""
# 10 Recommendations
10.1 The Panel makes three recommendations.
N1 The Ministry should consider a duty on schools.
N2 The Home Office should fund advocates.
S1 To see every child in the household.
S2 To repeat the risk assessment.
""") == [
        ("N1", "The Ministry should consider a duty on schools."),
        ("N2", "The Home Office should fund advocates."),
        ("S1", "To see every child in the household."),
        ("S2", "To repeat the risk assessment."),
    ]


def test_recommendations_run_together_in_one_paragraph_are_parted():
    assert labels_and_texts("""
# Recommendations
R1 The Board should extend its strategy. R2 Files should reach us in a day. R3 Schools should visit all pupils.
""") == [
        ("R1", "The Board should extend its strategy."),
        ("R2", "Files should reach us in a day."),
        ("R3", "Schools should visit all pupils."),
    ]


def test_a_question_for_the_board_is_a_recommendation_to_it():
    found = extract(
        outline("""
# Findings
## Finding 1: In Northshire thresholds are discussed in writing, so that risk is lost before anybody sees it.
The school wrote three times.
Questions for the Board to consider:
- Does the Board agree that conversation is preferable?
- How will the Board know whether practice has changed?
""")
    )

    assert [(item.text, item.addressee) for item in found] == [
        ("Does the Board agree that conversation is preferable?", "the Board"),
        ("How will the Board know whether practice has changed?", "the Board"),
    ]


def test_actions_for_improving_systems_are_recommendations_in_wales():
    assert labels_and_texts("""
# Improving systems and practice
In order to promote the learning from this case the review identified the following actions for the Board:
1. The Board will assure itself that parents have an advocate.
2. Health Board to review its guidance on missed appointments.
""") == [
        ("1", "The Board will assure itself that parents have an advocate."),
        ("2", "Health Board to review its guidance on missed appointments."),
    ]


def test_a_report_without_a_list_recommends_in_its_sentences():
    found = extract(
        outline("""
# 5 Analysis
5.1 The conference was late. The review recommends that the service reports its timeliness to the Board.
""")
    )

    assert found[0].text == "The review recommends that the service reports its timeliness to the Board."
    assert found[0].doubt == "stands inside a paragraph"


def test_every_recommendation_has_its_page_and_boxes():
    found = extract(
        outline("""
# Recommendations
===
1. Agencies should provide assurance about:
- supervision.
""")
    )

    assert found[0].place.page == 2
    assert len(found[0].place.boxes) == 2
    assert found[0].place.passages == (1, 2)


def test_a_list_run_together_under_its_announcement_is_parted():
    assert labels_and_texts("""
# 11 Recommendations
11.1 These recommendations are for the Board. i The Board should act. ii Police should act. iii Schools should act.
""") == [
        ("i", "The Board should act."),
        ("ii", "Police should act."),
        ("iii", "Schools should act."),
    ]


def test_an_editor_is_told_what_to_look_at():
    found = extract(
        outline("""
# Recommendations
Recommendation 1: Early help
## Northshire Police
- Officers should record children.
## Questions for the Board
- Does the Board agree?
""")
    )

    assert [(item.doubt, item.confidence) for item in found] == [
        ("heading only, text may follow", 0.5),
        ("no number found", 0.8),
        ("worded as a question", 0.8),
    ]
