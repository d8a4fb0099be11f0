"""Bitmap -> directions: how much of the ink's edge in each square runs —, |, \\ and /.

Counts say where the ink is, not which way it runs: a 4 and a 9 may hold the same ink in the same squares. Directions in
zones have been the field's standard since the nineties (Kimura 1987; Liu, Nakashima, Sako and Fujisawa, "Handwritten
digit recognition", Pattern Recognition 2003 and 2004; HOG, Dalal and Triggs 2005).

Everything until the root is a whole number, which float64 holds exactly, and the root is rounded as IEEE 754 has it: so
every processor finds the same numbers.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from ..arrays import BITMAP_SIDE, BLOCK, GRID, Directions, Doubles, Grey, framed, to_ink

SIGMA = 1.5  # px of the bitmap: the blur by which an edge also counts in the squares beside its own
SCALE = 29.0  # a unit of difference weighs as one of the counts: their deviations over our own drawings are equal
WHOLE = 1024  # a pooling weight of 1, in whole numbers
STEEPEST = 4 * 255  # Sobel's slope of an edge from paper to ink


def directions(bitmap: Grey) -> Directions:
    """Return (256,) whole numbers 0..255, mostly below 24: the square root of the edges' mean strength by direction.

    64 numbers of each direction, row by row. `bitmap`: (32, 32), 0 paper .. 1 ink.
    """
    pooled = POOL @ _planes(to_ink(bitmap)) @ POOL.T
    pooled[2:] *= DIAGONAL
    strengths: Directions = np.rint(np.sqrt(pooled) * PER_ROOT).astype(np.float32).ravel()
    return strengths


def _planes(ink: NDArray[np.uint8]) -> Doubles:
    """Return (4, 32, 32): the slope's share in each of four directions, 45 degrees apart, by the parallelogram rule.

    A slope between two directions is the sum of one step along each (Liu and others 2003): the lesser of its two sides
    goes along the diagonal, what is left of the greater along the axis. An edge runs across its slope.
    """
    across, down = _sobel(framed(ink, 1).astype(np.int32))
    is_falling = (across ^ down) < 0  # the signs differ: the edge runs like \\, not like /
    across, down = np.abs(across), np.abs(down)
    lesser = np.minimum(across, down)
    planes = np.empty((4, BITMAP_SIDE, BITMAP_SIDE))
    np.subtract(down, lesser, out=planes[0])
    np.subtract(across, lesser, out=planes[1])
    np.multiply(lesser, is_falling, out=planes[2])
    np.subtract(lesser, planes[2], out=planes[3])
    return planes


def _sobel(sheet: NDArray[np.int32]) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
    """Return the slope to the right and down, each (h - 2, w - 2), by Sobel's 3 x 3 masks."""
    columns = sheet[:-2] + 2 * sheet[1:-1] + sheet[2:]
    rows = sheet[:, :-2] + 2 * sheet[:, 1:-1] + sheet[:, 2:]
    return columns[:, 2:] - columns[:, :-2], rows[2:] - rows[:-2]


def _pooling() -> Doubles:
    """Return (8, 32): a Gaussian blur, then the mean of each 4, in whole numbers that sum to about WHOLE a row."""
    places = np.arange(BITMAP_SIDE)
    blur = np.exp(-(((places[:, None] - places) / SIGMA) ** 2) / 2)
    blur /= blur[BITMAP_SIDE // 2].sum()
    pooling: Doubles = np.rint(WHOLE * blur.reshape(GRID, BLOCK, BITMAP_SIDE).mean(1))
    return pooling


POOL = _pooling()
DIAGONAL = np.sqrt(2)  # px: how long a step along a diagonal is
PER_ROOT = SCALE / np.sqrt(STEEPEST) / WHOLE
