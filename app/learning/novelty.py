"""Samples -> novelty: which drawings to keep as prototypes, and where a digit ends and another sign begins."""

from typing import NamedTuple

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.utils import gen_batches

from ..reading.arrays import Doubles, Floats
from ..reading.classify import ALLOGRAPHS, NEIGHBOURS, NO_DIGIT, SAME, Curve, Distances
from .samples import Samples, copy_numbers, joined

PLACES = 9  # of the curve's numbers: beyond them each matrix kernel finds others
KEPT_SHARE = 0.985  # of widely varied digits in a way that was not learnt are called digits; of people's own, more are
ROWS = 500  # compared at once: keeps the distance matrix under 30 MB


class Copies(NamedTuple):
    """How many copies of each drawing novelty is fitted with."""

    digit: int = 9  # prototypes of each digit's allograph: twice as many tell no better what is no digit
    counter_example: int = 8  # prototypes of each counter-example
    probes: int = 8  # further copies of each, with which the curve is fitted


COPIES = Copies()


def choose_prototypes(digits: Samples, counter_examples: Samples, copies: Copies = COPIES) -> Samples:
    """Return the drawings that distances are measured to: digits first, counter-examples after them.

    They are the data set's digits as they are, and the first few copies of each allograph and each counter-example.
    """
    return joined(
        [
            digits.where(copy_numbers(digits.groups) < np.where(digits.groups < ALLOGRAPHS, 1, copies.digit)),
            counter_examples.where(copy_numbers(counter_examples.groups) < copies.counter_example),
        ]
    )


def fit_curve(prototypes: Samples, digits: Samples, counter_examples: Samples, copies: Copies = COPIES) -> Curve:
    """Return the familiarity curve, fitted on drawings whose own allograph was hidden from them."""
    drawn = digits.where(digits.groups >= ALLOGRAPHS)
    known = _log_ratios(prototypes, _probes(drawn, copies.digit, copies.probes))
    strange = _log_ratios(prototypes, _probes(counter_examples, copies.counter_example, copies.probes))
    ratios, truth = np.concatenate([known, strange]), np.repeat([1, 0], [len(known), len(strange)])
    fitted = LogisticRegression(C=np.inf, class_weight="balanced").fit(ratios[:, None], truth)
    slope = float(fitted.coef_[0, 0])
    middle = -float(fitted.intercept_[0]) / slope
    lowest = float(np.quantile(known, 1 - KEPT_SHARE))
    curve = slope, middle, float(1 / (1 + np.exp(-slope * (lowest - middle))))
    return Curve(*(round(number, PLACES) for number in curve))


def _probes(samples: Samples, after: int, count: int) -> Samples:
    copies = copy_numbers(samples.groups)
    return samples.where((copies >= after) & (copies < after + count))


def _log_ratios(prototypes: Samples, probes: Samples) -> Doubles:
    known = prototypes.labels != NO_DIGIT
    to_prototypes = Distances(prototypes.features)
    ratios = []
    for rows in gen_batches(len(probes.labels), ROWS):
        distances = np.sqrt(to_prototypes.squared(probes.features[rows]))
        distances[probes.groups[rows, None] == prototypes.groups] = np.inf
        near, far = (_mean_nearest(distances[:, mask]) for mask in (known, ~known))
        ratios.append(np.log((far + SAME) / (near + SAME)))
    return np.concatenate(ratios).astype(np.float64)


def _mean_nearest(distances: Floats) -> Floats:
    nearest: Floats = np.partition(distances, NEIGHBOURS - 1, axis=1)[:, :NEIGHBOURS].mean(1)
    return nearest
