"""Who decided: the exact contribution of every support vector to a pairwise decision.

Worked out in float64, so that the contributions can be added up.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from ..answer import PairwiseDecision, Side, Vote
from ..arrays import Doubles, Features, count_rows
from ..classify import PAIRS, Classifier

SHOWN = 5  # votes on each side: as many as fit beside each other on a phone


class Contributions(NamedTuple):
    """What each support vector, and the intercept, add to one digit's decision against another."""

    digit: int
    rival: int
    of_vectors: Doubles  # (n,): 0 for those of other digits
    intercept: float

    @property
    def decision(self) -> float:
        """Return the sum of all: above 0 it speaks for the digit."""
        return float(self.of_vectors.sum()) + self.intercept


def exact_kernel(classifier: Classifier, features: Features) -> Doubles:
    """Return (n,) float64: exp(-gamma |x - v|^2) of (320,) features with each support vector."""
    squared = classifier.to_vectors(features[None, :])[0].astype(np.float64)
    return classifier.svc.kernel(squared)


def contributions(classifier: Classifier, kernel: Doubles, digit: int, rival: int) -> Contributions:
    """Return what adds up to one digit's decision against another, for the drawing with this `kernel` (n,)."""
    svc = classifier.svc
    sign = 1 if digit < rival else -1  # libsvm counts a decision from its smaller digit
    pair = PAIRS.index((min(digit, rival), max(digit, rival)))
    of_vectors = sign * kernel * svc.weights(pair).astype(np.float64)
    return Contributions(digit, rival, of_vectors, sign * float(svc.intercepts[pair]))


def pairwise_decision(classifier: Classifier, parts: Contributions) -> PairwiseDecision:
    """Return the decision with the largest votes of each side, and what the smaller ones add together."""
    return PairwiseDecision(
        digit=parts.digit,
        rival=parts.rival,
        decision=parts.decision,
        intercept=parts.intercept,
        in_favour=_side(classifier, parts, parts.of_vectors > 0, parts.digit),
        against=_side(classifier, parts, parts.of_vectors < 0, parts.rival),
    )


def _side(classifier: Classifier, parts: Contributions, mask: np.ndarray, digit: int) -> Side:
    members = np.flatnonzero(mask)
    largest = members[np.argsort(-np.abs(parts.of_vectors[members]), kind="stable")]
    votes = tuple(_vote(classifier, parts, int(index), digit) for index in largest[:SHOWN])
    return Side(votes, rest=float(parts.of_vectors[largest[SHOWN:]].sum()), count=int(members.size))


def _vote(classifier: Classifier, parts: Contributions, index: int, digit: int) -> Vote:
    provenance = classifier.provenance
    return Vote(
        digit=digit,
        contribution=float(parts.of_vectors[index]),
        pixels=count_rows(provenance.vector_counts[index]),
        source=provenance.source(int(provenance.of_vectors[index])),
    )
