import re
from gzip import decompress

import pytest
from django.conf import settings as django_settings
from django.db import DatabaseError, OperationalError
from django.http import HttpResponse
from django.template.loader import get_template

from reviews.middleware import CompressedPagesMiddleware
from reviews.views import health
from tests.factories import make_draft, make_finding, make_review, make_user

FICTIONAL = "The demonstration reviews are made up to show how this site works. No real person or place is in them."
PAGES = ("/", "/search/", "/reviews/", "/themes/", "/coverage/", "/help/", "/about/", "/accessibility/", "/nothing/")

pytestmark = pytest.mark.usefixtures("public")


@pytest.mark.parametrize("address", [*PAGES, "/accounts/login/", "/accounts/password/reset/"])
def test_every_page_says_that_the_reviews_are_fictional_in_the_demonstration_only(client, settings, address):
    assert FICTIONAL not in client.get(address).content.decode()

    settings.DEMONSTRATION = True
    assert FICTIONAL in client.get(address).content.decode()


@pytest.mark.parametrize("address", [*PAGES, "/accounts/login/", "/robots.txt", "/healthz"])
def test_search_engines_may_read_but_not_keep_anything(client, address):
    assert client.get(address)["X-Robots-Tag"] == "noindex"


def test_pages_travel_compressed_to_browsers_that_take_them_so(client):
    answer = client.get("/reviews/", headers={"Accept-Encoding": "gzip"})

    assert answer["Content-Encoding"] == "gzip"
    assert b"<h1>Reviews</h1>" in decompress(answer.content)
    assert "Accept-Encoding" in answer["Vary"]
    assert "Content-Encoding" not in client.get("/reviews/")


def test_pictures_and_files_travel_as_they_are(rf):
    picture = HttpResponse(b"picture" * 100, content_type="image/webp")

    request = rf.get("/", headers={"Accept-Encoding": "gzip"})
    answer = CompressedPagesMiddleware(lambda _: picture).process_response(request, picture)

    assert answer is picture
    assert "Content-Encoding" not in picture
    assert picture.content == b"picture" * 100


def test_crawlers_are_let_in_so_that_they_read_that_they_should_not_index(client):
    assert client.get("/robots.txt").content.decode() == "User-agent: *\nAllow: /\n"


@pytest.mark.parametrize(
    "address", [*PAGES, "/accounts/login/", "/accounts/logout/", "/accounts/2fa/", "/accounts/email/"]
)
def test_no_page_has_a_style_or_a_script_of_its_own_in_it(client, address):
    client.force_login(make_user())

    page = client.get(address).content.decode()

    assert " style=" not in page
    assert "<style" not in page
    assert all('src="' in part.split(">")[0] or "application/json" in part for part in page.split("<script")[1:])


def test_the_policy_allows_nothing_from_elsewhere(client):
    policy = client.get("/")["Content-Security-Policy"]

    assert "default-src 'none'" in policy
    assert "unsafe" not in policy


@pytest.mark.parametrize("address", PAGES[:-1])
def test_exit_this_page_stands_on_the_help_page_only(client, address):
    assert ("Exit this page" in client.get(address).content.decode()) == (address == "/help/")


def test_the_reader_chooses_light_or_dark_and_comes_back_to_the_page(client):
    answer = client.post("/settings/", {"appearance": "dark", "next": "/themes/?x=1"})

    assert answer["Location"] == "/themes/?x=1"
    assert 'data-appearance="dark"' in client.get("/").content.decode()


@pytest.mark.parametrize("elsewhere", ["https://example.org/", "//example.org", "javascript:alert(1)", ""])
def test_settings_lead_back_to_this_site_only(client, elsewhere):
    assert client.post("/settings/", {"appearance": "dark", "next": elsewhere})["Location"] == "/"


def test_an_odd_setting_is_none(client):
    client.post("/settings/", {"appearance": '"><script>', "next": "/"})

    assert "data-appearance" not in client.get("/").content.decode()


def test_ready_when_database_migrations_and_queue_are(client):
    answer = client.get("/readyz")

    assert answer.status_code == 200
    assert answer.json() == {"database": True, "migrations": True, "queue": True}


def test_not_ready_says_what_is_missing(client, monkeypatch):
    def no_queue():
        raise DatabaseError

    monkeypatch.setattr(health, "queue_is_there", no_queue)
    answer = client.get("/readyz")

    assert answer.status_code == 503
    assert answer.json() == {"database": True, "migrations": True, "queue": False}


def test_alive_without_asking_the_database(client, django_assert_num_queries):
    with django_assert_num_queries(0):
        assert client.get("/healthz").status_code == 200


def test_a_page_that_is_not_there_helps_on(client):
    answer = client.get("/nothing/")

    assert answer.status_code == 404
    assert "Page not found" in answer.content.decode()
    assert 'action="/search/"' in answer.content.decode()


