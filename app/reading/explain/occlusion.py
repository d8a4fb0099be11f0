"""Which squares an answer hangs on: each is emptied in turn, and what would be read then is asked."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from ..answer import Occlusion
from ..arrays import N_COUNTS, Features, Floats, grid_rows
from ..classify import Classifier


def occluded(classifier: Classifier, features: Features) -> Floats:
    """Return (64, 10) probabilities: row i those of (320,) features with square i emptied of ink and directions."""
    inked = np.flatnonzero(features[:N_COUNTS])
    # A square without ink has nothing to be emptied of: the first row stands for all of those.
    rows = np.repeat(features[None, :], len(inked) + 1, axis=0)
    rows.reshape(len(rows), -1, N_COUNTS)[np.arange(len(inked)) + 1, :, inked] = 0
    places = np.zeros(N_COUNTS, dtype=np.intp)
    places[inked] = np.arange(len(inked)) + 1
    return classifier.probabilities(rows)[places]


def occlusion(shares: NDArray[np.float32], digit: int) -> Occlusion:
    """Return the (64, 10) probabilities as two 8 x 8 grids: of the answered `digit`, and the digits read then."""
    return Occlusion(confidence=grid_rows(shares[:, digit]), digit=grid_rows(shares.argmax(1)))
