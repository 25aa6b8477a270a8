"""How a page lies on the scanner is measured from its lines."""

import numpy as np
import pytest

from ingest.ocr.straightening import lie_of
from tests.ingest.ocr.scans import askew, ink, lines_of_text


@pytest.mark.parametrize("degrees", [-3.0, -0.6, 0.0, 1.3, 5.0])
def test_a_page_laid_askew_is_measured_to_a_tenth_of_a_degree(degrees):
    lie = lie_of(ink(askew(lines_of_text(), degrees)))

    assert not lie.is_sideways
    assert lie.skew == pytest.approx(degrees, abs=0.1)


def test_a_page_laid_sideways_is_told_by_its_lines():
    lie = lie_of(ink(np.ascontiguousarray(np.rot90(askew(lines_of_text(), 1.0)))))

    assert lie.is_sideways


def test_an_empty_page_lies_as_it_lies():
    lie = lie_of(np.zeros((1100, 850), dtype=bool))

    assert lie == (False, 0.0)
