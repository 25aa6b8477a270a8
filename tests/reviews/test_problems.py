"""Readers report problems; they land on the right desk and are answered."""

from datetime import timedelta

import pytest
from django.core import mail
from django.urls import reverse
from django.utils import timezone

from desk.gate import causes_against
from people.roles import Role
from reviews.models import HistoryEntry, Problem
from reviews.problems import report
from tests.factories import make_draft, make_finding, make_partnership, make_review, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def public(settings):
    settings.PUBLIC_BROWSING = True


@pytest.fixture
def desk():
    return make_partnership()


@pytest.fixture
def alice(desk):
    return make_user("Alice", role=Role.EDITOR, of=[desk])


@pytest.fixture
def carol():
    return make_user("Carol", role=Role.EDITOR, of=[make_partnership()])


@pytest.fixture
def finding(desk):
    return make_finding("Nobody asked.", review=make_review(held_by=desk))


def send(client, finding, **said):
    address = reverse("report_item", args=[finding.anchor])
    return client.post(address, {"kind": "wrong", "words": "The page says otherwise.", **said})


def test_every_item_leads_to_the_form(client, finding):
    said = client.get(finding.review.get_absolute_url()).content.decode()

    assert reverse("report_item", args=[finding.anchor]) in said
    assert "Nobody asked." in client.get(reverse("report_item", args=[finding.anchor])).content.decode()


def test_a_report_lands_on_the_desk_of_its_review_and_on_no_other(client, finding, alice, carol):
    send(client, finding)
    seen = {}
    for person in (alice, carol):
        client.force_login(person)
        seen[person.name] = "The page says otherwise." in client.get(reverse("desk:problems")).content.decode()

    assert seen == {"Alice": True, "Carol": False}


def test_whoever_reports_reads_the_answer_at_an_address_of_its_own(client, finding, alice):
    address = send(client, finding).url
    client.force_login(alice)
    client.post(reverse("desk:problem", args=[Problem.objects.get().pk]), {"answer": "You are right."})
    client.logout()

    said = client.get(address).content.decode()
    assert "Your report is answered" in said
    assert "You are right." in said


def test_who_leaves_an_address_gets_the_answer_by_mail(client, finding, alice, django_capture_on_commit_callbacks):
    send(client, finding, email="reader@crossread.example")
    client.force_login(alice)

    with django_capture_on_commit_callbacks(execute=True):
        client.post(reverse("desk:problem", args=[Problem.objects.get().pk]), {"answer": "You are right."})

    assert mail.outbox[0].to == ["reader@crossread.example"]
    assert "You are right." in mail.outbox[0].body


def test_a_request_to_take_a_review_down_has_a_deadline_and_stands_against_publishing(client, alice, desk):
    draft = make_draft(held_by=desk, partnership=desk)
    client.force_login(alice)

    client.post(reverse("desk:request", args=[draft.slug]), {"kind": "take_down", "words": "The mother asks."})

    case = Problem.objects.get()
    assert case.due_on == timezone.localdate() + timedelta(days=10)
    assert [cause.words for cause in causes_against(draft)] == [
        "somebody asks for it to be taken down, and is not answered"
    ]


def test_what_is_overdue_is_told_first(client, alice, finding):
    late = report(finding.review, None, kind="take_down", words="Take it down.")
    Problem.objects.filter(pk=late.pk).update(due_on=timezone.localdate() - timedelta(days=1))
    client.force_login(alice)

    assert "Reports: 1 to answer, 1 overdue" in client.get(reverse("desk:problems")).content.decode()
    assert "1 overdue" in client.get(reverse("desk:desk")).content.decode()


@pytest.mark.parametrize("make", [make_draft])
def test_nobody_learns_of_a_draft_by_its_form(client, make):
    draft = make()
    item = make_finding("Nobody asked.", review=draft)

    for address in (reverse("report_review", args=[draft.slug]), reverse("report_item", args=[item.anchor])):
        assert client.get(address).status_code == 404


def test_what_a_reader_wrote_is_not_copied_into_the_history(client, finding):
    send(client, finding, words="My name is Jo Farrow.")

    assert "Farrow" not in str(list(HistoryEntry.objects.values_list("about", "details")))


def test_one_browser_cannot_send_reports_without_end(client, finding):
    for _ in range(12):
        send(client, finding)

    assert Problem.objects.count() == 8


def test_an_empty_report_says_what_is_missing(client, finding):
    said = client.post(reverse("report_item", args=[finding.anchor]), {}).content.decode()

    assert "Choose what the problem is" in said
    assert "Tell us what the problem is" in said
