"""Thickened -> deskewed: put upright by its own moments, and stretched to NIST's box, in one resampling."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from ..arrays import BITMAP_SIDE, FULL_INK, INKED, Doubles, Ink, framed
from .crop import Edges

MAX_SHEAR = 1.2  # px a row, about 50 degrees: more is a lying stroke, not a slant
MAX_WIDTH = 20  # px of the 32: NIST's box
WIDENING = 2.0  # a narrow digit is stretched at most this much, so that a 1 does not become a block
LEAST_WIDTH = 2.0  # px of the 32: a hair still has two sides


class Upright(NamedTuple):
    """How a drawing is put upright."""

    shear: float  # px a row by which rows are moved, above 0 for a digit that leant to the right
    affine: tuple[float, ...]  # six numbers: from a px of the bitmap back to the drawing's, as Pillow takes them

    @classmethod
    def of(cls, ink: Ink) -> Upright:
        """Return how (h, w) ink, 0 paper .. 255 ink and some px at 255, becomes upright and 32 px high."""
        shear = slant(ink)
        return cls(shear, _affine(sheared_edges(ink, shear), shear))

    def deskewed(self, ink: Ink) -> Ink:
        """Return (32, 32) of the drawing, or of another picture of its size: upright and stretched."""
        size = BITMAP_SIDE, BITMAP_SIDE
        picture = Image.fromarray(ink).transform(size, Image.Transform.AFFINE, self.affine, Image.Resampling.BILINEAR)
        return np.asarray(picture)


def slant(ink: Ink) -> float:
    """Return the shear in px a row that makes a picture's ink upright: -cov(x, y) / var(y), at most MAX_SHEAR.

    Teow and Loe (2002) and many after them de-slant digits so; y points down, so a right-leaning digit gets a
    positive shear. `ink`: (h, w), 0 paper .. 255 ink, not empty. All sums are whole numbers, which float64 holds
    exactly, so that every processor finds the same; a drawing of one row has no height to lean in, and stays.
    """
    height, width = ink.shape
    moments = _powers(height).T @ (ink.astype(np.float64) @ _powers(width)[:, :2])  # [j, i]: of x^i y^j
    (total, sum_x), (sum_y, sum_xy), (sum_yy, _) = moments.astype(np.int64).tolist()
    covariance = total * sum_xy - sum_x * sum_y
    variance = total * sum_yy - sum_y * sum_y
    return max(-MAX_SHEAR, min(MAX_SHEAR, -covariance / variance)) if variance else 0.0


@cache
def _powers(length: int) -> Doubles:
    """Return (length, 3): 1, place and place squared of each row or column."""
    return np.arange(length, dtype=np.float64)[:, None] ** np.arange(3)


def sheared_edges(picture: Ink, shear: float) -> Edges:
    """Return the edges of the ink in (h, w), 0 paper .. 255 ink, when each row moves by `shear` px for each above it.

    Some pixel must be 255: then the edges are at least a px apart.
    """
    sheet = framed(picture, 1)
    inked = sheet > INKED
    first = inked.argmax(1)
    rows = np.flatnonzero(first)  # the frame's first column has no ink: 0 stands for a row without any
    first, last = first[rows], sheet.shape[1] - 1 - inked[:, ::-1].argmax(1)[rows]
    shift = shear * (rows - 0.5) - 1  # the frame is not counted
    left = (first + 1 - _shares(sheet[rows, first], sheet[rows, first - 1]) + shift).min()
    right = (last + _shares(sheet[rows, last], sheet[rows, last + 1]) + shift).max()
    top, bottom = int(rows[0]), int(rows[-1])
    above, below = _shares(sheet[[top, bottom]].max(1), sheet[[top - 1, bottom + 1]].max(1)).tolist()
    return Edges(float(left), top - above, float(right), bottom - 1 + below)


def _affine(edges: Edges, shear: float) -> tuple[float, ...]:
    """Return the map that shears, cuts to the new edges and stretches."""
    left, top, right, bottom = edges
    width = min(MAX_WIDTH, max(WIDENING * (right - left) * BITMAP_SIDE / (bottom - top), LEAST_WIDTH))
    across, down = (right - left) / width, (bottom - top) / BITMAP_SIDE
    margin = (BITMAP_SIDE - width) / 2
    # Affine maps run from the output back to the input: x_in = across (x - margin) + left - shear y_in.
    return across, -shear * down, left - margin * across - shear * top, 0.0, down, top


def _shares(last: Ink, beyond: Ink) -> NDArray[np.float32]:
    """Return how many px of ink the last inked pixels and the paler ones beyond them hold together."""
    shares: NDArray[np.float32] = (last.astype(np.float32) + beyond) / np.float32(FULL_INK)
    return shares
