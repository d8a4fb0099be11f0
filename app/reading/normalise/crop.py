"""Ink -> crop: where the drawing is, dust and stray marks left out, cut out and brought to one height."""

from __future__ import annotations

from math import ceil, floor
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from ...errors import Blank
from ..arrays import FULL_INK, INKED, Ink

SPECK_SHARE = 0.02  # of the picture's longer side: a smaller mark is dust
SPECK_PX = 3  # px: the same for tiny pictures
SPARSE = 0.5  # inked px per px of the ink's longer side: the thinnest line has 1, scattered dust next to none
STRAY_GAP = 0.06  # of the ink's longer side: clearly apart
# What stands apart and is less than this share of all ink, for each longer side that it is away, was not meant, or is
# not missed: a grain of dust near by, a pen's dab farther off, but not the end of a dotted line.
STRAY_SHARE = 0.4
STRAY_MOST = 0.11  # of all ink, however far away: a small 1 beside an 8 has more
CROP_HEIGHT = 64  # px: twice the bitmap, so that slant and stroke edges keep sub-pixel precision
MAX_ASPECT = 2.0  # width to height: a lying line is kept from growing without end


class Box(NamedTuple):
    """A rectangle of a picture in px, right and bottom open."""

    left: int
    top: int
    right: int
    bottom: int

    @property
    def longer(self) -> int:
        """Return the longer side, in px."""
        return max(self.right - self.left, self.bottom - self.top)


class Edges(NamedTuple):
    """A rectangle to a fraction of a px, from a picture's left and top.

    Of a half-inked pixel half lies within. So a drawing has the same edges, and in the end the same numbers, wherever
    the pixels of its canvas happen to lie.
    """

    left: float
    top: float
    right: float
    bottom: float


def ink_box(ink: Ink) -> Box:
    """Return where the drawing is in a picture, (h, w) 0 paper .. 255 ink. Raise Blank where nobody would see one."""
    mask = ink > INKED
    rows, columns = np.flatnonzero(mask.any(1)), np.flatnonzero(mask.any(0))
    if not rows.size:
        raise Blank
    box = Box(int(columns[0]), int(rows[0]), int(columns[-1]) + 1, int(rows[-1]) + 1)
    if box.longer < max(SPECK_PX, SPECK_SHARE * max(ink.shape)) or np.count_nonzero(mask) < SPARSE * box.longer:
        raise Blank
    if len(rows) == box.bottom - box.top and len(columns) == box.right - box.left:
        return box
    return _without_strays(mask, box)


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


def _without_strays(mask: NDArray[np.bool_], box: Box) -> Box:
    """Return the box of what is left when marks that stand apart at its sides and are next to nothing are left out."""
    left, right = _kept(np.count_nonzero(mask, axis=0), box.longer)
    top, bottom = _kept(np.count_nonzero(mask[:, left:right], axis=1), box.longer)
    return Box(left, top, right, bottom)


def _kept(ink: NDArray[np.intp], longer: int) -> tuple[int, int]:
    """Return the first of the lines, with so much ink each, that is no stray mark's, and the one behind the last."""
    return _start(ink, longer), len(ink) - _start(ink[::-1], longer)


def _start(ink: NDArray[np.intp], longer: int) -> int:
    inked = np.flatnonzero(ink)
    gaps = np.diff(inked) / longer
    before = np.flatnonzero(gaps > STRAY_GAP)
    shares = np.cumsum(ink)[inked[before]] / ink.sum()
    strays = before[shares < np.minimum(STRAY_SHARE * gaps[before], STRAY_MOST)]
    return int(inked[strays[-1] + 1] if strays.size else inked[0])
