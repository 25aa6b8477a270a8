"""Facts from covers and openings, drawn from fictional reviews of all nations and kinds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.blocks import ReadDocument
from ingest.extractors import facts
from ingest.hypertext.walking import blocks_of
from ingest.outlining import outline_of
from ingest.record import ExtractedFacts
from tests.ingest.extractors.outlines import outline


def read(markup: str) -> ExtractedFacts:
    """Return the facts of an outline in marks."""
    return facts.extract(outline(markup))


DHR = """
# Domestic Homicide Review
## Overview report into the death of Adult F, aged 52
## Safer Marlowe Partnership
Report produced by Helen Carrick, Independent Chair and Author
Date report completed: 14th February 2021
===
## 1. Introduction
1.1 This report of a domestic homicide review examines the support given to Adult F, a resident of Marlowe, prior to the point of her death on 12th June 2019.
## 2. Timescales
2.1 The decision to undertake a review was made on 9th July 2019. The Panel met on 3rd September 2019.
2.2 The review considered agencies' contact between 1st January 2015 and 12th June 2019.
2.3 The following agencies contributed to the review:
- Marlowe Police
- Lantern – specialist domestic abuse service
- Marlowe General Hospital NHS Foundation Trust
"""  # noqa: E501
WELSH = """
# Extended Child Practice Review
## Cwm Alaw Regional Safeguarding Children Board
Date report presented to the Board: 17 September 2021
Reviewers: Dr Eleri Pugh and Huw Tannatt Chair of the panel: Mair Elis
===
## Outline of circumstances resulting in the Review
The Board commissioned this review under the Social Services and Well-being (Wales) Act 2014. The child will be referred to as Child J.
Child J died at home on 2 December 2019. The period of the review is the twelve months before his death.
"""  # noqa: E501
SCR = """
# ELMSHIRE SAFEGUARDING CHILDREN BOARD
## SERIOUS CASE REVIEW
## CHILD T AND CHILD U
## OVERVIEW REPORT
Lead Reviewers: Fiona Marsh & Deepak Sethi
### September 2017
===
## 1. Introduction
This review was commissioned in September 2015 following the death of Child T (4) and injuries to Child U (2) in a house fire on 8 July 2015.
Working Together to Safeguard Children (2013) sets out when a Local Safeguarding Children Board must hold one.
The timeframe for the review will be from 1 April 2013. It will end on 8 July 2015, the date of the fire.
"""  # noqa: E501
SAR = """
# Safeguarding Adults Review
## Mrs Green
## Norwold Safeguarding Adults Board
Paul Dennison
Independent reviewer and author
Published: June 2022
===
## Why this review
Mrs Green, who was 84 and White British, died in hospital on 5 January 2021. The Board agreed in April 2021 that the criteria of section 44 of the Care Act 2014 were met.
The review looks at the time from October 2019 to Mrs Green's death. Mrs Green had dementia.
"""  # noqa: E501


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        (DHR, ("dhr", "Adult F", "Safer Marlowe Partnership", "Marlowe", ("Helen Carrick",))),
        (
            WELSH,
            ("cpr", "Child J", "Cwm Alaw Regional Safeguarding Children Board", "Cwm Alaw",
             ("Eleri Pugh", "Huw Tannatt")),
        ),
        (
            SCR,
            ("scr", "Child T and Child U", "Elmshire Safeguarding Children Board", "Elmshire",
             ("Fiona Marsh", "Deepak Sethi")),
        ),
        (SAR, ("sar", "Mrs Green", "Norwold Safeguarding Adults Board", "Norwold", ("Paul Dennison",))),
    ],
)  # fmt: skip
def test_kind_subject_partnership_area_and_authors_stand_on_the_cover(markup, expected):
    found = read(markup)
    assert (found.kind, found.subject, found.partnership, found.area, found.authors) == expected


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        (DHR, ("2021-02-14", "2015-01-01/2019-06-12", "2019-06-12", "death")),
        (WELSH, ("2021-09-17", "2018-12-02/2019-12-02", "2019-12-02", "death")),
        (SCR, ("2017-09", "2013-04-01/2015-07-08", "2015-07-08", "death")),
        (SAR, ("2022-06", "2019-10/2021-01-05", "2021-01-05", "death")),
    ],
)
def test_publication_period_and_incident_are_dates_in_edtf(markup, expected):
    found = read(markup)
    assert (found.published, found.period, found.incident, found.outcome) == expected


@pytest.mark.parametrize(
    ("markup", "title"),
    [
        (DHR, "Domestic Homicide Review: Overview report into the death of Adult F, aged 52"),
        (WELSH, "Extended Child Practice Review"),
        (SCR, "Serious Case Review: Child T and Child U: Overview Report"),
        (SAR, "Safeguarding Adults Review: Mrs Green"),
        (
            "# Learning Review – 'Ivy'\nFinal report – January 2024\nIvy lived here. Ivy left.",
            "Learning Review – 'Ivy'",
        ),
        (
            "# 1. Introduction\nThis report gives an account of a Child Safeguarding Practice Review conducted here.",
            "Child Safeguarding Practice Review",
        ),
    ],
)  # fmt: skip
def test_the_title_is_that_of_the_cover_on_one_line(markup, title):
    assert read(markup).title == title


def test_a_form_tells_its_facts_in_rows():
    found = read("""
