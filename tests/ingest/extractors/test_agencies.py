"""Which agencies a printed addressee or heading names."""

import pytest

from ingest.extractors.agencies import agencies_of, agency_of
from reviews.register import AgencyEntry


@pytest.mark.parametrize(
    ("printed", "keys"),
    [
        ("Children's Social Care", ["childrens_social_care"]),
        ("Ambermoor Council: Children’s Services", ["childrens_social_care"]),
        ("Social Services", ["childrens_social_care"]),
        ("Ambermoor Council", ["local_authority"]),
        ("The LSCB", ["safeguarding_children_partnership"]),
        ("Ambermoor Safeguarding Children Partnership", ["safeguarding_children_partnership"]),
        ("The Board", ["safeguarding_children_partnership"]),
        ("Ambermoor Safeguarding Adults Board", ["safeguarding_adults_board"]),
        ("Ambermoor Community Safety Partnership", ["community_safety_partnership"]),
        ("Fellshire Primary Care Trust", ["nhs_commissioners"]),
        ("Fellshire Integrated Care Board", ["nhs_commissioners"]),
        ("Fellshire CCG", ["nhs_commissioners"]),
        ("University Hospitals of Fellshire NHS Trust", ["acute_hospital"]),
        ("Fellshire Community Services NHS Trust", ["community_health"]),
        ("Fellshire NHS Trust", ["nhs_trusts"]),
        ("The Trust", ["nhs_trusts"]),
        ("Fellshire and Wold Mental Health NHS Foundation Trust", ["adult_mental_health"]),
        ("CAMHS", ["camhs"]),
        ("Named GP", ["primary_care"]),
        ("A&E", ["acute_hospital"]),
        ("Health Visiting Service", ["health_visiting"]),
        ("School Nursing", ["school_nursing"]),
        ("All schools", ["schools"]),
        ("Education Welfare Service", ["education_service"]),
        ("Early Years", ["early_years"]),
        ("Fellshire Constabulary", ["police"]),
        ("Police and Crime Commissioner", ["police_commissioner"]),
        ("National Probation Service", ["probation"]),
        ("Youth Offending Team", ["youth_justice"]),
        ("UK Border Agency", ["immigration"]),
        ("CAFCASS", ["cafcass"]),
        ("Department for Children, Schools and Families", ["education_department"]),
        ("Ofsted", ["ofsted"]),
        ("CQC", ["cqc"]),
        ("Home Office", ["home_office"]),
        ("Women's Aid", ["domestic_abuse_services"]),
        ("The Children’s Society", ["voluntary_sector"]),
        ("Registered social landlords", ["housing"]),
        ("Fire and Rescue Service", ["fire"]),
        ("All partner agencies", ["all_agencies"]),
    ],
)
def test_a_printed_name_is_the_agency_that_it_was_called_in_any_decade(printed, keys):
    assert list(agencies_of(printed)) == keys


@pytest.mark.parametrize(
    ("printed", "keys"),
    [
        ("Fellshire Police and Children’s Social Care", ["police", "childrens_social_care"]),
        ("The Partnership; Health Visiting Service", ["safeguarding_children_partnership", "health_visiting"]),
        ("The Council, the clinical commissioning group", ["local_authority", "nhs_commissioners"]),
        ("The police and the Council", ["police", "local_authority"]),
    ],
)
def test_each_of_several_agencies_is_named(printed, keys):
    assert list(agencies_of(printed)) == keys


@pytest.mark.parametrize("printed", ["Head of Housing, Ambermoor Council", "Ambermoor Council Housing Department"])
def test_the_body_that_a_service_is_a_part_of_is_left_out(printed):
    assert agencies_of(printed) == ("housing",)


@pytest.mark.parametrize("printed", ["", "Conclusion", "Repeated from the earlier review", "Jo Bloggs"])
def test_what_names_no_agency_gives_none(printed):
    assert agencies_of(printed) == ()
    assert agency_of(printed) is None


def test_agencies_of_an_administrator_are_read_instead_where_they_are_given():
    ours = [AgencyEntry("beavers", "Beaver wardens", ("beaver warden",))]
    assert agency_of("The Beaver Wardens", ours) == "beavers"
