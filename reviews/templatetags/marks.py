"""The words that a reader came with, marked."""

from collections.abc import Mapping
from typing import Any

from django import template
from django.template.context import Context
from django.template.defaultfilters import linebreaksbr
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString

from reviews.footnotes import Call
from reviews.models import Item

register = template.Library()


@register.simple_tag(takes_context=True)
def marked(context: Context, text: Any) -> SafeString:
    """Return a text as HTML with its line breaks; where the page has a `marker`, with its words marked."""
    marker = context.get("marker")
    return SafeString(linebreaksbr(marker.marked(str(text)) if marker else escape(text)))


@register.simple_tag(takes_context=True)
def read(context: Context, passage: Item, calls: Mapping[int, tuple[Call, ...]]) -> SafeString:
    """Return a passage's text as `marked` does, with the marks of the notes that it calls as links to them."""
    text, parts, at = passage.text, list[str](), 0
    for call in calls.get(passage.pk, ()):
        parts += [_stretch(context, text, at, call.place), _link(call)]
        at = call.place
    return SafeString("".join([*parts, _stretch(context, text, at, len(text))]))


def _stretch(context: Context, text: str, start: int, end: int) -> str:
    marker = context.get("marker")
    shown = marker.marked(text, start=start, end=end) if marker else escape(text[start:end])
    return str(linebreaksbr(shown))


def _link(call: Call) -> str:
    own = format_html(' id="{}"', call.fragment) if call.is_first else ""
    return format_html(
        '<sup class="note-call"><a{} href="#{}" role="doc-noteref">'
        '<span class="govuk-visually-hidden">Note </span>{}</a></sup>',
        own, call.note.fragment, call.note.label,
    )  # fmt: skip
