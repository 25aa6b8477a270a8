"""What lies in the register's files."""

from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest

from reviews.codebook.cue_language import parsed
from reviews.models import Nation, PartnershipKind, Region
from reviews.models.partnership import NameBasis
from reviews.register import agencies, areas, bodies

NOW = [area for area in areas() if area.type != "former"]
# Authorities with social care in each region of England, and areas in the other nations.
NUMBERS = {
    "north_east": 12, "north_west": 24, "yorkshire": 15, "east_midlands": 10, "west_midlands": 14, "east": 11,
    "london": 33, "south_east": 19, "south_west": 15, "wales": 22, "scotland": 32, "northern_ireland": 5,
}  # fmt: skip


def test_every_upper_tier_authority_council_and_trust_is_there():
    assert Counter(area.region for area in NOW) == NUMBERS


def test_every_area_has_its_nation_and_region():
    for area in areas():
        assert area.nation in Nation.values
        assert area.region in Region.values
        assert area.source.startswith("https://")


def test_names_and_aliases_of_areas_are_unique():
    names = [name.casefold() for area in areas() for name in (area.name, *area.aliases)]
    assert [name for name, number in Counter(names).items() if number > 1] == []


@pytest.mark.parametrize("kind", ["children", "adults"])
def test_every_area_has_a_body_for_children_and_one_for_adults(kind):
    covered = {name for body in bodies() if body.kind in (kind, "people") for name in body.covers}
    assert {area.name for area in NOW} <= covered


def test_every_body_and_every_name_has_a_source_and_says_what_it_rests_on():
    for body in bodies():
        assert body.kind in PartnershipKind.values
        assert body.nation in Nation.values
        assert body.source.startswith("https://")
        assert body.names[0].name == body.name
        for name in body.names:
            assert name.source.startswith("https://")
            assert name.basis in NameBasis.values


def test_what_a_page_shows_is_not_cited_from_a_law():
    laws = {name.source for body in bodies() for name in body.names if name.basis == "law"}
    pages = {name.source for body in bodies() for name in body.names if name.basis == "page"}
    assert all("legislation.gov.uk" in source for source in laws)
    assert not laws & pages


def test_bodies_cover_areas_of_the_register():
    known = {area.name for area in areas()}
    for body in bodies():
        assert set(body.covers) <= known
        assert body.covers or body.kind == "national"


def test_keys_are_unique_and_no_two_bodies_share_a_name():
    assert len({body.key for body in bodies()}) == len(bodies())
    names = Counter(name.name.casefold() for body in bodies() for name in body.names)
    assert [name for name, number in names.items() if number > 1] == []


def test_years_of_a_name_are_in_order():
    for body in bodies():
        for name in body.names:
            years = [year for year in (name.first_year, name.last_year) if year]
            assert all(2000 <= year <= 2030 for year in years)
            assert all(first <= last for first, last in pairwise(years))


def test_agencies_have_names_and_aliases_that_can_be_read():
    assert len({agency.key for agency in agencies()}) == len(agencies()) >= 60
    assert len({agency.name for agency in agencies()}) == len(agencies())
    for agency in agencies():
        for alias in (*agency.aliases, *agency.general_aliases):
            parsed(alias)


@pytest.mark.parametrize(
    ("what", "number"),
    [
        ("`areas.csv`", len(areas())),
        ("`partnerships.csv`", len(bodies())),
        ("`partnership_names.csv`", sum(len(body.names) for body in bodies())),
        ("`agencies.csv`", len(agencies())),
        *((f"`{basis}`", sum(name.basis == basis for body in bodies() for name in body.names)) for basis in NameBasis),
    ],
)
def test_the_page_on_the_register_has_its_numbers(what, number):
    page = (Path(__file__).parents[3] / "docs" / "register.md").read_text(encoding="utf-8")
    (row,) = [line for line in page.splitlines() if line.startswith(f"| {what} |")]
    assert f"| {number} |" in row
