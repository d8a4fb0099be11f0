"""Counts -> bitmap: the smooth picture that 8 x 8 counts may have been counted from.

The digits of `load_digits`, squares that a visitor changed, and counts that a program sends have no picture; their
directions come from this one.
"""

from __future__ import annotations

import numpy as np
from PIL import Image

from ..arrays import BITMAP_SIDE, BLOCK, FULL_BLOCK, GRID, Counts, Grey

ROUNDS = 30  # after which the block counts are met within a few hundredths of a pixel on average
STEP = 0.5  # of the missing ink, put back in each round
SLOPE = 2.0  # grey per grey: how steep a rebuilt stroke's edge is


def rebuild(counts: Counts) -> Grey:
    """Return a smooth (32, 32) picture, 0 paper .. 1 ink, whose 4 x 4 blocks hold these (64,) or (8, 8) counts 0..16.

    Enlarged bicubically, then corrected round by round by the enlarged difference that is left
    (iterative back-projection, Irani and Peleg 1991).
    """
    wanted = counts.reshape(GRID, GRID) / np.float32(FULL_BLOCK)
    smooth = _enlarged(wanted)
    for _ in range(ROUNDS):
        blocks = _sharpened(smooth).reshape(GRID, BLOCK, GRID, BLOCK).mean((1, 3))
        smooth = smooth + np.float32(STEP) * _enlarged(wanted - blocks)
    return _sharpened(smooth)


def _enlarged(blocks: Grey) -> Grey:
    return np.asarray(Image.fromarray(blocks).resize((BITMAP_SIDE, BITMAP_SIDE), Image.Resampling.BICUBIC))


def _sharpened(smooth: Grey) -> Grey:
    sharp: Grey = np.clip((smooth - np.float32(0.5)) * np.float32(SLOPE) + np.float32(0.5), 0, 1)
    return sharp
