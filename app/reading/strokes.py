"""What is measured of strokes in a picture, by whoever needs it on the road."""

from __future__ import annotations

import numpy as np

from .arrays import Grey, framed


def pen_width(grey: Grey) -> float:
    """Return about how wide the strokes of a picture, (h, w) grey, are in px: twice their area over their outline.

    0 where there is no ink. The outline's length is the sum of the grey's slope (the coarea formula), measured across
    both diagonals (Roberts 1963), so that soft edges and slanted ones count as what they are.
    """
    sheet = framed(grey, 1)
    falling = sheet[1:, 1:] - sheet[:-1, :-1]
    rising = sheet[1:, :-1] - sheet[:-1, 1:]
    outline = float(np.sqrt((falling * falling + rising * rising) / 2).sum())
    return 2 * float(grey.sum()) / outline if outline else 0.0
