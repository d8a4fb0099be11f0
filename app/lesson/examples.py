"""A few drawings that the lesson shows on both roads: a large one, a small one in a corner, a leaning one."""

from __future__ import annotations

from base64 import b64encode
from io import BytesIO
from typing import NamedTuple

import numpy as np

from ..learning import allographs
from ..learning.pen import SIZE, draw, fit
from .hand import Both

SHOWN = 96  # px a side on the page


class Pose(NamedTuple):
    """How an allograph is drawn: shares of the canvas."""

    name: str
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


class Shown(NamedTuple):
    """One example: the digit and its drawing."""

    truth: int
    data: bytes  # PNG, SIZE px square
    png: str  # the same smaller, as a data: address


def examples() -> list[Shown]:
    """The drawings, each of the first allograph of its digit."""
    return [_drawn(pose) for pose in POSES]


def _drawn(pose: Pose) -> Shown:
    template = next(one for one in allographs.digits() if one.label == pose.name)
    lines = [line @ np.array([[1, 0], [pose.lean, 1]]) for line in template.lines()]
    moved = [line + np.array([pose.right, pose.down]) * SIZE for line in fit(lines, SIZE, pose.pen, pose.share)]
    picture = draw(moved, SIZE, pose.pen)
    file, small = BytesIO(), BytesIO()
    picture.save(file, "PNG")
    picture.resize((SHOWN, SHOWN)).save(small, "PNG", optimize=True)
    address = "data:image/png;base64," + b64encode(small.getvalue()).decode("ascii")
    return Shown(int(pose.name), file.getvalue(), address)


def both_to_json(shown: Shown, both: Both) -> dict[str, object]:
    """How models/lesson.json keeps one example."""
    from .letters import spell

    return {
        "truth": shown.truth,
        "png": shown.png,
        "served": {"digit": both.served.digit, "picture": spell(both.counts)},
        "notebook": {"digit": both.notebook.digit, "picture": spell(both.notebook.counts)},
    }
