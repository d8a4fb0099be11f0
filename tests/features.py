"""Features for tests: of an answer, of all digits of the data set, and random ones."""

from __future__ import annotations

from functools import cache

import numpy as np

from app.learning.data_set import data_set
from app.reading.answer import Answer
from app.reading.arrays import FULL_BLOCK, N_COUNTS, N_FEATURES
from app.reading.normalise import features_of_counts

STRONGEST = 24  # of a direction: hardly an edge is stronger


def features_of(answer: Answer) -> np.ndarray:
    """Return the (320,) features that were answered."""
    return np.array([answer.pixels, *answer.directions], dtype=np.float32).ravel()


@cache
def data_set_features(step: int = 1) -> np.ndarray:
    """Return the (n, 320) features of load_digits' 1797 digits, or of every `step`-th; counts as they are."""
    return np.array([features_of_counts(image.ravel()) for image in data_set()[0][::step]])


def random_features(rng: np.random.Generator, rows: int) -> np.ndarray:
    """Return (rows, 320) features such as no drawing has."""
    counts = rng.integers(0, FULL_BLOCK + 1, (rows, N_COUNTS))
    directions = rng.integers(0, STRONGEST + 1, (rows, N_FEATURES - N_COUNTS))
    return np.concatenate([counts, directions], axis=1).astype(np.float32)


def emptied(features: np.ndarray, square: int) -> np.ndarray:
    """Return (320,) features with a square emptied of its ink and its directions."""
    rest = features.copy()
    rest[square::N_COUNTS] = 0
    return rest
