"""The pages that readers see, over 2,000 made-up reviews, beside an empty Django page.

Who asks is a signed-in reader, as on a service that is not open to everybody, and the empty page goes the same way:
every middleware, the session, the person, the frame of all pages. Each round asks for every page in turn; a ratio is
that of the middle times, so that what else a machine does touches all pages alike. A page is asked for again, as
readers do, and for the first time: with nothing kept from an earlier visit.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from gzip import compress
from http import HTTPStatus
from statistics import median, quantiles
from time import perf_counter

from django.conf import settings
from django.core.cache import caches
from django.core.management import call_command
from django.db import connection
from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.test import Client, override_settings
from django.test.utils import CaptureQueriesContext
from django.urls import path

from bench.corpus import PASSAGES_OF_A_REVIEW, Maker
from bench.database import use_database
from bench.in_crossread import fill
from bench.report import say
from config.urls import urlpatterns as pages_of_the_site
from people.models import User
from reviews.models import Item, Review

ROUNDS, WARMING, FIRST_VISITS = 20, 2, 5
# A made-up page has eight passages.
PASSAGES_OF_SIXTY_PAGES = 480
EMPTY = "/empty/"
READER = "reader@crossread.example"


def empty(request: HttpRequest) -> HttpResponse:
    """Return the frame of every page with nothing in it."""
    return render(request, "base.html")


urlpatterns = [path("empty/", empty), *pages_of_the_site]


@dataclass(frozen=True)
class Told:
    """One page: milliseconds again and for the first time, questions to the database, its size in KB."""

    address: str
    p50: float
    p95: float
    first: float
    queries: int
    kilobytes: float
    compressed: float


def measure_pages(reviews: int) -> None:
    """Measure over so many reviews, made if they are not there, and print the table."""
    passages = reviews * PASSAGES_OF_A_REVIEW
    use_database(passages)
    fill(Maker().reviews(passages))
    call_command("createcachetable", verbosity=0)
    call_command("collectstatic", verbosity=0, interactive=False)
    settings.ALLOWED_HOSTS = ["*"]
    with override_settings(ROOT_URLCONF="bench.pages"):
        told = measured(reader(), addresses())
    say(table_of(told))


def reader() -> Client:
    """Return the browser of a reader who has signed in."""
    client = Client()
    client.force_login(User.objects.filter(email=READER).first() or User.objects.create_user(READER))
    return client


def addresses() -> list[str]:
    """Return the pages that are measured; the review is one of sixty pages."""
    sizes = Item.objects.of_kind("passage").order_by("review").values_list("review").annotate(Count("pk"))
    sixty = Review.objects.get(pk=min(sizes, key=lambda one: abs(one[1] - PASSAGES_OF_SIXTY_PAGES))[0])
    finding = Item.objects.current().of_kind("finding").order_by("pk")[0]
    parts = [f"{sixty.get_absolute_url()}{part}" for part in ("", "timeline/", "actions/", "text/")]
    return [
        EMPTY, "/", "/reviews/", "/search/?q=school", "/search/?q=school&theme=neglect", "/themes/", "/themes/neglect/",
        *parts, finding.get_absolute_url(), "/insight/", "/coverage/",
    ]  # fmt: skip


def measured(client: Client, asked: Sequence[str]) -> list[Told]:
    """Return what is told of each page."""
    times: dict[str, list[float]] = {address: [] for address in asked}
    first = {address: median(first_visits(client, address)) for address in asked}
    for number in range(ROUNDS + WARMING):
        for address in asked:
            taken = milliseconds(client, address)
            if number >= WARMING:
                times[address].append(taken)
    return [told_of(client, address, times[address], first[address]) for address in asked]


def first_visits(client: Client, address: str) -> list[float]:
    """Return the milliseconds of a page where nothing of it is kept."""
    client.get(address)
    taken = []
    for _ in range(FIRST_VISITS):
        for name in settings.CACHES:
            caches[name].clear()
        taken.append(milliseconds(client, address))
    return taken


def milliseconds(client: Client, address: str) -> float:
    """Return how long a page takes. Raises AssertionError where it is none."""
    begin = perf_counter()
    answer = client.get(address)
    taken = (perf_counter() - begin) * 1000
    assert answer.status_code == HTTPStatus.OK, address
    return taken


def told_of(client: Client, address: str, times: Sequence[float], first: float) -> Told:
    """Return what is told of one page."""
    with CaptureQueriesContext(connection) as queries:
        page = client.get(address).content
    return Told(
        address, median(times), quantiles(times, n=20)[-1], first, len(queries), len(page) / 1000,
        len(compress(page)) / 1000,
    )  # fmt: skip


def table_of(told: Sequence[Told]) -> str:
    """Return the table in Markdown; the first page is the empty one."""
    lines = [
        "| page | p50 ms | p95 ms | over empty | first visit, ms | over empty | queries | KB | gzip KB |",
        "| --- | --: | --: | --: | --: | --: | --: | --: | --: |",
    ]
    for one in told:
        ratios = one.p50 / told[0].p50, one.first / told[0].p50
        lines.append(
            f"| {one.address} | {one.p50:.1f} | {one.p95:.1f} | {ratios[0]:.1f} | {one.first:.1f} | {ratios[1]:.1f} "
            f"| {one.queries} | {one.kilobytes:.0f} | {one.compressed:.0f} |"
        )
    return "\n".join(lines)
