"""The fast form of search says what plain SQL says: the same rows, counts and numbers of values, for everybody."""

from dataclasses import replace

import pytest
from django.http import QueryDict
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reviews.filters import AGE_BANDS, FILTERS
from reviews.forms import NOT_STATED
from reviews.search import KINDS_OF_ROW, SearchParameters, counts, rows
from reviews.search.answer import answer
from reviews.search.plain import recount
from tests.reviews.search.library import AGENCIES, THEMES, WORDS, fill_shelf, make_blocks_as

PIECES = (
    *WORDS, "OR", "-school", "-brought", "sch*", "negl*", '"was not brought"', '"school neglect"', "(", ")", "NEAR",
    '"the school"', "school NEAR/2 neglect", "children NEAR CME", "nothing", '"multi agency"',
)  # fmt: skip
VALUES = {
    "theme": (*THEMES, NOT_STATED), "kind": ("scr", "lcspr", "sar"), "area": ("Area 0", "Area 1", NOT_STATED),
    "year": ("2018", "2019", "2020", NOT_STATED), "since": ("1999", "2018", "2020"),
    "practice": ("gap", "good", NOT_STATED),
    "addressee": (*AGENCIES, NOT_STATED), "agency": (*AGENCIES, NOT_STATED), "age": tuple(AGE_BANDS),
    "incident": ("2018", "2019", NOT_STATED),
    "partnership": ("nobody", NOT_STATED), "region": ("london", "wales", NOT_STATED),
    "nation": ("england", "wales", NOT_STATED), "timeline": ("yes", "no"), "checked": ("person", "machine"),
}  # fmt: skip
few = settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@st.composite
def searches(draw):
    """A search: any words, any tab, some values of some filters, wanted or excluded."""
    chosen = draw(st.lists(st.sampled_from(FILTERS), max_size=3, unique=True))
    values: dict[str, tuple[str, ...]] = {}
    excluded: dict[str, tuple[str, ...]] = {}
    for name in chosen:
        some = tuple(draw(st.lists(st.sampled_from(VALUES[name]), min_size=1, max_size=2, unique=True)))
        (excluded if draw(st.booleans()) else values)[name] = some
    return SearchParameters(
        words=" ".join(draw(st.lists(st.sampled_from(PIECES), max_size=4))),
        show=draw(st.sampled_from(list(KINDS_OF_ROW))),
        match=draw(st.sampled_from(["any", "all"])),
        within=draw(st.sampled_from(["review", "item"])),
        sort=draw(st.sampled_from(["best", "newest", "oldest"])),
        values=values,
        excluded=excluded,
    )


@pytest.fixture(params=["loose", "fresh", "mixed"])
def shelf(public, request):
    shelf = fill_shelf()
    make_blocks_as(request.param)
    return shelf


people = st.sampled_from(["charlie", "bob", "alice", "ada"])


@given(search=searches(), name=people)
@few
def test_every_tab_counts_the_rows_that_plain_sql_finds(shelf, search, name):
    assert answer(search, shelf.people[name]).counts == counts(search, shelf.people[name])


@given(search=searches(), name=people)
@few
def test_the_rows_are_those_that_plain_sql_finds(shelf, search, name):
    found = answer(search, shelf.people[name])

    assert {row.pk for row in found.rows(0, 1000)} == set(rows(search, shelf.people[name]).values_list("pk", flat=True))


@given(search=searches(), name=people, facet=st.sampled_from(FILTERS))
@few
def test_each_value_of_a_filter_counts_the_rows_that_choosing_it_gives(shelf, search, name, facet):
    counted = answer(search, shelf.people[name]).of_values(facet)

    # Of years since then, only those are counted in which something was published, and those that are asked for.
    for value in counted if facet == "since" else {*counted, *VALUES[facet]}:
        assert counted.get(value, 0) == recount(search, shelf.people[name], facet, value), value


@given(search=searches())
def test_an_address_says_the_same_as_what_was_asked(search):
    assert SearchParameters.from_query(QueryDict(search.query())) == replace(search, words=search.words.strip())
