"""Which squares an answer hangs on: each is emptied in turn, and what would be read then is asked."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from ..answer import Occlusion
from ..arrays import Counts, Floats, grid_rows
from ..classify import Classifier


def occluded(classifier: Classifier, counts: Counts) -> Floats:
    """Return (64, 10) probabilities: row i those of (64,) counts with square i emptied."""
    rows = np.repeat(counts[None, :], counts.size, axis=0)
    np.fill_diagonal(rows, 0)
    # An empty square changes nothing: one row stands for all of those.
    distinct, places = np.unique(np.where(counts > 0, np.arange(counts.size) + 1, 0), return_inverse=True)
    rows = np.concatenate([counts[None, :], rows])[distinct]
    return classifier.probabilities(rows)[places]


def occlusion(shares: NDArray[np.float32], digit: int) -> Occlusion:
    """Return the (64, 10) probabilities as two 8 x 8 grids: of the answered `digit`, and the digits read then."""
    return Occlusion(confidence=grid_rows(shares[:, digit]), digit=grid_rows(shares.argmax(1)))
