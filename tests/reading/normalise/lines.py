"""Straight lines: of any pen, their edges soft and exact, or a bar of whole pixels."""

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


def leaning_bar(width: int = 9, height: int = 60, lean: float = 0.0, size: int = 100, left: int = 40) -> np.ndarray:
    """A bar on a canvas, its rows moved by `lean` px each: leaning right when positive (y points down)."""
    ink = np.zeros((size, size), dtype=np.uint8)
    for row in range(height):
        start = left + round(lean * (height / 2 - row))
        ink[20 + row, start : start + width] = FULL_INK
    return ink
