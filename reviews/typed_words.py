"""What somebody typed into a form that could not be saved, to be shown and sent again."""

from dataclasses import dataclass

from django.http import QueryDict

TOKEN = "csrfmiddlewaretoken"  # noqa: S105
# Fields that hold no words of anybody: which button was pressed, what the form showed at first, which list it stood in.
UNTYPED = {TOKEN, "act", "was", "seen", "show", "with_it", "themes_shown", "item_kind", "sent_again", "change"}


@dataclass(frozen=True)
class Typed:
    """The name of a field in words, and what was typed into it."""

    name: str
    words: str


def everything_sent(sent: QueryDict) -> list[tuple[str, str]]:
    """Return every field with each of its values, but for the token of the old page."""
    return [(name, str(value)) for name, values in sent.lists() if name != TOKEN for value in values]


def typed_words(sent: QueryDict) -> list[Typed]:
    """Return what was typed or chosen, in the order of the form; nothing of fields that were left empty."""
    found = ((name, "; ".join(filter(None, map(str, values)))) for name, values in sent.lists() if name not in UNTYPED)
    return [Typed(name.replace("_", " ").replace("-", " ").capitalize(), words) for name, words in found if words]
