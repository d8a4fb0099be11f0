"""Ink -> bitmap: a drawing of any size, place, slant and pen becomes 32 x 32 as the data set's digits were made.

The digits of `load_digits` were normalised by NIST's form-processing software (Garris et al., NISTIR 5469, "second
generation" normalisation): cut out, stretched to 20 x 32, stroke width evened, slant removed. The steps here are the
same with three changes, each measured to read real people's canvases better: slant comes from image moments and is
removed before the stretch; narrow digits stay narrow; stroke width is evened before and after the stretch by what is
missing (see app.reading.normalise.strokes), in place of erosion and dilation by whole pixels.
"""

from __future__ import annotations

from math import ceil, floor
from typing import NamedTuple

import numpy as np
from PIL import Image

from ...errors import Blank
from ..arrays import FULL_INK, Grey, Ink, to_grey
from .box import Box, ink_box
from .edges import ink_edges, sheared_edges
from .strokes import evened, with_usual_pen

SIDE = 32  # px: NIST's bitmap, which is cut into 8 x 8 blocks of 4 x 4
WORK_HEIGHT = 64  # px: twice the bitmap, so that slant and stroke edges keep sub-pixel precision
MAX_ASPECT = 2.0  # width to height: a lying line is kept from growing without end
MAX_SHEAR = 1.2  # px a row, about 50 degrees: more is a lying stroke, not a slant
MAX_WIDTH = 20  # px of the 32: NIST's box
WIDENING = 2.0  # a narrow digit is stretched at most this much, so that a 1 does not become a block


class Normalised(NamedTuple):
    """The pictures along the way: ink, 0 paper .. 255 ink, and last the bitmap, 0 paper .. 1 ink."""

    box: Box  # of the ink in the picture
    crop: Ink  # (h, w): the box, at most 64 px high and 128 px wide
    shear: float  # px a row by which the crop's rows were moved to stand upright
    straight: Ink  # (32, 32): upright and stretched, drawn with the usual pen or a fatter one
    bitmap: Grey  # (32, 32): the same evened to about 270 px of ink


def normalise(ink: Ink) -> Normalised:
    """Return the drawing as the data set's digits were made. `ink`: (h, w), 0 paper .. 255 ink. Raises Blank."""
    box = ink_box(ink)
    crop = _scaled_crop(ink, box)
    drawn = with_usual_pen(crop)
    shear = slant(to_grey(drawn))
    straight = _upright(drawn, shear)
    return Normalised(box, crop, shear, np.asarray(straight), evened(straight))


def slant(grey: Grey) -> float:
    """Return the shear in px a row that makes a picture's ink upright: -cov(x, y) / var(y), at most MAX_SHEAR.

    Teow and Loe (2002) and many after them de-slant digits so; y points down, so a right-leaning digit gets a
    positive shear.
    """
    total = grey.sum()
    y = np.arange(grey.shape[0], dtype=np.float32)
    x = np.arange(grey.shape[1], dtype=np.float32)
    by_row = grey.sum(1)
    y -= by_row @ y / total
    x -= grey.sum(0) @ x / total
    variance = max(float(by_row @ (y * y) / total), 1e-6)
    covariance = float(y @ (grey @ x) / total)
    return float(np.clip(-covariance / variance, -MAX_SHEAR, MAX_SHEAR))


def _scaled_crop(ink: Ink, box: Box) -> Ink:
    left, top, right, bottom = ink_edges(ink, box)
    width, height = right - left, bottom - top
    scale = WORK_HEIGHT / max(height, width / MAX_ASPECT)
    size = max(1, round(width * scale)), max(1, round(height * scale))
    x, y = floor(left), floor(top)
    picture = Image.fromarray(ink[y : ceil(bottom), x : ceil(right)])
    edges = left - x, top - y, right - x, bottom - y
    crop: Ink = np.asarray(picture.resize(size, Image.Resampling.BILINEAR, box=edges))
    strongest = int(crop.max())
    if not strongest:  # dust so thinly strewn that nothing of it is left
        raise Blank
    # A line thinner than a pixel of the crop came out grey: stretched, it counts as the line it is.
    return crop if strongest == FULL_INK else (crop.astype(np.uint16) * FULL_INK // strongest).astype(np.uint8)


def _upright(drawn: Ink, shear: float) -> Image.Image:
    """Return 32 x 32: sheared, cut to its new box and stretched, in one resampling."""
    left, top, right, bottom = sheared_edges(drawn, shear)
    width = min(MAX_WIDTH, max(WIDENING * (right - left) * SIDE / (bottom - top), 2.0))
    across, down = (right - left) / width, (bottom - top) / SIDE
    margin = (SIDE - width) / 2
    # Affine maps run from the output back to the input: x_in = across (x - margin) + left - shear y_in.
    into = (across, -shear * down, left - margin * across - shear * top, 0.0, down, top)
    return Image.fromarray(drawn).transform((SIDE, SIDE), Image.Transform.AFFINE, into, Image.Resampling.BILINEAR)
