"""Characters that no document can hold, taken out of whatever people wrote and machines read. No database here."""

import re
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar, cast

# What XML 1.0 leaves out: Word and PowerPoint would call a file damaged that held one of them.
ILLEGIBLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
Whole = TypeVar("Whole")


def legible(whole: Whole) -> Whole:
    """Return a text, a tuple or a frozen dataclass with every text in it made legible."""
    return cast(Whole, _legible(whole))


def _legible(value: Any) -> Any:
    if isinstance(value, str):
        return ILLEGIBLE.sub(" ", value) if ILLEGIBLE.search(value) else value
    if isinstance(value, tuple):
        return tuple(_legible(one) for one in value)
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{field.name: _legible(getattr(value, field.name)) for field in fields(value)})
    return value
