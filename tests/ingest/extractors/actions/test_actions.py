import pytest

from ingest.extractors.actions import extract
from ingest.extractors.manuscript.columns import Column, column_of
from tests.ingest.extractors.outlines import outline


@pytest.mark.parametrize(
    ("head", "column"),
    [
        ("No.", Column.NUMBER),
        ("What is the recommendation? (Copy it from the agency's own report)", Column.RECOMMENDATION),
        ("What is the desired aim of the recommendation?", Column.OUTCOME),
        ("How will change come about? Which actions are needed?", Column.STEPS),
        ("Action to take", Column.STEPS),
        ("Leadership: who chases progress and answers for the action?", Column.LEAD),
        ("Lead agency", Column.LEAD),
        ("By whom", Column.LEAD),
        ("Timescale: when will this be done?", Column.TIMESCALE),
        ("By when", Column.TIMESCALE),
        ("Target date", Column.TIMESCALE),
        ("Outcome measure: how will you know?", Column.MEASURE),
        ("How will success be measured?", Column.MEASURE),
        ("Key milestones achieved in enacting recommendation", Column.MEASURE),
        ("Date of completion and outcome", Column.OUTCOME),
        ("How we shall know", Column.MEASURE),
        ("By", Column.TIMESCALE),
        ("RAG", Column.PROGRESS),
        ("Learning point", Column.LEARNING),
        ("The nurse visited the family in the spring of that year and found nobody at home", None),
    ],
)
def test_the_words_at_its_head_say_what_a_column_holds(head, column):
    assert column_of(head) == column


def test_each_row_of_an_action_plan_is_an_action_of_its_agency():
    found = extract(
        outline("""
# Appendix 1: Action plan (Northshire Hospitals NHS Trust)
| No. | Recommendation | Outcome | Action | Lead | Timescale | Measure |
| 1 | Share the findings. | Staff learn. | Present the report. | Head of Safeguarding | May 2015 | Minutes |
""")
    )

    assert len(found) == 1
    action = found[0]
    assert (action.agency, action.label, action.recommendation) == (
        "Northshire Hospitals NHS Trust",
        "1",
        "Share the findings.",
    )
    assert (action.outcome, action.steps, action.lead) == (
        "Staff learn.",
        "Present the report.",
        "Head of Safeguarding",
    )
    assert (action.timescale, action.measure) == ("May 2015", "Minutes")  # fmt: skip


def test_heads_repeated_on_each_page_are_no_rows_and_a_row_cut_by_a_page_is_one():
    found = extract(
        outline("""
# Action plan (Social Care)
| No. | Recommendation | Action | Lead | Timescale |
| 1. | Assessments must include the understanding of the | Tools will be given. | Manager | May 2015 |
===
| No. | Recommendation | Action | Lead | Timescale |
| | family history. | Audits will follow. | | |
| 2. | Families will be considered. | A service will be promoted. | Manager | June 2015 |
""")
    )

    assert [(action.label, action.recommendation, action.steps) for action in found] == [
        (
            "1",
            "Assessments must include the understanding of the family history.",
            "Tools will be given. Audits will follow.",
        ),
        ("2", "Families will be considered.", "A service will be promoted."),
    ]
    assert found[0].place.passages == (1, 2)


def test_a_plan_goes_on_in_a_table_without_heads():
    found = extract(
        outline("""
# Action plan (City CCG)
| No. | Recommendation | Action | Lead | Timescale |
| 1 | Children should be referred. | Training | Lead GP | April 2015 |
# Recommendations (Partnership Trust)
| 2 | Families should be helped. | Leaflet | Lead nurse | May 2015 |
""")
    )

    assert [(action.agency, action.label) for action in found] == [("City CCG", "1"), ("City CCG", "2")]


def test_several_actions_share_a_recommendation_and_an_agency_line_holds_for_the_rows_below():
    found = extract(
        outline("""
# Multi-agency action plan
| Recommendation | Action | Lead | By when |
| Northshire Police | | | |
| 1. Officers should use body-worn video. | Brief all teams. | Inspector | May 2018 |
| | Sample each month. | Sergeant | Monthly |
| Primary care | | | |
| 2. Practices should flag carers. | Add a template. | Lead GP | June 2018 |
""")
    )

    assert [(action.agency, action.label, action.steps) for action in found] == [
        ("Northshire Police", "1", "Brief all teams."),
        ("Northshire Police", "1", "Sample each month."),
        ("Primary care", "2", "Add a template."),
    ]
    assert found[1].recommendation == "Officers should use body-worn video."


def test_a_recommendation_may_stand_as_the_heading_of_its_table():
    found = extract(
        outline("""
# Action plan
## Recommendation 1: The Board should seek assurance about chronologies.
| Action | Lead | Timescale |
| Audit tool written | Quality group | January 2016 |
""")
    )

    assert [(action.label, action.recommendation) for action in found] == [
        ("Recommendation 1", "The Board should seek assurance about chronologies.")
    ]


def test_a_form_down_the_page_is_an_action_plan():
    found = extract(
        outline("""
# Action plan
| Recommendation 1 | The Trust should review its policy. |
| Action required | Policy rewritten with patients. |
| Lead | Director of Nursing |
| Timescale | March 2021 |
| Recommendation 2 | The Council should review contracts. |
| Action required | New framework. |
| Lead | Head of commissioning |
| Timescale | June 2021 |
""")
    )

    assert [(action.label, action.lead, action.timescale) for action in found] == [
        ("Recommendation 1", "Director of Nursing", "March 2021"),
        ("Recommendation 2", "Head of commissioning", "June 2021"),
    ]


def test_a_plan_may_be_written_as_a_list():
    found = extract(
        outline("""
# Action plan
Recommendation 1: The Board should review its escalation policy.
Action: Policy to be rewritten.
Lead: Board Manager
Timescale: September 2013
Outcome: Professionals challenge each other early.
""")
    )

    assert [(action.label, action.steps, action.lead, action.timescale, action.outcome) for action in found] == [
        (
            "Recommendation 1",
            "Policy to be rewritten.",
            "Board Manager",
            "September 2013",
            "Professionals challenge each other early.",
        )
    ]


@pytest.mark.parametrize(
    "markup",
    [
        "# Chronology\n| Date | Event | Agency |\n| May 2012 | The child was seen. | GP |",
        "# Recommendations\n| No | Recommendation | Agency |\n| 1 | A protocol should be agreed. | Police |",
        "# Recommendations\n1. The Board should act.\nLead: Board manager\nTimescale: May 2019",
        "# Panel\n| Name | Role | Agency |\n| A Person | Chair | Council |",
    ],
)
def test_what_is_no_action_plan_is_left_alone(markup):
    assert extract(outline(markup)) == ()


def test_an_action_has_its_page_and_the_boxes_of_its_cells():
    found = extract(
        outline("""
# Action plan
===
| Recommendation | Action | Lead | By when |
| Act. | Train staff. | Manager | May |
""")
    )

    assert (found[0].place.page, len(found[0].place.boxes)) == (2, 4)


def test_a_plan_without_recommendations_says_in_its_actions_what_is_to_be_done():
    found = extract(
        outline("""
# Actions
| No. | Action | Lead | By | How we shall know |
| 1 | The school holds a meeting before a child leaves its roll. | Head of inclusion | 30 April | Sample in October |
""")
    )

    action = found[0]
    assert action.recommendation == "The school holds a meeting before a child leaves its roll."
    assert (action.steps, action.timescale, action.measure) == (None, "30 April", "Sample in October")
