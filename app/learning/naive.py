"""The recipe of the notebook and of most tutorials: shrink the whole picture to 8 x 8 and multiply by 16.

It is here to be compared with, by the lesson, `evaluate --compare naive` and the bench; nothing is read by it.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from ..reading.arrays import Pixels
from ..reading.picture.limits import Limits
from ..reading.picture.open import open_picture

SIDE = 8  # squares a side
FULL = 16  # what a black square counts
WHITE = 255.0
LARGEST = 256  # px a side: scikit-image blurs before it shrinks, which takes a second on a picture of 1000 px

Row = NDArray[np.float32]  # (64,) counts 0..16, not rounded: the notebook does not


def notebook_counts(data: bytes, limits: Limits) -> Row:
    """The (64,) counts of a PNG, JPEG or WebP by the notebook's recipe: the whole picture, inverted, shrunk, times 16.

    Raises NotAnImage, TooLarge.
    """
    from skimage.transform import resize

    grey = _reduced(_grey(open_picture(data, limits)))
    small = resize(1 - grey / WHITE, (SIDE, SIDE), anti_aliasing=True)
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
