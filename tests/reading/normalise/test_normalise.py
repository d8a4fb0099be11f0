"""A drawing of any size, place, slant and pen becomes the bitmap that the data set's digits were."""

from __future__ import annotations

import numpy as np
import pytest

from app.errors import Blank
from app.learning.allographs import Allograph, digits
from app.learning.canvas import ink_of
from app.learning.pen import draw, fit
from app.reading.arrays import BITMAP_SIDE, FULL_INK
from app.reading.normalise import normalise
from app.reading.normalise.even import INK_AREA
from tests.reading.normalise.lines import leaning_bar

pytestmark = pytest.mark.numeric

# The side of the canvas in px, and the digit's and the pen's share of it.
CANVASES = [(280, 0.7, 0.07), (280, 0.7, 0.04), (280, 0.7, 0.11), (280, 0.25, 0.04), (140, 0.7, 0.08), (560, 0.7, 0.05)]
SOME = digits()[::15]


def ring(size: int = 200, radius: int = 60, pen: int = 10, at: tuple[int, int] = (100, 100)) -> np.ndarray:
    y, x = np.mgrid[0:size, 0:size]
    return FULL_INK * (np.abs(np.hypot(y - at[1], x - at[0]) - radius) < pen / 2).astype(np.uint8)


@pytest.mark.parametrize("lean", [-0.6, 0.0, 0.6])
def test_a_leaning_bar_becomes_an_upright_one(lean):
    bitmap = normalise(leaning_bar(lean=lean)).bitmap
    middles = [float(row @ np.arange(BITMAP_SIDE) / row.sum()) for row in bitmap[4:-4]]
    assert np.ptp(middles) < 1.5


def test_ink_touches_top_and_bottom_and_leaves_the_sides_free():
    bitmap = normalise(ring()).bitmap
    assert bitmap[0].max() > 0.5 and bitmap[-1].max() > 0.5
    assert bitmap[:, :3].max() < 0.5 and bitmap[:, -3:].max() < 0.5


@pytest.mark.parametrize("pen", [4, 10, 16, 24])
def test_any_pen_leaves_about_the_same_ink(pen):
    assert normalise(ring(pen=pen)).bitmap.sum() == pytest.approx(INK_AREA, rel=0.12)


@pytest.mark.parametrize(
    "ink",
    [
        ring(at=(65, 65)),
        ring(size=400, radius=120, pen=20, at=(250, 200)),
        ring(size=1000, radius=300, pen=50, at=(500, 500)),
        ring(size=100, radius=30, pen=5, at=(50, 50)),
    ],
    ids=["in a corner", "twice the size", "five times the size", "half the size"],
)
def test_size_and_place_do_not_matter(ink):
    assert np.abs(normalise(ink).bitmap - normalise(ring()).bitmap).mean() < 0.02


def counts_on(allograph: Allograph, size: int, share: float, pen: float) -> np.ndarray:
    """The ink of each block, not rounded, of a digit drawn on a canvas with a pen."""
    picture = draw(fit(allograph.lines(), size, pen * size, share), size, pen * size)
    return normalise(ink_of(picture)).bitmap.reshape(8, 4, 8, 4).sum((1, 3)).ravel()


def moved_by_canvas_and_pen(allograph: Allograph) -> float:
    """How far a digit's counts lie from their mean over all canvases, on average."""
    everywhere = np.array([counts_on(allograph, *canvas) for canvas in CANVASES])
    return float(np.linalg.norm(everywhere - everywhere.mean(0), axis=1).mean())


def test_canvas_and_pen_move_most_digits_by_next_to_nothing():
    """By about one count of ink in all 64: digits of two hands lie ten and more apart. Tiny loops may close."""
    moved = [moved_by_canvas_and_pen(allograph) for allograph in SOME]
    assert np.median(moved) < 1.25
    assert np.quantile(moved, 0.9) < 3


def test_dust_so_thinly_strewn_that_nothing_of_it_is_left_is_no_drawing():
    ink = np.zeros((1024, 1024), dtype=np.uint8)
    ink[np.ix_([*range(0, 1024, 32), 1023], [*range(0, 1024, 32), 1023])] = FULL_INK
    with pytest.raises(Blank):
        normalise(ink)


def test_a_stroke_stays_narrow_where_a_ring_is_stretched():
    assert (normalise(leaning_bar()).bitmap.max(0) > 0.5).sum() <= 12
    assert (normalise(ring()).bitmap.max(0) > 0.5).sum() >= 18


def test_a_line_thinner_than_a_pixel_of_the_crop_is_still_a_line():
    hair = np.zeros((600, 600), dtype=np.uint8)
    hair[50:550, 300] = FULL_INK
    assert normalise(hair).bitmap.sum() > 100
