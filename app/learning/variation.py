"""Believable variety: one drawing becomes many, as other people with other pens would have made it.

Ranges are shares of the digit's height unless said otherwise. They are wide: the few ways of writing that were
written down stand for the many that were not, and writers left out were read better with every step wider up to these.
They end where a digit would no longer stay the digit: look at `python -m app allographs` after a change.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray
from skimage.transform import warp

from ..reading.arrays import Ink, to_grey, to_ink
from .pen import Points


class Ranges(NamedTuple):
    """How far each kind of variation goes: uniform within ± the number."""

    jitter: float = 0.06  # of each control point
    lift: float = 0.06  # of a whole stroke after the pen was lifted
    bend: float = 0.11  # of the smooth quadratic warp
    slant: float = 0.3  # shear, x a y
    turn: float = 0.2  # radian
    aspect: float = 0.3  # log of the width's factor
    pen: tuple[float, float] = (0.06, 0.26)  # the pen's width


STROKE_RANGES = Ranges()
PICTURE_RANGES = Ranges(slant=0.25, aspect=0.2, bend=0.07, turn=0.15)  # what is scanned already varies by itself
HOOK_SHARE = 0.12  # of stroke ends that get a hook as the pen lands or lifts
HOOK_LENGTH = 0.08
CUT_SHARE = 0.15  # of stroke ends that are cut short, as a pen that lands late
CUT_LENGTH = 0.08  # of the stroke's length, at most
TREMOR_SHARE = 0.3  # of drawings made with an unsteady mouse
TREMOR = 0.02
EDGE_LEVELS = (0.3, 0.7)  # grey at which a picture's strokes are cut: thinner or thicker pens
EDGE_SLOPE = 4.0


def vary_points(strokes: Sequence[Points], rng: Generator) -> list[Points]:
    """Return the control points as somebody else would have set them, in the same box 0..1 high."""
    jitter, lift = STROKE_RANGES.jitter, STROKE_RANGES.lift
    return [s + rng.uniform(-jitter, jitter, s.shape) + rng.uniform(-lift, lift, 2) for s in strokes]


def vary_lines(lines: Sequence[Points], rng: Generator, care: float = 1.0) -> list[Points]:
    """Return dense stroke points bent, leant, turned and stretched as one, their ends hooked or cut.

    `care` 0..1 is a factor of tremor and hooks: nobody shakes as much in a small loop as in a large one.
    """
    shape = Bend.random(rng, STROKE_RANGES)
    tremor = care * TREMOR * (rng.random() < TREMOR_SHARE)
    everything = np.concatenate(lines)
    to_middle = 0.5 - (everything.min(axis=0) + everything.max(axis=0)) / 2
    return [shape(_tremble(_finish(line, rng, care), tremor, rng) + to_middle) for line in lines]


def vary_picture(ink: Ink, rng: Generator) -> Ink:
    """Return a square picture of ink bent, leant, turned, stretched and drawn by a thinner or thicker pen."""
    side = ink.shape[0]
    shape = Bend.random(rng, PICTURE_RANGES)
    rows, columns = np.mgrid[0:side, 0:side]
    there = shape(np.column_stack([columns.ravel(), rows.ravel()]) / side) * side
    bent = warp(to_grey(ink), there[:, ::-1].T.reshape(2, side, side), order=1, cval=0.0)
    level = rng.uniform(*EDGE_LEVELS)
    return to_ink(np.clip((bent - level) * EDGE_SLOPE + 0.5, 0, 1))


class Bend:
    """A smooth map of the unit box: a quadratic warp, then an affine one, both about the middle."""

    def __init__(self, matrix: NDArray[np.float64], curves: NDArray[np.float64]) -> None:
        self.matrix, self.curves = matrix, curves

    @classmethod
    def random(cls, rng: Generator, ranges: Ranges) -> Bend:
        """Return a map drawn from the ranges."""
        turn, slant = rng.uniform(-ranges.turn, ranges.turn), rng.uniform(-ranges.slant, ranges.slant)
        wide = np.exp(rng.uniform(-ranges.aspect, ranges.aspect))
        turned = np.array([[np.cos(turn), -np.sin(turn)], [np.sin(turn), np.cos(turn)]])
        matrix = turned @ np.array([[wide, slant], [0, 1]])
        return cls(matrix, rng.uniform(-ranges.bend, ranges.bend, (2, 3)))

    def __call__(self, points: Points) -> Points:
        """Return (k, 2) points of the unit box, moved."""
        x, y = (2 * points - 1).T  # -1..1
        curved = np.stack([x * x - 0.5, x * y, y * y - 0.5])
        moved: Points = (points - 0.5 + (self.curves @ curved).T) @ self.matrix.T + 0.5
        return moved


def _finish(line: Points, rng: Generator, care: float) -> Points:
    for _ in range(2):  # each end in turn
        line = _hook(_cut(line, rng), rng, care * HOOK_LENGTH)[::-1]
    return line


def _cut(line: Points, rng: Generator) -> Points:
    if len(line) < 8 or rng.random() > CUT_SHARE:
        return line
    return line[int(len(line) * rng.uniform(0, CUT_LENGTH)) :]


def _hook(line: Points, rng: Generator, length: float) -> Points:
    if len(line) < 2 or rng.random() > HOOK_SHARE:
        return line
    return np.vstack([line[0] + rng.uniform(-length, length, 2), line])


def _tremble(line: Points, size: float, rng: Generator) -> Points:
    if not size or len(line) < 4:
        return line
    knots = max(3, len(line) // 6)
    shake = rng.normal(0, size, (knots, 2))
    at = np.linspace(0, knots - 1, len(line))
    return line + np.column_stack([np.interp(at, np.arange(knots), shake[:, axis]) for axis in range(2)])
