"""Every demonstration review can be set, and its answers stand where they say."""

import re
from pathlib import Path

import pytest

from demonstration.answers import answers
from demonstration.typesetting import sources, typeset
from tests.demonstration.printed import letters, pages, stands_on

KINDS = {"scr", "lcspr", "cspr", "sar", "dhr", "cpr", "learning_review", "rapid_review", "thematic", "other"}
FACTS = {"title", "kind", "subject", "partnership", "area", "authors", "published", "period", "incident"}
KEYS = {
    "recommendations": {"label", "text", "group", "addressee", "themes"},
    "findings": {"kind", "label", "text", "themes"},
    "timeline": {"date", "text", "paragraph"},
    "actions": {"agency", "label", "recommendation", "outcome", "steps", "lead", "timescale", "measure"},
}
CELLS = ("recommendation", "outcome", "steps", "lead", "timescale", "measure")
# A day, month or year, a season (2019-21), an interval of those, "about" (2019~) or open at one end (../2019).
ONE_DATE = r"\d{4}(-\d{2}(-\d{2})?)?~?"
EDTF = re.compile(rf"(\.\.|{ONE_DATE})(/(\.\.|{ONE_DATE}))?")

every_review = pytest.mark.parametrize("source", sources(), ids=lambda source: source.stem)


@every_review
def test_a_record_has_every_key_that_the_form_requires(source: Path):
    record = answers(source)

    assert set(record["review"]) >= FACTS
    for part, keys in KEYS.items():
        for item in record[part]:
            assert set(item) >= {"id", "core", "page", *keys}, item


@every_review
def test_the_facts_are_complete_and_stand_in_the_review(source: Path):
    facts = answers(source)["review"]
    printed = "".join(pages(source))

    assert facts["kind"] in KINDS
    for name in ("title", "subject", "partnership", "area"):
        assert letters(facts[name]) in printed, name
    for author in facts["authors"]:
        assert letters(author) in printed
    assert facts["published"]


@every_review
@pytest.mark.parametrize("part", ["recommendations", "findings", "timeline"])
def test_the_text_of_an_item_stands_on_the_page_that_it_names(source: Path, part: str):
    printed = pages(source)

    astray = [item for item in answers(source)[part] if not stands_on(item["text"], item["page"], printed)]

    assert astray == []


@every_review
def test_the_cells_of_an_action_stand_on_the_page_that_it_names(source: Path):
    printed = pages(source)

    astray = [
        (row["id"], row[cell])
        for row in answers(source)["actions"]
        for cell in CELLS
        if row[cell] and not stands_on(row[cell], row["page"], printed)
    ]

    assert astray == []


@every_review
def test_the_label_of_a_recommendation_is_printed_on_its_page(source: Path):
    printed = pages(source)

    for item in answers(source)["recommendations"]:
        assert letters(item["label"] or "") in printed[item["page"] - 1], item


@every_review
def test_every_date_is_edtf(source: Path):
    record = answers(source)
    dates = [event["date"] for event in record["timeline"]]
    dates += [record["review"][name] for name in ("published", "period", "incident") if record["review"][name]]

    assert [date for date in dates if not EDTF.fullmatch(date)] == []


@every_review
def test_the_themes_of_the_review_are_themes_of_its_items(source: Path):
    record = answers(source)
    of_items = {theme for item in record["findings"] + record["recommendations"] for theme in item["themes"]}

    assert record["themes"]
    assert set(record["themes"]) <= of_items


@every_review
def test_no_semicolon_is_lost_after_a_mark(source: Path):
    # Typst takes a semicolon straight after a call for the call's end and does not print it.
    assert re.findall(r".*\];", source.read_text()) == []


def test_the_same_source_always_gives_the_same_file(tmp_path: Path):
    source = sources()[0]

    typeset(source, tmp_path / "one.pdf")
    typeset(source, tmp_path / "two.pdf")

    assert (tmp_path / "one.pdf").read_bytes() == (tmp_path / "two.pdf").read_bytes()
