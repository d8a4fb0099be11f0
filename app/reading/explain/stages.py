"""The pictures on the way from drawing to counts."""

from __future__ import annotations

import numpy as np
from PIL import Image

from ..answer import Stage
from ..arrays import Ink, to_ink
from ..normalise import Normalised


def stages_of(
    ink: Ink, normalised: Normalised, longest: int, left_out: Ink | None = None, why: tuple[str, ...] = ()
) -> tuple[Stage, ...]:
    """Return the drawing, no side longer than `longest` px, then deskewed, then the bitmap.

    `left_out`: the ink that is not read, (h, w) like `ink`, and what it is.
    """
    scale = min(1.0, longest / max(ink.shape))
    left, top, right, bottom = (round(edge * scale) for edge in normalised.box)
    around = None if left_out is None else _reduced(left_out, scale)
    return (
        Stage("ink", _reduced(ink, scale), box=(left, top, right, bottom), left_out=around, why=why),
        Stage("deskewed", normalised.deskewed, shear=normalised.shear),
        Stage("bitmap", to_ink(normalised.bitmap)),
    )


def _reduced(ink: Ink, scale: float) -> Ink:
    size = max(1, round(ink.shape[1] * scale)), max(1, round(ink.shape[0] * scale))
    return np.asarray(Image.fromarray(ink).resize(size, Image.Resampling.BOX))
