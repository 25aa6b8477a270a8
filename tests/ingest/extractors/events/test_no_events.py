"""What is no event of the case, though it bears a date."""

import pytest

from ingest.extractors import timeline
from tests.ingest.extractors.outlines import outline


def told(markup: str) -> list[tuple[str, str]]:
    """Return date and first three words of each event."""
    events = timeline.extract(outline(markup))
    return [(event.date, " ".join(event.text.split()[:3])) for event in events]


def dates(markup: str) -> list[str]:
    """Return the dates of the events."""
    return [event.date for event in timeline.extract(outline(markup))]


def test_an_action_plan_is_no_chronology():
    assert (
        told("""
# Next steps
| No | Action | Lead | By when |
| 1 | The attendance policy will be rewritten by the school | Head teacher | 30/09/22 |
| 2 | Training is given to all health visitors in the area | Named nurse | 31/12/22 |
""")
        == []
    )


@pytest.mark.parametrize(
    "sentence",
    [
        "The Children Act 1989 sets out the principles.",
        "Working Together to Safeguard Children 2013 required a meeting.",
        "Research found that babies are most at risk (Ash and Birch, 2012).",
        "Ofsted inspected the service in January 2013.",
        "The offence came into force on 29 December 2015, weeks after the mother died.",
        "A decision to hold a serious case review was made on 7th October 2014.",
        "The panel met in March 2015 and again in May.",
        "The author of the overview report was commissioned in June 2015.",
        "A learning event was held on 11 May 2021 with practitioners.",
        "The report was published in July 2016.",
        "In October 2013 a new process was introduced for repeat callers.",
        "The policy was revised in April 2014 and training was delivered to staff in May 2014.",
        "Since January 2020 an interpreter is available at all groups.",
        "A Polish interpreter will be available from March 2021.",
        "In 2018/19 there were 1,200 referrals nationally.",
        "Removal from home in May 2014 would have prevented this.",
        "The inquest concluded in June 2017 that death was from natural causes.",
        "The review covers the time from August 2019 to March 2022.",
        "Children start school in September each year.",
        "The rota is full in March.",
    ],
)  # fmt: skip
def test_laws_research_inspections_and_the_review_itself_are_no_events(sentence):
    for heading in ("# 14. Analysis", "# Learning"):
        assert told(f"{heading}\n{sentence}") == []


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        # The meeting planned for April is not held yet; the decision stands in the month of its heading.
        ("They decided that another conference would be called in April.", ["2014-02"]),
        ("On 14th February it was agreed to issue proceedings on 26th or 27th February.", ["2014-02-14"]),
        ("The nurse made contact. Since their first visit in September 2013 she had seen little change.", ["2014-02"]),
        ("They arrived at 14.05 on the 7th.", ["2014-02-07"]),
        ("Child B lost weight from the 9th to the 2nd centile.", ["2014-02"]),
    ],
)
def test_plans_background_and_figures_do_not_date_an_event(sentence, expected):
    assert dates(f"# Narrative\n## February 2014\n{sentence}") == expected


def test_parts_that_tell_of_the_review_tell_no_events():
    assert (
        told("""
# Methodology
Robin's mother was seen by the reviewer on 3 May 2014.
# Recommendations
The Board should, by March 2015, tell Robin's mother what was done.
# Action plan
Robin's school was visited on 7 May 2014.
""")
        == []
    )


def test_events_after_the_death_are_of_the_case_only_where_its_people_are_in_them():
    assert told("""
# Serious Case Review: Robin
# 1. Introduction
1.1 Robin died on 4 March 2015. Robin's mother rang for an ambulance. Robin was four. Robin liked trains.
# 4. Analysis
4.1 In May 2015 the surgery took on a second health visitor.
4.2 Robin's stepfather was convicted in October 2015.
4.3 Robin's sister was placed with foster carers in June 2015.
""") == [("2015-03-04", "Robin died on"), ("2015-06", "Robin's sister was")]


def test_hidden_dates_give_no_event_rather_than_a_guess():
    assert (
        told("""
# What happened
In Month 1 the mother moved to the area. On Day 3 she told the health visitor that she was tired.
In Year 2 the teacher saw a bruise in Week 6.
When the child was four months old the GP saw her.
""")
        == []
    )


def test_a_review_without_dates_of_the_case_has_no_timeline():
    assert (
        told("""
# Report of findings from a serious case review
Independent Reviewer: A. Elm, August 2013
# Findings
Ofsted inspected the authority in November 2012, and its report came out in January 2013.
The health visitor had watched over the baby's growth with great care.
""")
        == []
    )


@pytest.mark.parametrize(
    "sentence",
    [
        "In 2014 the Children’s Commissioner reported on the lives of young carers.",
        "Guidance from NICE in 2017 recommends that practitioners should ask about abuse.",
        "The threshold document was revised in 2017 and relaunched in January 2018.",
        "An audit in 2017 showed that half of the plans were out of date.",
        "Mental health services were transferred to a new provider in October 2017.",
        "By March 2019 all staff had been trained.",
        "In 2016/17 the team received 4,000 contacts.",
        "The guidance in place in 2013 required a strategy discussion.",
        "A similar finding was made in the review of Child T in 2014.",
        "At the time of writing, in June 2019, the post is vacant.",
        "The Government introduced the limit on benefits in April 2017.",
        "In March 2020 the country went into lockdown.",
        "The reviewer met with mother and grandmother on 6 June 2018.",
        "The author visited mother in prison in August 2018.",
        "The family received a copy of the report on 3 February 2020.",
        "All agencies were asked to secure their files on 3 April 2018.",
        "The Board’s chair resigned in 2018.",
    ],
)
def test_an_account_tells_of_the_wider_world_and_of_the_review_too(sentence):
    account = f"# Review: Child Q\n# What happened\nOn 4 May 2014 Child Q was seen.\n{sentence}"

    assert dates(account) == ["2014-05-04"]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("On 4 May 2014 the manager of the nursery reviewed the policy on collection with mother.", "2014-05-04"),
        ("The Independent Reviewing Officer visited Child Q on 4 September 2014.", "2014-09-04"),
        ("On 7 August 2014 a CIN review meeting took place and the plan was closed.", "2014-08-07"),
        ("On 5th October 2015 father pleaded guilty to assault and was given a community order.", "2015-10-05"),
        ("On 14 February 2015 the childminder, registered with Ofsted, told the nurse of bruises.", "2015-02-14"),
        ("Carer's assessment offered 24.10.15, declined.", "2015-10-24"),
    ],
)
def test_events_that_name_policies_plans_and_reviews_are_events_all_the_same(sentence, expected):
    assert dates(f"# Review: Child Q\n# What happened\n{sentence}") == [expected]
