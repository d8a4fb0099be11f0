"""Where the drawing ends: to a fraction of a px, so that the pixels of a canvas do not show in the answer."""

from __future__ import annotations

import numpy as np
import pytest

from app.reading.arrays import FULL_INK, to_ink
from app.reading.normalise import normalise
from app.reading.normalise.crop import Box, Edges, cropped, ink_box, ink_edges

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


@SHIFTS
def test_upper_and_lower_edges_are_found_as_exactly(shift):
    ink = np.ascontiguousarray(bar(shift).T)
    assert ink_edges(ink, ink_box(ink)) == pytest.approx((4, 4 + shift, 16, 7 + shift), abs=0.002)


@pytest.mark.parametrize("turned", [lambda ink: ink, np.transpose], ids=["upright", "lying"])
def test_haze_farther_off_does_not_move_an_edge(turned):
    ink = np.full((20, 20), 90, np.uint8)
    ink[:, 7:13] = 0
    ink[4:16, 8:12] = FULL_INK
    ink[:4], ink[16:] = 0, 0
    edges = Edges(8, 4, 12, 16) if ink is turned(ink) else Edges(4, 8, 16, 12)
    assert ink_edges(turned(ink), ink_box(turned(ink))) == edges


@pytest.mark.parametrize(("second", "wide"), [(0, 1), (60, 1 + 60 / 255), (128, 1 + 128 / 255), (250, 1 + 250 / 255)])
def test_a_line_between_one_and_two_px_wide_has_exact_edges(second, wide):
    ink = np.zeros((20, 20), np.uint8)
    ink[4:16, 8], ink[4:16, 9] = FULL_INK, second
    assert ink_edges(ink, ink_box(ink)) == pytest.approx((8, 4, 8 + wide, 16))
    assert ink_edges(ink.T, ink_box(ink.T)) == pytest.approx((4, 8, 16, 8 + wide))


@pytest.mark.parametrize("second", [0, 100, 120])
def test_a_line_thinner_than_a_px_keeps_the_edges_of_its_pixels(second):
    ink = np.zeros((20, 20), np.uint8)
    ink[4:16, 8], ink[4:16, 9] = 130, second
    assert ink_edges(ink, ink_box(ink)) == ink_box(ink)
    assert ink_edges(ink.T, ink_box(ink.T)) == ink_box(ink.T)


@pytest.mark.parametrize(
    ("height", "width", "shape"),
    [
        (100, 50, (64, 32)),
        (30, 30, (64, 64)),
        (40, 80, (64, 128)),
        (40, 160, (32, 128)),
        (600, 3, (64, 1)),
        (1, 600, (1, 128)),
    ],
)
def test_a_crop_is_64_px_high_or_128_wide(height, width, shape):
    ink = np.pad(np.full((height, width), FULL_INK, np.uint8), 10)
    crop = cropped(ink, ink_box(ink))
    assert crop.shape == shape
    assert (crop == FULL_INK).all()


@pytest.mark.parametrize("turned", [lambda ink: ink, np.transpose], ids=["upright", "lying"])
def test_a_hair_that_comes_out_grey_is_stretched_to_full_ink(turned):
    ink = np.zeros((600, 600), np.uint8)
    ink[50:550, 300] = FULL_INK
    ink[50, 200:400] = FULL_INK
    crop = cropped(turned(ink), ink_box(turned(ink)))
    assert crop.max() == FULL_INK


def test_grey_ink_keeps_its_proportions_when_it_is_stretched():
    ink = np.full((64, 64), 200, np.uint8)
    ink[20:40, 20:40] = 100
    crop = cropped(ink, Box(0, 0, 64, 64))
    assert crop[5, 5] == FULL_INK
    assert crop[30, 30] == FULL_INK // 2
