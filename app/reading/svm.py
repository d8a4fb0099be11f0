"""Counts -> decisions: a fitted scikit-learn SVC with an RBF kernel, evaluated from its own numbers.

scikit-learn fits; a server only needs kernel(x, support vectors) times the dual coefficients, 45 times over
(libsvm's one-against-one scheme, Chang and Lin 2011, section 7). In float32 NumPy that is ten times faster than
`SVC.decision_function` on one row, and a server need not load scikit-learn at all.
"""

from __future__ import annotations

from itertools import combinations

import numpy as np
from numpy.typing import NDArray

DIGITS = 10
PAIRS = tuple(combinations(range(DIGITS), 2))  # libsvm's order: (0, 1), (0, 2) … (8, 9)
FIRST = np.array([a for a, _ in PAIRS])
SECOND = np.array([b for _, b in PAIRS])

Floats = NDArray[np.float32]


class SupportVectors:
    """The support vectors with their weights in each of the 45 duels between two digits."""

    def __init__(self, vectors: Floats, weights: Floats, intercepts: Floats, gamma: float) -> None:
        """`vectors` (n, 64) counts 0..16, `weights` (n, 45), `intercepts` (45,), `gamma` per squared count."""
        self.vectors = np.ascontiguousarray(vectors, dtype=np.float32)
        self.weights = np.ascontiguousarray(weights, dtype=np.float32)
        self.intercepts = intercepts.astype(np.float32)
        self.gamma = float(gamma)
        self._norms = (self.vectors**2).sum(1)

    @classmethod
    def from_dual(
        cls, vectors: NDArray[np.uint8], dual: Floats, support: NDArray[np.int32], intercepts: Floats, gamma: float
    ) -> SupportVectors:
        """Return the machine of scikit-learn's `support_vectors_`, `dual_coef_` (9, n), `n_support_`, `intercept_`."""
        return cls(vectors.astype(np.float32), duel_weights(dual, support), intercepts, gamma)

    def kernel(self, counts: Floats) -> Floats:
        """Return (m, n): exp(-gamma |x - v|^2) of each row of `counts` (m, 64) with each support vector."""
        squared = self.squared_distances(counts)
        squared *= -self.gamma
        return np.exp(squared, out=squared)

    def squared_distances(self, counts: Floats) -> Floats:
        """Return (m, n): |x - v|^2, exact in float32 because counts are whole numbers and the sums stay below 2^24."""
        squared: Floats = (counts**2).sum(1)[:, None] + self._norms - 2 * (counts @ self.vectors.T)
        return np.maximum(squared, 0, out=squared)

    def decisions(self, counts: Floats) -> Floats:
        """Return (m, 45) for (m, 64) counts: above 0 the first digit of the pair wins the duel, else the second."""
        return self.kernel(counts) @ self.weights + self.intercepts


def duel_weights(dual: Floats, support: NDArray[np.int32]) -> Floats:
    """Return (n, 45): what each support vector adds to each duel.

    libsvm packs them: row j - 1 of `dual` holds a vector of class i < j against class j, row i one of class j
    against class i (scikit-learn's user guide, "Details on multi-class strategies").
    """
    weights = np.zeros((dual.shape[1], len(PAIRS)), dtype=np.float32)
    ends = np.cumsum(support)
    spans = [slice(end - n, end) for end, n in zip(ends, support, strict=True)]
    for pair, (first, second) in enumerate(PAIRS):
        weights[spans[first], pair] = dual[second - 1, spans[first]]
        weights[spans[second], pair] = dual[first, spans[second]]
    return weights


def duel_table(decisions: Floats) -> Floats:
    """Return (m, 10, 10) with [i, j] > 0 where i beats j, antisymmetric, from (m, 45) decisions."""
    table = np.zeros((len(decisions), DIGITS, DIGITS), dtype=np.float32)
    table[:, FIRST, SECOND] = decisions
    table[:, SECOND, FIRST] = -decisions
    return table
