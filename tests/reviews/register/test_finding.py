"""From a printed name to its body."""

import pytest

from reviews.register import Body, Name, find_area, find_partnership


def body(key: str, kind: str, area: str, *names: Name, covers: tuple[str, ...] = ()) -> Body:
    return Body(key, names[0].name if names else key, kind, area, covers, "", "england", "", names)


REGISTER = (
    body("wold", "children", "Wold", Name("Wold Safeguarding Children Partnership"), Name("Wold LSCB", None, 2019)),
    body("wold-adults", "adults", "Wold", Name("Wold Safeguarding Adults Board", 2015)),
    body("wold-csp", "community_safety", "Wold", Name("Wold Community Safety Partnership")),
    body("fenby", "people", "Fenby", Name("Keeping Fenby Well")),
    body("marsh", "children", "Marsh", Name("Marsh Local Safeguarding Children Board", 2006, 2019), covers=("Marsh",)),
    body("coast", "children", "Marsh and Dune", Name("Coast Children’s Alliance", 2019), covers=("Marsh", "Dune")),
)  # fmt: skip


def found(printed: str, area: str = "") -> str | None:
    one = find_partnership(printed, area, REGISTER)
    return one.key if one else None


@pytest.mark.parametrize(
    ("printed", "key"),
    [
        ("Wold Safeguarding Children Partnership", "wold"),
        ("WOLD SAFEGUARDING CHILDREN’S PARTNERSHIP (WSCP)", "wold"),
        ("Wold Local Safeguarding Children Board", "wold"),
        ("The Local Safeguarding Children Board for Wold", "wold"),
        ("Wold SCB", "wold"),
        ("London Borough of Wold Safeguarding Children Board", "wold"),
        ("Wold Safeguarding Adults Board", "wold-adults"),
        ("Wold City Council Safeguarding Adult Board", "wold-adults"),
        ("Safer Wold Partnership", "wold-csp"),
        ("Keeping Fenby Well", "fenby"),
        ("Fenby Safeguarding Children Board", "fenby"),
        ("Fenby Safeguarding Adults Board", "fenby"),
        ("Coast Children's Alliance", "coast"),
        ("Dune Safeguarding Children Partnership", "coast"),
    ],
)
def test_a_body_is_found_by_its_names_or_by_its_kind_and_place(printed, key):
    assert found(printed) == key


def test_a_board_that_has_ended_is_found_by_its_own_name_and_gives_way_to_todays():
    assert found("Marsh LSCB") == "marsh"
    assert found("Marsh Safeguarding Children Partnership") == "coast"


def test_a_name_without_a_place_takes_the_place_of_the_review():
    assert found("The Safeguarding Children Board", "Wold") == "wold"
    assert found("Local Safeguarding Children Board") is None


@pytest.mark.parametrize("printed", ["", "The Board", "Wold Council", "Elsewhere Safeguarding Children Board"])
def test_what_is_not_certain_is_not_found(printed):
    assert found(printed) is None


def test_a_name_that_two_bodies_have_is_decided_by_the_place():
    twins = (body("a", "adults", "Wold", Name("The Executive")), body("b", "adults", "Fenby", Name("The Executive")))
    one = find_partnership("The Executive", "Fenby", twins)
    assert one == twins[1]
    assert find_partnership("The Executive", "", twins) is None


@pytest.mark.parametrize(
    ("printed", "area"),
    [
        ("Kent County Council", "Kent"),
        ("Telford & Wrekin", "Telford and Wrekin"),
        ("Durham", "County Durham"),
        ("London Borough of Barnet", "Barnet"),
        ("Western Isles", "Na h-Eileanan Siar"),
    ],
)
def test_an_area_is_found_by_its_names_and_its_council(printed, area):
    one = find_area(printed)
    assert one is not None
    assert one.name == area


def test_no_area_is_found_for_a_place_that_is_none():
    assert find_area("Ambermoor") is None
    assert find_area("") is None


@pytest.mark.parametrize(
    ("printed", "key"),
    [
        ("Surrey SCB", "surrey-children"),
        ("Safeguarding Board for Northern Ireland", "northern-ireland-children"),
        ("Reading Safeguarding Adults Board", "west-of-berkshire-adults"),
        ("Hartlepool Safeguarding Children Partnership", "hartlepool-and-stockton-on-tees-children"),
        ("Hartlepool LSCB", "hartlepool-children"),
        ("Child Safeguarding Practice Review Panel", "child-safeguarding-practice-review-panel"),
    ],
)
def test_the_register_itself_is_searched_unless_another_is_given(printed, key):
    one = find_partnership(printed)
    assert one is not None
    assert one.key == key
