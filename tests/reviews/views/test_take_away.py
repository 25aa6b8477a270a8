"""Lists taken away: the rows of the screen, all of them, and nothing that the reader may not see."""

import csv
from io import BytesIO, StringIO

import pytest
from openpyxl import load_workbook

from reviews import take_away
from tests.factories import (
    make_action,
    make_draft,
    make_event,
    make_finding,
    make_partnership,
    make_passage,
    make_recommendation,
    make_review,
    make_user,
)

pytestmark = pytest.mark.usefixtures("public")
BOARD = "Ambermoor Safeguarding Children Partnership"
KINDS = ("reviews", "findings", "recommendations", "actions", "events", "passages")


@pytest.fixture
def partnership():
    return make_partnership(BOARD, area="Ambermoor")


def fill(partnership, reviews=1):
    for number in range(reviews):
        review = make_review(
            f"Child {number} – Ambermoor, LCSPR", subject=f"Child {number}", partnership=partnership, themes=["neglect"]
        )
        passage = make_passage("The school wrote.", review=review, label="4.2")
        for item in (
            make_finding(f"=The school waited {number}.", review=review, label="3", page=12, themes=["neglect"]),
            make_recommendation("Ask the school.", review=review, addressee="The school"),
            make_event("The school rang.", review=review, printed="4 March 2019"),
        ):
            item.passages.add(passage)
        make_action("Ask the school.", review=review, columns={"steps": "Ask the school.", "lead": "The head"})


def rows_of(answer):
    return list(csv.DictReader(StringIO(b"".join(answer).decode("utf-8-sig"))))


def test_a_file_has_every_row_of_every_page_in_the_order_of_the_screen(client, partnership):
    fill(partnership, reviews=45)

    screen = [row for page in (1, 2, 3) for row in on_screen(client, page)]
    rows = rows_of(client.get("/search/take-away/list.csv?q=school"))

    assert [row["Link"].rpartition("/items/")[2] for row in rows] == screen
    assert len(rows) == 45


def on_screen(client, page):
    results = client.get(f"/search/?q=school&page={page}").context["results"]
    return [f"{row.item.anchor}/" for row in results.rows]


def test_rows_speak_plainly_and_carry_a_link_and_a_citation(client, settings, partnership):
    settings.SITE_URL = "https://crossread.example"
    fill(partnership)

    row = rows_of(client.get("/search/take-away/list.csv?theme=neglect"))[0]

    assert row["Citation"] == f"{BOARD} (2021), Child 0, finding 3, para 4.2, p. 12"
    assert row["Link"].startswith("https://crossread.example/items/")
    assert row["Text"] == "'=The school waited 0."
    assert row["Themes"] == "Neglect"
    assert row["Checked"] == "Found by machine, not yet checked"
    assert row["Published"] == "May 2021"
    assert row["Presented as"] == "Finding"


@pytest.mark.parametrize("show", KINDS)
@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_every_kind_of_row_can_be_taken_away_with_all_its_columns(client, partnership, show, ending):
    fill(partnership)
    page = client.get(f"/search/take-away/?show={show}")
    names = [column.name for column, _ in page.context["offered"]]

    answer = client.get(f"/search/take-away/list.{ending}", {"show": show, "column": names})

    assert answer.status_code == 200
    assert f"crossread-{show}-" in answer["Content-Disposition"]
    assert f".{ending}" in answer["Content-Disposition"]


def test_only_the_chosen_columns_are_taken_in_their_usual_order_and_odd_names_are_passed_over(client, partnership):
    fill(partnership)

    rows = rows_of(client.get("/search/take-away/list.csv?column=text&column=review&column=nothing"))
    usual = rows_of(client.get("/search/take-away/list.csv?column=nothing"))

    assert list(rows[0]) == ["Review", "Text"]
    assert "Citation" in usual[0]


def test_an_excel_file_says_what_was_asked(client, partnership):
    fill(partnership)

    answer = client.get("/search/take-away/list.xlsx?q=school&theme=neglect&show=recommendations")
    about = dict(load_workbook(BytesIO(answer.content))["About this list"].values)

    assert about["What is here"] == "1 recommendation"
    assert about["What was asked"] == "Words: school; Theme: Neglect"


def test_the_printable_list_has_the_words_and_their_citation(client, partnership):
    fill(partnership)

    page = client.get("/search/take-away/print/?q=school&show=events").content.decode()

    assert "1 event" in page
    assert "The school rang." in page
    assert f"{BOARD} (2021), Child 0, para 4.2, p. 1." in page


def test_the_list_leads_to_its_files_with_every_filter(client, partnership):
    fill(partnership)

    page = client.get("/search/?q=school&theme=neglect&show=events").content.decode()

    assert 'href="/search/take-away/list.csv?q=school&amp;show=events&amp;theme=neglect"' in page
    assert 'href="/search/take-away/list.xlsx?show=reviews"' in client.get("/reviews/").content.decode()


def test_a_list_longer_than_can_be_taken_says_so(client, partnership, monkeypatch):
    monkeypatch.setattr(take_away, "MOST_ROWS", 2)
    fill(partnership, reviews=3)

    assert "Narrow the search" in client.get("/search/take-away/").content.decode()


@pytest.mark.parametrize("show", KINDS)
def test_a_draft_is_in_no_file(client, partnership, show):
    draft = make_draft(area="Hiddenham")
    for make in (make_finding, make_recommendation, make_action, make_event, make_passage):
        make("A quixotic thing.", review=draft)

    for address in ("list.csv", "list.xlsx", "print/", ""):
        answer = client.get(f"/search/take-away/{address}?show={show}&q=quixotic")
        assert b"quixotic thing" not in read(answer)
        assert b"Hiddenham" not in read(answer)


def read(answer):
    if answer.streaming:
        return b"".join(answer)
    if answer["Content-Type"].startswith("application/vnd"):
        book = load_workbook(BytesIO(answer.content))
        return repr([row for sheet in book for row in sheet.values]).encode()
    return answer.content


@pytest.mark.parametrize("size", [1, 12])
@pytest.mark.parametrize(
    ("address", "queries"),
    [("?q=school", 8), ("list.csv?q=school", 8), ("list.xlsx?q=school", 8), ("print/?q=school", 8)],
)
def test_a_file_asks_the_database_the_same_few_questions_up_to_a_hundred_rows(
    client, partnership, size, address, queries, django_assert_num_queries
):
    client.force_login(make_user())
    fill(partnership, reviews=size)

    read(client.get(f"/search/take-away/{address}"))  # what the process keeps in memory is read

    with django_assert_num_queries(queries):
        read(client.get(f"/search/take-away/{address}"))
