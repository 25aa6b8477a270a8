"""Events of the case, drawn from fictional reviews in the layouts that real ones have."""

from hypothesis import given
from hypothesis import strategies as st

from ingest.extractors import timeline
from tests.ingest.extractors.outlines import outline


def told(markup: str) -> list[tuple[str, str]]:
    """Return date and first three words of each event."""
    events = timeline.extract(outline(markup))
    return [(event.date, " ".join(event.text.split()[:3])) for event in events]


def dates(markup: str) -> list[str]:
    """Return the dates of the events."""
    return [event.date for event in timeline.extract(outline(markup))]


def test_month_and_day_take_the_year_of_the_heading_above():
    assert told("""
# 12 Significant events October 2010 – August 2012 2010
12.1 A conference was held on 15th November where a plan was agreed.
## 2011
12.2 In February the health visitor called.
12.3 Later that month the child was taken to hospital.
""") == [("2010-11-15", "A conference was"), ("2011-02", "In February the"), ("2011-02", "Later that month")]


def test_month_headings_date_what_stands_below_them():
    assert told("""
# Narrative
## 2014
### January
The health visitor made a new birth visit on the 9th.
The nursery raised concerns with the social worker.
At the end of the month a meeting was held.
### February
On 25th February the GP wrote to the clinic.
During this appointment mother was tearful.
""") == [
        ("2014-01-09", "The health visitor"),
        ("2014-01", "The nursery raised"),
        ("2014-01", "At the end"),
        ("2014-02-25", "On 25th February"),
        ("2014-02-25", "During this appointment"),
    ]  # fmt: skip


def test_sibling_headings_go_on_from_the_one_before():
    assert dates("""
# What happened
## 2013 November
Police attended the home.
## December
The school made a referral.
## January
The GP saw the child.
""") == ["2013-11", "2013-12", "2014-01"]


def test_a_story_told_in_order_passes_the_turn_of_the_year():
    assert dates("""
# Case history
On 28th December 2018 she was admitted to hospital. On 3rd January she was discharged.
In March her mother rang the surgery.
""") == ["2018-12-28", "2019-01-03", "2019-03"]


def test_two_dates_in_one_sentence_make_two_events():
    assert told("""
# Chronology
The draft plan was discussed in September 2018, but the final plan was not issued until January 2019.
Robin was seen by the nurse in June and September 2020.
""") == [
        ("2018-09", "The draft plan"),
        ("2019-01", "The draft plan"),
        ("2020-06", "Robin was seen"),
        ("2020-09", "Robin was seen"),
    ]  # fmt: skip


def test_relative_dates_count_on_from_the_date_told_before():
    assert dates("""
# What happened
On 21st May 2014 the health visitor saw a bruise. The following day the child was examined.
Three weeks later a conference was held. The plan was reviewed two months later.
""") == ["2014-05-21", "2014-05-22", "2014-06-12", "2014-08"]


def test_sentences_that_go_on_with_an_event_belong_to_it():
    (event,) = timeline.extract(
        outline("""
# Chronology
On 3 May 2014 the officer attended. She spoke with mother at the door. It is of note that the child was not seen.
""")
    )
    assert event.text == "On 3 May 2014 the officer attended. She spoke with mother at the door."


def test_a_date_before_an_entry_is_its_label():
    assert told("""
# Timeline of significant events
17 November 2015 At the annual review her teacher reported seizures.
12 February The taxi company told the council of its difficulty.
The next day Mother wrote to the school.
- May: The community paediatrician held a clinic.
- Autumn 2016 – the seizures came weekly.
""") == [
        ("2015-11-17", "At the annual"),
        ("2016-02-12", "The taxi company"),
        ("2016-02-13", "The next day"),
        ("2016-05", "The community paediatrician"),
        ("2016-23", "the seizures came"),
    ]  # fmt: skip


def test_a_list_that_an_event_announces_belongs_to_it():
    (event,) = timeline.extract(
        outline("""
# Narrative
On 3 May 2014 a plan was made which included the following:
- Mother to take the child to the GP
- Case to be reallocated to a new worker
""")
    )
    assert event.text.endswith("following: Mother to take the child to the GP Case to be reallocated to a new worker")
    assert event.place.passages == (1, 2, 3)


def test_a_year_alone_dates_the_paragraph_after_it():
    assert dates("""
# What happened
2017. In the spring a gas engineer could not reach the boiler. On 12 June the officer raised a concern.
2018. The GP called on 8 February.
""") == ["2017-21", "2017-06-12", "2018-02-08"]


