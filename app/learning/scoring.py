"""Accuracy, confusion, calibration error: numbers only."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..reading.arrays import N_DIGITS, Floats
from ..reading.classify import ALLOGRAPHS
from .samples import Labels, Samples

BINS = 10  # of equal width, as usual for the expected calibration error


def confusion(truth: Labels, guesses: Labels) -> Labels:
    """Return (10, 10) counts, rows the true digit, columns the guess."""
    table = np.zeros((N_DIGITS, N_DIGITS), dtype=np.int64)
    np.add.at(table, (truth, guesses), 1)
    return table


def calibration_error(confidences: NDArray[np.floating], right: NDArray[np.bool_]) -> float:
    """Return the expected calibration error, 0..1 (Guo et al. 2017): |confidence - accuracy| over ten bins."""
    bins = np.minimum((confidences * BINS).astype(int), BINS - 1)
    gaps = np.bincount(bins, confidences, BINS) - np.bincount(bins, right, BINS)
    return float(np.abs(gaps).sum() / max(1, len(right)))


def scores(samples: Samples, probabilities: Floats) -> dict[str, Any]:
    """Return accuracy and calibration error of (n, 10) probabilities, by source, rounded to four places."""
    right = probabilities.argmax(1) == samples.labels
    confident = probabilities.max(1)
    kinds = {"data set": samples.sources < ALLOGRAPHS, "allographs": samples.sources >= ALLOGRAPHS}
    return {
        kind: {
            "accuracy": _rounded(right[rows].mean()),
            "ece": _rounded(calibration_error(confident[rows], right[rows])),
        }
        for kind, rows in kinds.items()
        if rows.any()
    }


def _rounded(number: float) -> float:
    return round(float(number), 4)
