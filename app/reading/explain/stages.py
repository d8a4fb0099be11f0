"""The pictures on the way from drawing to counts."""

from __future__ import annotations

import numpy as np
from PIL import Image

from ..answer import Stage
from ..arrays import Ink, to_ink
from ..normalise import Normalised


def stages_of(ink: Ink, normalised: Normalised, longest: int) -> tuple[Stage, ...]:
    """Return the drawing, no side longer than `longest` px, then deskewed, then the bitmap."""
    scale = min(1.0, longest / max(ink.shape))
    left, top, right, bottom = (round(edge * scale) for edge in normalised.box)
    return (
        Stage("ink", _reduced(ink, scale), box=(left, top, right, bottom)),
        Stage("deskewed", normalised.deskewed, shear=normalised.shear),
        Stage("bitmap", to_ink(normalised.bitmap)),
    )


def _reduced(ink: Ink, scale: float) -> Ink:
    size = max(1, round(ink.shape[1] * scale)), max(1, round(ink.shape[0] * scale))
    return np.asarray(Image.fromarray(ink).resize(size, Image.Resampling.BOX))
