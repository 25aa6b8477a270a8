"""From the codebook to the stored themes: what is missing is added, what is there stays as it is."""

from typing import Any

from reviews.codebook.codebook import Codebook, Theme


def add_missing_themes(model: Any, codebook: Codebook) -> int:
    """Store the themes of `codebook` that are not there yet; return their number.

    `model` is the model of themes as a migration sees it; fields that it does not have yet are left out. A theme is
    known by its key. One whose label an administrator has given to a theme of their own is left out.
    """
    fields = {field.name for field in model._meta.concrete_fields}
    keys = {key.casefold() for key in model.objects.values_list("key", flat=True)}
    labels = {label.casefold() for label in model.objects.values_list("label", flat=True)}
    missing = [theme for theme in codebook.themes if theme.key not in keys and theme.label.casefold() not in labels]
    for theme in missing:
        values = {name: value for name, value in _values(theme).items() if name in fields}
        model.objects.create(**values, position=_free_position(model, theme.position))
    _set_parents(model, missing)
    return len(missing)


def _values(theme: Theme) -> dict[str, Any]:
    """Return the columns of a theme but for its position and its parent, which depend on what is there."""
    lists = ("cues", "weak_cues", "guards", "grounding", "keywords")
    plain = ("key", "label", "definition", "includes", "excludes", "about", "audience", "is_core", "share")
    return {name: getattr(theme, name) for name in plain} | {name: list(getattr(theme, name)) for name in lists}


def _free_position(model: Any, wanted: int) -> int:
    """Return `wanted`, or where it is taken the one after all others."""
    taken = set(model.objects.values_list("position", flat=True))
    return wanted if wanted not in taken else max(taken) + 1


def _set_parents(model: Any, themes: list[Theme]) -> None:
    for theme in themes:
        if theme.parent:
            model.objects.filter(key=theme.key).update(parent=model.objects.filter(key=theme.parent).first())
