"""A small shelf of made-up reviews that differ in everything that can be asked, and the people who search it."""

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.db import connection
from django.utils import timezone

from people.models import User
from people.roles import Role
from reviews.models import Agency, Item, Review, Visibility
from reviews.search.blocks import bring_up_to_date
from tests.factories import (
    make_action,
    make_draft,
    make_event,
    make_finding,
    make_partnership,
    make_passage,
    make_person,
    make_recommendation,
    make_review,
    make_theme,
    make_user,
    make_withdrawn,
)

WORDS = (
    "school", "schools", "neglect", "neglected", "child", "children", "was", "not", "brought", "multi-agency",
    "missing", "education", "CME", "mother/father", "organisation", "children's", "the", "of", "was not brought",
    "school neglect",
)  # fmt: skip
THEMES = ("neglect", "cme", "escalation")
AGENCIES = ("police", "early_help", "primary_care")
KINDS = {"finding": make_finding, "recommendation": make_recommendation, "action": make_action, "event": make_event,
         "passage": make_passage}  # fmt: skip


@dataclass(frozen=True)
class Shelf:
    """The people who search, by name."""

    people: dict[str, User | AnonymousUser]


def fill_shelf(seed: int = 1) -> Shelf:
    """Store nine reviews in two blocks, of every state and visibility, and return who searches them."""
    chance = Random(seed)
    a = make_partnership("Partnership A", region="london", nation="england")
    b = make_partnership("Partnership B", region="wales", nation="wales")
    for key in THEMES:
        make_theme(key)
    agencies = [Agency.objects.get_or_create(key=key, defaults={"name": key})[0] for key in AGENCIES]
    people: dict[str, Any] = {
        "charlie": AnonymousUser(),
        "bob": make_user("Bob", of=[b]),
        "alice": make_user("Alice", role=Role.EDITOR, of=[a]),
        "ada": make_user("Ada", role=Role.ADMINISTRATOR),
    }
    hidden = {"held_by": a, "visibility": Visibility.PARTNERSHIP}
    makers: list[tuple[Any, dict[str, Any]]] = [
        (make_review, {"partnership": a}), (make_review, {"partnership": b, "kind": "scr"}), (make_review, hidden),
        (make_review, {"visibility": Visibility.SIGNED_IN, "partnership": a}), (make_draft, {"held_by": a}),
        (make_review, {"published": "", "area": "", "nation": ""}), (make_withdrawn, {"held_by": a}),
        (make_review, {"kind": "sar", "incident": "2019"}), (make_review, {}),
    ]  # fmt: skip
    for number, (maker, fields) in enumerate(makers):
        if number == len(makers) // 2:
            begin_a_block()
        review = _review(maker, number, fields, chance)
        review.agencies.set(agencies[number % 3 : number % 3 + number % 4])
        fill(review, chance, agencies)
    return Shelf(people)


def begin_a_block() -> None:
    """Let the next item be the first of a block."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT setval('reviews_item_id_seq', ((nextval('reviews_item_id_seq') >> 16) + 1) << 16)")


def put_out_of_date() -> None:
    """Change an item of the last block, so that the block no longer holds."""
    last = Item.objects.order_by("-pk")[0]
    last.text = "The school was closed."
    last.save()


def make_blocks_as(state: str) -> None:
    """Make the blocks: none at all, all, or all with one changed since."""
    if state != "loose":
        bring_up_to_date()
    if state == "mixed":
        put_out_of_date()


def _review(maker: Any, number: int, fields: dict[str, Any], chance: Random) -> Review:
    themes = chance.sample(THEMES, chance.randrange(3))
    year = str(2018 + number % 4)
    defaults = {"published": year, "incident": "2018-05" if number % 2 else "", "area": f"Area {number % 3}"}
    name = f"Child {number} of the school" if number % 4 == 0 else ""
    review: Review = maker(name=name, themes=themes, **{**defaults, **fields})
    if review.incident:
        review.incident_latest = review.incident_earliest = "2018-05-31"
        review.save()
    for place in range(number % 3):
        make_person(review, f"Tam {place}", age_band=("under_1", "", "not_stated", "11_15")[(number + place) % 4])
    return review


def fill(review: Review, chance: Random, agencies: Sequence[Agency]) -> None:
    """Give a review a dozen items of every kind with words by chance."""
    for number in range(12):
        kind = chance.choice(list(KINDS))
        text = " ".join(chance.choices(WORDS, k=chance.randrange(1, 9)))
        fields: dict[str, Any] = {"themes": chance.sample(THEMES, chance.randrange(3))}
        if chance.random() < 0.3:
            fields["checked_at"] = timezone.now()
        if chance.random() < 0.1:
            fields["state"] = chance.choice(["superseded", "rejected"])
        if kind == "finding" and number % 4 == 0:
            fields["finding_kind"] = "good_practice"
        item = KINDS[kind](text, review=review, **fields)
        item.taggings.filter(theme__key="cme").update(valence=chance.choice(["gap", "good_practice", "context"]))
        item.taggings.filter(theme__key="neglect").update(state=chance.choice(["suggested", "suggested", "rejected"]),
                                                          decided_at=timezone.now())  # fmt: skip
        if kind == "recommendation" and number % 2:
            item.recommendation.agency = chance.choice(agencies)
            item.recommendation.save()
