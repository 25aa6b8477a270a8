"""The register in the database."""

import pytest

from reviews import register
from reviews.models import Agency, Partnership, PartnershipName
from reviews.register.stored import add_missing_agencies, add_missing_partnerships

pytestmark = pytest.mark.django_db


@pytest.fixture
def empty():
    Partnership.objects.all().delete()
    Agency.objects.all().delete()


def lay_in() -> tuple[int, int]:
    partnerships = add_missing_partnerships(Partnership, PartnershipName, register.bodies())
    return partnerships, add_missing_agencies(Agency, register.agencies())


def test_a_new_installation_has_the_register(empty):
    assert lay_in() == (len(register.bodies()), len(register.agencies()))
    assert {body.key: set(body.names) for body in Partnership.objects.as_register()} == {
        body.key: set(body.names) for body in register.bodies()
    }
    assert set(Agency.objects.as_register()) == set(register.agencies())


def test_laying_it_in_again_changes_nothing(empty):
    lay_in()
    Partnership.objects.filter(key="leeds-children").update(name="As we call it", region="")
    Agency.objects.filter(key="police").update(aliases=["police"])
    names = PartnershipName.objects.count()
    assert lay_in() == (0, 0)
    assert PartnershipName.objects.count() == names
    assert Partnership.objects.get(key="leeds-children").name == "As we call it"
    assert Agency.objects.get(key="police").aliases == ["police"]


def test_a_name_that_is_new_is_added_to_the_body_that_is_there(empty):
    lay_in()
    PartnershipName.objects.filter(name="Leeds Safeguarding Children Partnership").delete()
    lay_in()
    assert PartnershipName.objects.filter(name="Leeds Safeguarding Children Partnership").exists()


def test_an_agency_that_an_administrator_has_made_keeps_its_name(empty):
    Agency.objects.create(key="our-police", name="police")
    lay_in()
    assert not Agency.objects.filter(key="police").exists()


def test_every_row_is_valid(empty):
    lay_in()
    for row in [*Partnership.objects.all(), *Agency.objects.all(), *PartnershipName.objects.all()[:200]]:
        row.full_clean(validate_unique=False)


def test_a_partnership_is_found_by_what_a_review_calls_it(empty):
    lay_in()
    found = Partnership.objects.find("Leeds Local Safeguarding Children Board")
    assert found is not None
    assert found.key == "leeds-children"
    assert Partnership.objects.find("Somewhere Safeguarding Children Board") is None


def test_a_joint_partnership_is_in_each_of_its_areas(empty):
    lay_in()
    assert Partnership.objects.in_area("Reading").filter(key="berkshire-west-children").exists()
