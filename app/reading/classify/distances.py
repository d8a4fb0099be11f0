"""How far a drawing is from each of many learnt ones: |x - r|^2 = |x|^2 + |r|^2 - 2 x.r, one matrix product.

All are rows of whole numbers whose squares sum to less than 2^22, and float32 holds whole numbers exactly up to 2^24:
the distances are exact, on every machine and in whatever order the products are added. 64 counts are at most 16, 80
components a few hundred.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from ..arrays import Floats


class Distances:
    """Rows of whole numbers, held so that a drawing is quickly compared with all of them."""

    def __init__(self, rows: NDArray[np.generic]) -> None:
        """Take the rows, (n, k) whole numbers: features, counts or components."""
        self._columns = np.ascontiguousarray(rows.T, dtype=np.float32)
        self._norms: Floats = np.einsum("kn,kn->n", self._columns, self._columns)  # no array of all squares

    def squared(self, numbers: NDArray[np.generic]) -> Floats:
        """Return (m, n): the squared Euclidean distances from (m, k) whole numbers to each row."""
        drawn = numbers.astype(np.float32, copy=False)
        squared: Floats = drawn @ self._columns
        squared *= -2
        squared += self._norms
        squared += (drawn**2).sum(1)[:, None]
        return squared
