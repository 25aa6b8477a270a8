"""Files come in at the desk; each is queued or refused with its own sentence."""

import errno

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from ingest.models import Batch, Intake, IntakeState
from tests.ingest import hostile

pytestmark = pytest.mark.django_db
UPLOAD, FILES = reverse("desk:upload"), reverse("desk:intakes")


def pdf(name="review.pdf", content=None):
    return SimpleUploadedFile(name, hostile.pdf() if content is None else content)


def upload(client, *files, **values):
    return client.post(UPLOAD, {"documents": list(files), **values}, follow=True)


def ends():
    return dict(Intake.objects.values_list("name", "state"))


def test_a_reader_is_told_that_the_desk_is_not_theirs(client, bob):
    client.force_login(bob)

    assert client.get(UPLOAD).status_code == 403


def test_a_stranger_is_asked_to_sign_in(client, settings):
    settings.PUBLIC_BROWSING = True

    response = client.get(UPLOAD)

    assert response.status_code == 302
    assert response["Location"].startswith("/accounts/login/")


def test_a_file_is_received_for_the_editors_partnership(as_alice, alice, ambermoor):
    response = upload(as_alice, pdf(), held_by=ambermoor.pk)

    intake = Intake.objects.get()
    assert (intake.received_from, intake.held_by, intake.state) == (alice, ambermoor, IntakeState.RECEIVED)
    assert "0 read, 1 to go" in response.content.decode()


def test_several_files_are_received_at_once(as_alice, ambermoor):
    upload(as_alice, pdf("one.pdf", b"%PDF one"), pdf("two.pdf", b"%PDF two"), held_by=ambermoor.pk)

    assert set(Intake.objects.values_list("name", flat=True)) == {"one.pdf", "two.pdf"}


def test_no_file_is_an_error_at_the_field(as_alice):
    response = as_alice.post(UPLOAD, {})

    assert "Choose at least one file" in response.content.decode()


def test_an_empty_file_is_refused_and_the_others_are_received(as_alice, ambermoor):
    response = upload(as_alice, pdf("empty.pdf", b""), pdf(), held_by=ambermoor.pk)

    assert "“empty.pdf” is empty" in response.content.decode()
    assert ends() == {"empty.pdf": IntakeState.REFUSED, "review.pdf": IntakeState.RECEIVED}


def test_a_file_above_the_limit_is_refused_while_it_comes_in(as_alice, ambermoor, settings):
    settings.UPLOAD_LIMIT_MIB = 1

    response = upload(as_alice, pdf("huge.pdf", b"x" * (2 * 2**20)), pdf(), held_by=ambermoor.pk)

    assert "“huge.pdf” is larger than 1 MB" in response.content.decode()
    assert ends() == {"huge.pdf": IntakeState.REFUSED, "review.pdf": IntakeState.RECEIVED}


def test_a_file_above_the_limit_alone_is_refused(as_alice, ambermoor, settings):
    settings.UPLOAD_LIMIT_MIB = 1

    response = upload(as_alice, pdf("huge.pdf", b"x" * (2 * 2**20)), held_by=ambermoor.pk)

    assert "“huge.pdf” is larger than 1 MB" in response.content.decode()
    assert not Intake.objects.exists()


def test_an_editor_cannot_upload_for_another_partnership(as_alice, carol):
    upload(as_alice, pdf(), held_by=carol.partnerships.get().pk)

    assert not Intake.objects.exists()


def test_an_editor_sees_only_their_partnerships_files(as_alice, ambermoor, client, carol):
    upload(as_alice, pdf("ours.pdf"), held_by=ambermoor.pk)
    client.force_login(carol)

    assert "ours.pdf" not in client.get(FILES).content.decode()


def test_a_failed_file_says_why_and_can_be_tried_again(as_alice, ambermoor):
    upload(as_alice, pdf(), held_by=ambermoor.pk)
    Intake.objects.update(state="failed", failure="TookTooLong", message="This file takes too long to read.")

    page = as_alice.get(FILES).content.decode()
    intake = Intake.objects.get()
    as_alice.post(reverse("desk:try_again", args=[intake.pk]))

    intake.refresh_from_db()
    assert "This file takes too long to read." in page
    assert intake.state == IntakeState.RECEIVED


def test_a_batch_tells_the_end_of_each_file(as_alice, ambermoor):
    upload(as_alice, pdf("one.pdf", b"%PDF one"), pdf("empty.pdf", b""), held_by=ambermoor.pk)

    page = as_alice.get(Batch.objects.get().get_absolute_url()).content.decode()

    assert "2 files: 0 read, 1 failed" in page
    assert "“empty.pdf” is empty" in page


def test_only_those_who_may_follow_it_see_a_batch(as_alice, ambermoor, client, carol):
    upload(as_alice, pdf(), held_by=ambermoor.pk)
    client.force_login(carol)

    assert client.get(Batch.objects.get().get_absolute_url()).status_code == 404


def test_a_file_for_which_there_is_no_room_is_told_so(as_alice, ambermoor, monkeypatch):
    def full(self, data, start):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("django.core.files.uploadhandler.TemporaryFileUploadHandler.receive_data_chunk", full)

    response = upload(as_alice, pdf("large.pdf", b"x" * (3 * 2**20)), pdf(), held_by=ambermoor.pk)

    assert "no room left" in response.content.decode()
    assert "large.pdf" not in {name for name, state in ends().items() if state == IntakeState.RECEIVED}


def test_a_hundred_and_fifty_files_can_be_sent_by_the_plain_form(as_alice, ambermoor):
    upload(as_alice, *(pdf(f"{n}.pdf", f"%PDF {n}".encode()) for n in range(150)), held_by=ambermoor.pk)

    assert Intake.objects.under_way().count() == 150


def test_nobody_else_can_try_it_again(as_alice, ambermoor, client, carol):
    upload(as_alice, pdf(), held_by=ambermoor.pk)
    Intake.objects.update(state="failed", failure="TookTooLong", message="Too long.")
    client.force_login(carol)

    assert client.post(reverse("desk:try_again", args=[Intake.objects.get().pk])).status_code == 404


def test_the_page_of_files_asks_a_fixed_number_of_queries(as_alice, ambermoor, django_assert_num_queries):
    for number in range(12):
        upload(as_alice, pdf(f"{number}.pdf", b"%PDF" + bytes([number + 65])), held_by=ambermoor.pk)

    with django_assert_num_queries(9):
        as_alice.get(FILES)
