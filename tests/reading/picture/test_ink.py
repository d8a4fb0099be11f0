"""Whatever paper, pen and file: the same drawing gives the same ink."""

from __future__ import annotations

import numpy as np
import pytest

from app.errors import Blank, EightByEightError, NotAnImage, TooLarge
from app.reading.normalise import normalise
from app.reading.picture import read_ink
from tests import cases
from tests.pictures import encoded, flipped, seven

ALIKE = 0.06  # mean difference of two bitmaps, 0..1, that no reader would tell apart


@pytest.fixture(scope="module")
def bitmap() -> np.ndarray:
    return normalise(read_ink(encoded(seven()))).bitmap


def test_ink_on_a_canvas_is_exactly_how_dark_each_pixel_is():
    expected = 255 - np.asarray(seven())
    for kind in ("L", "RGB", "RGBA", "LA"):
        ink = read_ink(encoded(seven().convert(kind)))
        assert ink.dtype == np.uint8
        np.testing.assert_array_equal(ink, expected)


@pytest.mark.parametrize("name", cases.same_digit())
def test_the_same_drawing_gives_the_same_bitmap_in_every_dress(name, bitmap):
    seen = normalise(read_ink(cases.same_digit()[name])).bitmap
    assert np.abs(seen - bitmap).mean() < ALIKE


@pytest.mark.parametrize("name", cases.nothing_drawn())
def test_an_empty_sheet_has_no_ink(name):
    with pytest.raises(Blank):
        normalise(read_ink(cases.nothing_drawn()[name]))


@pytest.mark.parametrize("name", cases.no_picture())
def test_what_is_no_whole_still_picture_is_refused(name):
    with pytest.raises(NotAnImage):
        read_ink(cases.no_picture()[name])


@pytest.mark.parametrize("name", cases.too_large())
def test_a_picture_is_refused_for_the_size_its_header_claims(name):
    with pytest.raises(TooLarge):
        read_ink(cases.too_large()[name])


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP", "GIF", "BMP"])
def test_damage_anywhere_ends_in_an_answer_or_a_named_error(kind):
    good = encoded(seven(40), kind)
    chance = np.random.default_rng(11)
    for place in chance.integers(0, len(good), 250):
        damaged = flipped(good, int(place), int(chance.integers(1, 256)))
        try:
            ink = read_ink(damaged)
        except EightByEightError:
            continue
        assert (ink.ndim, ink.dtype) == (2, np.uint8)
