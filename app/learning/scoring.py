"""Accuracy, confusion, calibration error: numbers only."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from app.reading.svm import DIGITS

BINS = 10  # of equal width, as usual for the expected calibration error


def confusion(truth: NDArray[np.int64], guesses: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return (10, 10) counts, rows the true digit, columns the guess."""
    table = np.zeros((DIGITS, DIGITS), dtype=np.int64)
    np.add.at(table, (truth, guesses), 1)
    return table


def calibration_error(confidences: NDArray[np.floating], right: NDArray[np.bool_]) -> float:
    """Return the expected calibration error, 0..1 (Guo et al. 2017): |confidence - accuracy| over ten bins."""
    bins = np.minimum((confidences * BINS).astype(int), BINS - 1)
    gaps = np.bincount(bins, confidences, BINS) - np.bincount(bins, right, BINS)
    return float(np.abs(gaps).sum() / max(1, len(right)))
