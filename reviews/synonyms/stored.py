"""From the shipped groups to the stored ones: what is missing is added, what is there stays as it is."""

from collections.abc import Iterable
from typing import Any

from reviews.synonyms import NamedGroup


def add_missing_groups(group_model: Any, term_model: Any, groups: Iterable[NamedGroup]) -> int:
    """Store the groups of which no term is stored yet; return their number. The models are those of a migration."""
    known = {term.casefold() for term in term_model.objects.values_list("term", flat=True)}
    missing = [group for group in groups if not known & {term.casefold() for term in group.terms}]
    rows = group_model.objects.bulk_create([group_model(note=group.note) for group in missing])
    term_model.objects.bulk_create(
        term_model(group=row, term=term, position=position)
        for row, group in zip(rows, missing, strict=True)
        for position, term in enumerate(group.terms)
    )
    return len(missing)
