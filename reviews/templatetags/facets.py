"""A value of a filter, to tick: a list has hundreds of them, which an included template each would make slow."""

from django import template
from django.utils.html import escape
from django.utils.safestring import SafeString
from django.utils.text import slugify

from reviews.facets import FacetValue

register = template.Library()


@register.simple_tag
def to_tick(one: FacetValue, name: str, unit: str, is_ticked: bool = False) -> SafeString:
    """Return the box of a value of the filter `name`, with its number of rows, which are called `unit`."""
    id_, ticked = f"{name}-{slugify(one.value)}", " checked" if is_ticked else ""
    count = "" if one.count is None else (
        f' <span class="facet__count">({one.count:,}<span class="govuk-visually-hidden"> {unit}</span>)</span>'
    )  # fmt: skip
    return SafeString(
        f'<div class="choice">'
        f'<input id="{id_}" type="checkbox" name="{name}" value="{escape(one.value)}"{ticked}> '
        f'<label for="{id_}">{escape(one.label)}{count}</label></div>'
    )
