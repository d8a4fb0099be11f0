"""The pictures on the way from drawing to counts, small enough to send to the page."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Sequence
from typing import Any

import numpy as np
from PIL import Image

from ..arrays import Ink, to_ink
from ..normalise import Normalised

WIRE_SIDE = 96  # px: the drawing is shrunk to this on its way to the page


def describe(ink: Ink, normalised: Normalised, pixels: Sequence[Sequence[int]]) -> list[dict[str, Any]]:
    """Return four steps, each a dict with `name`, `width`, `height` and its picture.

    Pictures are base64 of width x height bytes, 0 paper .. 255 ink. Step "ink" adds `box` (left, top, right, bottom in
    its own px), "straight" the `shear` in px a row; "counts" has `counts`, 8 rows of 8 numbers 0..16, and no picture.
    """
    small, scale = _shrunk(ink)
    box = [round(edge * scale) for edge in normalised.box]
    return [
        {"name": "ink", **_picture(small), "box": box},
        {"name": "straight", **_picture(normalised.straight), "shear": normalised.shear},
        {"name": "bitmap", **_picture(to_ink(normalised.bitmap))},
        {"name": "counts", "width": 8, "height": 8, "counts": [list(row) for row in pixels]},
    ]


def _shrunk(ink: Ink) -> tuple[Ink, float]:
    scale = min(1.0, WIRE_SIDE / max(ink.shape))
    size = max(1, round(ink.shape[1] * scale)), max(1, round(ink.shape[0] * scale))
    return np.asarray(Image.fromarray(ink).resize(size, Image.Resampling.BOX)), scale


def _picture(ink: Ink) -> dict[str, Any]:
    return {"width": ink.shape[1], "height": ink.shape[0], "grey": b64encode(ink.tobytes()).decode("ascii")}
