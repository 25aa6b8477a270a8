"""Whatever is sent together is taken in together; the end of each file is told."""

import io
import zipfile
from contextlib import suppress

import pytest
from django.core.management import CommandError, call_command

from ingest import batches
from ingest.batches import Sender
from ingest.models import Batch, Intake, IntakeState
from ingest.store import store
from people.roles import Role
from reviews.models import Review
from tests.factories import make_partnership, make_user
from tests.ingest.extracted import extracted

pytestmark = pytest.mark.django_db
FACTS = b"file,title,subject,published,source,licence,visibility\ntam.txt,The review called Tam,Tam,2022-03-01,https://a.example/tam,OGL,signed_in\n"


@pytest.fixture(autouse=True)
def files(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def alice():
    return make_user("Alice", role=Role.EDITOR, of=[make_partnership("Ambermoor")])


@pytest.fixture
def sender(alice):
    return Sender(alice, alice.partnerships.get())


def take(sender, *files, batch=None):
    batch = batch or batches.begin(sender)
    for name, content in files:
        batches.take_in(batch, sender, io.BytesIO(content), name)
    return batch


def ends(batch):
    return {intake.name: intake.state for intake in batch.intakes.all()}


def parcel(**members):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in members.items():
            archive.writestr(name.replace("_", "."), content)
    return out.getvalue()


def test_every_document_of_a_zip_is_queued_and_every_refusal_has_its_row(sender):
    batch = take(sender, ("all.zip", parcel(tam_txt=b"1.1 Tam", amara_txt=b"1.1 Amara", song_mp3=b"la")))

    assert ends(batch) == {
        "tam.txt": IntakeState.RECEIVED,
        "amara.txt": IntakeState.RECEIVED,
        "song.mp3": IntakeState.REFUSED,
    }
    assert "not a PDF" in batch.intakes.get(name="song.mp3").message


def test_a_damaged_zip_is_one_row(sender):
    batch = take(sender, ("all.zip", b"PK\x03\x04 nothing"))

    assert ends(batch) == {"all.zip": IntakeState.REFUSED}


def test_a_known_file_has_its_row_with_the_twin(sender):
    first = take(sender, ("tam.txt", b"1.1 Tam")).intakes.get()
    first.document, _ = store(extracted(), first)
    first.state = IntakeState.DONE
    first.save()

    again = take(sender, ("tam again.txt", b"1.1 Tam")).intakes.get()

    assert (again.state, again.document) == (IntakeState.REFUSED, first.document)


def test_the_facts_of_a_manifest_stand_before_the_machines(sender, alice):
    intake = take(sender, ("facts.csv", FACTS), ("tam.txt", b"1.1 Tam")).intakes.get()

    store(extracted(), intake)

    review = Review.objects.get()
    assert (review.title, review.subject, review.published) == ("The review called Tam", "Tam", "2022-03-01")
    assert (review.source_url, review.licence, review.visibility) == ("https://a.example/tam", "OGL", "signed_in")
    assert review.claims.by_people().get().person == alice
    assert "title" in review.fields_by_people


def test_a_manifest_that_comes_after_its_files_is_heeded_while_they_wait(sender):
    batch = take(sender, ("tam.txt", b"1.1 Tam"), ("facts.csv", FACTS))

    assert batch.intakes.get().given["subject"] == "Tam"


def test_a_manifest_in_a_zip_speaks_of_the_files_beside_it(sender):
    batch = take(sender, ("all.zip", parcel(facts_csv=FACTS, tam_txt=b"1.1 Tam")))

    assert batch.intakes.get().given["title"] == "The review called Tam"


def test_files_that_a_manifest_names_and_nobody_sent_are_named(sender):
    batch = take(sender, ("facts.csv", FACTS))

    assert batch.names_without_file == ["tam.txt"]


def test_a_bad_manifest_has_its_row(sender):
    batch = take(sender, ("facts.csv", b"colour\nred\n"))

    assert "column called" in batch.intakes.get().message


def test_what_is_for_one_partnership_is_not_opened_where_none_holds_it(alice):
    given = {"file": "tam.txt", "visibility": "partnership"}
    intake = Intake.objects.create(name="tam.txt", size=1, sha256="0" * 64, received_from=alice, given=given)

    _, message = store(extracted(), intake)

    assert "could not be kept to one partnership" in message
    assert Review.objects.get().visibility == "signed_in"


def run(*arguments):
    out = io.StringIO()
    with suppress(SystemExit):
        call_command("ingest", *map(str, arguments), stdout=out)
    return out.getvalue()


def test_the_command_takes_folders_zip_files_and_a_manifest(tmp_path, alice):
    (tmp_path / "manifest.csv").write_bytes(FACTS)
    (tmp_path / "all.zip").write_bytes(parcel(tam_txt=b"1.1 Tam", inner_zip=b"PK"))
    (tmp_path / "notes.doc~").write_bytes(b"x")

    said = run(tmp_path, "--as", alice.email)

    assert "failed  inner.zip: It is a ZIP file within a ZIP file." in said
    assert "1 queued" in said
    intake = Intake.objects.get(state=IntakeState.RECEIVED)
    assert (intake.received_from, intake.given["subject"]) == (alice, "Tam")


def test_facts_need_somebody_who_gives_them(tmp_path):
    (tmp_path / "facts.csv").write_bytes(FACTS)

    with pytest.raises(CommandError, match="--as"):
        call_command("ingest", str(tmp_path / "facts.csv"))


@pytest.mark.parametrize("arguments", [("--as", "nobody@crossread.example"), ("--for", "nowhere")])
def test_people_and_partnerships_that_are_not_there_are_refused(tmp_path, arguments):
    (tmp_path / "tam.txt").write_bytes(b"1.1 Tam")

    with pytest.raises(CommandError):
        call_command("ingest", str(tmp_path), *arguments)


def test_five_hundred_files_are_queued_at_once(sender, django_assert_max_num_queries):
    members = {f"review{number}_txt": f"1.1 Review {number}.".encode() for number in range(500)}

    batch = take(sender, ("all.zip", parcel(**members)))

    assert batch.intakes.under_way().count() == 500
    assert Batch.objects.count() == 1
