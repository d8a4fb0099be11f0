"""How far two float32 results of the same mathematics may lie apart: the one place where tests take it from.

A processor adds the terms of a sum in the order that its kernel likes, and one row is multiplied by another kernel
than many. Each of n additions rounds by at most the unit roundoff u of what is summed so far; roundings are as good as
random, so a sum errs by about sqrt(n) u times the sum of its terms' sizes (Higham, Accuracy and Stability of Numerical
Algorithms, 2002, chapters 2 and 4). Two results may err in opposite directions.
"""

from __future__ import annotations

import numpy as np

from app.reading.classify import PAIRS, Classifier

UNIT_ROUNDOFF = 2.0**-24  # of float32
SINGLE = 16 * UNIT_ROUNDOFF  # relative: a handful of operations on one number
DECIDED_BY = 9  # pairwise decisions make the score of a digit


def decision_tolerance(classifier: Classifier, rows: np.ndarray) -> np.ndarray:
    """Return (m, 1): how far two float32 evaluations of a decision on each of (m, 320) features may lie apart."""
    svc = classifier.svc
    kernel = svc.kernel(classifier.to_vectors(rows).astype(np.float64))
    weights = np.abs([svc.weights(pair) for pair in range(len(PAIRS))]).astype(np.float64)
    terms = int((weights > 0).sum(1).max())
    return 2 * np.sqrt(terms) * UNIT_ROUNDOFF * (kernel @ weights.T).max(1, keepdims=True)


def probability_tolerance(classifier: Classifier, rows: np.ndarray) -> float:
    """Return the same for probabilities: a score is the sum of nine logs of sigmoids, a share at most 1/4 as steep."""
    steepest = classifier.calibration.steepness / classifier.calibration.temperature
    return float(DECIDED_BY * steepest / 4 * decision_tolerance(classifier, rows).max())
