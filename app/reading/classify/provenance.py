"""Where each learnt drawing came from, so that an answer can name its relatives."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

DATA_SET, ALLOGRAPHS, OTHERS, KEPT = 0, 10_000, 20_000, 30_000  # first source id of each kind


class Source(NamedTuple):
    """One drawing that was learnt from."""

    kind: str  # "data set", "allograph", "other" or "drawing"
    name: str  # an allograph's own ("7, crossed"), else ""
    row: int  # its place among its kind: for the data set, the row of load_digits


class Sources(NamedTuple):
    """The source ids of the support vectors and of the prototypes, and the allographs' names."""

    of_vectors: NDArray[np.int32]  # (n,)
    of_prototypes: NDArray[np.int32]  # (m,)
    names: NDArray[np.str_]  # (k,): digits' allographs by row, then the others'
    digit_allographs: int  # how many of the names are digits' allographs

    def source(self, number: int) -> Source:
        """Return what a source id stands for."""
        if number >= KEPT:
            return Source("drawing", "", number - KEPT)
        if number >= OTHERS:
            return Source("other", str(self.names[self.digit_allographs + number - OTHERS]), number - OTHERS)
        if number >= ALLOGRAPHS:
            return Source("allograph", str(self.names[number - ALLOGRAPHS]), number - ALLOGRAPHS)
        return Source("data set", "", number)
