"""The words that a reader came with, marked."""

from typing import Any

from django import template
from django.template.context import Context
from django.template.defaultfilters import linebreaksbr
from django.utils.html import escape
from django.utils.safestring import SafeString

register = template.Library()


@register.simple_tag(takes_context=True)
def marked(context: Context, text: Any) -> SafeString:
    """Return a text as HTML with its line breaks; where the page has a `marker`, with its words marked."""
    marker = context.get("marker")
    return SafeString(linebreaksbr(marker.marked(str(text)) if marker else escape(text)))
