"""Samples -> familiarity: which drawings to keep as prototypes, and where a digit ends and another sign begins."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

from ..reading.arrays import Floats
from ..reading.classify import ALLOGRAPHS, NEIGHBOURS, NO_DIGIT, SAME, Curve, Distances
from .samples import Samples, copy_numbers, joined

DIGIT_COPIES = 9  # prototypes of each digit's allograph: twice as many tell no better what is no digit
OTHER_COPIES = 8  # prototypes of each other sign
PROBES = 8  # further copies of each, with which the curve is fitted
KEPT_SHARE = 0.985  # of widely varied digits in a way that was not learnt are called digits; of people's own, more are
ROWS = 500  # compared at once: keeps the distance matrix under 30 MB


class Prototypes(NamedTuple):
    """The drawings that familiarity measures distances to: digits first, other signs after them."""

    features: NDArray[np.uint8]  # (m, 64)
    digits: NDArray[np.int8]  # (m,) 0..9, then NO_DIGIT
    sources: NDArray[np.int32]  # (m,)


def choose_prototypes(samples: Samples, others: Samples) -> Prototypes:
    """Return the data set's digits as they are and the first few copies of every allograph and other sign."""
    kept = joined(
        [
            samples.where(copy_numbers(samples.sources) < np.where(samples.sources < ALLOGRAPHS, 1, DIGIT_COPIES)),
            others.where(copy_numbers(others.sources) < OTHER_COPIES),
        ]
    )
    return Prototypes(kept.features.astype(np.uint8), kept.labels.astype(np.int8), kept.sources.astype(np.int32))


def fit_curve(prototypes: Prototypes, samples: Samples, others: Samples) -> Curve:
    """Return the familiarity curve, fitted on drawings whose own allograph was hidden from them."""
    drawn = samples.where(samples.sources >= ALLOGRAPHS)
    digits = _log_ratios(prototypes, _probes(drawn, DIGIT_COPIES))
    signs = _log_ratios(prototypes, _probes(others, OTHER_COPIES))
    ratios, truth = np.concatenate([digits, signs]), np.repeat([1, 0], [len(digits), len(signs)])
    fitted = LogisticRegression(C=np.inf, class_weight="balanced").fit(ratios[:, None], truth)
    slope = float(fitted.coef_[0, 0])
    middle = -float(fitted.intercept_[0]) / slope
    lowest = float(np.quantile(digits, 1 - KEPT_SHARE))
    return Curve(slope, middle, float(1 / (1 + np.exp(-slope * (lowest - middle)))))


def _probes(samples: Samples, after: int) -> Samples:
    copies = copy_numbers(samples.sources)
    return samples.where((copies >= after) & (copies < after + PROBES))


def _log_ratios(prototypes: Prototypes, probes: Samples) -> NDArray[np.float64]:
    known = prototypes.digits != NO_DIGIT
    learnt = Distances(prototypes.features)
    ratios = []
    for at in range(0, len(probes.labels), ROWS):
        distances = np.sqrt(learnt.squared(probes.features[at : at + ROWS]))
        distances[probes.sources[at : at + ROWS, None] == prototypes.sources] = np.inf
        near, far = (_mean_nearest(distances[:, mask]) for mask in (known, ~known))
        ratios.append(np.log((far + SAME) / (near + SAME)))
    return np.concatenate(ratios).astype(np.float64)


def _mean_nearest(distances: Floats) -> Floats:
    nearest: Floats = np.partition(distances, NEIGHBOURS - 1, axis=1)[:, :NEIGHBOURS].mean(1)
    return nearest
