import pytest

from ingest.extractors.addressees import addressee_of, addressee_of_heading, addressee_of_lead


@pytest.mark.parametrize(
    ("text", "addressee"),
    [
        ("The LSCB should assure itself that training is provided.", "The LSCB"),
        ("LSCB assures itself that it has robust data.", "LSCB"),
        ("That the Safeguarding Adults Board seeks assurance from partners.", "the Safeguarding Adults Board"),
        ("It is recommended that Adult Social Care reviews closed cases.", "Adult Social Care"),
        ("The review recommends that the Council audits referrals.", "the Council"),
        ("All schools to have a recording policy.", "All schools"),
        ("Prior to ending a plan the Independent Chair must check it.", "the Independent Chair"),
        ("Within one month the Director of Public Health should report.", "the Director of Public Health"),
        ("The Partnership, in collaboration with the Trust Board, should review it.",
         "The Partnership, in collaboration with the Trust Board"),
        ("The Board, through its framework, should set out a plan.", "The Board"),
        ("Consideration should be given by the Board to a single record.", "the Board"),
        ("A task group should be set up by the LSCB to consider this.", "the LSCB"),
        ("Police: all officers must record children.", "Police"),
        ("Archived files should reach the worker. (Northshire Council)", "Northshire Council"),
        ("Victim Support should offer an advocate.", "Victim Support"),
        ("The Health and Social Care Partnership and Police Scotland will share a contract.",
         "The Health and Social Care Partnership and Police Scotland"),
        ("The University Hospitals of Northshire NHS Trust should review its rota.",
         "The University Hospitals of Northshire NHS Trust"),
    ],
)  # fmt: skip
def test_the_words_say_who_must_act(text, addressee):
    assert addressee_of(text) == addressee


@pytest.mark.parametrize(
    "text",
    [
        "Arrangements should be reviewed so that plans can transfer.",
        "Records should include a chronology.",
        "Ensure that thresholds are understood by schools.",
        "The Partnership's training offer should be refreshed.",
        "Training for staff should include neglect.",
        "This should be monitored by audit.",
        "Need for health staff to have further training.",
    ],
)
def test_unsure_who_must_act_means_none(text):
    assert addressee_of(text) is None


@pytest.mark.parametrize(
    ("heading", "addressee"),
    [
        ("Northshire Police", "Northshire Police"),
        ("Northshire Police IMR", "Northshire Police"),
        ("Recommendations for the Partnership", "the Partnership"),
        ("Recommendations (Children's Social Care)", "Children's Social Care"),
        ("Recommendations: Police", "Police"),
        ("Primary Care (GP) IMR (recommendations for the NHS)", "the NHS"),
        ("Questions for the Board to consider", "the Board"),
        ("Recommendations", None),
        ("National recommendations", None),
        ("Early help and thresholds", None),
        ("Information sharing between agencies", None),
        ("Strategies for improving practice", None),
    ],
)
def test_a_heading_addresses_a_body_or_none(heading, addressee):
    assert addressee_of_heading(heading) == addressee


def test_the_line_above_a_list_may_say_who_must_act():
    assert addressee_of_lead("The Panel recommends that Northshire Adults Board:") == "Northshire Adults Board"
    assert addressee_of_lead("The Council should:") == "The Council"
