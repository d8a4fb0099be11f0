"""The 1797 digits of scikit-learn's load_digits, and each as a drawing on a canvas."""

import numpy as np
from numpy.typing import NDArray
from sklearn.datasets import load_digits

from ..reading.arrays import Ink, to_ink
from ..reading.normalise import rebuild

ENLARGED = 2  # each rebuilt pixel becomes 2 x 2: as tall as the crop that it becomes
MARGIN = 12  # px of paper around it: room for a variation to lean and bend


def data_set() -> tuple[NDArray[np.float32], NDArray[np.int64]]:
    """Return load_digits: (1797, 8, 8) counts 0..16, and (1797,) labels."""
    digits = load_digits()
    return digits.images.astype(np.float32), digits.target.astype(np.int64)


def rebuilt_ink(counts: NDArray[np.float32]) -> Ink:
    """Return (88, 88) ink, 0 paper .. 255 ink, as a canvas would hold this (8, 8) digit of the data set."""
    return np.pad(np.kron(to_ink(rebuild(counts)), np.ones((ENLARGED, ENLARGED), dtype=np.uint8)), MARGIN)
