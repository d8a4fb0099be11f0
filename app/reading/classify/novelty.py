"""Distances -> familiarity: how much a drawing looks like any digit that was learnt (an open-set score).

An SVC's margin does not tell a letter from a digit. Two distances do: to the nearest learnt digits, and to the nearest
learnt signs that are none (letters, kana, shapes). Familiarity is a logistic curve over the log of their ratio.
"""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from ..arrays import CountsTable, Floats

NO_DIGIT = -1  # the label of a counter-example
NEIGHBOURS = 3  # whose mean distance counts: one alone may be an odd drawing
SAME = 1.0  # counts: added to both distances, so that a drawing learnt by heart does not divide by nothing


class Curve(NamedTuple):
    """The logistic curve and where it says yes."""

    slope: float  # per unit of log ratio
    middle: float  # the log ratio at which familiarity is one half
    threshold: float  # of familiarity, 0..1: from here on a drawing is called a digit


class Novelty:
    """The learnt drawings that distances are measured to: digits first, counter-examples after them."""

    def __init__(self, prototypes: CountsTable, digits: NDArray[np.int8], curve: Curve) -> None:
        """Take `prototypes` (m, 64), counts 0..16, and their `digits` (m,), 0..9 and then NO_DIGIT."""
        self.prototypes = prototypes
        self.digits = digits
        self.curve = curve
        self._known = int(np.count_nonzero(digits != NO_DIGIT))

    @property
    def threshold(self) -> float:
        """Return the familiarity, 0..1, from which on a drawing is called a digit."""
        return self.curve.threshold

    def familiarity(self, squared: Floats) -> float:
        """Return 0 (like nothing learnt) .. 1 for (m,) squared distances to the prototypes; overwrites the nearest."""
        ratio = log_ratio(mean_nearest(squared[: self._known]), mean_nearest(squared[self._known :]))
        return 1 / (1 + math.exp(-self.curve.slope * (ratio - self.curve.middle)))


def mean_nearest(squared: Floats) -> float:
    """Return the mean of the NEIGHBOURS smallest distances, given all of them squared; overwrites those.

    Looking for the smallest thrice takes a third of the time of np.partition.
    """
    total = 0.0
    for _ in range(NEIGHBOURS):
        least = squared.argmin()
        total += math.sqrt(squared[least])
        squared[least] = np.inf
    return total / NEIGHBOURS


def log_ratio(near: float, far: float) -> float:
    """Return log of (mean distance to the nearest counter-examples / to the nearest digits): above 0, more a digit."""
    return math.log((far + SAME) / (near + SAME))
