"""Files come in parts: what was sent is kept when the connection breaks, and nobody else can add to it."""

from pathlib import Path

import pytest
from django.urls import reverse

from ingest import uploads
from ingest.models import Batch, Intake, IntakeState, Upload

pytestmark = pytest.mark.django_db
BEGIN = reverse("desk:begin_batch")
CONTENT = b"%PDF-1.7 " + b"words " * 100
SIZE = len(CONTENT)


@pytest.fixture(autouse=True)
def var_dir(settings, tmp_path):
    settings.VAR_DIR = tmp_path


@pytest.fixture
def batch(as_alice, ambermoor):
    return as_alice.post(BEGIN, {"held_by": ambermoor.pk}).json()


def begin(client, batch, name="report.pdf", size=SIZE, mark="1700000000000"):
    return client.post(batch["files"], {"name": name, "size": size, "mark": mark})


def send(client, address, part, begins):
    return client.post(f"{address}?from={begins}", part, content_type="application/octet-stream")


def test_a_file_that_came_in_parts_is_taken_in_whole(as_alice, alice, batch, ambermoor):
    address = begin(as_alice, batch).json()["parts"]

    assert send(as_alice, address, CONTENT[:100], 0).json() == {"received": 100, "done": False}
    assert send(as_alice, address, CONTENT[100:], 100).json()["done"]

    intake = Intake.objects.get()
    assert (intake.name, intake.size, intake.received_from, intake.held_by) == (
        "report.pdf", len(CONTENT), alice, ambermoor,
    )  # fmt: skip
    assert Path(intake.file.path).read_bytes() == CONTENT
    assert not Upload.objects.exists()
    assert Batch.objects.get(intakes=intake).get_absolute_url() == batch["batch"]


def test_a_part_that_comes_twice_or_too_early_is_answered_by_where_to_go_on(as_alice, batch):
    address = begin(as_alice, batch).json()["parts"]
    send(as_alice, address, CONTENT[:100], 0)

    for begins in (0, 50, 200, -5):
        response = send(as_alice, address, CONTENT[100:200], begins)
        assert (response.status_code, response.json()["received"]) == (409, 100)


def test_more_than_the_file_has_is_not_taken(as_alice, batch):
    address = begin(as_alice, batch, size=10).json()["parts"]

    assert send(as_alice, address, b"x" * 11, 0).status_code == 409
    assert send(as_alice, address, b"", 0).status_code == 409


def test_the_same_file_goes_on_where_it_stopped_even_in_another_batch(as_alice, batch, ambermoor):
    address = begin(as_alice, batch).json()["parts"]
    send(as_alice, address, CONTENT[:100], 0)
    later = as_alice.post(BEGIN, {"held_by": ambermoor.pk}).json()

    again = begin(as_alice, later).json()

    assert (again["parts"], again["received"]) == (address, 100)
    send(as_alice, address, CONTENT[100:], 100)
    assert Batch.objects.exclude(intakes=None).get().get_absolute_url() == later["batch"]


def test_a_file_that_was_changed_begins_anew(as_alice, batch):
    send(as_alice, begin(as_alice, batch).json()["parts"], CONTENT[:100], 0)

    assert begin(as_alice, batch, mark="1700000000999").json()["received"] == 0


def test_whoever_did_not_begin_it_cannot_add_to_it(as_alice, batch, client, carol):
    address = begin(as_alice, batch).json()["parts"]
    client.force_login(carol)

    assert send(client, address, CONTENT, 0).status_code == 404
    assert begin(client, batch).status_code == 404


def test_an_empty_or_too_large_file_is_refused_before_it_is_sent(as_alice, batch, settings):
    settings.UPLOAD_LIMIT_MIB = 1

    assert "is empty" in begin(as_alice, batch, size=0).json()["refused"]
    assert "larger than 1 MB" in begin(as_alice, batch, size=2**20 + 1).json()["refused"]
    assert set(Intake.objects.values_list("state", flat=True)) == {IntakeState.REFUSED}


def test_a_full_disk_is_told_before_and_in_the_middle(as_alice, batch, monkeypatch):
    address = begin(as_alice, batch).json()["parts"]
    monkeypatch.setattr("os.pwrite", lambda *parts: 3)
    response = send(as_alice, address, CONTENT, 0)

    assert response.status_code == 507
    assert "no room left" in response.json()["refused"]
    assert Upload.objects.get().received == 0
    monkeypatch.setattr("desk.views.parts.shutil.disk_usage", lambda path: type("Usage", (), {"free": 10}))
    assert "no room left" in begin(as_alice, batch, mark="2").json()["refused"]


def test_a_whole_file_that_was_not_taken_in_is_taken_in_when_asked_again(as_alice, batch, monkeypatch):
    address = begin(as_alice, batch).json()["parts"]

    def die(token):
        raise RuntimeError

    monkeypatch.setattr(uploads, "finish", die)
    with pytest.raises(RuntimeError):
        send(as_alice, address, CONTENT, 0)
    monkeypatch.undo()

    assert send(as_alice, address, CONTENT, 0).json()["done"]
    assert Intake.objects.get().size == len(CONTENT)


def test_an_editor_can_begin_only_for_their_own_partnership(as_alice, carol):
    response = as_alice.post(BEGIN, {"held_by": carol.partnerships.get().pk})

    assert response.status_code == 422


def test_what_nobody_goes_on_with_is_forgotten_after_a_day(as_alice, batch, settings):
    from datetime import timedelta

    from django.utils import timezone

    send(as_alice, begin(as_alice, batch).json()["parts"], CONTENT[:100], 0)
    path = Upload.objects.get().path
    assert uploads.forget_given_up() == 0
    Upload.objects.update(touched_at=timezone.now() - timedelta(days=2))

    assert uploads.forget_given_up() == 1
    assert not path.exists()
