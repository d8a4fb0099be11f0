"""The page's pen: strokes become the picture that the canvas would have drawn of them."""

from collections.abc import Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import ArrayLike, NDArray
from PIL import Image, ImageDraw

Points = NDArray[np.float64]

SIZE = 160  # pixels a side: the raster that the page posts
PEN = 8.0  # pixels: five hundredths of the raster's side, as on the page
INK, PAPER = 0, 255

FINE = 4  # fine pixels to a pixel each way: edges come out in 16 shades
STEP = 1.5  # pixels between two corners of the drawn line: a curve looks round at any pen
BEND = 0.3  # radians: a turn sharper than this is kept even between steps
PIECES = 4  # straight pieces that a curve between two midpoints is drawn with, at least when points lie far apart


def draw(strokes: Sequence[ArrayLike], size: int = SIZE, pen: float = PEN) -> Image.Image:
    """An 'L' picture, size x size, 0 ink .. 255 paper, of strokes whose points, (n, 2), are pixels with y down.

    Line caps and joins are round, the width is even, and a stroke of one point is a dot.
    """
    image = Image.new("L", (size * FINE, size * FINE), PAPER)
    brush = ImageDraw.Draw(image)
    width = max(1, round(pen * FINE))
    disc = _disc(width)
    for stroke in strokes:
        line = _thin(smooth(stroke)) * FINE
        if len(line) > 1:
            brush.line(line.ravel().tolist(), fill=INK, width=width)
        for x, y in np.round(line - width / 2).astype(int).tolist():
            brush.bitmap((x, y), disc, fill=INK)
    return image.reduce(FINE)


def smooth(stroke: ArrayLike) -> Points:
    """The line, (m, 2), that the canvas draws: curves from midpoint to midpoint with the points as their controls."""
    points = np.asarray(stroke, dtype=float).reshape(-1, 2)
    if len(points) < 3:
        return points
    middles = (points[:-1] + points[1:]) / 2
    start, control, end = middles[:-1, None], points[1:-1, None], middles[1:, None]
    t = (np.arange(1, PIECES + 1) / PIECES)[None, :, None]
    curves = (1 - t) ** 2 * start + 2 * t * (1 - t) * control + t**2 * end
    return np.concatenate([points[:1], middles[:1], curves.reshape(-1, 2), points[-1:]])


def fit(strokes: Sequence[ArrayLike], size: int = SIZE, pen: float = PEN, share: float = 0.8) -> list[Points]:
    """The strokes scaled, aspect kept, and centred: with its pen the longer side takes `share` of the canvas."""
    arrays = [np.asarray(stroke, dtype=float).reshape(-1, 2) for stroke in strokes]
    everything = np.concatenate(arrays)
    low, high = everything.min(axis=0), everything.max(axis=0)
    extent = float((high - low).max())
    scale = max(0.0, share * size - pen) / extent if extent else 0.0
    return [(array - (low + high) / 2) * scale + size / 2 for array in arrays]


def _thin(line: Points) -> Points:
    """The line without the points that add nothing to see: those nearer than STEP, unless the line bends there."""
    if len(line) < 3:
        return line
    steps = np.diff(line, axis=0)
    covered = np.floor(np.cumsum(np.hypot(steps[:, 0], steps[:, 1])) / STEP)
    turns = np.abs(np.diff(np.unwrap(np.arctan2(steps[:, 1], steps[:, 0]))))
    kept = np.ones(len(line), dtype=bool)
    kept[1:-1] = (np.diff(covered) > 0) | (turns > BEND)
    return line[kept]


@lru_cache(maxsize=256)
def _disc(width: int) -> Image.Image:
    """The pen's tip, a mask of 0 and 255 in fine pixels."""
    along = np.arange(width) + 0.5 - width / 2
    inside = along[:, None] ** 2 + along[None, :] ** 2 <= (width / 2) ** 2
    return Image.fromarray(inside.astype(np.uint8) * 255)
