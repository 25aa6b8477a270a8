"""Whose the recommendations are: the heading or line that they stand under, and who must act."""

from ingest.extractors.recommendations import extract
from tests.ingest.extractors.outlines import outline


def labels_and_texts(markup):
    return [(found.label, found.text) for found in extract(outline(markup))]


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
