"""How far a drawing is from each of many learnt ones: |x - r|^2 = |x|^2 + |r|^2 - 2 x.r, exact because all are counts.

Thousands of rows are multiplied for each drawing, and what takes the time is fetching them from memory. A product of
two rows of counts is a whole number of some 13 bits, a float64 holds 53: so four rows share one row of float64, each
13 bits above the one before, and one product gives all four in half of the memory that float32 would need.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from ..normalise.blocks import FULL

MANTISSA = 53  # bits: whole numbers up to 2^53 are exact in float64

Floats = NDArray[np.float32]
Whole = NDArray[np.uint8]


class Distances:
    """Rows of counts, packed so that a drawing is quickly compared with all of them."""

    def __init__(self, rows: NDArray[np.generic]) -> None:
        """`rows`: (n, 64) whole counts 0..16, at least one."""
        self.rows: Whole = rows.astype(np.uint8)
        largest = FULL * int(self.rows.sum(1, dtype=np.int64).max())  # no product with a row of counts is larger
        bits = max(largest, 1).bit_length()
        self._places = bits * np.arange(MANTISSA // bits)[:, None]
        self._mask = 2**bits - 1
        self._packed = self._pack()
        self._norms: Floats = (self.rows.astype(np.float32) ** 2).sum(1)

    def squared(self, counts: NDArray[np.generic]) -> Floats:
        """Return (m, n): the squared Euclidean distances, in counts, from (m, 64) whole counts 0..16 to each row."""
        wide = counts.astype(np.float64)
        sums = (wide @ self._packed.T).astype(np.int64)
        products = (sums[:, None, :] >> self._places) & self._mask
        squared: Floats = products.reshape(len(counts), -1)[:, : len(self.rows)].astype(np.float32)
        squared *= -2
        squared += self._norms
        squared += (wide**2).sum(1)[:, None]
        return squared

    def _pack(self) -> NDArray[np.float64]:
        """(n / lanes, 64): the first row of the first lane, of the second and so on in one, then their second rows."""
        lanes = len(self._places)
        size = -(-len(self.rows) // lanes)
        padded = np.zeros((lanes * size, self.rows.shape[1]))
        padded[: len(self.rows)] = self.rows
        packed: NDArray[np.float64] = (padded.reshape(lanes, size, -1) * 2.0 ** self._places[:, :, None]).sum(0)
        return packed
