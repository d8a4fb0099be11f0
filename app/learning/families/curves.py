"""What all families are written with: arcs, strokes, and a hand's finest part."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.random import Generator
from numpy.typing import ArrayLike

from ..allographs import Stroke, outline
from ..pen import Points

STEP = 30  # degrees between two control points of an arc: the curve through them stays within a hundredth of it
BOLD = 0.42  # of the height: as if of its finest loop, for what has none and may be written by the broadest pen


class Hand(NamedTuple):
    """One member of a family: the strokes that one person may write."""

    strokes: tuple[Stroke, ...]
    finest: float  # of the height: how small the smallest loop is, which a pen must leave open

    def lines(self) -> list[Points]:
        """Return the strokes as dense points, (m, 2) each, in box units: what a pen draws."""
        return [outline(stroke.points, stroke.corners) for stroke in self.strokes]


def hand(finest: float, *strokes: Stroke) -> Hand:
    """Return a hand of these strokes."""
    return Hand(strokes, finest)


def stroke(*parts: ArrayLike, corners: Sequence[int] = ()) -> Stroke:
    """Return one stroke through all points of the parts, (n, 2) or (2,) each; `corners` are numbers of sharp points."""
    points = np.vstack([np.asarray(part, dtype=float).reshape(-1, 2) for part in parts])
    flags = np.zeros(len(points), dtype=np.bool_)
    flags[list(corners)] = True
    return Stroke(points, flags)


def at_times(rng: Generator, share: float, *point: float) -> Points:
    """Return a point, (1, 2), in this share of all cases, and none, (0, 2), in the others."""
    return np.array([point] if chance(rng, share) else np.empty((0, 2)))


def arc(center: tuple[float, float], size: tuple[float, float], start: float, end: float) -> Points:
    """Return points, (n, 2), along an ellipse of this width and height from one angle to another.

    Angles are in degrees: 0 is right, 90 is down, so a rising angle runs clockwise on the page.
    """
    angles = np.radians(np.linspace(start, end, max(3, int(abs(end - start) / STEP) + 1)))
    return np.column_stack([center[0] + size[0] / 2 * np.cos(angles), center[1] + size[1] / 2 * np.sin(angles)])


def chance(rng: Generator, share: float) -> bool:
    """Return True in this share of all cases."""
    return bool(rng.random() < share)
