"""A document is read in a child process; whatever the file does, what comes back is a record or one clear sentence."""

import contextlib
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest

from ingest import exceptions, sandbox
from ingest.exceptions import UnreadableDocument
from ingest.readers import Pictures
from ingest.sandbox import Limits, extract_in_child
from tests.ingest import hostile

PROJECT = Path(__file__).resolve().parents[2]


@pytest.fixture
def read(tmp_path):
    def read(content, name="review.pdf", **options):
        path = tmp_path / name
        path.write_bytes(content)
        return extract_in_child(path, **options)

    return read


def test_a_pdf_comes_back_as_a_record(read):
    extracted = read(hostile.pdf(pages=3))

    assert len(extracted.page_sizes) == 3
    assert "health visitor" in extracted.passages[0].text


def test_progress_is_told_page_by_page(read):
    told = []

    read(hostile.pdf(pages=3), progress=lambda page, of: told.append((page, of)))

    assert told[-1] == (3, 3)


REFUSED = [
    (b"", "review.pdf", "EmptyFile"),
    (hostile.zip_archive(), "review.pdf", "NotAPdf"),
    (hostile.truncated_pdf(), "review.pdf", "DamagedFile"),
    (hostile.locked_pdf(), "review.pdf", "NeedsPassword"),
    (hostile.pdf_without_text(), "review.pdf", "NoText"),
    (hostile.pdf(pages=12, text="Overview report", up=780), "review.pdf", "NoText"),
    (b"%PDF-1.7\nnothing more", "review.pdf", "DamagedFile"),
    (hostile.zip_archive(), "review.docx", "NotADocx"),
    (hostile.docx_with_macros(), "review.docx", "HasMacros"),
    (b"\x00\x01\x02" * 1000, "review.txt", "UnknownKind"),
    (b"   \n\n ", "review.txt", "EmptyFile"),
]


@pytest.mark.parametrize(("content", "name", "failure"), REFUSED, ids=[failure for *_, failure in REFUSED])
def test_a_file_that_cannot_be_read_is_refused_with_one_clear_sentence(read, content, name, failure):
    with pytest.raises(UnreadableDocument) as refusal:
        read(content, name)

    assert type(refusal.value).__name__ == failure
    assert "\n" not in str(refusal.value)
    assert str(refusal.value).endswith(".")


HARMFUL = [
    ("deflate bomb", hostile.deflate_bomb, "review.pdf"),
    ("nested forms", hostile.nested_forms, "review.pdf"),
    ("document bomb", hostile.docx_bomb, "review.docx"),
]


@pytest.mark.slow
@pytest.mark.parametrize(("make", "name"), [case[1:] for case in HARMFUL], ids=[case[0] for case in HARMFUL])
def test_a_file_made_to_harm_ends_in_a_sentence_or_a_record(read, make, name):
    began = time.monotonic()

    with contextlib.suppress(UnreadableDocument):
        read(make(), name, limits=Limits(wall_seconds=20))

    assert time.monotonic() - began < 30


def test_a_file_that_breaks_the_limit_of_time_has_its_own_sentence(read, monkeypatch):
    with pytest.raises(exceptions.TookTooLong):
        read(hostile.pdf(pages=50), limits=Limits(wall_seconds=0))


def test_a_long_file_has_more_time_for_each_of_its_pages():
    clock = sandbox._Clock(sandbox._Bounds(memory=0, seconds=0, silence=60, output=0, seconds_for_page=0.25))
    assert clock.seconds_left == 0

    clock.hear({"is": "page", "page": 1, "of": 200})

    assert 0 < clock.seconds_left <= 50


def test_a_file_that_breaks_the_limit_of_memory_has_its_own_sentence(read):
    with pytest.raises(sandbox.NeededTooMuchMemory):
        read(hostile.deflate_bomb(levels=2), limits=Limits(memory=128 * 2**20))


def test_a_file_that_gives_too_much_has_its_own_sentence(read):
    with pytest.raises(sandbox.GaveTooMuch):
        read(hostile.pdf(pages=20), limits=Limits(output=500))


def test_the_child_knows_no_secret_of_the_application(monkeypatch, tmp_path):
    monkeypatch.setenv("SECRET_KEY", "do not tell")
    monkeypatch.setenv("DATABASE_URL", "postgresql://do:not@tell/it")

    with (tmp_path / "last words").open("wb") as last_words, sandbox._as_file(None) as codebook:
        bounds = sandbox._Bounds(memory=2**29, seconds=5, silence=5, output=1000)
        child = sandbox._start(Path("/nowhere.pdf"), Pictures.ANNOUNCED, bounds, last_words, codebook)
    environment = psutil.Process(child.pid).environ()
    sandbox._end(child)

    assert not {"SECRET_KEY", "DATABASE_URL"} & set(environment)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux ends a child with its parent")
def test_the_child_ends_when_its_parent_is_killed(tmp_path):
    path = tmp_path / "long.pdf"
    path.write_bytes(hostile.pdf(pages=1500))
    code = f"from pathlib import Path; from ingest.sandbox import *; extract_in_child(Path({str(path)!r}))"
    with subprocess.Popen([sys.executable, "-c", code], cwd=PROJECT) as parent:
        child = _first_child(parent.pid)
        parent.kill()

    _, alive = psutil.wait_procs([child], timeout=5)
    assert not alive


def _first_child(parent):
    deadline = time.monotonic() + 20
    while time.monotonic() < deadline:
        children = psutil.Process(parent).children()
        if children:
            return children[0]
        time.sleep(0.05)
    pytest.fail("the child was not started")


def test_every_failure_has_a_sentence_that_ends():
    for failure in UnreadableDocument.__subclasses__():
        assert str(failure()).endswith("."), failure
        assert "\n" not in str(failure()), failure
    assert exceptions.UnreadableDocument in UnreadableDocument.__mro__
