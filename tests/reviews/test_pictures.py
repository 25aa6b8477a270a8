import subprocess
from io import BytesIO
from typing import Any

import pytest
from PIL import Image

from reviews import pictures
from reviews.pictures import PictureError, picture_of
from tests.factories import make_document, make_review
from tests.reviews.pdfs import pdf_of

pytestmark = pytest.mark.django_db


def size_of(path):
    return Image.open(BytesIO(path.read_bytes())).size


def test_a_page_is_drawn_at_twice_its_size():
    document = make_document(make_review(), content=pdf_of("One", "Two"))

    assert size_of(picture_of(document, 2)) == (1190, 1684)


def test_a_huge_page_is_drawn_no_larger_than_a_screen_can_use():
    document = make_document(make_review(), content=pdf_of("Map", width=14400, height=7200))

    assert size_of(picture_of(document, 1)) == (2600, 1300)


def test_a_picture_is_drawn_once(monkeypatch):
    document = make_document(make_review(), content=pdf_of("One"))
    kept = picture_of(document, 1)
    monkeypatch.setattr(pictures, "draw", None)

    assert picture_of(document, 1) == kept


@pytest.mark.parametrize("content", [b"no PDF", pdf_of("Half")[:200], b""])
def test_a_file_that_cannot_be_drawn_leaves_no_picture(content, tmp_path):
    document = make_document(make_review(), content=content or b" ")

    with pytest.raises(PictureError):
        picture_of(document, 1)
    assert not list((tmp_path / "pictures").rglob("*.*"))


def test_a_page_that_takes_too_long_is_given_up(monkeypatch):
    document = make_document(make_review(), content=pdf_of("One"))
    monkeypatch.setattr(pictures, "SECONDS", 0.001)

    with pytest.raises(PictureError, match="longer than"):
        picture_of(document, 1)


def test_the_process_that_draws_knows_neither_django_nor_the_environment(monkeypatch):
    given: dict[str, Any] = {}

    def run(command, **options):
        given.update(options, command=command)
        raise subprocess.TimeoutExpired(command, 1)

    monkeypatch.setattr(subprocess, "run", run)
    with pytest.raises(PictureError):
        picture_of(make_document(make_review()), 1)

    assert set(given["env"]) == {"PATH"}
    assert "reviews.render_page" in given["command"]
