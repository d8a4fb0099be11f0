"""Drawings that the lesson shows in both pipelines: a large one, a small one in a corner, a leaning one; and ten."""

from base64 import b64encode
from io import BytesIO
from typing import NamedTuple

import numpy as np

from . import allographs
from .pen import PEN, SIZE, draw, fit

SHOWN_SIDE = 96  # px on the page


class Pose(NamedTuple):
    """How an allograph is drawn: shares of the canvas."""

    label: str
    share: float  # of the canvas that the longer side takes
    pen: float  # px of SIZE
    right: float = 0.0  # moved
    down: float = 0.0
    lean: float = 0.0  # x a y


POSES = (
    Pose("3", 0.8, 8),
    Pose("2", 0.35, 8, right=-0.24, down=-0.24),
    Pose("6", 0.7, 5, lean=-0.5),
)
ROW = tuple(Pose(digit, 0.8, PEN) for digit in "0123456789")  # as the pad has them: in the middle, by its own pen


class ShownDrawing(NamedTuple):
    """One example: the digit and its drawing."""

    truth: int
    data: bytes  # PNG, SIZE px square
    png: str  # the same smaller, as a data: address


def examples() -> list[ShownDrawing]:
    """Return the few drawings, each of the first allograph of its digit."""
    return [_drawn(pose) for pose in POSES]


def row_of_ten() -> list[ShownDrawing]:
    """Return a drawing of each digit, 0 to 9, of its first allograph too."""
    return [_drawn(pose) for pose in ROW]


def _drawn(pose: Pose) -> ShownDrawing:
    template = next(one for one in allographs.digits() if one.label == pose.label)
    lines = [line @ np.array([[1, 0], [pose.lean, 1]]) for line in template.lines()]
    moved = [line + np.array([pose.right, pose.down]) * SIZE for line in fit(lines, SIZE, pose.pen, pose.share)]
    picture = draw(moved, SIZE, pose.pen)
    file, small = BytesIO(), BytesIO()
    picture.save(file, "PNG")
    picture.resize((SHOWN_SIDE, SHOWN_SIDE)).save(small, "PNG", optimize=True)
    address = "data:image/png;base64," + b64encode(small.getvalue()).decode("ascii")
    return ShownDrawing(int(pose.label), file.getvalue(), address)
