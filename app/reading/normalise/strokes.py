"""Strokes -> strokes of one width: whatever the pen was, a drawing counts as if it had been made with the usual one.

A thin pen is made good by growing its ink at full resolution, which keeps tips, crossings and gaps as the usual pen
would have made them; what is left to even out is done on the bitmap, by area, where fat strokes become thinner too.
"""

from __future__ import annotations

import math
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFilter

from ..arrays import Grey, Ink, to_grey

USUAL_PEN = 0.16  # of the height: a fat felt tip; thinner ones, so nearly all, are brought up to it
BLUR_RADIUS = 1.2  # px of the bitmap: joins the steps of a thin line, keeps the hole of a small loop
INK_AREA = 270  # px of the bitmap's 1024: a little leaner than load_digits (mean 313), so that loops stay open
EDGE_SLOPE = 5.0  # grey per grey around the threshold: edges stay soft over about a pixel
LOWEST_LEVEL = 0.02  # grey: below it there is only rounding noise
HIGHEST_LEVEL = 0.9  # grey: a blot is full ink inside, and cannot be thinned by its grey


def pen_width(grey: Grey) -> float:
    """Return about how wide the strokes of a picture, (h, w) grey, are in px: twice their area over their outline.

    The outline's length is the sum of the grey's slope (the coarea formula), measured across both diagonals
    (Roberts 1963), so that soft edges and slanted ones count as what they are.
    """
    sheet = framed(grey, 1)
    falling = sheet[1:, 1:] - sheet[:-1, :-1]
    rising = sheet[1:, :-1] - sheet[:-1, 1:]
    outline = float(np.sqrt((falling * falling + rising * rising) / 2).sum())
    return 2 * float(grey.sum()) / outline


def with_usual_pen(ink: Ink) -> Ink:
    """Return a picture's strokes as the usual pen would have drawn them; a fatter one leaves it as it is.

    `ink` is (h, w), 0 paper .. 255 ink, and fills its height; the picture grows with it.
    """
    missing = USUAL_PEN * len(ink) - pen_width(to_grey(ink))
    # The height grows with the pen: the share is reached a little later.
    return _grown(ink, missing / (1 - USUAL_PEN) / 2) if missing > 0 else ink


def evened(picture: Image.Image) -> Grey:
    """Return (32, 32) grey with about INK_AREA px of ink: blurred, then cut where the area fits."""
    blurred = to_grey(picture.filter(ImageFilter.GaussianBlur(BLUR_RADIUS)))
    threshold = np.partition(blurred, blurred.size - INK_AREA, axis=None)[blurred.size - INK_AREA]
    level = float(np.clip(threshold, LOWEST_LEVEL, HIGHEST_LEVEL))
    slope = max(EDGE_SLOPE, 0.5 / level, 0.5 / (1 - level))  # so that paper stays 0 and full ink 1 at any level
    even: Grey = np.clip((blurred - level) * slope + 0.5, 0, 1)
    return even


def _grown(ink: Ink, radius: float) -> Ink:
    """The picture with its ink grown by a radius in px: by crosses and squares in turn, which make an octagon."""
    steps = math.ceil(radius)
    ink = framed(ink, steps)
    for step in range(steps):
        wider = _spread(ink, square=bool(step % 2))
        share = min(1.0, radius - step)
        ink = wider if share == 1 else ink + (share * (wider - ink)).astype(np.uint8)
    return ink


def _spread(ink: Ink, square: bool) -> Ink:
    """The ink one px wider: to the four neighbours, or to all eight."""
    wider = ink.copy()
    np.maximum(wider[1:], ink[:-1], out=wider[1:])
    np.maximum(wider[:-1], ink[1:], out=wider[:-1])
    across = wider.copy() if square else ink
    np.maximum(wider[:, 1:], across[:, :-1], out=wider[:, 1:])
    np.maximum(wider[:, :-1], across[:, 1:], out=wider[:, :-1])
    return wider


def framed(picture: NDArray[Any], margin: int) -> NDArray[Any]:
    """Return the picture with so many px of paper around it; in a tenth of the time of np.pad."""
    height, width = picture.shape
    sheet = np.zeros((height + 2 * margin, width + 2 * margin), picture.dtype)
    sheet[margin : margin + height, margin : margin + width] = picture
    return sheet
