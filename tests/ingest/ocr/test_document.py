"""What becomes of a recognised document in the database."""

from dataclasses import replace

import pytest

from ingest.models import Intake
from ingest.store import store
from tests.ingest.extracted import extracted

pytestmark = pytest.mark.django_db


def test_a_document_says_that_its_words_come_from_text_recognition():
    intake = Intake.objects.create(name="scan.pdf", size=3, sha256="5ca9", file="scan.pdf")

    document, _ = store(replace(extracted(), is_from_ocr=True, pages_without_text=(2,)), intake)

    document.refresh_from_db()
    assert document.is_from_ocr
    assert document.pages_without_text == [2]


def test_a_document_with_a_text_layer_does_not():
    intake = Intake.objects.create(name="tam.pdf", size=3, sha256="7ea7", file="tam.pdf")

    document, _ = store(extracted(), intake)

    assert not document.is_from_ocr
