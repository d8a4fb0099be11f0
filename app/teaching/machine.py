"""Examples -> a fitted SVC -> what it reads in a drawing, and why."""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from ..reading.arrays import Doubles, WholeRows
from .examples import Examples

NewSVC = Callable[..., Any]  # makes an SVC that nothing was fitted by, with these parameters besides


class Reading(NamedTuple):
    """What a machine reads in one drawing."""

    sign: str
    rival: str  # the sign that comes nearest to it
    margin: float  # of its duel with the rival, in margins: from 1 on it is clear, near 0 it is a toss
    because: int  # the example of this sign that spoke loudest in that duel


class Machine:
    """scikit-learn's SVC, fitted on exactly these examples."""

    def __init__(self, examples: Examples, new_svc: NewSVC) -> None:
        self.examples = examples
        self.svc: Any = new_svc().fit(examples.rows.astype(np.float64), examples.labels)
        self.pairs = tuple(combinations(range(len(examples.signs)), 2))

    @property
    def support(self) -> list[int]:
        """Return the examples that hold the border: its support vectors."""
        return [int(number) for number in self.svc.support_]

    @property
    def weightiest(self) -> int:
        """Return the example that pulls hardest at the border."""
        return self.support[int(np.abs(self.svc.dual_coef_).sum(0).argmax())]

    def predict(self, rows: WholeRows | Doubles) -> NDArray[np.str_]:
        """Return (m,) signs of (m, 320) features."""
        signs: NDArray[np.str_] = self.svc.predict(rows.astype(np.float64))
        return signs

    def table(self, rows: WholeRows | Doubles) -> Doubles:
        """Return (m, k, k) with [i, j] > 0 where sign i beats sign j, in margins; k signs."""
        decisions = self.svc.decision_function(rows.astype(np.float64)).reshape(len(rows), -1)
        if len(self.pairs) == 1:
            decisions = -decisions  # of two classes scikit-learn counts for the second
        size = len(self.examples.signs)
        table = np.zeros((len(rows), size, size))
        for number, (first, second) in enumerate(self.pairs):
            table[:, first, second] = decisions[:, number]
            table[:, second, first] = -decisions[:, number]
        return table

    def margins(self, rows: WholeRows | Doubles) -> tuple[NDArray[np.int64], NDArray[np.int64], Doubles]:
        """Return (m,) the sign's number, its nearest rival's, and the margin of their duel, for (m, 320) features.

        The sign wins that wins most duels, the first of two that win as many: libsvm's rule.
        """
        table = self.table(rows)
        numbers = (table > 0).sum(2).argmax(1)
        duels = table[np.arange(len(rows)), numbers]
        duels[np.arange(len(rows)), numbers] = np.inf
        rivals = duels.argmin(1)
        return numbers, rivals, duels[np.arange(len(rows)), rivals]

    def read(self, row: WholeRows) -> Reading:
        """Return what is read in (320,) features."""
        numbers, rivals, margins = self.margins(row[None])
        number, rival = int(numbers[0]), int(rivals[0])
        signs = self.examples.signs
        return Reading(signs[number], signs[rival], float(margins[0]), self._loudest(row, number, rival))

    def _loudest(self, row: WholeRows, sign: int, rival: int) -> int:
        """Return the support vector of `sign` that weighs most for it, against `rival`, in a drawing's duel."""
        of_sign = self.examples.labels[self.support] == self.examples.signs[sign]
        column = 0 if len(self.pairs) == 1 else rival - (rival > sign)  # as libsvm packs its weights
        weights = np.abs(self.svc.dual_coef_[column]) * self._kernel(row)
        return self.support[int(np.where(of_sign, weights, -1).argmax())]

    def _kernel(self, row: WholeRows) -> Doubles:
        rows = self.examples.rows.astype(np.float64)
        kernel: Doubles = np.exp(-gamma_of(rows) * ((rows[self.support] - row) ** 2).sum(1))
        return kernel


def gamma_of(rows: Doubles) -> float:
    """Return the number that gamma="scale" stands for where an SVC is fitted on (n, 320) features."""
    return float(1 / (rows.shape[1] * rows.var()))
