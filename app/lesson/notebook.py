"""The notebook's pipeline, as in most tutorials: shrink the whole picture to 8 x 8, multiply by 16, ask a plain SVC().

It is here to be compared with, by the lesson, `evaluate --compare naive` and the bench; no visitor's drawing is read by
it alone. scikit-image is imported when the first picture is shrunk, scikit-learn never.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray

from ..errors import AlteredModel, MissingModel
from ..reading.arrays import FULL_BLOCK, GRID, Counts, Doubles, Floats, Pixels
from ..reading.classify import FittedSVC, decision_table
from ..reading.picture import Limits, open_picture

NOTEBOOK = "notebook.npz"  # the plain SVC() of the notebook as numbers, in models/
WHITE = 255.0
SIDES = 64  # lengths whose matrix is kept: all drawings of the pages have one
LARGEST = 256  # px a side: scikit-image blurs before it shrinks, which takes a second on a picture of 1000 px


class NotebookSVC:
    """The notebook's SVC(), fitted on the first 1347 digits as they are, evaluated from its own numbers."""

    def __init__(self, svc: FittedSVC) -> None:
        self.svc = svc

    @classmethod
    def load(cls, models: Path) -> NotebookSVC:
        """Return the one in a folder. Raise MissingModel where it is missing, AlteredModel for nonsense."""
        if not (models / NOTEBOOK).is_file():
            raise MissingModel(path=models / NOTEBOOK)
        try:
            with (models / NOTEBOOK).open("rb") as file, np.load(file, allow_pickle=False) as n:
                return cls(FittedSVC.load(n))
        except (ValueError, LookupError, TypeError, OSError, EOFError, AttributeError, BadZipFile) as error:
            raise AlteredModel(path=models / NOTEBOOK) from error

    def predict(self, counts: Floats) -> NDArray[np.int64]:
        """Return the digits, (m,), of (m, 64) counts 0..16.

        A digit wins that wins most of its pairwise decisions, the smaller of two that win as many: libsvm's rule.
        """
        wins = (decision_table(self.svc.decisions(self._kernel(counts))) > 0).sum(2)
        digits: NDArray[np.int64] = wins.argmax(1)
        return digits

    def _kernel(self, counts: Floats) -> Floats:
        """Return (m, n). `Distances` is for whole counts, and the notebook does not round."""
        squared = ((counts[:, None, :] - self.svc.vectors) ** 2).sum(2)
        return self.svc.kernel(squared)


def notebook_counts(data: bytes, limits: Limits) -> Counts:
    """Return the (64,) counts 0..16 of a picture's bytes, not rounded, by the notebook's recipe.

    The whole picture is inverted, shrunk and multiplied by 16. Raise NotAnImage, TooLarge.
    """
    ink = 1 - _reduced(_grey(open_picture(data, limits))) / WHITE
    height, width = ink.shape
    small = _shrinking(height) @ ink @ _shrinking(width).T
    return np.asarray(np.clip(small * FULL_BLOCK, 0, FULL_BLOCK), dtype=np.float32).ravel()


@lru_cache(SIDES)
def _shrinking(length: int) -> Doubles:
    """Return (8, length): what `resize` makes of a column so long, as a matrix; with it a drawing takes a millisecond.

    Blurring, sampling and the two sides of a picture are independent and linear, so the matrix is exact.
    """
    from skimage.transform import resize

    matrix: Doubles = resize(np.eye(length), (GRID, length), anti_aliasing=True)
    return matrix


def _grey(pixels: Pixels) -> Floats:
    """Return the picture on white paper, (height, width), 0 black .. 255 white."""
    colours = pixels.astype(np.float32)
    if pixels.shape[2] in (2, 4):
        alpha = colours[..., -1:] / WHITE
        colours = colours[..., :-1] * alpha + WHITE * (1 - alpha)
    from skimage.color import rgb2gray

    return np.asarray(rgb2gray(colours) if colours.shape[2] == 3 else colours[..., 0], dtype=np.float32)


def _reduced(grey: Floats) -> Floats:
    """Return the picture with whole blocks of pixels averaged until no side is much longer than LARGEST."""
    step = max(1, max(grey.shape) // LARGEST)
    if step == 1:
        return grey
    padded = np.pad(grey, [(0, -length % step) for length in grey.shape], mode="edge")
    height, width = (length // step for length in padded.shape)
    reduced: Floats = padded.reshape(height, step, width, step).mean((1, 3))
    return reduced
