"""Lists that leave the site: as CSV, as an Excel file, on paper."""

from django.http import HttpRequest, HttpResponse, HttpResponseBase, QueryDict
from django.shortcuts import render

from reviews.columns import columns_for
from reviews.spreadsheets import csv_response, xlsx_response
from reviews.take_away import MOST_PRINTED, MOST_ROWS, taken_list

PREVIEWED = 3


def take_away(request: HttpRequest) -> HttpResponse:
    """Return the page on which columns are chosen, with the first rows in them."""
    taken = taken_list(request.GET, request.user)
    context = {
        "taken": taken,
        "offered": [(one, one in taken.columns) for one in columns_for(taken.asked.show)],
        "first_rows": taken.first(PREVIEWED),
        "fields": list(QueryDict(taken.asked.query()).lists()),
        "most": MOST_ROWS,
    }
    return render(request, "search/take_away.html", context)


def as_csv(request: HttpRequest) -> HttpResponseBase:
    """Return the list as a CSV file."""
    taken = taken_list(request.GET, request.user)
    return csv_response(taken.file_name("csv"), taken.heading, taken.cells())


def as_xlsx(request: HttpRequest) -> HttpResponse:
    """Return the list as an Excel file, with a sheet that says what it is."""
    taken = taken_list(request.GET, request.user)
    return xlsx_response(taken.file_name("xlsx"), taken.heading, taken.cells(), taken.about())


def on_paper(request: HttpRequest) -> HttpResponse:
    """Return the list as a page to print, with its citations."""
    taken = taken_list(request.GET, request.user)
    context = {"taken": taken, "rows": list(taken.rows(MOST_PRINTED)), "most": MOST_PRINTED}
    return render(request, "search/on_paper.html", context)
