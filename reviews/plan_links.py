"""Which recommendation a row of an action plan answers: as a person said, else as its words or number tell.

A row that answers several, or whose words and number name none, is tied to none: unsure is not a guess.
"""

import re
from collections.abc import Iterable

from reviews.models import Action, Claim, Item, ItemKind, Review

# The number that a cell begins with: "3", "R3", "Recommendation 4.2:"
PRINTED_NUMBER = re.compile(r"^\s*(?:recommendation|rec\.?|r)?\s*(\d+(?:\.\d+)*[a-z]?)\b", re.IGNORECASE)
# Fewer letters than this are a number or a heading, which many recommendations hold.
LEAST_LETTERS = 20


def link_actions(review: Review) -> None:
    """Tie each current action of the review to the recommendation that it answers; rows that change are stored."""
    rows = Action.objects.filter(item__in=review.items.current().of_kind(ItemKind.ACTION))
    actions = list(rows.select_related("item").defer("item__search"))
    if not actions:
        return
    recommendations = list(review.items.current().of_kind(ItemKind.RECOMMENDATION).defer("search"))
    said = _said_by_people(review)
    changed = []
    for action in actions:
        anchor = said.get(action.item_id)
        found = _answered(action, recommendations) if anchor is None else _with_anchor(anchor, recommendations)
        if action.answers_id != (found.pk if found else None):
            action.answers = found
            changed.append(action)
    Action.objects.bulk_update(changed, ["answers"], batch_size=500)


def _said_by_people(review: Review) -> dict[int | None, str]:
    claims = Claim.objects.filter(item__review=review, values__has_key="answers").by_people().standing()
    return {item: values["answers"] for item, values in claims.values_list("item_id", "values")}


def _with_anchor(anchor: str, recommendations: Iterable[Item]) -> Item | None:
    return next((one for one in recommendations if one.anchor == anchor), None)


def _answered(action: Action, recommendations: Iterable[Item]) -> Item | None:
    """Return the one recommendation whose words the cell repeats, else the one whose number it gives."""
    known = list(recommendations)
    words = _letters(action.recommendation)
    if len(words) >= LEAST_LETTERS:
        by_words = [one for one in known if words in _letters(one.text) or _letters(one.text) in words]
        if by_words:
            return by_words[0] if len(by_words) == 1 else None
    numbers = {_number(action.recommendation), _number(action.item.label)} - {""}
    by_number = [one for one in known if _number(one.label) in numbers]
    return by_number[0] if len(by_number) == 1 else None


def _letters(text: str) -> str:
    return "".join(letter for letter in text.casefold() if letter.isalnum())


def _number(text: str) -> str:
    found = PRINTED_NUMBER.match(text)
    return found.group(1).casefold() if found else ""
