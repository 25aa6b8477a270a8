"""manage.py extract: a record on standard output, or one line that says why there is none."""

import json
import os
import sys

import pytest
from django.core.management import call_command

from ingest.management.commands import extract
from ingest.record import to_json
from tests.ingest import hostile
from tests.ingest.extracted import extracted


@pytest.fixture
def file(tmp_path):
    file = tmp_path / "review.pdf"
    file.write_bytes(hostile.pdf(pages=2))
    return file


def test_a_record_is_printed_as_json(file, capfdbinary):
    call_command("extract", str(file))

    record = json.loads(capfdbinary.readouterr().out)
    assert record["page_sizes"] == [[595.0, 842.0]] * 2
    assert "health visitor" in record["passages"][0]["text"]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("empty.pdf", b""),
        ("cut.pdf", hostile.truncated_pdf()),
        ("locked.pdf", hostile.locked_pdf()),
        ("a\nb.txt", b"\0"),
    ],
)
def test_a_refusal_is_one_line_with_exit_status_1_and_nothing_is_printed(tmp_path, capfd, name, content):
    (tmp_path / name).write_bytes(content)

    with pytest.raises(SystemExit) as exit_:
        call_command("extract", str(tmp_path / name))

    out, err = capfd.readouterr()
    assert exit_.value.code == 1
    assert out == ""
    assert err.count("\n") == 1
    assert err.endswith(".\n")


def test_what_is_not_a_file_is_refused_in_one_line_too(tmp_path, capfd):
    for path in (tmp_path, tmp_path / "nowhere.pdf"):
        with pytest.raises(SystemExit):
            call_command("extract", str(path))

        assert capfd.readouterr().err.count("\n") == 1


def test_a_long_record_into_a_pipe_that_nobody_reads_ends_quietly(monkeypatch, file, capfd):
    reading, writing = os.pipe()
    os.close(reading)
    monkeypatch.setattr(extract, "extract_in_child", lambda *given, **named: extracted())
    kept = os.dup(1)
    os.dup2(writing, 1)
    try:
        call_command("extract", str(file))
    finally:
        os.dup2(kept, 1)
        os.close(writing)
        os.close(kept)

    assert capfd.readouterr().err == ""


def test_progress_is_told_on_a_terminal_only(monkeypatch, file, capfd):
    call_command("extract", str(file))
    assert capfd.readouterr().err == ""

    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    call_command("extract", str(file))
    assert capfd.readouterr().err == "\rpage 1 of 2\rpage 2 of 2\n"


def test_the_time_that_the_program_took_to_start_is_taken_off_a_files_time():
    assert extract.LEAST_SECONDS <= extract._limits().wall_seconds < 25


def test_the_printed_record_says_what_the_record_says(monkeypatch, file, capfdbinary):
    monkeypatch.setattr(extract, "extract_in_child", lambda *given, **named: extracted())

    call_command("extract", str(file))

    assert json.loads(capfdbinary.readouterr().out) == json.loads(json.dumps(to_json(extracted())))
