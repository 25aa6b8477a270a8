"""A draft at Alice's desk, as a machine read it; and the page's form as a browser sends it back."""

import html
import re
from collections.abc import Callable
from typing import Any

import pytest
from django.urls import reverse

from reviews import claims
from reviews.models import Claim, Item
from tests.factories import MACHINE, make_document, make_draft, make_event, make_finding, make_passage

Fields = dict[str, Any]


@pytest.fixture
def review(ambermoor):
    review = make_draft(display_name="Tam – Ambermoor, LCSPR", held_by=ambermoor, subject="Tam")
    make_document(review, pages=4)
    make_passage("Nobody asked where Tam was.", review=review, page=2, boxes=[[2, 10, 10, 90, 20]])
    Claim.objects.create(review=review, machine_version=MACHINE, values=claims.values_of(review))
    return review


def by_machine(item: Item) -> Item:
    """Let it be what a machine found."""
    Claim.objects.create(item=item, machine_version=MACHINE, values=claims.values_of(item))
    return item


@pytest.fixture
def finding(review):
    boxes = [[2, 10, 10, 90, 20]]
    return by_machine(
        make_finding("Nobody asked where Tam was.", review=review, label="1", page=2, boxes=boxes, themes=["neglect"])
    )


@pytest.fixture
def doubtful(review):
    return by_machine(make_finding("Page 3 of 12", review=review, label="2", page=3, doubt="no number found"))


@pytest.fixture
def event(review):
    return by_machine(make_event("The school wrote.", review=review, date="2019-03-04", printed="4 March 2019", page=2))


def check_page(review, **query: str) -> str:
    return reverse("desk:check", args=[review.slug], query=query or None)


def act_page(item) -> str:
    return reverse("desk:check_item", args=[item.review.slug, item.anchor])


def fields_of(page: str) -> Fields:
    """What a browser would send of the page's last form that posts: the names and values of its fields."""
    return fields_in(re.findall(r'<form[^>]*method="post"[^>]*data-keep.*?</form>', page, re.DOTALL)[-1])


def fields_in(form: str) -> Fields:
    """The same of one form."""
    fields: Fields = {}
    for tag in re.findall(r"<input[^>]*>", form):
        name, kind = attribute(tag, "name"), attribute(tag, "type")
        if name and (kind != "checkbox" or re.search(r"\schecked", tag)):
            fields.setdefault(name, []).append(attribute(tag, "value"))
    for tag, inside in re.findall(r"(<textarea[^>]*>)(.*?)</textarea>", form, re.DOTALL):
        fields[attribute(tag, "name")] = [html.unescape(inside).removeprefix("\n").removeprefix("\r\n")]
    for tag, inside in re.findall(r"(<select[^>]*>)(.*?)</select>", form, re.DOTALL):
        options = re.findall(r"<option[^>]*>", inside)
        chosen = next((option for option in options if re.search(r"\sselected", option)), options[0])
        fields[attribute(tag, "name")] = [attribute(chosen, "value")]
    return fields


def attribute(tag: str, name: str) -> str:
    found = re.search(rf'\s{name}="([^"]*)"', tag)
    return html.unescape(found.group(1)) if found else ""


@pytest.fixture
def send(as_alice) -> Callable[..., Any]:
    """Opens an item, changes what is given, presses a button; returns the page that follows."""

    def press(item: Item, act: str, *, show: str = "", client: Any = as_alice, **changed: Any) -> Any:
        opened = client.get(check_page(item.review, item=item.anchor, show=show))
        fields = {**fields_of(opened.content.decode()), **changed, "act": act}
        return client.post(act_page(item), fields, follow=True)

    return press
