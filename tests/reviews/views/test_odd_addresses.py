"""Whatever stands in the address of a search, its answer is a page or a file and never an error."""

import pytest
from django.http import QueryDict
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reviews.filters import FILTERS
from reviews.forms import NOT_STATED
from reviews.search.blocks import bring_up_to_date
from tests.reviews.search.library import THEMES, fill_shelf

ADDRESSES = (
    "/search/", "/reviews/", "/search/filters/area/", "/search/filters/theme/", "/search/take-away/",
    "/search/take-away/list.csv", "/search/take-away/print/", "/search/feed.atom", "/packs/answer/",
    "/themes/neglect/", "/coverage/", "/repeated/", "/insight/",
)  # fmt: skip
NAMES = (*FILTERS, *(f"not_{name}" for name in FILTERS), "q", "show", "match", "within", "sort", "page", "find",
         "column", "with", "nonsense")  # fmt: skip
# What such values are, what they nearly are, and what breaks programs.
VALUES = (
    *THEMES, NOT_STATED, "not-extracted", "2019", "0000", "9999", "10000", "-1", "\u0663", "1e9", "reviews",
    "recommendations", "passages", "events", "all", "any", "item", "review", "best", "oldest", "school", "sch*", "*",
    "-", "--", '"', '"school', "NEAR", "a NEAR/99999999999 b", "((((((", ")", "OR OR", "-school", "' OR 1=1 --", "%",
    "\\", "\x00", "\ud83d", "\u00e9", "\U0001d54f", "& | ! <->", ":*", "<b>", "school:A", "\u202e", " ", "last", "0",
    "999999999999999999999",
)  # fmt: skip
queries = st.lists(st.tuples(st.sampled_from(NAMES), st.sampled_from(VALUES) | st.text(max_size=12)), max_size=8)


@pytest.fixture
def shelf(public):
    shelf = fill_shelf()
    bring_up_to_date()
    return shelf


@given(address=st.sampled_from(ADDRESSES), query=queries)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_odd_values_of_an_address_are_passed_over(shelf, client, address, query):
    said = QueryDict(mutable=True)
    for name, value in query:
        said.appendlist(name, value.encode("utf-8", "surrogatepass").decode("utf-8", "replace"))

    assert client.get(f"{address}?{said.urlencode()}").status_code == 200


@pytest.mark.parametrize(
    "query",
    ["q=%FF%FE", "q=%", "q=%00", "year=%D9%A3", "page=%F0%9F", "theme=%00&theme=", "&&&=&=x", "q=" + "a" * 5000],
)
@pytest.mark.parametrize("address", ADDRESSES)
def test_bytes_that_are_no_text_are_passed_over(public, client, address, query):
    if "themes/neglect" in address:
        fill_shelf()

    assert client.get(f"{address}?{query}").status_code == 200
