"""Small pixels -> the inks that they may be: cut tightly, with ink on all sides, no vote tells which colour is paper.

Data sets keep their digits so, 8, 16 or 28 px a side. Who knows digits may choose: one of the inks is more familiar.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from ..arrays import Ink, Pixels, to_ink
from .paper import FAINT, border_share, flattened

SMALL = 64  # px of the longer side: a larger picture shows its paper somewhere
CERTAIN = 0.9  # of the border is of the paper's exact colour: no doubt is left
EXTREMES = (3, 97)  # percentiles of the grey that count as its ends: a few px may stand out


def is_in_doubt(pixels: Pixels) -> bool:
    """Return whether a picture is small, and its border does not show what is paper."""
    return max(pixels.shape[:2]) <= SMALL and border_share(flattened(pixels)) < CERTAIN


def either_ink(pixels: Pixels) -> list[Ink]:
    """Return the ink, (h, w) 0 paper .. 255 ink, of a picture on light paper, and that on dark; none where all is grey.

    Paper and ink are the ends of its grey.
    """
    grey: npt.NDArray[np.float64] = flattened(pixels).mean(2)
    dark, light = np.percentile(grey, EXTREMES)
    if light - dark < FAINT:
        return []
    share = np.clip((grey - dark) / (light - dark), 0, 1)
    return [to_ink(1 - share), to_ink(share)]
