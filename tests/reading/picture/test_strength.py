"""How strong ink must be, and how much a picture's paper may vary before it counts as a photo."""

from __future__ import annotations

import numpy as np
import pytest

from app.reading.arrays import FULL_INK, to_ink
from app.reading.picture.paper import full_ink, lift_ink, stretched
from app.reading.picture.photo import photo_ink

PAPER = 200


def spotted(shade: int, count: int) -> np.ndarray:
    """A grey sheet of 20 x 20 px, as many of them in a block at its end of another grey."""
    pixels = np.full(400, PAPER, np.uint8)
    pixels[399 - count : 399] = shade
    return pixels.reshape(20, 20, 1)


@pytest.mark.parametrize(("shade", "ink"), [(215, FULL_INK), (216, 39)])
def test_a_line_is_a_line_from_40_of_255_on(shade, ink):
    pixels = np.full((8, 8, 1), 255, np.uint8)
    pixels[2:6, 3:5] = shade
    assert lift_ink(pixels).max() == ink


@pytest.mark.parametrize(
    ("shade", "count", "photo"),
    [
        (PAPER + 4, 150, False),
        (PAPER + 5, 80, False),  # a fifth
        (PAPER + 5, 81, True),
        (PAPER - 47, 81, True),
        (PAPER - 48, 81, False),  # that is ink
    ],
)
def test_paper_that_varies_by_more_than_4_on_more_than_a_fifth_is_a_photos(shade, count, photo):
    pixels = spotted(shade, count)
    as_photo = to_ink(photo_ink(pixels))
    as_drawing = stretched(np.abs(pixels.astype(int) - PAPER).astype(np.uint8)[:, :, 0])
    assert not np.array_equal(as_photo, as_drawing)
    np.testing.assert_array_equal(lift_ink(pixels), as_photo if photo else as_drawing)


@pytest.mark.parametrize("count", [1, 2, 20, 21, 90, 100, 101, 160])
def test_full_ink_is_the_strength_that_a_twentieth_of_the_line_has(count):
    strengths = np.arange(40, 40 + count)
    haze = np.arange(40)
    distance = np.random.default_rng(1).permutation(np.concatenate([haze, strengths])).astype(np.uint8)
    assert full_ink(distance[None, :]) == np.percentile(strengths, 95, method="lower")


@pytest.mark.parametrize(("black", "full"), [(4, 100), (6, FULL_INK)])
def test_black_on_more_than_a_twentieth_of_the_line_is_full_ink(black, full):
    distance = np.array([[100] * (100 - black) + [FULL_INK] * black], np.uint8)
    assert full_ink(distance) == full


def test_strengths_are_stretched_in_proportion():
    distance = np.random.default_rng(2).integers(0, 256, (50, 50), dtype=np.uint8)
    distance[:, 5:] = np.minimum(distance[:, 5:], 170)
    full = full_ink(distance)
    assert full < FULL_INK
    expected = np.floor(np.minimum(distance / full, 1) * FULL_INK + 0.5)
    np.testing.assert_array_equal(stretched(distance), expected)
