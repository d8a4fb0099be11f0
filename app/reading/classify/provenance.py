"""Where each learnt drawing came from, and its squares, so that an answer can name and show what it is like."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from ..answer import Source
from ..arrays import WholeRows

DATA_SET, ALLOGRAPHS, OTHERS, KEPT = 0, 10_000, 20_000, 30_000  # first group number of each kind


class Provenance(NamedTuple):
    """The group numbers of the support vectors and of the prototypes, and the allographs' names."""

    of_vectors: NDArray[np.int32]  # (n,)
    vector_counts: WholeRows  # (n, 64) counts 0..16 of the support vectors
    of_prototypes: NDArray[np.int32]  # (m,)
    names: NDArray[np.str_]  # (k,): digits' allographs by row, then the others'
    digit_allographs: int  # how many of the names are digits' allographs

    def source(self, group: int) -> Source:
        """Return the drawing that a group number stands for."""
        if group >= KEPT:
            return Source("drawing", "", group - KEPT)
        if group >= OTHERS:
            return Source("other", str(self.names[self.digit_allographs + group - OTHERS]), group - OTHERS)
        if group >= ALLOGRAPHS:
            return Source("allograph", str(self.names[group - ALLOGRAPHS]), group - ALLOGRAPHS)
        return Source("data set", "", group)
