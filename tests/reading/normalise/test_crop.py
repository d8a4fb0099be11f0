"""Where the drawing ends: to a fraction of a px, so that the pixels of a canvas do not show in the answer."""

from __future__ import annotations

import numpy as np
import pytest

from app.reading.arrays import FULL_INK, to_ink
from app.reading.normalise import normalise
from app.reading.normalise.box import ink_box
from app.reading.normalise.crop import ink_edges

pytestmark = pytest.mark.numeric

SHIFTS = pytest.mark.parametrize("shift", [0.0, 0.25, 0.5, 0.75])


def bar(shift: float) -> np.ndarray:
    """A bar 3 x 12 px, moved to the right by a part of a px: its first column lacks it, the one behind has it."""
    ink = np.zeros((20, 12))
    ink[4:16, 4], ink[4:16, 5:7], ink[4:16, 7] = 1 - shift, 1, shift
    return to_ink(ink)


@SHIFTS
def test_edges_are_found_to_a_fraction_of_a_pixel(shift):
    ink = bar(shift)
    assert ink_edges(ink, ink_box(ink)) == pytest.approx((4 + shift, 4, 7 + shift, 16), abs=0.002)


def test_edges_stay_within_the_picture():
    full = np.full((8, 8), FULL_INK, dtype=np.uint8)
    assert ink_edges(full, ink_box(full)) == (0, 0, 8, 8)


@pytest.mark.parametrize("shape", [(40, 1), (1, 40)], ids=["upright", "lying"])
def test_a_faint_hair_keeps_the_edges_of_its_pixels(shape):
    ink = np.pad(to_ink(np.full(shape, 0.45)), 30)
    box = ink_box(ink)
    assert ink_edges(ink, box) == box
    assert normalise(ink).bitmap.sum() > 0
