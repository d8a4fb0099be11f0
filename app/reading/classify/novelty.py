"""Distances -> familiarity: how much a drawing looks like the digit that is answered (an open-set score).

The margin between ten digits does not tell a letter from a digit. Two things do: the distances to the nearest learnt
ways of writing that digit and to the nearest learnt signs that are none (letters, kana, shapes), and a second SVC, of
digits against signs, whose support vectors are among the same prototypes. Familiarity is a logistic curve over the log
of the distances' ratio, the second SVC's decision, and the log odds of the answer against the runner-up: what lies
between two digits is none of them to be sure of.
"""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from ..arrays import N_DIGITS, Floats, WholeRows

NO_DIGIT = -1  # the label of a counter-example
NEIGHBOURS = 3  # whose mean distance counts: one alone may be an odd drawing
LONGEST_ODDS = 1e6  # to one: beyond it an answer is as good as certain
SAME = 1.0  # unit of a feature: added to both distances, so that a drawing learnt by heart does not divide by nothing


class Curve(NamedTuple):
    """The logistic curve and where it says yes."""

    ratio_weight: float  # of a unit of log ratio
    decision_weight: float  # of a unit of the second SVC's decision
    odds_weight: float  # of a unit of log odds
    intercept: float
    threshold: float  # of familiarity, 0..1: from here on a drawing is called a digit

    def familiarity(self, ratio: float, decision: float, odds: float) -> float:
        """Return 0..1, from a log ratio and a decision, above 0 for what is rather a digit, and log odds, 0 or more."""
        evidence = self.ratio_weight * ratio + self.decision_weight * decision + self.odds_weight * odds
        return 1 / (1 + math.exp(-evidence - self.intercept))


class DigitOrSign(NamedTuple):
    """A fitted scikit-learn SVC with an RBF kernel: above 0 a digit, below 0 another sign."""

    support: NDArray[np.int32]  # (n,) which prototypes are its support vectors
    dual: Floats  # (n,) their weights
    intercept: float
    gamma: float  # per squared unit of a component

    def decision(self, squared: Floats) -> float:
        """Return the decision, from (m,) squared distances to the prototypes."""
        kernel = np.exp(squared[self.support] * np.float32(-self.gamma))
        return float(kernel @ self.dual) + self.intercept


class Prototypes(NamedTuple):
    """The learnt drawings that distances are measured to."""

    rows: WholeRows  # (m, k) leading components
    counts: WholeRows  # (m, 64) counts 0..16, to be shown
    digits: NDArray[np.int8]  # (m,): all of 0, all of 1 … all of 9, then NO_DIGIT for the counter-examples


class Novelty:
    """The prototypes, the second SVC and the curve."""

    def __init__(self, prototypes: Prototypes, digit_or_sign: DigitOrSign, curve: Curve) -> None:
        self.prototypes = prototypes
        self.digit_or_sign = digit_or_sign
        self.curve = curve
        self._of = {label: _span(prototypes.digits, label) for label in (*range(N_DIGITS), NO_DIGIT)}

    @property
    def threshold(self) -> float:
        """Return the familiarity, 0..1, from which on a drawing is called a digit."""
        return self.curve.threshold

    def familiarity(self, squared: Floats, digit: int, odds: float) -> float:
        """Return 0 (unlike this digit, like another sign) .. 1; overwrites the nearest of these.

        `squared`: (m,) squared distances to the prototypes; `odds`: the log odds of the digit, as `log_odds` has them.
        """
        decision = self.digit_or_sign.decision(squared)
        ratio = log_ratio(mean_nearest(squared[self._of[digit]]), mean_nearest(squared[self._of[NO_DIGIT]]))
        return self.curve.familiarity(ratio, decision, odds)


def log_odds(shares: Floats) -> Floats:
    """Return (m,) logs, 0 or more: how much likelier the first of (m, 10) probabilities is than the runner-up."""
    second, first = np.partition(shares, -2, axis=1)[:, -2:].T
    odds: Floats = np.log(first / np.maximum(second, first / np.float32(LONGEST_ODDS)))
    return odds


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
    """Return log of (mean distance to the nearest counter-examples / to the digit's nearest): above 0, more a digit."""
    return math.log((far + SAME) / (near + SAME))


def _span(digits: NDArray[np.int8], label: int) -> slice:
    places = np.flatnonzero(digits == label)
    return slice(int(places[0]), int(places[-1]) + 1)
