import subprocess
import sys

from ingest.pipeline import extract, extract_outline
from ingest.record import to_json
from tests.ingest.extractors.outlines import outline

REPORT = """
# Serious Case Review: Child Q
# 1 Introduction
1.1 This review is about a child of four, who was seriously neglected by those who cared for him at home.
# 2 Findings
Learning point 1: Neglect should be considered when a child is missing education.
# 3 Recommendations
1. The Safeguarding Children Board should review its guidance on neglect.
# Action plan
| No | Recommendation | Action | Lead | By when |
| 1 | Review the guidance on neglect. | New guidance on neglect | Board manager | May 2016 |
"""


def test_an_outline_gives_every_kind_of_item_with_its_themes():
    review = extract_outline(outline(REPORT))

    assert [item.text for item in review.findings] == [
        "Neglect should be considered when a child is missing education."
    ]
    assert [item.label for item in review.recommendations] == ["1"]
    assert [item.lead for item in review.actions] == ["Board manager"]
    for items in (review.findings, review.recommendations, review.actions):
        assert "neglect" in [mention.theme for mention in items[0].themes]
    assert review.recommendations[0].agency is not None


def test_the_passages_of_an_item_are_places_in_the_list_of_passages():
    review = extract_outline(outline(REPORT))

    recommendation = review.recommendations[0]
    assert review.passages[recommendation.place.passages[0]].text == recommendation.text


def test_an_empty_outline_gives_an_empty_record():
    review = extract_outline(outline(""))

    assert (review.recommendations, review.findings, review.actions, review.timeline) == ((), (), (), ())


def test_a_file_becomes_a_record(tmp_path):
    source = tmp_path / "review.md"
    source.write_text("# Recommendations\n\n1. The Board should review its guidance.\n", encoding="utf-8")

    record = to_json(extract(source))

    assert record["recommendations"][0]["text"] == "The Board should review its guidance."
    assert record["format"] == "markdown"


def test_extraction_needs_no_database_and_no_django():
    program = "import ingest.pipeline, sys; sys.exit('django' in sys.modules)"

    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


def test_reading_the_same_outline_again_gives_the_same():
    assert extract_outline(outline(REPORT)) == extract_outline(outline(REPORT))
