"""Deskewed -> bitmap: strokes evened by area, where fat ones become thinner too."""

from __future__ import annotations

import numpy as np
from PIL import Image, ImageFilter

from ..arrays import Grey, Ink, to_grey

BLUR_RADIUS = 1.2  # px of the bitmap: joins the steps of a thin line, keeps the hole of a small loop
INK_AREA = 270  # px of the bitmap's 1024: a little leaner than load_digits (mean 313), so that loops stay open
EDGE_SLOPE = 5.0  # grey per grey around the threshold: edges stay soft over about a pixel
LOWEST_LEVEL = 0.02  # grey: below it there is only rounding noise
HIGHEST_LEVEL = 0.9  # grey: a blot is full ink inside, and cannot be thinned by its grey


def evened(ink: Ink) -> Grey:
    """Return (32, 32) grey with about INK_AREA px of ink: blurred, then cut where the area fits.

    `ink` is (32, 32), 0 paper .. 255 ink.
    """
    blurred = np.asarray(Image.fromarray(ink).filter(ImageFilter.GaussianBlur(BLUR_RADIUS)))
    threshold = np.partition(blurred, blurred.size - INK_AREA, axis=None)[blurred.size - INK_AREA]
    level = min(max(float(to_grey(threshold)), LOWEST_LEVEL), HIGHEST_LEVEL)
    slope = max(EDGE_SLOPE, 0.5 / level)  # so that paper stays 0 at any level; full ink is 1 up to the highest
    even: Grey = np.clip((to_grey(blurred) - level) * slope + 0.5, 0, 1)
    return even
