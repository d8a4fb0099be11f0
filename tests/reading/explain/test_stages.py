"""The pictures on the way from drawing to counts, small enough for a page."""

from __future__ import annotations

import numpy as np
import pytest

from app.reading.arrays import FULL_INK, to_ink
from app.reading.explain import stages_of
from app.reading.normalise import normalise

LEFT, TOP, RIGHT, BOTTOM = 40, 60, 64, 180


def drawing(height: int = 200, width: int = 120) -> np.ndarray:
    ink = np.zeros((height, width), np.uint8)
    ink[TOP:BOTTOM, LEFT:RIGHT] = FULL_INK
    return ink


@pytest.mark.parametrize(
    ("longest", "times", "shape"),
    [(50, 4, (50, 30)), (100, 2, (100, 60)), (200, 1, (200, 120)), (201, 1, (200, 120)), (9999, 1, (200, 120))],
)
def test_a_large_drawing_is_shown_smaller_and_its_box_with_it(longest, times, shape):
    ink = drawing()
    first = stages_of(ink, normalise(ink), longest)[0]
    assert first.picture.shape == shape
    assert first.box == (LEFT / times, TOP / times, RIGHT / times, BOTTOM / times)
    assert (first.picture[TOP // times : BOTTOM // times, LEFT // times : RIGHT // times] == FULL_INK).all()
    assert first.picture.sum(dtype=int) == (RIGHT - LEFT) * (BOTTOM - TOP) * FULL_INK / times**2


def test_shrinking_takes_the_mean_of_the_pixels():
    ink = drawing()
    ink[TOP:BOTTOM:2] = 0
    first = stages_of(ink, normalise(ink), 100)[0]
    assert (first.picture[TOP // 2 : BOTTOM // 2, LEFT // 2 : RIGHT // 2] == 128).all()


@pytest.mark.parametrize("turned", [lambda ink: ink, np.transpose], ids=["upright", "lying"])
def test_the_longer_side_is_what_is_limited_and_the_shorter_one_keeps_a_pixel(turned):
    hair = np.zeros((1000, 4), np.uint8)
    hair[:, 1] = FULL_INK
    ink = np.ascontiguousarray(turned(hair))
    assert stages_of(ink, normalise(ink), 50)[0].picture.shape == turned(np.empty((50, 1))).shape


def test_what_follows_is_what_was_read():
    normalised = normalise(drawing())
    first, second, third = stages_of(drawing(), normalised, 50)
    assert [one.name for one in (first, second, third)] == ["ink", "deskewed", "bitmap"]
    np.testing.assert_array_equal(second.picture, normalised.deskewed)
    np.testing.assert_array_equal(third.picture, to_ink(normalised.bitmap))
    assert (second.shear, first.shear, third.shear) == (normalised.shear, None, None)
    assert second.box is third.box is None


def test_what_was_left_out_is_shown_as_small_as_the_drawing_with_its_reasons():
    ink, around = drawing(), np.full((200, 120), 90, np.uint8)
    first, second, third = stages_of(ink, normalise(ink), 50, around, ("frame",))
    assert first.left_out is not None and first.left_out.shape == first.picture.shape
    assert (first.left_out == 90).all() and first.why == ("frame",)
    assert second.left_out is third.left_out is None
