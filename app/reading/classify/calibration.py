"""Decisions -> probabilities: ten numbers that mean what they say.

Each pairwise decision becomes a probability by a sigmoid (Platt 1999); a digit's score is the product of its nine, and
one temperature (Guo et al. 2017) sharpens or softens the ten scores into shares. Both numbers are fitted on drawings
the SVC never saw.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from ..arrays import Floats
from .svc import decision_table


class Calibration(NamedTuple):
    """The two fitted numbers."""

    steepness: float  # of the pairwise sigmoid, per unit of decision
    temperature: float  # above 1 softens

    def probabilities(self, decisions: Floats) -> Floats:
        """Return (m, 10) shares that sum to 1 from (m, 45) decisions."""
        scores = digit_scores(decisions, self.steepness) / np.float32(self.temperature)
        shares: Floats = np.exp(scores - scores.max(1, keepdims=True))
        shares /= shares.sum(1, keepdims=True)
        return shares


def digit_scores(decisions: Floats, steepness: float) -> Floats:
    """Return (m, 10): the log of the product of each digit's nine pairwise probabilities."""
    table = decision_table(decisions) * np.float32(steepness)
    # log sigmoid(t) without overflow; the diagonal adds log 1/2 to every digit alike.
    scores: Floats = -np.logaddexp(0, -table).sum(2)
    return scores
