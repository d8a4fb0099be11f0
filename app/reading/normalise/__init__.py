"""Ink -> 320 features: a drawing of any size, place, slant and pen becomes what the data set's digits are.

The digits of `load_digits` were normalised by NIST's form-processing software (Garris et al., NISTIR 5469, "second
generation" normalisation): cut out, stretched to 20 x 32, stroke width evened, slant removed. The steps here are the
same with four changes, each measured to read real people's canvases better: slant comes from image moments and is
removed before the stretch; narrow digits stay narrow; stroke width is evened before and after the stretch by what is
missing, in place of erosion and dilation by whole pixels; and holes that somebody drew stay open.

Of the bitmap are counted the ink of 8 x 8 blocks, as in `load_digits`, and which way the ink's edges run in each.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from ..arrays import Counts, Features, Grey, Ink, framed
from .back_projection import rebuild
from .blocks import block_counts
from .crop import Box, cropped, ink_box
from .deskew import Upright
from .directions import directions
from .even import evened
from .holes import find_holes, reopened
from .page import find_characters
from .pieces import Piece, find_pieces, located
from .thicken import thickened

__all__ = [
    "Normalised", "Piece", "features_of_counts", "find_characters", "find_pieces", "located", "normalise", "rebuild",
]  # fmt: skip


class Normalised(NamedTuple):
    """The pictures along the way: ink, 0 paper .. 255 ink, and last the bitmap, 0 paper .. 1 ink, and its features."""

    box: Box  # of the ink in the picture
    crop: Ink  # (h, w): the box, at most 64 px high and 128 px wide
    shear: float  # px a row by which the crop's rows were moved to stand upright
    deskewed: Ink  # (32, 32): upright and stretched, drawn with the usual pen or a fatter one
    bitmap: Grey  # (32, 32): the same with strokes evened and holes open
    features: Features  # (320,) whole numbers: 64 counts 0..16, then 256 directions


def normalise(ink: Ink) -> Normalised:
    """Return the drawing as the data set's digits were made. `ink`: (h, w), 0 paper .. 255 ink. Raise Blank."""
    box = ink_box(ink)
    crop = cropped(ink, box)
    thick = thickened(crop)
    upright = Upright.of(thick)
    picture = upright.deskewed(thick)
    bitmap, holes = evened(picture), find_holes(crop)
    if holes is not None:
        bitmap = reopened(bitmap, upright.deskewed(framed(holes, (len(thick) - len(crop)) // 2)))
    return Normalised(box, crop, upright.shear, picture, bitmap, _features(block_counts(bitmap), bitmap))


def features_of_counts(counts: Counts) -> Features:
    """Return the (320,) features of (64,) counts 0..16 as they are; the directions come from a rebuilt picture."""
    return _features(counts, rebuild(counts))


def _features(counts: Counts, bitmap: Grey) -> Features:
    features: Features = np.concatenate([counts, directions(bitmap)])
    return features
