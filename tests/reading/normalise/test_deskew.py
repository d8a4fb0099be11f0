"""A leaning drawing is put upright; where it then ends is known to a fraction of a px."""

from __future__ import annotations

import numpy as np
import pytest

from app.reading.arrays import FULL_INK, to_ink
from app.reading.normalise.crop import ink_box, ink_edges
from app.reading.normalise.deskew import Upright, sheared_edges, slant
from tests.reading.normalise.lines import leaning_bar

pytestmark = pytest.mark.numeric

SHIFTS = pytest.mark.parametrize("shift", [0.0, 0.25, 0.5, 0.75])


def sheet(*rows: str) -> np.ndarray:
    """Ink from a hand-drawn bitmap: # is ink."""
    return np.array([[FULL_INK * (mark == "#") for mark in row] for row in rows], dtype=np.uint8)


def bar(shift: float) -> np.ndarray:
    """A bar 3 x 12 px, moved to the right by a part of a px: its first column lacks it, the one behind has it."""
    ink = np.zeros((20, 12))
    ink[4:16, 4], ink[4:16, 5:7], ink[4:16, 7] = 1 - shift, 1, shift
    return to_ink(ink)


@pytest.mark.parametrize(("lean", "shear"), [(0, 0), (0.5, 0.5), (-0.5, -0.5), (1, 1)])
def test_slant_is_the_shear_that_puts_a_leaning_bar_upright(lean, shear):
    assert slant(leaning_bar(lean=lean)) == pytest.approx(shear, abs=0.03)


def test_slant_by_an_independent_oracle():
    """The least-squares slope of x on y over the ink, by NumPy's polynomial fit."""
    ink = sheet("..##..", ".##...", ".#....", "##....")
    y, x = np.nonzero(ink)
    assert slant(ink) == pytest.approx(-np.polyfit(y, x, 1)[0])


@SHIFTS
def test_without_shear_they_are_the_same_edges(shift):
    ink = bar(shift)
    for picture in (ink, ink.T):
        assert sheared_edges(picture, 0.0) == pytest.approx(ink_edges(picture, ink_box(picture)))


@pytest.mark.parametrize("shear", [-1.0, -0.3, 0.5])
def test_a_sheared_bar_reaches_as_far_as_its_middle_rows_move(shear):
    moved = sorted([shear * 4.5, shear * 15.5])
    assert sheared_edges(bar(0.0), shear) == pytest.approx((4 + moved[0], 4, 7 + moved[1], 16))


@pytest.mark.parametrize("paler", [0, 110, 255])
def test_sheared_edges_are_a_pixel_apart_even_around_one_dark_pixel(paler):
    spot = np.zeros((5, 5), dtype=np.uint8)
    spot[1:4, 1:4] = paler
    spot[2, 2] = 255
    left, top, right, bottom = sheared_edges(spot, 0.0)
    assert right - left >= 1 and bottom - top >= 1


@pytest.mark.parametrize(("lean", "shear"), [(1.1, 1.1), (1.5, 1.2), (3, 1.2), (-1.5, -1.2), (-3, -1.2)])
def test_a_lying_stroke_is_not_put_upright_altogether(lean, shear):
    assert slant(leaning_bar(lean=lean, size=300, left=150)) == pytest.approx(shear, abs=0.02)


@pytest.mark.parametrize(
    ("wide", "columns"),
    [(64, 20), (21, 20), (20, 20), (16, 16), (8, 8), (2, 2), (1, 2)],
    ids=lambda px: f"{px} px",
)
def test_a_narrow_digit_is_stretched_to_twice_its_width_and_none_beyond_20_px(wide, columns):
    """Of 32, in the middle; a hair still has two."""
    bar = np.full((64, wide), FULL_INK, np.uint8)
    inked = Upright.of(bar).deskewed(bar) > FULL_INK // 2
    assert inked.all(0).nonzero()[0].tolist() == list(range(16 - columns // 2, 16 + columns // 2))
    assert inked.sum() == 32 * columns


@pytest.mark.parametrize("lean", [0.0, 0.4, -0.8])
def test_a_leaning_bar_stands_in_the_middle(lean):
    ink = leaning_bar(lean=lean)
    upright = Upright.of(ink)
    picture = upright.deskewed(ink)
    assert upright.shear == slant(ink)
    middles = picture @ np.arange(32.0) / picture.sum(1, dtype=float)
    assert np.abs(middles[2:-2] - 15.5).max() < 0.7
    assert (picture.max(1) > 200).all()


def test_ink_of_one_row_stays_where_it_is():
    assert slant(np.full((1, 40), FULL_INK, np.uint8)) == 0
