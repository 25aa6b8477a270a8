"""Lists as files: no cell is ever a formula, whatever it begins with."""

from io import BytesIO

import pytest
from openpyxl import load_workbook

from reviews.spreadsheets import csv_response, harmless, xlsx_response


@pytest.mark.parametrize("cell", ["=1+1", "+44", "-1", "@SUM(A1)", "\tx", "\rx"])
def test_what_begins_as_a_formula_is_text(cell):
    assert harmless(cell) == f"'{cell}"
    sheet = book_of([[cell]])["List"]
    assert sheet["A2"].data_type == "s"


@pytest.mark.parametrize("cell", ["Nobody asked.", "4 May 2021", "'quoted'", ""])
def test_what_is_no_formula_is_left_alone(cell):
    assert harmless(cell) == cell


def book_of(rows):
    answer = xlsx_response("list.xlsx", ["Text"], rows, [("What is here", "1 finding")])
    return load_workbook(BytesIO(answer.content))


def test_a_csv_file_has_a_heading_and_a_line_for_each_row():
    answer = csv_response("list.csv", ["Page", "Text"], [[3, 'She said "no",\nand left.'], [None, "=2"]])

    lines = b"".join(answer).decode("utf-8-sig")
    assert lines == 'Page,Text\r\n3,"She said ""no"",\nand left."\r\n,\'=2\r\n'
    assert answer["Content-Disposition"] == 'attachment; filename="list.csv"'


def test_an_excel_file_bears_any_text_keeps_numbers_and_makes_links_of_addresses():
    sheet = book_of([["a\x00b" + "x" * 40_000], [12], ["https://crossread.example/items/a/"]])["List"]

    assert sheet["A2"].value.startswith("a bx")
    assert sheet["A3"].value == 12
    assert sheet["A4"].hyperlink.target == "https://crossread.example/items/a/"


def test_a_second_sheet_says_what_the_list_is():
    assert book_of([])["About this list"]["B1"].value == "1 finding"
