"""From what is asked to what a mark counts: the search whose list has just those rows."""

from dataclasses import replace

from reviews.search import SearchParameters

# A review has one of these values and no more.
SINGLE = frozenset({"year", "kind", "nation", "region"})


def narrowed(asked: SearchParameters, name: str, *values: str) -> SearchParameters | None:
    """Return the search for what is asked that also has all these values; None where no address can say so."""
    used = asked.values.get(name, ())
    if name in SINGLE:
        return replace(asked, values={**asked.values, name: values})
    if name == "theme":
        if len(used) > 1 and asked.match == "any":
            return None
        every = tuple(dict.fromkeys((*used, *values)))
        return replace(asked, match="all" if len(every) > 1 else asked.match, values={**asked.values, name: every})
    if used and used != values:
        return None
    return replace(asked, values={**asked.values, name: values})