TABLE = """
# 5. Key events
| Date | Time | Agency | Event | Comment |
| 03.01.22 | 09.00 | School | Child Z absent; mother reports sickness. | |
| | 15.30 | CSC | School telephones for advice. | |
| The next day | | School | Home visit. No reply. | Not reported |
| Feb 22 | | Health | Not brought to dental appointment. | Second missed |
| March – April 2022 | | CSC | Early help attempted. | |
"""


def test_a_chronology_in_a_table_gives_an_event_for_each_row():
    assert told(TABLE) == [
        ("2022-01-03", "Child Z absent;"),
        ("2022-01-03", "School telephones for"),
        ("2022-01-04", "Home visit. No"),
        ("2022-02", "Not brought to"),
        ("2022-03/2022-04", "Early help attempted."),
    ]


def test_a_form_tells_its_events_in_answers():
    assert told("""
# Rapid review
| 1. Child's name | Child Z |
| 2. Summary of the case | On 3 May 2022 Child Z was taken to hospital. The following day police came. |
| 3. Membership of the panel | The panel met on 9 May 2022 and was attended by all of its members. |
| 4. Recommendation | The partners should tell the school by 30 June 2022 what was decided. |
""") == [("2022-05-03", "On 3 May"), ("2022-05-04", "The following day")]


def test_a_chronology_goes_on_over_pages():
    assert dates("""
# Chronology
| Date | Event |
| 3 May 2014 | The health visitor called and saw mother. |
===
| Date | Event |
| 7 May | The GP wrote to the paediatrician. |
""") == ["2014-05-03", "2014-05-07"]


def test_what_the_analysis_speaks_of_has_its_year_from_the_story():
    assert told("""
# 3. What happened
3.1 On 9 June 2016 mother telephoned the team. In October 2017 Robin's attendance fell.
# 4. Analysis
4.1 When mother telephoned on 9 June nobody asked about nights.
""")[-1] == ("2016-06-09", "When mother telephoned")


def test_a_list_of_examples_does_not_date_what_comes_after_it():
    assert (
        dates("""
# 14. Analysis
14.1 The plans ended at the conference in June 2011.
- June 2013: the health visitor referred the child without this history.
14.2 Mother was to be visited, and the health visitor called in September but found nobody.
""")[-1]
        == "2011-09"
    )


def test_ages_are_dates_once_the_birth_is_told():
    assert dates("""
# Child Safeguarding Practice Review: Rowan
# What happened
Rowan was born on 16 July 2014. Rowan and mother went home.
The visit took place when she was 12 days old. Rowan slept.
At 4 weeks of age she was taken to the walk-in centre. Rowan was weighed.
On her third birthday the nursery rang. In Reception her attendance at school was poor.
""") == ["2014-07-16", "2014-07-28", "2014-08", "2017-07-16", "2018-09/2019-07"]


def test_a_section_is_the_story_where_most_of_it_is_dated():
    assert dates("""
# The Hollow Lane years
In March 2011 the family moved to Hollow Lane and registered with a surgery there.
By June 2011 the health visitor had called four times and had been let in once.
On 4 July the police were called by a neighbour who had heard shouting.
The following day a social worker visited the home and saw both children.
In September 2011 both children were on the roll of the village school.
""") == ["2011-03", "2011-06", "2011-07-04", "2011-07-05", "2011-09"]


def test_an_event_says_how_its_date_was_worked_out_and_where_it_stands():
    (event,) = timeline.extract(outline("# Chronology\n===\n## 2013\n4.2 In April the GP saw the child."))
    assert (event.date, event.printed, event.paragraph) == ("2013-04", "April", "4.2")
    assert event.worked_out == "year from the heading “2013”"
    assert event.place.page == 2
    assert event.place.boxes
    assert event.place.passages == (2,)


def test_what_is_told_outside_the_story_is_doubtful():
    (event,) = timeline.extract(outline("# Analysis\nIn May 2013 the GP saw the child."))
    assert event.confidence < 0.8
    assert event.doubt


@given(st.lists(st.sampled_from(
    ["# Chronology", "## 2014", "## March", "On the 5th", "the following day", "mother", "died.", "| Date | Event |",
     "| 3 May | seen |", "- item", "4.2", "in 2013/14", "aged 4 months", "(2012)", "“", "===", "Child A",
     "was born", "\n"]
), max_size=30))  # fmt: skip
def test_no_outline_is_too_odd_to_be_read(pieces):
    for event in timeline.extract(outline(" ".join(pieces).replace(" \n ", "\n"))):
        assert event.date
        assert event.text
