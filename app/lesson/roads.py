"""The notebook's own road from a picture to an answer, beside ours: shrink, multiply, ask a plain SVC()."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from app.errors import MissingModel
from app.reading.ink import Limits
from app.reading.picture import Pixels, open_picture
from app.reading.svm import SupportVectors, duel_table

NOTEBOOK = "notebook.npz"  # the plain SVC() of the notebook as numbers, in models/
SIDE = 8  # squares a side
FULL = 16  # what a black square counts
WHITE = 255.0
LARGEST = 256  # px a side: scikit-image blurs before it shrinks, which takes a second on a picture of 1000 px

Row = NDArray[np.float32]  # (64,) counts 0..16, not rounded: the notebook does not


class PlainSVC:
    """The notebook's SVC(), fitted on the first 1347 digits as they are, evaluated from its own numbers."""

    def __init__(self, machine: SupportVectors) -> None:
        self.machine = machine

    @classmethod
    def open(cls, models: Path) -> PlainSVC:
        """The one in a folder. Raises MissingModel."""
        if not (models / NOTEBOOK).is_file():
            raise MissingModel(path=models / NOTEBOOK)
        with np.load(models / NOTEBOOK, allow_pickle=False) as n:
            fitted = n["vectors"], n["dual"], n["support"], n["intercepts"], float(n["gamma"])
            return cls(SupportVectors.from_dual(*fitted))

    def read(self, counts: Row) -> int:
        """The digit that wins most of the 45 duels, the smaller of two that win as many: libsvm's rule."""
        return int(self.read_all(counts[None])[0])

    def read_all(self, counts: NDArray[np.float32]) -> NDArray[np.int64]:
        """The digits, (m,), of (m, 64) counts."""
        wins = (duel_table(self.machine.decisions(counts)) > 0).sum(2)
        digits: NDArray[np.int64] = wins.argmax(1)
        return digits


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


def notebook_counts(data: bytes, limits: Limits) -> Row:
    """The (64,) counts of a PNG, JPEG or WebP by the notebook's recipe: the whole picture, inverted, shrunk, times 16.

    Raises NotAnImage, TooLarge.
    """
    from skimage.transform import resize

    grey = _reduced(_grey(open_picture(data, limits)))
    small = resize(1 - grey / WHITE, (SIDE, SIDE), anti_aliasing=True)  # type: ignore[no-untyped-call]
    return np.asarray(np.clip(small * FULL, 0, FULL), dtype=np.float32).ravel()


def _grey(pixels: Pixels) -> NDArray[np.float32]:
    """The picture on white paper, (height, width), 0 black .. 255 white."""
    colours = pixels.astype(np.float32)
    if pixels.shape[2] in (2, 4):
        alpha = colours[..., -1:] / WHITE
        colours = colours[..., :-1] * alpha + WHITE * (1 - alpha)
    from skimage.color import rgb2gray

    return np.asarray(rgb2gray(colours) if colours.shape[2] == 3 else colours[..., 0], dtype=np.float32)


def _reduced(grey: NDArray[np.float32]) -> NDArray[np.float32]:
    """The picture with whole blocks of pixels averaged until no side is much longer than LARGEST."""
    step = max(1, max(grey.shape) // LARGEST)
    if step == 1:
        return grey
    padded = np.pad(grey, [(0, -length % step) for length in grey.shape], mode="edge")
    height, width = (length // step for length in padded.shape)
    reduced: NDArray[np.float32] = padded.reshape(height, step, width, step).mean((1, 3))
    return reduced