# Rapid Review Report: Bryony
## 1. About this review
| Child | Bryony, a girl of 13, White British. She has type 1 diabetes. |
| Date of the incident | 14 January 2026 |
| Period considered | From March 2023 to 14 January 2026 |
## 2. What happened
Bryony was seen. Bryony rang.
""")
    assert (found.kind, found.subject, found.incident, found.period) == (
        "rapid_review",
        "Bryony",
        "2026-01-14",
        "2023-03/2026-01-14",
    )


def test_people_are_told_with_age_sex_ethnicity_and_disability_where_stated():
    found = read("""
# Local Child Safeguarding Practice Review – Ivy
# Ivy
Ivy is a 14-year-old girl of Black Caribbean heritage. She has ADHD and likes maps. Ivy draws.
# What happened
In May 2021 Ivy was found. Ivy was aged 12 when she was told.
""")
    (ivy,) = found.people
    assert (ivy.name, ivy.role, ivy.age, ivy.sex) == ("Ivy", "child", "14-year-old", "female")
    assert (ivy.ethnicity, ivy.disability) == ("Black Caribbean heritage", "ADHD")


def test_what_is_not_stated_of_a_person_is_unknown():
    (adult,) = read(DHR).people
    assert (adult.role, adult.age, adult.ethnicity, adult.disability) == ("adult", "aged 52", None, None)


def test_the_agencies_are_those_listed_as_taking_part():
    assert read(DHR).agencies == ("Marlowe Police", "Lantern", "Marlowe General Hospital NHS Foundation Trust")


def test_every_fact_has_the_words_and_page_that_it_was_read_from():
    found = read(SAR)
    assert found.evidence["published"] == ("Published: June 2022", 1)
    assert found.evidence["incident"][1] == 2
    assert {"title", "kind", "subject", "partnership", "authors", "period", "nation", "outcome"} <= set(found.evidence)


def test_a_site_of_the_council_tells_the_place_where_no_board_is_named():
    found = read("# SERIOUS CASE REVIEWS\n## Child K\nThe LSCB publishes reviews at http://www.ambermoor.gov.uk/lscb.")
    assert (found.partnership, found.area) == ("LSCB", "Ambermoor")


PIECES = [
    "# Serious Case Review", "## Child A", "Author:", "Jane Elm", "Published", "May 2014", "The period", "from", "\n",
    "died on", "3 June 2013", "| Date of death | 31/02/2014 |", "Board for", "Safeguarding Children Partnership", "===",
    "(Wales)", "aged", "...",
]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=30))
def test_no_front_is_too_odd_to_be_read(pieces):
    found = read(" ".join(pieces).replace(" \n ", "\n"))
    assert isinstance(found.title, str)


def test_lines_of_a_web_page_are_statements_of_their_own_and_a_title_over_two_is_one():
    page = (
        "<h1>Learning Review:<br>Robin</h1><p>Ashmere Child Protection Committee<br>Lead reviewer: Isla Gow<br>"
        "June 2023</p><h2>Introduction</h2><p>Robin was 14 when he was hurt on 27 November 2021.</p>"
    )

    found = facts.extract(outline_of(ReadDocument("html", tuple(blocks_of(page)))))

    assert (found.title, found.authors, found.published) == ("Learning Review: Robin", ("Isla Gow",), "2023-06")
    assert found.partnership == "Ashmere Child Protection Committee"
