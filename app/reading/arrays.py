"""How pictures are held on the road: as they came, as ink in whole bytes, and in fractions, to calculate with."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PIL import Image

Pixels = NDArray[np.uint8]  # (height, width, channels) of 0..255; channels: grey, grey + alpha, RGB, or RGBA
Ink = NDArray[np.uint8]  # (h, w), 0 paper .. 255 ink: a quarter of the memory, and exactly what a canvas holds
Grey = NDArray[np.float32]  # (h, w), 0 paper .. 1 ink

FULL_INK = 255  # the strongest grey of an 8-bit picture
INKED = 102  # of 255: ink above this, four tenths, is what a person sees as ink


def to_grey(ink: Ink | Image.Image) -> Grey:
    """Return ink, or an 'L' picture of it, in fractions."""
    return np.asarray(ink, dtype=np.float32) / np.float32(FULL_INK)


def to_ink(grey: NDArray[np.floating]) -> Ink:
    """Return grey, 0 paper .. 1 ink, in whole bytes, rounded to the nearest."""
    return (grey * FULL_INK + 0.5).astype(np.uint8)
