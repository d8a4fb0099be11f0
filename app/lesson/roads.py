"""The notebook's own road from a picture to an answer, beside ours: shrink, multiply, ask a plain SVC()."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..errors import MissingModel
from ..learning.naive import Row, notebook_counts
from ..reading.arrays import Floats
from ..reading.classify import FittedSVC, decision_table

NOTEBOOK = "notebook.npz"  # the plain SVC() of the notebook as numbers, in models/


__all__ = ["PlainSVC", "Row", "notebook_counts", "save_plain"]


class PlainSVC:
    """The notebook's SVC(), fitted on the first 1347 digits as they are, evaluated from its own numbers."""

    def __init__(self, machine: FittedSVC) -> None:
        self.machine = machine

    @classmethod
    def open(cls, models: Path) -> PlainSVC:
        """The one in a folder. Raises MissingModel."""
        if not (models / NOTEBOOK).is_file():
            raise MissingModel(path=models / NOTEBOOK)
        with np.load(models / NOTEBOOK, allow_pickle=False) as n:
            fitted = n["vectors"], n["dual"], n["support"], n["intercepts"], float(n["gamma"])
            return cls(FittedSVC(*fitted))

    def read(self, counts: Row) -> int:
        """The digit that wins most of the 45 duels, the smaller of two that win as many: libsvm's rule."""
        return int(self.read_all(counts[None])[0])

    def read_all(self, counts: NDArray[np.float32]) -> NDArray[np.int64]:
        """The digits, (m,), of (m, 64) counts."""
        wins = (decision_table(self.machine.decisions(self._kernel(counts))) > 0).sum(2)
        digits: NDArray[np.int64] = wins.argmax(1)
        return digits

    def _kernel(self, counts: NDArray[np.float32]) -> Floats:
        """(m, n): the machine's own kernel is for whole counts, and the notebook does not round."""
        squared = ((counts[:, None, :] - self.machine.vectors) ** 2).sum(2)
        return self.machine.kernel(squared)


def save_plain(models: Path, fitted: Any, gamma: float) -> None:
    """Write a fitted scikit-learn SVC, on counts 0..16, to models/notebook.npz."""
    np.savez_compressed(
        models / NOTEBOOK,
        vectors=fitted.support_vectors_.astype(np.uint8),
        dual=fitted.dual_coef_.astype(np.float32),
        support=fitted.n_support_.astype(np.int32),
        intercepts=fitted.intercept_.astype(np.float32),
        gamma=np.float64(gamma),
    )
