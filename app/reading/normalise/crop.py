"""Ink and its box -> crop: the drawing cut out along its edges and brought to one height."""

from __future__ import annotations

from math import ceil, floor

import numpy as np
from PIL import Image

from ...errors import Blank
from ..arrays import FULL_INK, Ink
from .box import Box, Edges

CROP_HEIGHT = 64  # px: twice the bitmap, so that slant and stroke edges keep sub-pixel precision
MAX_ASPECT = 2.0  # width to height: a lying line is kept from growing without end


def cropped(ink: Ink, box: Box) -> Ink:
    """Return the box of a picture's ink, 64 px high or 128 px wide at most, its strongest px 255.

    `ink` is (h, w), 0 paper .. 255 ink. Raise Blank for dust so thinly strewn that nothing of it is left.
    """
    left, top, right, bottom = ink_edges(ink, box)
    width, height = right - left, bottom - top
    scale = CROP_HEIGHT / max(height, width / MAX_ASPECT)
    size = max(1, round(width * scale)), max(1, round(height * scale))
    x, y = floor(left), floor(top)
    picture = Image.fromarray(ink[y : ceil(bottom), x : ceil(right)])
    edges = left - x, top - y, right - x, bottom - y
    crop: Ink = np.asarray(picture.resize(size, Image.Resampling.BILINEAR, box=edges))
    strongest = int(crop.max())
    if not strongest:
        raise Blank
    # A line thinner than a pixel of the crop came out grey: stretched, it counts as the line it is.
    return crop if strongest == FULL_INK else (crop.astype(np.uint16) * FULL_INK // strongest).astype(np.uint8)


def ink_edges(ink: Ink, box: Box) -> Edges:
    """Return the edges of a box's ink, (h, w) 0 paper .. 255 ink. A hair thinner than a px keeps the box's own."""
    left, top, right, bottom = box
    before = ink[top:bottom, max(0, left - 1) : left + 1].max(0).sum()
    above = ink[max(0, top - 1) : top + 1, left:right].max(1).sum()
    behind = ink[top:bottom, right - 1 : right + 1].max(0).sum()
    below = ink[bottom - 1 : bottom + 1, left:right].max(1).sum()
    x, y = (edge + 1 - int(inked) / FULL_INK for edge, inked in ((left, before), (top, above)))
    to_x, to_y = right - 1 + int(behind) / FULL_INK, bottom - 1 + int(below) / FULL_INK
    is_hair = to_x - x < 1 or to_y - y < 1
    return Edges(*box) if is_hair else Edges(x, y, to_x, to_y)
