"""Distances -> decisions: a fitted scikit-learn SVC with an RBF kernel, evaluated from its own numbers.

scikit-learn fits; a server only needs kernel(x, support vectors) times the dual coefficients, 45 times over
(libsvm's one-against-one scheme, Chang and Lin 2011, section 7). In NumPy that is ten times faster than
`SVC.decision_function` on one row, and a server need not load scikit-learn at all.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import combinations
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from ..arrays import N_DIGITS, Floats, WholeRows

PAIRS = tuple(combinations(range(N_DIGITS), 2))  # libsvm's order: (0, 1), (0, 2) … (8, 9)
FIRST = np.array([a for a, _ in PAIRS])
SECOND = np.array([b for _, b in PAIRS])
Float = TypeVar("Float", np.float32, np.float64)


class FittedSVC:
    """The support vectors, and how each of them weighs in the nine pairwise decisions of its own digit."""

    def __init__(
        self,
        vectors: NDArray[np.generic],
        dual: NDArray[np.floating],
        support: NDArray[np.integer],
        intercepts: NDArray[np.floating],
        gamma: float | NDArray[np.floating],
    ) -> None:
        """Take the numbers of a fitted scikit-learn SVC.

        `vectors`: `support_vectors_` (n, k), whole numbers; `dual`: `dual_coef_` (9, n); `support`: `n_support_`
        (10,); `intercepts`: `intercept_` (45,); `gamma` per squared unit of what it was fitted on.
        """
        self.vectors: WholeRows = vectors.astype(np.int16)
        self.intercepts: Floats = intercepts.astype(np.float32)
        self.gamma = float(gamma)
        self.digits = np.repeat(np.arange(len(support)), support)  # (n,) whose each vector is
        ends = np.cumsum(support).tolist()
        self._spans = [slice(end - n, end) for end, n in zip(ends, support.tolist(), strict=True)]
        self._duals = [np.ascontiguousarray(dual[:, span].T, dtype=np.float32) for span in self._spans]

    @classmethod
    def load(cls, numbers: Mapping[str, NDArray[Any]]) -> FittedSVC:
        """Return the SVC of arrays that are named as scikit-learn's attributes, without the underscore."""
        names = "support_vectors", "dual_coef", "n_support", "intercept", "gamma"
        return cls(*(numbers[name] for name in names))

    def kernel(self, squared: NDArray[Float]) -> NDArray[Float]:
        """Return (m, n): exp(-gamma d) of squared distances (m, n) to the support vectors; overwrites those."""
        squared *= -self.gamma
        return np.exp(squared, out=squared)

    def decisions(self, kernel: NDArray[Float]) -> NDArray[Float]:
        """Return (m, 45) from a (m, n) kernel: above 0 the first digit of a pair wins, below 0 the second.

        libsvm packs the weights: column j - 1 of a vector of class i < j is its weight against class j, column i of
        one of class j that against class i (scikit-learn's user guide, "Details on multi-class strategies").
        """
        sums = np.stack([kernel[:, span] @ dual for span, dual in zip(self._spans, self._duals, strict=True)], axis=1)
        return sums[:, FIRST, SECOND - 1] + sums[:, SECOND, FIRST] + self.intercepts

    def weights(self, pair: int) -> Floats:
        """Return (n,): what each support vector weighs in one of the 45 decisions; 0 for those of other digits."""
        first, second = PAIRS[pair]
        weights = np.zeros(len(self.vectors), dtype=np.float32)
        weights[self._spans[first]] = self._duals[first][:, second - 1]
        weights[self._spans[second]] = self._duals[second][:, first]
        return weights


def decision_table(decisions: NDArray[Float]) -> NDArray[Float]:
    """Return (m, 10, 10) with [i, j] > 0 where i beats j, antisymmetric, from (m, 45) decisions."""
    table = np.zeros((len(decisions), N_DIGITS, N_DIGITS), dtype=decisions.dtype)
    table[:, FIRST, SECOND] = decisions
    table[:, SECOND, FIRST] = -decisions
    return table
