"""Which squares an answer hangs on: each is emptied in turn, and what would be read then is asked."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from ..answer import Occlusion
from ..arrays import N_COUNTS, Features, Floats, grid_rows
from ..classify import Classifier, decision_table


class Occluded(NamedTuple):
    """What would be said without each of the 64 squares, and how far that is from what is said."""

    shares: Floats  # (64, 10) probabilities
    losses: Floats  # (64, 10, 10): [s, i, j] is how much the decision for i against j falls without square s


def occluded(classifier: Classifier, features: Features) -> Occluded:
    """Return what (320,) features become when each square in turn is emptied of ink and directions."""
    inked = np.flatnonzero(features[:N_COUNTS])
    # A square without ink has nothing to be emptied of: the first row stands for all of those.
    rows = np.repeat(features[None, :], len(inked) + 1, axis=0)
    rows.reshape(len(rows), -1, N_COUNTS)[np.arange(len(inked)) + 1, :, inked] = 0
    places = np.zeros(N_COUNTS, dtype=np.intp)
    places[inked] = np.arange(len(inked)) + 1
    decisions = classifier.decisions(rows)
    losses = decision_table(decisions[:1] - decisions)
    return Occluded(classifier.calibration.probabilities(decisions)[places], losses[places])


def occlusion(squares: Occluded, digit: int, rival: int) -> Occlusion:
    """Return it as 8 x 8 grids about the answered `digit`, and about its decision against the `rival`."""
    return Occlusion(
        confidence=grid_rows(squares.shares[:, digit]),
        digit=grid_rows(squares.shares.argmax(1)),
        loss=grid_rows(squares.losses[:, digit, rival]),
    )
