"""Each square knows which way the ink's edges run in it, in whole numbers, the same on every processor."""

from __future__ import annotations

import numpy as np
import pytest

from app.reading.arrays import BITMAP_SIDE, DIRECTIONS, GRID
from app.reading.normalise.directions import SCALE, directions

pytestmark = pytest.mark.numeric

Y, X = np.mgrid[0:BITMAP_SIDE, 0:BITMAP_SIDE] - (BITMAP_SIDE - 1) / 2
ACROSS = {"—": Y, "|": X, "\\": (X - Y) / np.sqrt(2), "/": (X + Y) / np.sqrt(2)}  # px from a line's middle
WIDTH = 6.0  # px


def line(direction: str) -> np.ndarray:
    """A soft-edged line through the middle of a bitmap."""
    grey = np.clip((WIDTH + 1) / 2 - np.abs(ACROSS[direction]), 0, 1)
    return grey.astype(np.float32)


def planes_of(bitmap: np.ndarray) -> np.ndarray:
    return directions(bitmap).reshape(len(DIRECTIONS), GRID, GRID)


@pytest.mark.parametrize("direction", DIRECTIONS)
def test_a_line_shows_in_its_own_direction_alone(direction):
    """In the squares along it; where a line ends at the bitmap's side, its end has another edge."""
    inner = planes_of(line(direction))[:, 2:-2, 2:-2].sum((1, 2))
    own = DIRECTIONS.index(direction)
    assert inner.argmax() == own
    assert np.delete(inner, own).max() < 0.2 * inner[own]


def test_a_quarter_turn_swaps_level_with_upright_and_rising_with_falling():
    bitmap = np.random.default_rng(1).random((BITMAP_SIDE, BITMAP_SIDE), dtype=np.float32)
    turned = planes_of(np.rot90(bitmap))
    assert (turned == np.rot90(planes_of(bitmap), axes=(1, 2))[[1, 0, 3, 2]]).all()


def test_a_mirror_swaps_rising_with_falling():
    bitmap = np.random.default_rng(2).random((BITMAP_SIDE, BITMAP_SIDE), dtype=np.float32)
    assert (planes_of(bitmap[:, ::-1]) == planes_of(bitmap)[[0, 1, 3, 2], :, ::-1]).all()


def test_light_and_dark_have_the_same_edges():
    """But at the bitmap's own side, where there is paper beyond."""
    bitmap = line("/")
    inner = slice(2, -2)
    assert (planes_of(1 - bitmap)[:, inner, inner] == planes_of(bitmap)[:, inner, inner]).all()


def test_paper_has_no_edges():
    assert not directions(np.zeros((BITMAP_SIDE, BITMAP_SIDE), np.float32)).any()


@pytest.mark.parametrize("seed", range(5))
def test_directions_are_whole_numbers_and_fit_in_a_byte(seed):
    bitmap = np.random.default_rng(seed).integers(0, 2, (BITMAP_SIDE, BITMAP_SIDE)).astype(np.float32)
    numbers = directions(bitmap)
    assert numbers.shape == (len(DIRECTIONS) * GRID * GRID,)
    assert (numbers == np.rint(numbers)).all()
    assert 0 <= numbers.min() and numbers.max() < 256


def test_by_an_independent_oracle():
    """Sobel's slopes, shared by the parallelogram rule, blurred, averaged, their root taken: in floats, by loops."""
    bitmap = np.rint(np.random.default_rng(3).random((BITMAP_SIDE, BITMAP_SIDE)) * 255) / 255
    sheet = np.pad(bitmap, 1)
    pooled = np.zeros((4, GRID, GRID))
    places = np.arange(BITMAP_SIDE)
    spread = np.exp(-(((places[:, None] - places) / 1.5) ** 2) / 2)
    spread /= spread[BITMAP_SIDE // 2].sum()
    for y in range(BITMAP_SIDE):
        for x in range(BITMAP_SIDE):
            near = sheet[y : y + 3, x : x + 3]
            right = float(near[:, 2] @ [1, 2, 1] - near[:, 0] @ [1, 2, 1])
            down = float(near[2] @ [1, 2, 1] - near[0] @ [1, 2, 1])
            lesser, greater = sorted([abs(right), abs(down)])
            weights = np.outer(spread[:, y].reshape(GRID, 4).mean(1), spread[:, x].reshape(GRID, 4).mean(1))
            pooled[2 if right * down < 0 else 3] += np.sqrt(2) * lesser * weights
            pooled[0 if abs(down) > abs(right) else 1] += (greater - lesser) * weights
    expected = SCALE * np.sqrt(pooled / 4)
    assert np.abs(planes_of(bitmap.astype(np.float32)) - expected).max() < 0.55  # rounded, and so are the weights
