"""Decisions -> probabilities: ten numbers that mean what they say.

Each duel becomes a probability by a sigmoid (Platt 1999); a digit's score is the product of its nine duels, and one
temperature (Guo et al. 2017) sharpens or softens the ten scores into shares. A floor keeps some doubt in every answer:
people write shapes that no training set holds. All are fitted on drawings the SVC never saw.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from app.reading.svm import Floats, duel_table


class Calibration(NamedTuple):
    """The fitted numbers."""

    steepness: float  # of the duels' sigmoid, per unit of decision
    temperature: float  # above 1 softens
    floor: float = 0.0  # share given to "anything is possible", spread evenly over the ten digits

    def probabilities(self, decisions: Floats) -> Floats:
        """Return (m, 10) shares that sum to 1 from (m, 45) decisions."""
        scores = digit_scores(decisions, self.steepness) / self.temperature
        shares = np.exp(scores - scores.max(1, keepdims=True))
        shares /= shares.sum(1, keepdims=True)
        return (1 - self.floor) * shares + self.floor / shares.shape[1]


def digit_scores(decisions: Floats, steepness: float) -> Floats:
    """Return (m, 10): the log of the product of each digit's nine duel probabilities."""
    table = duel_table(decisions) * np.float32(steepness)
    # log sigmoid(t) without overflow; the diagonal adds log 1/2 to every digit alike.
    return -np.logaddexp(0, -table).sum(2)
