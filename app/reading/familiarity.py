"""Counts -> familiarity: how much a drawing looks like any digit that was learnt.

An SVC's margin does not tell a letter from a digit; the distance to the nearest learnt digit does.
"""

from __future__ import annotations

import numpy as np

from app.reading.features import Counts
from app.reading.svm import Floats


class Familiarity:
    """Distances to learnt digits, turned into 0..1."""

    def __init__(self, prototypes: Floats, middle: float, width: float, threshold: float) -> None:
        """`prototypes` (n, 64) counts; at distance `middle` (counts) familiarity is 1/2, `width` is its slope."""
        self.prototypes = np.ascontiguousarray(prototypes, dtype=np.float32)
        self.middle, self.width, self.threshold = middle, width, threshold
        self._norms = (self.prototypes**2).sum(1)

    def of(self, counts: Counts, digit: int) -> float:
        """Return 0 (like nothing learnt) .. 1 for (64,) counts."""
        squared = self._norms - 2 * (self.prototypes @ counts) + counts @ counts
        distance = float(np.sqrt(max(float(squared.min()), 0.0)))
        return float(1 / (1 + np.exp((distance - self.middle) / self.width)))
