"""Scans that text recognition laid hidden words under before the file came."""

import pytest

from ingest.readers import NeedsRecognition, Pictures, read_document
from tests.ingest import hostile

SENTENCE = "The health visitor saw the child at home on 3 March 2014 and wrote down what she saw."
INVISIBLE, DRAWN = 3, 0


def scan_with_layer(sentence, *, mode, turns=0):
    """A page that is all picture, with words drawn in the given mode over it, turned so many degrees."""
    lines = " ".join(f"1 0 0 1 60 {780 - 20 * line} Tm ({sentence}) Tj" for line in range(12))
    text = f"q 595 0 0 842 0 0 cm /I Do Q BT {mode} Tr /F 11 Tf {lines} ET".encode("latin-1")
    picture = b"<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8"
    return hostile.assembled(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Rotate %d /Resources"
            b" << /Font << /F 5 0 R >> /XObject << /I 6 0 R >> >> >>" % turns,
            b"<< /Length %d >>\nstream\n%s\nendstream" % (len(text), text),
            b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
            picture + b" /Length 1 >>\nstream\n\xf0\nendstream",
        ]
    )


@pytest.mark.parametrize("turns", [0, 90, 180, 270])
def test_hidden_words_are_taken_and_told_as_recognised(tmp_path, turns):
    path = tmp_path / "scan.pdf"
    path.write_bytes(scan_with_layer(SENTENCE, mode=INVISIBLE, turns=turns))

    document = read_document(path, pictures=Pictures.ANNOUNCED)

    assert document.is_from_ocr
    assert SENTENCE in " ".join(block.text for block in document.blocks)


def test_words_drawn_over_a_picture_are_not_told_as_recognised(tmp_path):
    path = tmp_path / "cover.pdf"
    path.write_bytes(scan_with_layer(SENTENCE, mode=DRAWN))

    assert not read_document(path, pictures=Pictures.ANNOUNCED).is_from_ocr


def test_a_hidden_layer_of_letters_put_for_others_is_recognised_anew(tmp_path):
    path = tmp_path / "scan.pdf"
    path.write_bytes(scan_with_layer("Qxz vkqj wqzx hjkq zzxv qqwk jxqz vvkx zqjw", mode=INVISIBLE))

    with pytest.raises(NeedsRecognition):
        read_document(path, pictures=Pictures.ANNOUNCED)
