"""The invented partnerships that published the demonstration reviews."""

from dataclasses import dataclass

from reviews.models import Nation, Partnership, PartnershipKind, PartnershipName, Region


@dataclass(frozen=True)
class Fictional:
    """An invented body: its names, the present one first, and where it would be."""

    key: str
    names: tuple[str, ...]
    area: str
    kind: PartnershipKind
    region: Region
    nation: Nation = Nation.ENGLAND


CHILDREN, ADULTS = PartnershipKind.CHILDREN, PartnershipKind.ADULTS
PARTNERSHIPS = (
    Fictional(
        "demo-ambermoor",
        ("Ambermoor Safeguarding Children Partnership", "Ambermoor Local Safeguarding Children Board"),
        "Ambermoor",
        CHILDREN,
        Region.YORKSHIRE,
    ),
    Fictional(
        "demo-calderwick",
        ("Calderwick Safeguarding Children Partnership", "Calderwick Local Safeguarding Children Board"),
        "Calderwick",
        CHILDREN,
        Region.NORTH_WEST,
    ),
    Fictional(
        "demo-thornley-vale",
        ("Thornley Vale Safeguarding Children Partnership",),
        "Thornley Vale",
        CHILDREN,
        Region.WEST_MIDLANDS,
    ),
    Fictional(
        "demo-wexbourne",
        ("Wexbourne Safeguarding Children Partnership", "Wexbourne Local Safeguarding Children Board"),
        "Wexbourne",
        CHILDREN,
        Region.SOUTH_EAST,
    ),
    Fictional(
        "demo-wexbourne-community",
        ("Wexbourne Community Safety Partnership",),
        "Wexbourne",
        PartnershipKind.COMMUNITY_SAFETY,
        Region.SOUTH_EAST,
    ),
    Fictional(
        "demo-northolm",
        ("Northolm Safeguarding Children Partnership", "Northolm Local Safeguarding Children Board"),
        "Northolm",
        CHILDREN,
        Region.NORTH_EAST,
    ),
    Fictional("demo-wrenfleet", ("Wrenfleet Safeguarding Adults Board",), "Wrenfleet", ADULTS, Region.EAST),
    Fictional(
        "demo-strathlarrich",
        ("Strathlarrich Child Protection Committee",),
        "Strathlarrich",
        CHILDREN,
        Region.SCOTLAND,
        Nation.SCOTLAND,
    ),
    Fictional(
        "demo-bro-celydd",
        ("Bro Celydd Safeguarding Children Board",),
        "Bro Celydd",
        CHILDREN,
        Region.WALES,
        Nation.WALES,
    ),
)


def make_partnerships() -> None:
    """Make the invented partnerships that are missing."""
    for fictional in PARTNERSHIPS:
        partnership, _ = Partnership.objects.get_or_create(
            key=fictional.key,
            defaults={
                "name": fictional.names[0],
                "area": fictional.area,
                "kind": fictional.kind,
                "region": fictional.region,
                "nation": fictional.nation,
                "is_fictional": True,
            },
        )
        for name in fictional.names:
            PartnershipName.objects.get_or_create(partnership=partnership, name=name)


def home_partnership() -> Partnership:
    """Return the partnership that the demonstration's people belong to and that holds its reviews."""
    return Partnership.objects.get(key=PARTNERSHIPS[0].key)
