"""Lists taken away as CSV and Excel files that spreadsheets open without harm."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from io import BytesIO

from django.http import HttpResponse, StreamingHttpResponse
from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

Cell = str | int | None
# A cell that begins with one of these is a formula to a spreadsheet (OWASP, "CSV injection").
FORMULA_BEGINS = ("=", "+", "-", "@", "\t", "\r")
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
# Excel shows so many characters across at most before a column is wider than a screen.
WIDEST, NARROWEST = 60, 10
# The longest text that a cell of Excel holds.
LONGEST_CELL = 32_767


class _Line:
    """Gives each line back to the writer's caller."""

    def write(self, line: str) -> str:
        return line


def csv_response(name: str, heading: Sequence[str], rows: Iterable[Sequence[Cell]]) -> StreamingHttpResponse:
    """Return the rows as a file called `name`, line by line, so that a long list needs no memory."""
    response = StreamingHttpResponse(_lines(heading, rows), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def xlsx_response(
    name: str, heading: Sequence[str], rows: Iterable[Sequence[Cell]], about: Sequence[tuple[str, Cell]]
) -> HttpResponse:
    """Return the rows as an Excel file called `name`; what they are stands on a second sheet."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "List"
    _fill(sheet, [heading, *rows])
    _fill(book.create_sheet("About this list"), about)
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions
    kept = BytesIO()
    book.save(kept)
    response = HttpResponse(kept.getvalue(), content_type=XLSX)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def harmless(cell: str) -> str:
    """Return the cell so that no spreadsheet takes it for a formula."""
    return f"'{cell}" if cell.startswith(FORMULA_BEGINS) else cell


def _lines(heading: Sequence[str], rows: Iterable[Sequence[Cell]]) -> Iterator[str]:
    writer = csv.writer(_Line())
    # Excel takes a file for UTF-8 where this mark begins it.
    yield "\ufeff" + writer.writerow(heading)
    for row in rows:
        yield writer.writerow([harmless(str("" if cell is None else cell)) for cell in row])


def _fill(sheet: Worksheet, rows: Iterable[Sequence[Cell]]) -> None:
    widths: dict[int, int] = {}
    for number, row in enumerate(rows, start=1):
        for place, value in enumerate(row, start=1):
            _write(sheet, number, place, value)
            widths[place] = max(widths.get(place, NARROWEST), min(len(str(value)) + 2, WIDEST))
    for place, width in widths.items():
        sheet.column_dimensions[get_column_letter(place)].width = width


def _write(sheet: Worksheet, row: int, column: int, value: Cell) -> None:
    cell = sheet.cell(row, column)
    if isinstance(value, str):
        cell.value = ILLEGAL_CHARACTERS_RE.sub(" ", value)[:LONGEST_CELL]
        # Whatever a text begins with, it is a text: openpyxl would make a formula of "=1+1".
        cell.data_type = "s"
        if value.startswith(("https://", "http://")):
            cell.hyperlink, cell.style = value, "Hyperlink"
    elif value is not None:
        cell.value = value
    cell.alignment = Alignment(wrap_text=True, vertical="top")
