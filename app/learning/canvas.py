"""An allograph on a canvas: as the template stands, or as somebody with some pen would have drawn it."""

from collections.abc import Sequence

import numpy as np
from numpy.random import Generator
from PIL import Image

from ..reading.arrays import Ink
from .allographs import Allograph, outline
from .families import Family
from .pen import Points, draw
from .variation import STROKE_RANGES, vary_lines, vary_points

CANVAS_SIDE = 96  # px: three times the bitmap that it becomes
SHARE = 0.92  # of the canvas that the drawing's longer side takes; place and size are normalised away
PLAIN_PEN = 0.1  # of the digit's height
THINNEST = 1.5  # px: a hair that the canvas still shows as black
COARSE_SHARE = 0.3  # of the drawings that are small on a coarse canvas, whose few pixels are then enlarged
COARSE_PX = (9, 18)  # px of the digit's longer side on such a canvas
FAMILY_PENS = 0.03, 0.2  # of the digit's height: whoever writes a small loop takes a pen that leaves it open
OPEN = 0.55  # of the smallest loop: as wide as a pen may be
FILLED, FILLED_SHARE = 0.8, 0.15  # of larger loops so many are all but filled, by a pen as broad as this
LARGE = 0.25  # of the digit's height: what is finer is never filled
STEADY = 0.35  # of the digit's height: a smaller loop is written with more care
LOWEST = 0.5  # of the box: a lying sign gets the pen of one half as tall


def draw_plain(allograph: Allograph) -> Ink:
    """Return (96, 96) ink of the template as it was written down."""
    return _ink(allograph.lines(), PLAIN_PEN)


def draw_varied(allograph: Allograph, rng: Generator) -> Ink:
    """Return (96, 96) ink, 0 paper .. 255 ink, of the template, varied, by another pen."""
    ink = _ink(varied_lines(allograph, rng), rng.uniform(*STROKE_RANGES.pen))
    return _coarse(ink, rng.uniform(*COARSE_PX)) if rng.random() < COARSE_SHARE else ink


def draw_member(family: Family, rng: Generator) -> Ink:
    """Return (96, 96) ink, 0 paper .. 255 ink, of one member of a family, varied as a whole."""
    hand = family.write(rng)
    lines = vary_lines(hand.lines(), rng, min(1.0, hand.finest / STEADY))
    widest = FILLED if hand.finest > LARGE and rng.random() < FILLED_SHARE else OPEN
    return _ink(lines, min(rng.uniform(*FAMILY_PENS), widest * hand.finest))


def varied_lines(allograph: Allograph, rng: Generator) -> list[Points]:
    """Return the dense strokes, (m, 2) each in box units, of the template, varied."""
    moved = vary_points([stroke.points for stroke in allograph.strokes], rng)
    lines = [outline(points, stroke.corners) for points, stroke in zip(moved, allograph.strokes, strict=True)]
    return vary_lines(lines, rng)


def _ink(lines: Sequence[Points], pen: float) -> Ink:
    everything = np.concatenate(list(lines))
    low, high = everything.min(axis=0), everything.max(axis=0)
    width = pen * max(float(high[1] - low[1]), LOWEST)
    scale = SHARE * CANVAS_SIDE / (float((high - low).max()) + width)
    placed = [(line - (low + high) / 2) * scale + CANVAS_SIDE / 2 for line in lines]
    return ink_of(draw(placed, CANVAS_SIDE, max(THINNEST, width * scale)))


def _coarse(ink: Ink, digit: float) -> Ink:
    side = round(digit / SHARE)
    small = Image.fromarray(ink).resize((side, side), Image.Resampling.BOX)
    return np.asarray(small.resize((CANVAS_SIDE, CANVAS_SIDE), Image.Resampling.BILINEAR))


def ink_of(picture: Image.Image) -> Ink:
    """Return a picture of our own pen, 'L' with 0 ink and 255 paper, as ink: 0 paper .. 255 ink."""
    return ~np.asarray(picture)
