"""On the bitmap every drawing has about the same ink, whatever its pen."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image

from app.reading.arrays import FULL_INK
from app.reading.normalise.even import INK_AREA, evened
from tests.reading.normalise.lines import BAR, SLASH, STEM, drawn

pytestmark = pytest.mark.numeric


@pytest.mark.parametrize("pen", [4, 8, 12])
def test_evened_strokes_have_the_same_area(pen):
    large = Image.fromarray(drawn(SLASH, STEM, BAR, pen=pen))
    assert evened(np.asarray(large.resize((32, 32), Image.Resampling.BOX))).sum() == pytest.approx(INK_AREA, rel=0.12)


def softened(*lines, pen: float) -> np.ndarray:
    return np.asarray(Image.fromarray(drawn(*lines, pen=pen)).resize((32, 32), Image.Resampling.BOX))


@pytest.mark.parametrize("pen", [7, 10])
@pytest.mark.parametrize("lines", [(SLASH,), (STEM, BAR), (SLASH, BAR, STEM)], ids=["slash", "cross", "star"])
def test_the_darkest_pixels_so_many_as_wanted_are_at_least_half_ink(lines, pen):
    bitmap = evened(softened(*lines, pen=pen))
    assert (bitmap > 0.5).sum() < INK_AREA <= (bitmap >= 0.5).sum()


def test_paper_stays_paper_and_ink_becomes_full_around_a_single_dot():
    """However low the threshold is: 1024 px have not as many with ink as are wanted."""
    dot = np.zeros((32, 32), np.uint8)
    dot[16, 16] = FULL_INK
    bitmap = evened(dot)
    assert bitmap[0, 0] == bitmap.min() == 0
    assert bitmap[16, 16] == bitmap.max() == 1
    assert bitmap[16, 16 + 5] == 0


@pytest.mark.parametrize("left", [0, 2, 10], ids=["a full page", "nearly full", "two thirds"])
def test_full_ink_stays_full_inside_a_blot(left):
    blot = np.zeros((32, 32), np.uint8)
    blot[:, left:] = FULL_INK
    bitmap = evened(blot)
    assert (bitmap[:, left + 4 :] == 1).all()
    assert (bitmap[:, : max(0, left - 4)] == 0).all()


def test_edges_are_soft_over_about_a_pixel():
    """Five greys a grey around the threshold: from a fifth below it to a fifth above, in whole or in part."""
    bitmap = evened(softened(STEM, BAR, pen=14))
    values = np.unique(bitmap[(bitmap > 0) & (bitmap < 1)])
    steps = np.diff(values) * FULL_INK
    assert steps.min() == pytest.approx(5, rel=1e-3)
