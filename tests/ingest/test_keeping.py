"""Bytes are kept whole or not at all, whatever happens in the middle."""

import errno
import io
import os
import resource
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from ingest.intake import RefusedFile, receive
from ingest.keeping import NoRoom, fingerprint_of, keep
from ingest.models import Intake

PROJECT = Path(__file__).resolve().parents[2]


@pytest.fixture(autouse=True)
def files(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    return tmp_path


def kept(folder):
    return [path for path in folder.rglob("*") if path.is_file()]


def test_the_same_bytes_are_kept_once(files):
    first, second = (keep(io.BytesIO(b"words"), "ab" * 32, ".pdf") for _ in range(2))

    assert first == second == f"documents/ab/{'ab' * 32}.pdf"
    assert [path.read_bytes() for path in kept(files)] == [b"words"]


def test_a_full_disk_leaves_nothing_behind(files, monkeypatch):
    def full(handle):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)

    with pytest.raises(NoRoom):
        keep(io.BytesIO(b"words"), "ab" * 32, ".pdf")
    assert kept(files) == []


@pytest.mark.django_db
def test_a_full_disk_is_one_sentence_for_the_sender_and_no_row(files, monkeypatch):
    def full(file, target):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("ingest.keeping._write_whole", full)

    with pytest.raises(RefusedFile, match="no room left"):
        receive(io.BytesIO(b"%PDF"), name="report.pdf")
    assert not Intake.objects.exists()
    monkeypatch.undo()


def test_a_disk_that_is_full_in_the_middle_of_a_file_leaves_nothing_behind(files):
    """The system refuses to write more than a mebibyte, as a full disk does, in a process of its own."""
    program = f"""
        import io, os, resource, signal
        os.environ["SECRET_KEY"] = "x"
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (2**20, 2**20))
        from django.conf import settings
        settings.configure(MEDIA_ROOT={str(files)!r})
        from ingest.keeping import NoRoom, keep
        try:
            keep(io.BytesIO(b"x" * 2**22), "ab" * 32, ".pdf")
        except NoRoom:
            print("no room")
    """
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(program)], cwd=PROJECT, capture_output=True, text=True, check=True
    )

    assert resource.RLIMIT_FSIZE is not None
    assert done.stdout == "no room\n"
    assert kept(files) == []


def test_a_file_is_left_at_its_start():
    file = io.BytesIO(b"words")

    assert fingerprint_of(file).size == 5
    assert file.read() == b"words"
