"""Rules, tables and shaded panels are found in a picture, and text is none of them."""

import cv2
import numpy as np
import pytest

from ingest.ocr.ink import paper_of
from ingest.ocr.rulings import rulings_of
from ingest.ruled_tables import tables_of
from tests.ingest.ocr.scans import Scanner, lines_of_text, printed, worn

SCALE = 200 / 72


def rulings(pixels, scale=SCALE):
    return rulings_of(pixels, paper_of(pixels, scale), scale)


@pytest.fixture
def sheet():
    return np.full((1000, 1400), 255, dtype=np.uint8)


def test_the_rules_of_a_table_are_found_faint_as_they_are(sheet):
    for y in (200, 300, 400):
        cv2.line(sheet, (100, y), (1300, y), 150, 1)
    for x in (100, 500, 1300):
        cv2.line(sheet, (x, 200), (x, 400), 150, 1)

    found = rulings(worn(sheet, Scanner(dust=0)))

    (table,) = tables_of(found.edges)
    assert [len(row) for row in table.rows] == [2, 2]


def test_rules_that_the_letters_below_nearly_touch_are_found(sheet):
    ink, _ = printed("Minimum safeguarding communication within families was common here.", 30)
    # The letters begin 14 pixels below the top of their picture, and so 6 below the rule.
    for y in (200, 270, 340):
        cv2.line(sheet, (100, y), (1300, y), 0, 2)
        sheet[y - 8 : y - 8 + ink.shape[0], 110 : 110 + ink.shape[1]][ink] = 0

    found = rulings(worn(sheet, Scanner(dust=0)))

    assert len(found.level) == 3


def test_lines_of_text_are_no_rules(sheet):
    for y in range(50, 900, 60):
        ink, _ = printed("Minimum safeguarding communication within families was common here.", 30)
        sheet[y : y + ink.shape[0], 100 : 100 + ink.shape[1]][ink] = 0

    found = rulings(worn(sheet, Scanner()))

    assert found.level == ()
    assert found.upright == ()


def test_a_dark_panel_is_found_with_its_shade(sheet):
    sheet[100:600, 700:1400] = 60

    (panel,) = rulings(worn(sheet, Scanner())).panels

    assert (panel.left, panel.top) == pytest.approx((700 / SCALE, 100 / SCALE), abs=3)
    assert (panel.right, panel.bottom) == pytest.approx((1400 / SCALE, 600 / SCALE), abs=3)
    assert panel.fill is not None
    assert panel.fill[0] < 0.5


def test_a_shadow_over_the_page_is_no_panel():
    shadow = np.linspace(255, 170, 850, dtype=np.float32)
    pixels = np.minimum(lines_of_text().astype(np.float32), shadow[None, :]).astype(np.uint8)

    assert rulings(pixels, 100 / 72).panels == ()


def test_what_was_found_turns_with_the_page(sheet):
    cv2.line(sheet, (100, 200), (900, 200), 0, 3)
    found = rulings(sheet)

    turned = found.turned((1400 / SCALE, 1000 / SCALE))

    (rule,) = turned.level
    assert (rule.left, rule.right) == pytest.approx((500 / SCALE, 1300 / SCALE), abs=2)
    assert rule.top == pytest.approx(800 / SCALE, abs=2)
