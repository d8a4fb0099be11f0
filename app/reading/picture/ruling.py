"""Ink -> the same without the ruling of its paper: long lines, thinner than the strokes between them.

What a line cuts is bridged. The numbers, and those of `lines`, were chosen on drawings of the project's own, on ruled
and squared paper, and cut tightly along their ink.
"""

from __future__ import annotations

import numpy as np

from ..arrays import INKED, Ink, to_grey
from ..parts import Mask, connected_parts, in_blocks, of_each_px
from ..strokes import pen_width
from .lines import Line, lines_across, strip_along

SMALLEST = 48  # px of the shorter side: in a smaller picture no line is clearly thinner than a stroke
DARKER = 1.3  # times the line's own ink: a stroke's
THINNER = 0.55  # of the strokes' width: a fatter line is one of the strokes, the bar of a tightly cut 7
LEFT = 0.2  # of the longer side: what is left without the lines must be as large to be a drawing


def without_ruling(ink: Ink, mask: Mask, step: int) -> Ink:
    """Return ink, (h, w) 0 paper .. 255 ink, without ruled lines; the same array where there are none.

    `mask`: its coarse mask, of blocks of `step` px.
    """
    if min(ink.shape) < SMALLEST:
        return ink
    across, down = lines_across(ink, mask, step), lines_across(ink.T, mask.T, step)
    found = [*((False, line) for line in across), *((True, line) for line in down)]
    if not found:
        return ink
    bare = _cleared(ink, found)
    pen = pen_width(to_grey(bare))
    thin = [(is_turned, line) for is_turned, line in found if line.width <= THINNER * pen]
    if not thin:
        return ink
    left = bare if len(thin) == len(found) else _cleared(ink, thin)
    rows, columns = (np.flatnonzero((left > INKED).any(axis)) for axis in (1, 0))
    longest = max(np.ptp(rows), np.ptp(columns)) if rows.size else 0
    return left if longest >= LEFT * max(ink.shape) else ink


def _cleared(ink: Ink, lines: list[tuple[bool, Line]]) -> Ink:
    """Return the ink without lines, each of them turned or not, and without what is left where two of them cross."""
    left, ruled = ink.copy(), np.zeros(ink.shape, np.bool_)
    for is_turned, line in lines:
        _clear(left.T if is_turned else left, ruled.T if is_turned else ruled, line)
    rest = left > INKED // 2
    labels, parts = connected_parts(in_blocks(rest))
    of_px = of_each_px(labels, left)
    beside = np.bincount(of_px[rest & ~ruled], minlength=len(parts) + 1)
    beside[0] = 1  # no part at all
    left[(beside == 0)[of_px]] = 0
    return left


def _clear(ink: Ink, ruled: Mask, line: Line) -> None:
    """Take a line away, in place, but for strokes darker than it is and those that go on at its other side."""
    reach = max(line.above, line.below) + 1
    strip = strip_along(ink, line.rows, reach)
    first, last = reach - line.above, reach + line.below  # rows of paper above and below
    band = strip[first + 1 : last]
    bridges = _bridges(strip[first - 1 : first + 1].max(0), strip[last : last + 2].max(0), len(band))
    band = np.maximum(np.where(band > DARKER * line.ink, band, 0), bridges)
    rows = line.rows + np.arange(first + 1 - reach, last - reach)[:, None]
    inside = (rows >= 0) & (rows < ink.shape[0])
    columns = np.broadcast_to(np.arange(ink.shape[1]), rows.shape)
    ink[rows[inside], columns[inside]] = band[inside]
    ruled[rows[inside], columns[inside]] = True


def _bridges(above: Ink, below: Ink, height: int) -> Ink:
    """Return (height, w) of what joins the ink above a gap to that below it, slanting as much as it is high."""
    width = len(above)
    bridges = np.zeros((height, width), np.uint8)
    columns = np.arange(width)
    for slant in range(-height - 1, height + 2):
        start, end = columns + slant, columns - slant
        inside = (start >= 0) & (start < width) & (end >= 0) & (end < width)
        both = np.minimum(above[start[inside]], below[end[inside]])
        for row in range(height):
            at = columns[inside] + round(slant * (1 - 2 * (row + 1) / (height + 1)))
            bridges[row, at] = np.maximum(bridges[row, at], both)
    return bridges
