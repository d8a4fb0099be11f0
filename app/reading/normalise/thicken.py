"""Crop -> thickened: whatever the pen was, a drawing counts as if it had been made with the usual one.

A thin pen is made good by growing its ink at full resolution, which keeps tips, crossings and gaps as the usual pen
would have made them; what is left to even out is done on the bitmap (see `even`).
"""

from __future__ import annotations

import math

import numpy as np

from ..arrays import Ink, framed, to_grey
from ..strokes import pen_width

USUAL_PEN = 0.16  # of the height: a fat felt tip; thinner ones, so nearly all, are brought up to it


def thickened(ink: Ink) -> Ink:
    """Return a picture's strokes as the usual pen would have drawn them; a fatter one leaves it as it is.

    `ink` is (h, w), 0 paper .. 255 ink, and fills its height; the picture grows with it.
    """
    missing = USUAL_PEN * len(ink) - pen_width(to_grey(ink))
    # The height grows with the pen: the share is reached a little later.
    return _grown(ink, missing / (1 - USUAL_PEN) / 2) if missing > 0 else ink


def _grown(ink: Ink, radius: float) -> Ink:
    """Return the picture with its ink grown by a radius in px: by crosses and squares in turn, so by an octagon."""
    steps = math.ceil(radius)
    ink = framed(ink, steps)
    for step in range(steps):
        wider = _dilated(ink, square=bool(step % 2))
        share = min(1.0, radius - step)
        ink = wider if share == 1 else ink + (share * (wider - ink)).astype(np.uint8)
    return ink


def _dilated(ink: Ink, square: bool) -> Ink:
    """Return the ink one px wider: to the four neighbours, or to all eight."""
    wider = ink.copy()
    np.maximum(wider[1:], ink[:-1], out=wider[1:])
    np.maximum(wider[:-1], ink[1:], out=wider[:-1])
    across = wider.copy() if square else ink
    np.maximum(wider[:, 1:], across[:, :-1], out=wider[:, 1:])
    np.maximum(wider[:, :-1], across[:, 1:], out=wider[:, :-1])
    return wider
