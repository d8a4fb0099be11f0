"""An allograph on a canvas: as the template stands, or as some hand with some pen would have drawn it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from numpy.random import Generator, default_rng
from PIL import Image

from ..reading.arrays import Ink
from .allographs import Allograph, outline
from .pen import draw
from .variation import STROKES, Points, Ranges, vary_lines, vary_points

SIDE = 96  # px: three times the bitmap that it becomes
SHARE = 0.92  # of the canvas that the drawing's longer side takes; place and size do not matter on the road
PLAIN_PEN = 0.1  # of the digit's height
THINNEST = 1.5  # px: a hair that the canvas still shows as black
COARSE_SHARE = 0.3  # of the hands that draw small on a coarse canvas, whose few pixels are then enlarged
COARSE_PX = (9, 18)  # px of the digit's longer side on such a canvas
LOWEST = 0.5  # of the box: a lying sign gets the pen of one half as tall


def draw_plain(allograph: Allograph) -> Ink:
    """Return (96, 96) ink of the template as it was written down."""
    return _ink(allograph.lines(), PLAIN_PEN)


def draw_hand(allograph: Allograph, hand: Generator, ranges: Ranges = STROKES) -> Ink:
    """Return (96, 96) ink, 0 paper .. 255 ink, of the template in another hand with another pen."""
    ink = _ink(varied_lines(allograph, hand, ranges), hand.uniform(*ranges.pen))
    return _coarse(ink, hand.uniform(*COARSE_PX)) if hand.random() < COARSE_SHARE else ink


def varied_lines(allograph: Allograph, hand: Generator, ranges: Ranges = STROKES) -> list[Points]:
    """Return the dense strokes, (m, 2) each in box units, of the template in another hand."""
    moved = vary_points([stroke.points for stroke in allograph.strokes], hand, ranges)
    lines = [outline(points, stroke.corners) for points, stroke in zip(moved, allograph.strokes, strict=True)]
    return vary_lines(lines, hand, ranges)


def varied(seed: int = 0) -> Callable[[Allograph], list[Points]]:
    """Return a function that gives an allograph's strokes in another hand each time, the same in every run."""
    hand = default_rng(seed)
    return lambda allograph: varied_lines(allograph, hand)


def _ink(lines: Sequence[Points], pen: float) -> Ink:
    everything = np.concatenate(list(lines))
    low, high = everything.min(axis=0), everything.max(axis=0)
    width = pen * max(float(high[1] - low[1]), LOWEST)
    scale = SHARE * SIDE / (float((high - low).max()) + width)
    placed = [(line - (low + high) / 2) * scale + SIDE / 2 for line in lines]
    return ink_of(draw(placed, SIDE, max(THINNEST, width * scale)))


def _coarse(ink: Ink, digit: float) -> Ink:
    side = round(digit / SHARE)
    small = Image.fromarray(ink).resize((side, side), Image.Resampling.BOX)
    return np.asarray(small.resize((SIDE, SIDE), Image.Resampling.BILINEAR))


def ink_of(picture: Image.Image) -> Ink:
    """Return a picture of our own pen, 'L' with 0 ink and 255 paper, as ink: 0 paper .. 255 ink."""
    return ~np.asarray(picture)
