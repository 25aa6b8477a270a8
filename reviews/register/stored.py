"""From the register to the stored partnerships and agencies: what is missing is added, what is there stays."""

from collections.abc import Iterable
from typing import Any

from reviews.register.entries import AgencyEntry, Body, Name


def add_missing_partnerships(partnership_model: Any, name_model: Any, bodies: Iterable[Body]) -> int:
    """Store the bodies, and the names of each, that are not there yet; return the number of bodies added.

    The models are those that a migration sees. A body is known by its key, a name by its letters in any case.
    """
    bodies = list(bodies)
    stored = dict(partnership_model.objects.values_list("key", "pk"))
    missing = [body for body in bodies if body.key not in stored]
    for row in partnership_model.objects.bulk_create([partnership_model(**_body_values(body)) for body in missing]):
        stored[row.key] = row.pk
    known = {(of, name.casefold()) for of, name in name_model.objects.values_list("partnership_id", "name")}
    name_model.objects.bulk_create(
        name_model(partnership_id=stored[body.key], **_name_values(name))
        for body in bodies
        for name in body.names
        if (stored[body.key], name.name.casefold()) not in known
    )
    return len(missing)


def add_missing_agencies(model: Any, agencies: Iterable[AgencyEntry]) -> int:
    """Store the agencies that are not there yet; return their number.

    An agency is known by its key. One whose name an administrator has given to an agency of their own is left out.
    """
    keys = set(model.objects.values_list("key", flat=True))
    names = {name.casefold() for name in model.objects.values_list("name", flat=True)}
    missing = [agency for agency in agencies if agency.key not in keys and agency.name.casefold() not in names]
    model.objects.bulk_create(model(**_agency_values(agency)) for agency in missing)
    return len(missing)


def _body_values(body: Body) -> dict[str, Any]:
    plain = ("key", "name", "kind", "area", "region", "nation", "source")
    return {name: getattr(body, name) for name in plain} | {"covers": list(body.covers)}


def _name_values(name: Name) -> dict[str, Any]:
    return {part: getattr(name, part) for part in ("name", "first_year", "last_year", "basis", "source")}


def _agency_values(agency: AgencyEntry) -> dict[str, Any]:
    return {
        "key": agency.key,
        "name": agency.name,
        "aliases": list(agency.aliases),
        "general_aliases": list(agency.general_aliases),
    }
