"""Holes that somebody drew stay open, however the pen is evened; bays and chinks are no holes."""

from __future__ import annotations

import numpy as np
import pytest

from app.learning.canvas import ink_of
from app.learning.pen import draw
from app.reading.arrays import FULL_INK
from app.reading.normalise import normalise
from app.reading.normalise.holes import FEWEST_PX, KEPT, find_holes, reopened
from app.reading.parts import connected_parts

pytestmark = pytest.mark.numeric

SIDE = 64  # px: of a crop
SHARES = (0.12, 0.15, 0.2, 0.3, 0.5)  # of a 6's height: its loop
PENS = ((4.8, 0.12), (7.0, 0.12), (12.8, 0.2))  # px of a canvas of 160, and the smallest loop that each leaves open
Y, X = np.mgrid[0:SIDE, 0:SIDE] - (SIDE - 1) / 2


def ring(outer: float, inner: float) -> np.ndarray:
    radius = np.hypot(X, Y)
    return FULL_INK * ((radius < outer) & (radius >= inner)).astype(np.uint8)


def loop(share: float) -> list[tuple[float, float]]:
    """A 6 on a canvas of 160 px: a stem, and at its foot a round loop of this share of the height."""
    radius = 60 * share
    angles = np.linspace(np.pi, -np.pi, 40)
    round_it = zip(80 + radius + radius * np.cos(angles), 140 - radius + radius * np.sin(angles), strict=True)
    return [(90, 20), (82, 60), (80, 100), *round_it]


def holes_in(bitmap: np.ndarray) -> int:
    return len(connected_parts(np.pad(bitmap < 0.5, 1, constant_values=True))[1]) - 1


@pytest.mark.parametrize(("pen", "share"), [(pen, share) for pen, least in PENS for share in SHARES if share >= least])
def test_the_loop_of_a_6_lives_wherever_the_pen_leaves_it_open(pen, share):
    bitmap = normalise(ink_of(draw([loop(share)], 160, pen))).bitmap
    assert holes_in(bitmap) == 1


def test_paper_that_a_line_encloses_is_a_hole():
    holes = find_holes(ring(20, 17 - 10))
    assert holes is not None
    assert set(np.unique(holes)) == {0, FULL_INK}
    assert not (holes.astype(bool) & (ring(20, 7) > 0)).any()


def test_a_small_hole_is_kept_whole_and_of_a_larger_one_the_core():
    small, larger = find_holes(ring(12, KEPT / 2)), find_holes(ring(20, KEPT))
    assert small is not None and larger is not None
    assert (small > 0).sum() == (np.hypot(X, Y) < KEPT / 2).sum()
    width = int((larger > 0).any(0).sum())
    assert KEPT - 1 <= width <= KEPT + 4 < 2 * KEPT


def test_a_hole_that_no_pen_closes_needs_no_keeping():
    assert find_holes(ring(30, 20)) is None


@pytest.mark.parametrize("side", range(4))
def test_a_bay_that_is_open_to_one_side_is_no_hole(side):
    bay = ring(12, 4)
    bay[29:35, 32:] = 0
    assert find_holes(np.rot90(bay, side)) is None


def test_a_winding_bay_is_no_hole():
    """Ink stands before it on all four sides, and still it is open round the corner."""
    spiral = np.zeros((SIDE, SIDE), np.uint8)
    spiral[10:50, 10:13] = spiral[10:13, 10:50] = spiral[10:60, 50:53] = spiral[57:60, 20:53] = FULL_INK
    spiral[20:60, 20:23] = spiral[20:23, 20:43] = spiral[20:50, 40:43] = FULL_INK
    assert find_holes(spiral) is None


def test_a_chink_is_no_hole():
    blot = np.full((SIDE, SIDE), FULL_INK, np.uint8)
    blot[30, 30 : 30 + FEWEST_PX - 1] = 0
    assert find_holes(blot) is None
    blot[30, 30 : 30 + FEWEST_PX] = 0
    assert find_holes(blot) is not None


def test_ink_without_paper_inside_has_no_holes():
    assert find_holes(np.full((SIDE, 20), FULL_INK, np.uint8)) is None


def test_reopening_takes_ink_away_and_adds_none():
    bitmap, holes = np.full((32, 32), 0.8, np.float32), np.zeros((32, 32), np.uint8)
    holes[10:12, 10:12], holes[20, 20] = FULL_INK, 51
    opened = reopened(bitmap, holes)
    assert not opened[10:12, 10:12].any()
    assert opened[20, 20] == pytest.approx(0.8)
    assert (opened <= bitmap).all() and (opened[0] == bitmap[0]).all()
