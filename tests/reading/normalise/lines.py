"""Straight lines of any pen, drawn so finely that their edges are soft and exact."""

from __future__ import annotations

import numpy as np
from PIL import Image, ImageDraw

from app.reading.arrays import FULL_INK

HEIGHT = 64
FINE = 8  # drawn so many times larger and averaged: soft, exact edges


def drawn(*lines: tuple[float, float, float, float], pen: float, height: int = HEIGHT) -> np.ndarray:
    """A picture of straight lines with round ends, x and y in shares of the height, that fills its height."""
    large = Image.new("L", (height * FINE, height * FINE))
    pencil = ImageDraw.Draw(large)
    inner = (height - pen) * FINE
    for line in lines:
        ends = [pen * FINE / 2 + share * inner for share in line]
        pencil.line(ends, fill=FULL_INK, width=round(pen * FINE))
        for x, y in (ends[:2], ends[2:]):
            pencil.circle((x, y), pen * FINE / 2, fill=FULL_INK)
    return np.asarray(large.resize((height, height), Image.Resampling.BOX))


SLASH = (0.2, 0.0, 0.8, 1.0)
STEM = (0.5, 0.0, 0.5, 1.0)
BAR = (0.0, 0.5, 1.0, 0.5)
