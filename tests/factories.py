"""Small factories: each makes one stored thing, with what a test does not care about filled in."""

import hashlib
from collections.abc import Iterable, Sequence
from itertools import count
from typing import Any

from django.contrib.auth.models import Group
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.utils import timezone

from people.models import Membership, User
from people.roles import Role
from reviews.claims import bounds
from reviews.models import (
    Action,
    Document,
    Finding,
    Item,
    ItemKind,
    Partnership,
    Passage,
    Person,
    Recommendation,
    Review,
    ReviewState,
    Tagging,
    TaggingState,
    Theme,
    TimelineEvent,
)

numbers = count(1)
MACHINE = "machine of the tests"


def make_partnership(name: str = "", **fields: Any) -> Partnership:
    number = next(numbers)
    name = name or f"Partnership {number}"
    defaults = {"key": f"partnership-{number}", "area": f"Area {number}", "kind": "children", "is_fictional": True}
    return Partnership.objects.create(name=name, **{**defaults, **fields})


def make_user(name: str = "Alice", *, role: Role | None = Role.READER, of: Iterable[Partnership] = ()) -> User:
    """A person with an account: in a role, of the partnerships `of`."""
    user = User.objects.create_user(f"{name.lower()}{next(numbers)}@crossread.example", "a-long-password", name=name)
    if role:
        user.groups.add(Group.objects.get_or_create(name=role)[0])
    for partnership in of:
        Membership.objects.create(person=user, partnership=partnership)
    return user


def make_theme(key: str, label: str = "", **fields: Any) -> Theme:
    """The theme with this key, made if it is not there."""
    defaults = {
        "label": label or key.replace("_", " ").capitalize(),
        "definition": f"What reviews say on {key}.",
        "position": 1000 + next(numbers),
        **fields,
    }
    return Theme.objects.get_or_create(key=key, defaults=defaults)[0]


def make_review(name: str = "", *, themes: Iterable[str] = (), published: str = "2021-05", **fields: Any) -> Review:
    """A published review that everyone may see, unless `fields` say otherwise; `published` is its date in EDTF."""
    number = next(numbers)
    name = name or f"Child {number} – Ambermoor, LCSPR"
    earliest, latest = bounds(published)
    defaults = {
        "slug": f"review-{number}", "title": f"The review called {name}", "display_name": name, "kind": "lcspr",
        "nation": "england", "area": "Ambermoor", "state": ReviewState.PUBLISHED, "made_public_at": timezone.now(),
    }  # fmt: skip
    dates = {"published": published, "published_earliest": earliest, "published_latest": latest}
    review = Review.objects.create(**{**defaults, **dates, **fields})
    for key in themes:
        make_tagging(key, review=review)
    return review


def make_draft(**fields: Any) -> Review:
    return make_review(**{"state": ReviewState.DRAFT, "made_public_at": None, **fields})


def make_withdrawn(**fields: Any) -> Review:
    reason = {"withdrawn_at": timezone.now(), "withdrawn_reason": "The family asked for it."}
    return make_review(**{"state": ReviewState.WITHDRAWN, **reason, **fields})


def make_person(review: Review, name: str = "Tam", **fields: Any) -> Person:
    return Person.objects.create(review=review, name=name, **fields)


def make_document(review: Review, *, content: bytes = b"", pages: int = 3, **fields: Any) -> Document:
    """A PDF of A4 pages unless `fields` say otherwise; `content` is stored where files of reviews are."""
    number = next(numbers)
    content = content or f"file {number}".encode()
    digest = hashlib.sha256(content + str(number).encode()).hexdigest()
    defaults: dict[str, Any] = {
        "role": "overview", "name": "report.pdf", "format": "pdf", "sha256": digest, "size": len(content),
        "page_sizes": [[595, 842]] * pages, "machine_version": MACHINE,
        "file": default_storage.save(f"tests/{digest}", ContentFile(content)),
    }  # fmt: skip
    return Document.objects.create(review=review, **{**defaults, **fields})


def make_item(kind: str, text: str, *, review: Review, themes: Iterable[str] = (), **fields: Any) -> Item:
    """An item of any kind; use the twins below, which make the row of its own kind too."""
    document = fields.pop("document", None) or review.documents.first() or make_document(review)
    place = {"page": 1, "position": next(numbers)}
    item = Item.objects.create(kind=kind, text=text, review=review, document=document, **{**place, **fields})
    for key in themes:
        make_tagging(key, item=item)
    return item


def make_finding(text: str, *, review: Review, finding_kind: str = "finding", **fields: Any) -> Item:
    item = make_item(ItemKind.FINDING, text, review=review, **fields)
    Finding.objects.create(item=item, kind=finding_kind)
    return item


def make_recommendation(text: str, *, review: Review, addressee: str = "", group: str = "", **fields: Any) -> Item:
    item = make_item(ItemKind.RECOMMENDATION, text, review=review, **fields)
    Recommendation.objects.create(item=item, addressee=addressee, group=group)
    return item


def make_action(text: str, *, review: Review, columns: dict[str, str] | None = None, **fields: Any) -> Item:
    item = make_item(ItemKind.ACTION, text, review=review, **fields)
    Action.objects.create(item=item, **(columns or {"steps": text}))
    return item


def make_event(text: str, *, review: Review, date: str = "2019-03-04", printed: str = "", **fields: Any) -> Item:
    item = make_item(ItemKind.EVENT, text, review=review, **fields)
    earliest, latest = bounds(date)
    TimelineEvent.objects.create(item=item, date=date, date_as_printed=printed, earliest=earliest, latest=latest)
    return item


def make_passage(
    text: str, *, review: Review, block: str = "paragraph", level: int = 0, box: int | None = None,
    rows: Sequence[Sequence[str]] = (), **fields: Any,
) -> Item:  # fmt: skip
    item = make_item(ItemKind.PASSAGE, text, review=review, **fields)
    Passage.objects.create(item=item, block=block, level=level, box=box, rows=rows)
    return item


def make_tagging(key: str, *, state: str = TaggingState.SUGGESTED, **fields: Any) -> Tagging:
    """A theme on `review=` or `item=`."""
    decided = {} if state == TaggingState.SUGGESTED else {"decided_at": timezone.now()}
    return Tagging.objects.create(
        theme=make_theme(key), state=state, **{"machine_version": MACHINE, **decided, **fields}
    )
