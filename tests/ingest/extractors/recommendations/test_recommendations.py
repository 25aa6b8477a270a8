import pytest

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


def test_recommendations_by_agency_are_grouped_and_their_numbers_start_again():
    found = extract(
        outline("""
# 19 Recommendations
## Community Safety Partnership
1. The Partnership should commission training.
## Northshire Police
1. Officers should be reminded to complete a risk assessment.
2. That body-worn video is audited.
""")
    )

    assert [(item.group, item.label, item.addressee) for item in found] == [
        ("Community Safety Partnership", "1", "The Partnership"),
        ("Northshire Police", "1", "Northshire Police"),
        ("Northshire Police", "2", "Northshire Police"),
    ]


def test_agencies_set_like_chapters_stay_inside_their_appendix():
    found = extract(
        outline("""
# 4 Recommendations
4.1 The Board should publish a protocol.
# Appendix 1 Recommendations from agency reports
# 1 Northshire Council Children's Services
1.1 Storage of records to be simplified.
# 2 Education
2.1 Schools to keep chronologies.
# 3 The Health Overview Report
3.1 That the Named GP undertakes an audit.
""")
    )

    assert [(item.label, item.group, item.addressee) for item in found] == [
        ("4.1", "Recommendations", "The Board"),
        ("1.1", "Northshire Council Children's Services", "Northshire Council Children's Services"),
        ("2.1", "Education", "Education"),
        ("3.1", "The Health Overview Report", "the Named GP"),
    ]


def test_a_line_in_the_text_may_name_the_group():
    found = extract(
        outline("""
# 18 Recommendations
Northshire Police
Recommendation 1
That the force audits its use of body-worn video.
Northshire Council
Recommendation 2
That the Council trains its housing officers.
# 19 Next
""")
    )

    assert [(item.label, item.group) for item in found] == [
        ("Recommendation 1", "Northshire Police"),
        ("Recommendation 2", "Northshire Council"),
    ]


def test_one_list_under_a_bare_heading_has_no_group():
    found = extract(
        outline("""
# 8. RECOMMENDATIONS
1. The Board should act.
""")
    )

    assert found[0].group is None


def test_a_heading_for_whom_is_the_group_and_says_who_must_act():
    found = extract(
        outline("""
# 7 Recommendations for the Partnership
1. Seek assurance about supervision in schools.
""")
    )

    assert (found[0].group, found[0].addressee) == ("Recommendations for the Partnership", "the Partnership")


def test_a_sentence_before_the_list_says_who_must_act():
    found = extract(
        outline("""
# 7 Recommendations
7.1 Arising from this analysis, the Panel recommends that Northshire Safeguarding Adults Board:
1. Conducts an audit of cases involving self-neglect.
2. Considers how access to advocacy may be improved.
7.2 The Board may wish to share this report.
""")
    )

    assert [(item.label, item.addressee) for item in found] == [
        ("1", "Northshire Safeguarding Adults Board"),
        ("2", "Northshire Safeguarding Adults Board"),
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


def test_a_table_of_recommendations_gives_number_and_who_must_act():
    found = extract(
        outline("""
# 6 Recommendations
| No | Recommendation | Agency |
| 1 | A joint protocol for concealed pregnancy should be agreed. | Northshire Hospitals |
| 2 | Supervision should consider disguised compliance. | All agencies |
""")
    )

    assert [(item.label, item.text, item.addressee) for item in found] == [
        ("1", "A joint protocol for concealed pregnancy should be agreed.", "Northshire Hospitals"),
        ("2", "Supervision should consider disguised compliance.", "All agencies"),
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


def test_an_agency_in_brackets_after_the_label_must_act():
    found = extract(
        outline("""
# Recommendations
Recommendation 1 (Northshire Police)
Custody sergeants should see the child before release.
""")
    )

    assert (found[0].label, found[0].addressee) == ("Recommendation 1", "Northshire Police")


def test_the_announcement_says_to_whom_the_recommendations_are_made():
    found = extract(
        outline("""
# 7 Recommendations
7.1 The following recommendations are made to Northshire Safeguarding Children Board.
Recommendation 1: Seek assurance that housing providers are invited to meetings.
""")
    )

    assert found[0].addressee == "Northshire Safeguarding Children Board"


def test_themes_in_the_text_part_the_list():
    found = extract(
        outline("""
# 9 Recommendations
Thresholds
9.1 The Partnership should publish a revised document.
Workforce
9.2 The Council should report on caseloads.
""")
    )

    assert [(item.group, item.label) for item in found] == [("Thresholds", "9.1"), ("Workforce", "9.2")]


def test_each_agency_may_mark_its_list_in_its_own_way():
    assert labels_and_texts("""
# 19 Recommendations
## Community Safety Partnership
- The Partnership should commission training.
## GP practice
1. The practice should appoint a lead.
## Both
A. The practice should share its protocol.
B. The Partnership should publish it.
""") == [
        (None, "The Partnership should commission training."),
        ("1", "The practice should appoint a lead."),
        ("A", "The practice should share its protocol."),
        ("B", "The Partnership should publish it."),
    ]


def test_a_label_for_one_item_under_each_theme_opens_no_chapter():
    found = extract(
        outline("""
# 5 Key themes
## 5.1 Curiosity
5.1.1 The neighbours were not asked.
## Recommendation
The Partnership should develop a briefing on curiosity.
## 5.2 Housing
5.2.1 The flat had one room, and the family had asked twice for another.
## Recommendation
Housing should share the dates of moves.
""")
    )

    assert [(item.text, item.group) for item in found] == [
        ("The Partnership should develop a briefing on curiosity.", "Curiosity"),
        ("Housing should share the dates of moves.", "Housing"),
    ]


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
