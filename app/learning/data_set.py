"""The 1797 digits of scikit-learn's load_digits, and each as the smooth picture it was counted from."""

import numpy as np
from numpy.typing import NDArray
from PIL import Image
from sklearn.datasets import load_digits

from ..reading.arrays import BITMAP_SIDE, BLOCK, FULL_BLOCK, GRID, Grey, Ink, to_ink

HOLDOUT = 1347  # the first row held out: the notebook learns from three quarters of the data set, unshuffled
REBUILD_ROUNDS = 30  # after which the block counts are met within a few hundredths of a pixel on average
REBUILD_STEP = 0.5  # of the missing ink, put back in each round
EDGE = 2.0  # grey per grey: how steep a rebuilt stroke's edge is
ENLARGED = 3  # each rebuilt pixel becomes 3 x 3, as on a canvas
MARGIN = 16  # px of paper around it: room for a variation to lean and bend


def data_set() -> tuple[NDArray[np.float32], NDArray[np.int64]]:
    """Return load_digits: (1797, 8, 8) counts 0..16, and (1797,) labels."""
    digits = load_digits()
    return digits.images.astype(np.float32), digits.target.astype(np.int64)


def rebuild(counts: NDArray[np.float32]) -> Grey:
    """Return a smooth (32, 32) picture, 0 paper .. 1 ink, whose 4 x 4 blocks hold these (8, 8) counts 0..16.

    Enlarged bicubically, then corrected round by round by the enlarged difference that is left
    (iterative back-projection, Irani and Peleg 1991).
    """
    wanted = counts / np.float32(FULL_BLOCK)
    smooth = _enlarge(wanted)
    for _ in range(REBUILD_ROUNDS):
        blocks = _sharpen(smooth).reshape(GRID, BLOCK, GRID, BLOCK).mean((1, 3))
        smooth = smooth + np.float32(REBUILD_STEP) * _enlarge(wanted - blocks)
    return _sharpen(smooth)


def rebuilt_ink(counts: NDArray[np.float32]) -> Ink:
    """Return (128, 128) ink, 0 paper .. 255 ink, as a canvas would hold this (8, 8) digit of the data set."""
    return np.pad(np.kron(to_ink(rebuild(counts)), np.ones((ENLARGED, ENLARGED), dtype=np.uint8)), MARGIN)


def _enlarge(blocks: NDArray[np.float32]) -> Grey:
    return np.asarray(Image.fromarray(blocks).resize((BITMAP_SIDE, BITMAP_SIDE), Image.Resampling.BICUBIC))


def _sharpen(smooth: Grey) -> Grey:
    sharp: Grey = np.clip((smooth - np.float32(0.5)) * np.float32(EDGE) + np.float32(0.5), 0, 1)
    return sharp
