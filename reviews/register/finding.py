"""From a printed name to the body that has, or had, it.

First by the name itself; else by what the name says of the kind of body and of its place: "Local Safeguarding
Children Board for X" is the children's body of X. Where more than one body remains, none is found.
"""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from reviews.register.entries import Area, Body, areas, bodies

CHILDREN, ADULTS, PEOPLE, COMMUNITY_SAFETY = "children", "adults", "people", "community_safety"
# What the law that a body works under calls it: boards of adults' safeguarding always name adults.
KINDS_BY_WORDS = {
    CHILDREN: (CHILDREN, PEOPLE),
    ADULTS: (ADULTS, PEOPLE),
    COMMUNITY_SAFETY: (COMMUNITY_SAFETY,),
    PEOPLE: (PEOPLE, CHILDREN),
}
ABBREVIATIONS = {
    "lscb": "local safeguarding children board",
    "lscp": "local safeguarding children partnership",
    "scb": "safeguarding children board",
    "scp": "safeguarding children partnership",
    "lsab": "local safeguarding adults board",
    "sab": "safeguarding adults board",
    "csp": "community safety partnership",
    "cpc": "child protection committee",
    "apc": "adult protection committee",
}
# Words of any such body's name; what is left says where it works.
OF_BODIES = re.compile(
    r"adults?|agenc(?:y|ies)|area|arrangements|assurance|boards?|child(?:ren)?|committee|communit(?:y|ies)|executive|"
    r"families|integrated|joint|local|multi|multiagency|panel|partners|partnerships?|people|person|protection|public|"
    r"regional|safe|safer|safety|safeguarding|statutory|strategic|support|together|vulnerable|young"
)
SMALL_WORDS = frozenset(("a", "and", "for", "in", "of", "the"))
OF_COUNCILS = re.compile(
    r"^(?:(?:(?:london|royal|metropolitan) )*borough|city|county|unitary authority) of "
    r"| (?:(?:metropolitan )?(?:borough|district) |city |county )?council$| (?:city|borough|county)$"
)
TODAY = frozenset(("partnership", "partners", "regional"))


def find_partnership(printed: str, area: str = "", register: Sequence[Body] | None = None) -> Body | None:
    """Return the body that a review calls `printed`, or None where that is not certain.

    `area` is the place that the review is about, as far as it is known; `register` the bodies to look among.
    """
    among = bodies() if register is None else register
    named = [body for body in among if _has_name(body, printed)]
    if len(named) > 1:
        named = _of_place(named, area)
    if len(named) == 1:
        return named[0]
    found = _of_kind(among, printed, area)
    return found[0] if len(found) == 1 else None


def find_area(printed: str) -> Area | None:
    """Return the area with this name or alias ("London Borough of X", "X City Council"), or None."""
    for key in (_place_key, _bare_place_key):
        wanted = key(printed)
        found = [area for area in areas() if wanted and wanted in (_place_key(name) for name in _names(area))]
        if len(found) == 1:
            return found[0]
    return None


def _has_name(body: Body, printed: str) -> bool:
    wanted = _plain(printed)
    return any(_plain(name) == wanted for name in {body.name, *(name.name for name in body.names)})


def _of_kind(among: Iterable[Body], printed: str, area: str) -> list[Body]:
    """Return the bodies of the kind and the place that a printed name speaks of."""
    words = _words(printed)
    place = " ".join(word for word in words if not OF_BODIES.fullmatch(word))
    if not _place_key(place):
        place = area
    kinds = KINDS_BY_WORDS.get(_kind(words), ())
    of_kind = [body for body in among if body.kind in kinds]
    found = _of_place(of_kind, place, is_of_today=bool(TODAY & set(words)))
    exact = [body for body in found if kinds and body.kind == kinds[0]]
    return exact or found


def _kind(words: Sequence[str]) -> str:
    """Return the kind of body that words speak of, or "" where they name none."""
    said = set(words)
    children, adults = said & {"child", "children", "young"}, said & {"adult", "adults"}
    if children or adults:
        return PEOPLE if children and adults else CHILDREN if children else ADULTS
    if "safety" in said or "safer" in said:
        return COMMUNITY_SAFETY
    return PEOPLE if "safeguarding" in said else ""


def _of_place(among: Sequence[Body], place: str, *, is_of_today: bool = False) -> list[Body]:
    """Return those that are named for a place, or else those that cover it.

    Where the name printed is one of today, a body that has ended gives way to one that works now.
    """
    for key in (_place_key(place), _bare_place_key(place)):
        wanted = _all_names(key)
        own = [body for body in among if _place_key(body.area) in wanted]
        covering = [body for body in among if any(_place_key(name) in wanted for name in body.covers)]
        if is_of_today:
            own, covering = _standing(own), _standing(covering)
        if own or covering:
            return own or covering
    return []


def _standing(among: Iterable[Body]) -> list[Body]:
    """Return those of whose names one at least has no last year."""
    return [body for body in among if not all(name.last_year for name in body.names) or not body.names]


def _all_names(wanted: str) -> set[str]:
    """Return a place's name with the other names of the areas that have it."""
    names = {wanted} - {""}
    for area in areas():
        keys = {_place_key(name) for name in _names(area)}
        if wanted in keys:
            names |= keys
    return names


def _names(area: Area) -> tuple[str, ...]:
    return area.name, *area.aliases


def _plain(name: str) -> str:
    """Return a name without what differs from print to print: case, marks, "the", "local"."""
    return " ".join(word for word in _words(name) if word not in SMALL_WORDS | {"local"})


@lru_cache(maxsize=8192)
def _words(name: str) -> tuple[str, ...]:
    """Return the words of a name in lower case, abbreviations of boards written out, brackets and marks left out."""
    text = re.sub(r"\([^)]*\)", " ", name.casefold()).replace("&", " and ")
    text = re.sub(r"[^\w]+", " ", re.sub(r"[’'.]", "", text))
    written_out = " ".join(ABBREVIATIONS.get(word, word) for word in text.split())
    return tuple("children" if word == "childrens" else word for word in written_out.split())


def _place_key(name: str) -> str:
    return " ".join(word for word in _words(name) if word not in SMALL_WORDS)


def _bare_place_key(name: str) -> str:
    """Return a place's name without the words of its council: "London Borough of X", "X City Council"."""
    return _place_key(OF_COUNCILS.sub("", " ".join(_words(name))))
