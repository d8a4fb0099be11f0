"""The border between two digits on the map, where an SVC can be looked at: it was fitted on two numbers a digit.

What a machine does among 320 numbers, the same machine does here on a plane, so that nothing of it is hidden.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from ..reading.arrays import Doubles, Floats
from .machine import NewSVC
from .plane import cell_middles

At = tuple[float, float] | None  # a place of the map, 0..1 from the left and from the top

CELLS = 48  # a side of the picture: the margin's bends are wider than a cell
PAPER = 0.06  # of the side of what the digits take up: paper around the outermost
TOLERANCE = 1e-5  # libsvm's; its 0.001 lets the border tremble when a digit goes that never held it
DECIMALS = 3  # of a decision, in margins


class Strictness(NamedTuple):
    """How an SVC is fitted."""

    C: float  # what a digit on the wrong side costs
    gamma: float  # one over twice the square of how far a digit is felt, in sides of the map


USUAL = Strictness(C=1.0, gamma=20.0)  # a wide margin, and a border that bends round a heap
USUAL_DIGITS = (4, 9)  # they touch on the map, and people mix them up


class Box(NamedTuple):
    """A square part of the map, all in its sides."""

    left: float
    top: float
    side: float


class Border(NamedTuple):
    """The border between two classes, and all that can be seen of it."""

    box: Box
    decisions: list[list[float]]  # CELLS rows of CELLS: below 0 the first class, from -1 to 1 the margin
    support: list[int]  # of the places it was fitted on, those that hold the border
    wrong: int  # places on the other side of it
    at: float | None  # the decision where the visitor's digit lies


def border(
    new_svc: NewSVC, places: Floats, is_second: Sequence[bool], strictness: Strictness, box: Box, at: At = None
) -> Border:
    """Return the border between (n, 2) places of two classes, told which belong to the second.

    `at` is one place more that is asked about. Both classes must be there.
    """
    rows, second = places.astype(np.float64), np.array(is_second)
    svc = new_svc(**strictness._asdict(), tol=TOLERANCE).fit(rows, second)
    cells = np.array(box[:2]) + box.side * cell_middles(CELLS)
    decisions = _rounded(svc.decision_function(cells)).reshape(CELLS, CELLS)
    asked = None if at is None else float(_rounded(svc.decision_function([at]))[0])
    wrong = int((svc.predict(rows) != second).sum())
    return Border(box, decisions.tolist(), sorted(svc.support_.tolist()), wrong, asked)


def box_of(places: Floats, at: At = None) -> Box:
    """Return the square around (n, 2) places and one more, with some paper."""
    if at is not None:
        places = np.concatenate([places, np.array([at], places.dtype)])
    low, high = places.min(0).astype(float), places.max(0).astype(float)
    side = float((high - low).max()) * (1 + 2 * PAPER)
    left, top = ((low + high) / 2 - side / 2).tolist()
    return Box(round(left, 4), round(top, 4), round(side, 4))


def _rounded(decisions: Doubles) -> Doubles:
    rounded: Doubles = np.round(decisions, DECIMALS) + 0.0  # no -0
    return rounded
