"""Which tables are chronologies, and which of their columns tell the event."""

import pytest

from ingest.extractors.events.event_tables import columns_of
from tests.ingest.extractors.outlines import outline


@pytest.mark.parametrize(
    ("rows", "when", "events"),
    [
        ("| Date | Event |\n| 3 May 2014 | The nurse called on her. |", 0, (1,)),
        ("| Agency | Date | Significant event | Comment |\n| GP | 3.5.14 | Seen with a cough. | none |", 1, (2,)),
        ("| When | Who | What happened |\n| 2013 | Police | They went to the home. |", 0, (2,)),
        ("| 3 May 2014 | GP | She was seen with a cough. |\n| 4 May 2014 | GP | She was seen again. |", 0, (2,)),
        ("| Date | Contact | Outcome |\n| 3 May 2014 | Health visitor called at home. | No reply |", 0, (1,)),
    ],
)  # fmt: skip
def test_a_chronology_has_a_column_of_dates_and_one_of_events(rows, when, events):
    columns = columns_of(outline(rows).paragraphs[0])
    assert columns is not None
    assert (columns.when, columns.events) == (when, events)


@pytest.mark.parametrize(
    "rows",
    [
        "| No | Recommendation | Lead | Target date |\n| 1 | Review the policy on visits | GP | May 2015 |",
        "| Name | Relationship |\n| Child A | Subject |",
        "| Version | Date | Author |\n| 1 | 3 May 2014 | A. Elm |",
        "| Name | Who | Age in May 2015 |\n| Ruth | the mother | 34 |",
        "| Date | Weight |\n| 3 May 2014 | 9 kg |",
        "| Date of panel meeting | Present |\n| 3 May 2014 | Chair, police, health and education |",
    ],
)
def test_other_tables_are_none(rows):
    assert columns_of(outline(rows).paragraphs[0]) is None
