"""When a review was published, and when the incident was."""

from ingest.extractors import facts
from ingest.record import ExtractedFacts
from tests.ingest.extractors.outlines import outline


def read(markup: str) -> ExtractedFacts:
    """Return the facts of an outline in marks."""
    return facts.extract(outline(markup))


def test_several_dates_on_a_cover_the_last_is_the_publication():
    found = read("""
# Report of findings from a serious case review
Independent Reviewer Anna Elm August 2013
Prepared for publication by Bob Oak, November 2013
===
# Introduction
Text.
""")
    assert found.published == "2013-11"


def test_dates_of_the_case_on_a_cover_are_not_the_publication():
    found = read(
        "# Serious Case Review\nBorn: Autumn 2011\nSignificant Incident August 2014\n===\n# 1. Introduction\nText."
    )
    assert (found.published, found.incident) == (None, "2014-08")


def test_an_incident_that_is_no_death_is_what_the_text_begins_with():
    found = read("""
# Local Child Safeguarding Practice Review: Tam
# Introduction
On the evening of 3 March 2022 a girl of 14 carried her brother across a road to a neighbour, who called an ambulance.
Tam lived. Tam is now with foster carers. He suffered serious harm.
""")
    assert (found.incident, found.outcome) == ("2022-03-03", "serious_harm")


def test_a_review_that_tells_no_incident_has_none():
    found = read("""
# Local Child Safeguarding Practice Review
# Introduction
The Partnership agreed to undertake a review of the case of a child, known here as Child Y, who did not start school.
A practitioner session was held in July 2021.
""")
    assert (found.incident, found.period, found.published) == (None, None, None)
