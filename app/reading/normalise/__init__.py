"""Ink -> 64 counts: a drawing of any size, place, slant and pen becomes what the data set's digits are.

The digits of `load_digits` were normalised by NIST's form-processing software (Garris et al., NISTIR 5469, "second
generation" normalisation): cut out, stretched to 20 x 32, stroke width evened, slant removed. The steps here are the
same with three changes, each measured to read real people's canvases better: slant comes from image moments and is
removed before the stretch; narrow digits stay narrow; stroke width is evened before and after the stretch by what is
missing, in place of erosion and dilation by whole pixels.
"""

from __future__ import annotations

from typing import NamedTuple

from ..arrays import Counts, Grey, Ink
from .blocks import block_counts
from .crop import Box, cropped, ink_box
from .deskew import deskewed
from .even import evened
from .pieces import find_pieces
from .thicken import thickened

__all__ = ["Normalised", "find_pieces", "normalise"]


class Normalised(NamedTuple):
    """The pictures along the way: ink, 0 paper .. 255 ink, and last the bitmap, 0 paper .. 1 ink, and its counts."""

    box: Box  # of the ink in the picture
    crop: Ink  # (h, w): the box, at most 64 px high and 128 px wide
    shear: float  # px a row by which the crop's rows were moved to stand upright
    deskewed: Ink  # (32, 32): upright and stretched, drawn with the usual pen or a fatter one
    bitmap: Grey  # (32, 32): the same evened to about 270 px of ink
    counts: Counts  # (64,) whole numbers 0..16: its ink a block


def normalise(ink: Ink) -> Normalised:
    """Return the drawing as the data set's digits were made. `ink`: (h, w), 0 paper .. 255 ink. Raise Blank."""
    box = ink_box(ink)
    crop = cropped(ink, box)
    picture, shear = deskewed(thickened(crop))
    bitmap = evened(picture)
    return Normalised(box, crop, shear, picture, bitmap, block_counts(bitmap))
