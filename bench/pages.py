"""python -m bench.pages: how long pages take beside an empty Django page, over the reviews that are in the database.

Each round asks for every page in turn; a ratio is that of the middle times, so that what else a machine does touches
all pages alike. Beside it stand the questions that a page asks the database and how large it is.
"""
# ruff: noqa: E402 - Django is set up before anything of it is imported

import os
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median, quantiles
from time import perf_counter

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

import django

django.setup()

from django.conf import settings
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.test import Client, override_settings
from django.test.utils import CaptureQueriesContext
from django.urls import path

from config.urls import urlpatterns as pages_of_the_site
from reviews.models import Review

ROUNDS, WARMING = 20, 2
EMPTY = "/empty/"


def empty(request: HttpRequest) -> HttpResponse:
    """Return the frame of every page with nothing in it."""
    return render(request, "base.html")


urlpatterns = [path("empty/", empty), *pages_of_the_site]


@dataclass(frozen=True)
class Told:
    """One page: milliseconds in the middle and of the slowest twentieth, questions to the database, size in KB."""

    address: str
    p50: float
    p95: float
    queries: int
    kilobytes: float


def addresses() -> list[str]:
    """Return the pages that are measured; the review is the longest there is."""
    longest = max(Review.objects.published().with_length(), key=lambda one: one.letters, default=None)
    review = [f"{longest.get_absolute_url()}{part}" for part in ("", "timeline/", "text/")] if longest else []
    return [EMPTY, "/", "/reviews/", "/search/?q=school", "/themes/neglect/", *review, "/insight/"]


def measured(client: Client, asked: Sequence[str]) -> list[Told]:
    """Return what is told of each page."""
    times: dict[str, list[float]] = {address: [] for address in asked}
    for number in range(ROUNDS + WARMING):
        for address in asked:
            begin = perf_counter()
            client.get(address)
            if number >= WARMING:
                times[address].append((perf_counter() - begin) * 1000)
    return [_told(client, address, times[address]) for address in asked]


def _told(client: Client, address: str, times: Sequence[float]) -> Told:
    with CaptureQueriesContext(connection) as queries:
        size = len(client.get(address).content)
    return Told(address, median(times), quantiles(times, n=20)[-1], len(queries), size / 1000)


def main() -> None:
    """Print the table."""
    settings.ALLOWED_HOSTS = ["*"]
    with override_settings(ROOT_URLCONF="bench.pages", PUBLIC_BROWSING=True, SECURE_SSL_REDIRECT=False):
        told = measured(Client(), addresses())
    print("| page | p50 ms | p95 ms | p50 over an empty page | queries | KB |")
    print("| --- | --: | --: | --: | --: | --: |")
    for one in told:
        ratio = one.p50 / told[0].p50
        print(f"| {one.address} | {one.p50:.1f} | {one.p95:.1f} | {ratio:.1f} | {one.queries} | {one.kilobytes:.0f} |")


if __name__ == "__main__":
    main()
