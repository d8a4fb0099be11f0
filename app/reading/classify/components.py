"""Features -> leading components: 80 numbers that say nearly all of the 320, in which all distances are measured.

The axes of a principal component analysis (Pearson 1901) of our own drawings, those along which drawings vary less made
longer: a quarter of the numbers is compared in a quarter of the time, and hands that were not learnt are read better.
All is in whole numbers: then products and distances are exact, on every machine.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from ..arrays import Features, Floats

UNIT = 128  # a weight of 1


class Components:
    """The leading components."""

    def __init__(self, weights: NDArray[np.generic]) -> None:
        """Take the weights, (320, k) whole numbers of a few hundred: orthogonal columns in units of 1 / UNIT."""
        self.weights = weights.astype(np.int16)
        self._weights = weights.astype(np.float32)

    def project(self, features: Features) -> Floats:
        """Return (m, k) whole numbers: the projection of (m, 320) features, the first in units of a feature."""
        projected: Floats = np.rint(features @ self._weights / np.float32(UNIT))
        return projected
