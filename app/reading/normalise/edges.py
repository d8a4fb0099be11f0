"""Ink -> edges: where the drawing ends, to a fraction of a px.

Of a half-inked pixel half lies within. So a drawing has the same edges, and in the end the same numbers, wherever the
pixels of its canvas happen to lie.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from ..arrays import FULL_INK, INKED, Ink
from .box import Box
from .strokes import framed


class Edges(NamedTuple):
    """A rectangle in px from a picture's left and top."""

    left: float
    top: float
    right: float
    bottom: float


def ink_edges(ink: Ink, box: Box) -> Edges:
    """Return the edges of a box's ink, (h, w) 0 paper .. 255 ink. A hair thinner than a px keeps the box's own."""
    left, top, right, bottom = box
    before = ink[top:bottom, max(0, left - 1) : left + 1].max(0).sum()
    above = ink[max(0, top - 1) : top + 1, left:right].max(1).sum()
    behind = ink[top:bottom, right - 1 : right + 1].max(0).sum()
    below = ink[bottom - 1 : bottom + 1, left:right].max(1).sum()
    x, y = (edge + 1 - int(inked) / FULL_INK for edge, inked in ((left, before), (top, above)))
    to_x, to_y = right - 1 + int(behind) / FULL_INK, bottom - 1 + int(below) / FULL_INK
    is_hair = to_x - x < 1 or to_y - y < 1
    return Edges(*box) if is_hair else Edges(x, y, to_x, to_y)


def sheared_edges(picture: Ink, shear: float) -> Edges:
    """Return the edges of the ink in (h, w), 0 paper .. 255 ink, when each row moves by `shear` px for each above it.

    Some pixel must be 255: then the edges are at least a px apart.
    """
    sheet = framed(picture, 1)
    inked = sheet > INKED
    first = inked.argmax(1)
    rows = np.flatnonzero(first)  # the frame's first column has no ink: 0 stands for a row without any
    first, last = first[rows], sheet.shape[1] - 1 - inked[rows, ::-1].argmax(1)
    shift = shear * (rows - 0.5) - 1  # the frame is not counted
    left = (first + 1 - _shares(sheet[rows, first], sheet[rows, first - 1]) + shift).min()
    right = (last + _shares(sheet[rows, last], sheet[rows, last + 1]) + shift).max()
    top, bottom = rows[0], rows[-1]
    above = _shares(sheet[top].max(), sheet[top - 1].max())
    below = _shares(sheet[bottom].max(), sheet[bottom + 1].max())
    return Edges(float(left), float(top - above), float(right), float(bottom - 1 + below))


def _shares(last: Ink, beyond: Ink) -> NDArray[np.float32]:
    """How many px of ink the last inked pixel and the paler one beyond it hold together."""
    shares: NDArray[np.float32] = (last.astype(np.float32) + beyond) / np.float32(FULL_INK)
    return shares
