"""Bitmap -> counts: the ink of each 4 x 4 block, 8 x 8 of them, as load_digits counts it."""

from __future__ import annotations

import numpy as np

from ..arrays import BLOCK, GRID, Counts, Grey


def block_counts(bitmap: Grey) -> Counts:
    """Return (64,) float32, whole numbers 0..16: ink pixels a block, row by row. `bitmap`: (32, 32), 0 paper .. 1 ink.

    Whole, as in the data set, so that the 8 x 8 picture on the page is exactly what the model saw.
    """
    blocks = bitmap.reshape(GRID, BLOCK, GRID, BLOCK).sum((1, 3))
    counts: Counts = np.rint(blocks).astype(np.float32).ravel()
    return counts