def test_a_failure_says_sorry_and_shows_nothing_of_it(client, monkeypatch):
    client.raise_request_exception = False
    monkeypatch.setattr("reviews.views.search.results", None)

    answer = client.get("/search/")

    assert answer.status_code == 500
    assert "Sorry, there is a problem with the service" in answer.content.decode()


def test_where_the_database_is_away_it_is_said_that_the_service_will_be_back(client, monkeypatch):
    def away(*_):
        raise OperationalError

    client.raise_request_exception = False
    monkeypatch.setattr("reviews.views.search.results", away)

    answer = client.get("/search/")

    assert answer.status_code == 503
    assert answer["Retry-After"] == "60"
    assert "the service is not available" in answer.content.decode()


def test_every_page_says_whom_to_write_to(client, settings):
    assert "mailto:" not in client.get("/about/").content.decode()

    settings.CONTACT_EMAIL = "reviews@crossread.example"
    for address in ("/", "/about/", "/nothing/"):
        assert 'href="mailto:reviews@crossread.example"' in client.get(address).content.decode()


def test_a_form_that_holds_too_much_is_told_so(client, settings):
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 100

    answer = client.post("/settings/", {"appearance": "d" * 200})

    assert answer.status_code == 413
    assert "What you sent is too large" in answer.content.decode()


@pytest.mark.parametrize("page", ["400", "403", "404", "413", "429", "500", "503"])
def test_every_page_of_an_error_says_what_to_do_and_can_be_shown_without_a_database(page, django_assert_num_queries):
    with django_assert_num_queries(0):
        shown = get_template(f"{page}.html").render()

    assert "<h1>" in shown
    assert "oops" not in shown.lower()
    assert 'action="/search/"' in shown or "try again" in shown.lower()


def test_a_page_that_is_passed_on_shows_what_the_site_is_and_nothing_of_the_review(client):
    review = make_review("Tam – Ambermoor, LCSPR")

    head = client.get(review.get_absolute_url()).content.decode().split("</head>")[0]

    assert '<meta property="og:title" content="Crossread">' in head
    assert re.search(r'<meta property="og:image" content="http[^"]+preview[^"]*.png">', head)
    assert "Tam" not in head.replace("<title>Tam – Ambermoor, LCSPR – Crossread</title>", "")


def test_a_form_without_its_token_is_explained(client):
    client.handler.enforce_csrf_checks = True

    answer = client.post("/settings/", {"appearance": "dark"})

    assert answer.status_code == 403
    assert "Send the form again" in answer.content.decode()


def test_coverage_says_how_many_reviews_of_each_kind_year_and_area_are_here(client):
    make_finding("Found.", review=make_review(area="Ambermoor", published="2021-05"))
    make_review(area="Ambermoor", published="", kind="scr")

    page = client.get("/coverage/").content.decode()

    assert '<a href="/reviews/?area=Ambermoor">Ambermoor</a>' in page
    assert '<a href="/reviews/?year=not-stated">Not stated</a>' in page
    assert '<a href="/reviews/?kind=scr">' in page


def test_signing_in_says_the_same_of_an_unknown_address_and_a_wrong_password(client):
    known = make_user()
    wrong = [
        client.post("/accounts/login/", {"login": login, "password": "not the password"}).content.decode()
        for login in (known.email, "nobody@crossread.example")
    ]

    first, second = (page.replace(known.email, "").replace("nobody@crossread.example", "") for page in wrong)
    assert "There is a problem" in first
    without_token = lambda page: [line for line in page.splitlines() if "csrfmiddlewaretoken" not in line]  # noqa: E731
    assert without_token(first) == without_token(second)


def test_nobody_makes_an_account_for_themself(client):
    page = client.get("/accounts/signup/").content.decode()

    assert "Accounts are made by administrators" in page
    assert 'type="password"' not in page


def test_strings_are_those_of_this_country():
    assert django_settings.LANGUAGE_CODE == "en-gb"


def test_coverage_says_of_which_years_no_review_is_here(client):
    make_review(published="2019")
    make_review(published="2022-03")
    make_review(published="", kind="scr")

    page = client.get("/coverage/")
    grid = page.context["spread"].grid

    assert grid.years == ("2022", "2021", "2020", "2019", "Not stated")
    assert grid.years_without == ["2021", "2020"]
    assert {kind: sum(numbers) for kind, numbers in grid.rows} == {
        "Local child safeguarding practice review (LCSPR)": 2, "Serious case review (SCR)": 1,
    }  # fmt: skip
    assert "No review published in 2021, 2020 is here" in page.content.decode()


def test_coverage_counts_no_draft(client):
    make_draft(area="Hiddenham")

    page = client.get("/coverage/")

    assert page.context["spread"].grid.rows == ()
    assert "Hiddenham" not in page.content.decode()
