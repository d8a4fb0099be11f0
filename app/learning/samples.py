"""Labelled features: everything a model learns from, taken along the one road."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from PIL import Image
from sklearn.datasets import load_digits

from app.reading.bitmap import SIDE, Grey, normalise
from app.reading.features import FULL, GRID, block_counts

REBUILD_ROUNDS = 30  # after which the block counts are met within a few hundredths of a pixel on average
REBUILD_STEP = 0.5  # of the missing ink, put back in each round
EDGE = 2.0  # grey per grey: how steep a rebuilt stroke's edge is
CANVAS = 3  # each rebuilt pixel becomes 3 x 3, as on a canvas of 96 px

Labels = NDArray[np.int64]


class Samples(NamedTuple):
    """Features, labels, and the group that keeps variants of one drawing together in cross-validation."""

    features: NDArray[np.float32]  # (n, 64) counts 0..16
    labels: Labels  # (n,) digits 0..9
    groups: Labels  # (n,)


def data_set() -> tuple[NDArray[np.float32], Labels]:
    """Return load_digits: (1797, 8, 8) counts 0..16 and (1797,) labels."""
    digits = load_digits()
    return digits.images.astype(np.float32), digits.target.astype(np.int64)


def rebuild(counts: NDArray[np.float32]) -> Grey:
    """Return a smooth (32, 32) picture, 0 paper .. 1 ink, whose 4 x 4 blocks hold these (8, 8) counts 0..16.

    Enlarged bicubically, then corrected round by round by the enlarged difference that is left
    (iterative back-projection, Irani and Peleg 1991).
    """
    wanted = counts / np.float32(FULL)
    smooth = _enlarge(wanted)
    for _ in range(REBUILD_ROUNDS):
        blocks = _sharpen(smooth).reshape(GRID, SIDE // GRID, GRID, SIDE // GRID).mean((1, 3))
        smooth = smooth + np.float32(REBUILD_STEP) * _enlarge(wanted - blocks)
    return _sharpen(smooth)


def rebuilt_ink(counts: NDArray[np.float32]) -> Grey:
    """Return (96, 96) ink as a canvas would hold this (8, 8) digit of the data set."""
    return np.kron(rebuild(counts), np.ones((CANVAS, CANVAS), dtype=np.float32))


def features_of(ink: Grey) -> NDArray[np.float32]:
    """Return the (64,) counts of a drawing, by the road every visitor's drawing takes."""
    return block_counts(normalise(ink).bitmap)


def _enlarge(blocks: NDArray[np.float32]) -> Grey:
    return np.asarray(Image.fromarray(blocks).resize((SIDE, SIDE), Image.Resampling.BICUBIC))


def _sharpen(smooth: Grey) -> Grey:
    return np.clip((smooth - np.float32(0.5)) * np.float32(EDGE) + np.float32(0.5), 0, 1)
