"""How far a drawing is from each of many learnt ones: |x - r|^2 = |x|^2 + |r|^2 - 2 x.r, one matrix product.

All are rows of 64 counts 0..16, so every term is a whole number of at most 64 x 16^2 = 16384, and float32 holds whole
numbers exactly up to 2^24: the distances are exact, on every machine and in whatever order the products are added.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from ..arrays import CountsTable, Floats


class Distances:
    """Rows of counts, held so that a drawing is quickly compared with all of them."""

    def __init__(self, rows: NDArray[np.generic]) -> None:
        """Take the rows, (n, 64) whole counts 0..16."""
        self.rows: CountsTable = rows.astype(np.uint8)
        self._columns = np.ascontiguousarray(rows.astype(np.float32).T)
        self._norms: Floats = (self._columns**2).sum(0)

    def squared(self, counts: NDArray[np.generic]) -> Floats:
        """Return (m, n): the squared Euclidean distances, in counts, from (m, 64) whole counts 0..16 to each row."""
        drawn = counts.astype(np.float32)
        squared: Floats = drawn @ self._columns
        squared *= -2
        squared += self._norms
        squared += (drawn**2).sum(1)[:, None]
        return squared
