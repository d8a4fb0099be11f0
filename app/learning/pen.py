"""The page's pen: strokes become the picture that the canvas would have drawn of them."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import ArrayLike, NDArray
from PIL import Image, ImageDraw

Points = NDArray[np.float64]  # (n, 2): x right, y down

SIZE = 160  # pixels a side: the raster that the page posts
PEN = 8.0  # pixels: five hundredths of the raster's side, as on the page
INK, PAPER = 0, 255

FINE = 4  # fine pixels to a pixel each way: edges come out in 16 shades
STEP = 2.0  # pixels from one print of the tip to the next, at most
STEPS = 5  # prints in a pen's width, at least: the edge between two is a hundredth of the width too low
BEND = 0.3  # radians: the tip is always printed where a line turns more sharply
CORNER = -0.2  # the cosine of a turn of about 100 degrees: the pen turned round there, as static/js/pen.js has it
PIECES = 16  # straight pieces, at most, that a curve between two midpoints is drawn with


def draw(strokes: Sequence[ArrayLike], size: int = SIZE, pen: float = PEN) -> Image.Image:
    """Return an 'L' picture, size x size, 0 ink .. 255 paper, of strokes whose points, (n, 2), are px with y down.

    Line caps and joins are round, the width is even, and a stroke of one point is a dot.
    """
    image = Image.new("L", (size * FINE, size * FINE), PAPER)
    brush = ImageDraw.Draw(image)
    width = max(1, round(pen * FINE))
    for stroke in strokes:
        corners = np.round(_prints(smooth(stroke), min(STEP, width / FINE / STEPS)) * FINE - width / 2)
        for x, y in corners.tolist():
            brush.ellipse((x, y, x + width - 1, y + width - 1), fill=INK)
    return image.reduce(FINE)


def smooth(stroke: ArrayLike) -> Points:
    """Return the line, (m, 2), that the canvas draws through the points, (n, 2), as straight pieces.

    Curves go from midpoint to midpoint with the points as their controls, the first from the first point. Where the
    pen turned round, two straight lines go to the very point. The last midpoint is joined to the last point. This is
    the path of `pathOf` in static/js/pen.js.
    """
    points = np.asarray(stroke, dtype=float).reshape(-1, 2)
    if len(points) < 3:
        return points
    middles = (points[:-1] + points[1:]) / 2
    start = np.concatenate([points[:1], middles[1:-1]])
    control, end = points[1:-1], middles[1:]
    pieces = min(PIECES, 2 + int(np.abs(end - start).max() / STEP))
    t = (np.arange(1, pieces + 1) / pieces)[None, :, None]
    pieced = (1 - t) ** 2 * start[:, None] + 2 * t * (1 - t) * control[:, None] + t**2 * end[:, None]
    corner = _corners(points)
    pieced[corner, 0], pieced[corner, 1] = control[corner], end[corner]
    kept = ~corner[:, None] | (np.arange(pieces) < 2)
    return np.concatenate([points[:1], pieced[kept], points[-1:]])


def _corners(points: Points) -> NDArray[np.bool_]:
    """Return for each inner point, (n - 2,), whether a curve would lose the tip there."""
    moves = np.diff(points, axis=0)
    lengths = np.hypot(moves[:, 0], moves[:, 1])
    corners: NDArray[np.bool_] = (moves[:-1] * moves[1:]).sum(axis=1) < CORNER * lengths[:-1] * lengths[1:]
    return corners


def fit(strokes: Sequence[ArrayLike], size: int = SIZE, pen: float = PEN, share: float = 0.8) -> list[Points]:
    """Return the strokes scaled, aspect kept, and centred: with its pen the longer side takes `share` of the canvas."""
    arrays = [np.asarray(stroke, dtype=float).reshape(-1, 2) for stroke in strokes]
    everything = np.concatenate(arrays)
    low, high = everything.min(axis=0), everything.max(axis=0)
    extent = float((high - low).max())
    scale = max(0.0, share * size - pen) / extent if extent else 0.0
    return [(array - (low + high) / 2) * scale + size / 2 for array in arrays]


def _prints(line: Points, step: float) -> Points:
    """Points, (k, 2), along the line, `step` apart or nearer, with its ends and every bend among them."""
    if len(line) < 2:
        return line
    moves = np.diff(line, axis=0)
    covered = np.concatenate([[0.0], np.cumsum(np.hypot(moves[:, 0], moves[:, 1]))])
    turns = np.abs(np.diff(np.unwrap(np.arctan2(moves[:, 1], moves[:, 0]))))
    stops = np.concatenate([np.arange(0.0, covered[-1], step), covered[1:-1][turns > BEND], covered[-1:]])
    stops.sort()
    return np.column_stack([np.interp(stops, covered, line[:, axis]) for axis in range(2)])
