"""Samples -> novelty: which drawings to keep as prototypes, and where a digit ends and another sign begins."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.utils import gen_batches

from ..reading.arrays import N_DIGITS, Doubles, Floats
from ..reading.classify import ALLOGRAPHS, KEPT, NEIGHBOURS, NO_DIGIT, OTHERS, SAME, Curve, Distances, log_odds
from .digit_or_sign import unseen_decisions
from .samples import Labels, Samples, copy_numbers, first_family, first_sign_family, joined

PLACES = 3  # of the curve's numbers: beyond them each matrix kernel finds others
KEPT_SHARE = 0.986  # of widely varied digits in a way that was not learnt are called digits; of people's own, more are
ROWS = 500  # compared at once: keeps the distance matrix under 30 MB


class Copies(NamedTuple):
    """How many copies of each drawing novelty is fitted with."""

    digit: int = 7  # prototypes of each digit's allograph
    family: int = 50  # of each family
    counter_example: int = 6  # prototypes of each counter-example
    sign_family: int = 30  # of each family of other signs
    probes: int = 8  # further copies of each, with which the curve is fitted


COPIES = Copies()


class Answered(NamedTuple):
    """Drawings, and what is answered to each by an SVC that did not learn it."""

    samples: Samples
    shares: Floats  # (n, 10) probabilities

    @property
    def answers(self) -> Labels:
        """Return the (n,) digits that are answered."""
        answers: Labels = self.shares.argmax(1)
        return answers

    def where(self, mask: NDArray[np.bool_]) -> "Answered":
        """Return the rows that a (n,) mask picks."""
        return Answered(self.samples.where(mask), self.shares[mask])


def choose_prototypes(digits: Samples, counter_examples: Samples, copies: Copies = COPIES) -> Samples:
    """Return the drawings that distances are measured to: all of 0, all of 1 … all of 9, counter-examples after them.

    They are the data set's digits as they are, and the first few copies of each allograph, family and counter-example.
    """
    known = digits.where(copy_numbers(digits.groups) < _kept(digits.groups, copies))
    by_digit = [known.where(known.labels == digit) for digit in range(N_DIGITS)]
    strange = counter_examples.where(copy_numbers(counter_examples.groups) < _kept(counter_examples.groups, copies))
    return joined([*by_digit, strange])


def fit_curve(prototypes: Samples, digits: Answered, strange: Answered, copies: Copies = COPIES) -> Curve:
    """Return the familiarity curve, fitted on drawings whose own allograph was hidden from them.

    `digits` are drawings of digits, `strange` of counter-examples; all are held in leading components.
    """
    drawn = digits.where(digits.samples.groups >= ALLOGRAPHS)
    known = _evidence(prototypes, _probes(drawn, _kept(drawn.samples.groups, copies), copies.probes))
    others = _evidence(prototypes, _probes(strange, _kept(strange.samples.groups, copies), copies.probes))
    truth = np.repeat([1, 0], [len(known), len(others)])
    fitted = LogisticRegression(C=np.inf, class_weight="balanced").fit(np.concatenate([known, others]), truth)
    lowest = float(np.quantile(fitted.predict_proba(known)[:, 1], 1 - KEPT_SHARE))
    curve = *fitted.coef_[0].tolist(), float(fitted.intercept_[0]), lowest
    return Curve(*(round(number, PLACES) for number in curve))


def _kept(groups: Labels, copies: Copies) -> Labels:
    """Return (n,): how many copies of each drawing's group are prototypes."""
    ends = ALLOGRAPHS, first_family(), OTHERS, first_sign_family(), KEPT
    kept = 1, copies.digit, copies.family, copies.counter_example, copies.sign_family
    return np.select([groups < end for end in ends], kept, 1)


def _probes(drawn: Answered, after: int | Labels, count: int) -> Answered:
    copies = copy_numbers(drawn.samples.groups)
    return drawn.where((copies >= after) & (copies < after + count))


def _evidence(prototypes: Samples, probes: Answered) -> Doubles:
    """Return (n, 3): of each probe the log ratio, the decision of digits against signs, and the log odds."""
    ratios = _log_ratios(prototypes, probes)
    decisions = unseen_decisions(prototypes, probes.samples)
    return np.column_stack([ratios, decisions, log_odds(probes.shares)])


def _log_ratios(prototypes: Samples, probes: Answered) -> Doubles:
    to_prototypes = Distances(prototypes.features)
    strange = prototypes.labels == NO_DIGIT
    ratios = []
    for rows in gen_batches(len(probes.shares), ROWS):
        distances = np.sqrt(to_prototypes.squared(probes.samples.features[rows]))
        distances[probes.samples.groups[rows, None] == prototypes.groups] = np.inf
        others = probes.answers[rows, None] != prototypes.labels
        near, far = _mean_nearest(np.where(others, np.inf, distances)), _mean_nearest(distances[:, strange])
        ratios.append(np.log((far + SAME) / (near + SAME)))
    return np.concatenate(ratios).astype(np.float64)


def _mean_nearest(distances: Floats) -> Floats:
    nearest: Floats = np.partition(distances, NEIGHBOURS - 1, axis=1)[:, :NEIGHBOURS].mean(1)
    return nearest
