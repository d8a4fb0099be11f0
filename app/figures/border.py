"""The border between two classes of the map -> an SVG, for paper and for pages without scripts.

Classes: first and second (the digits), ring (around those that hold the border), edge (the margin's) and line.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

SIDE = 560  # units of the drawing: about px, as wide as the figure that moves
TYPE = 11  # units: a digit's
RADIUS = 8  # units: a ring's
LINES = {0: "line"}  # the class of a decision's line; of all others it is EDGE
EDGE = "edge"
CLASSES = (("first", False), ("second", True))

Line = Sequence[Sequence[float]]  # places, 0..1 of the side, y down


class Mark(NamedTuple):
    """One digit on the figure."""

    digit: int
    place: tuple[float, float]  # 0..1 of the side, y down
    is_second: bool
    is_ringed: bool


def border_svg(marks: Sequence[Mark], lines: Iterable[tuple[int, Line]]) -> str:
    """Return the figure of some digits and of the lines on which a decision is -1, 0 or 1."""
    paths = "".join(_path(LINES.get(level, EDGE), line) for level, line in lines)
    rings = "".join(_ring(mark) for mark in marks if mark.is_ringed)
    digits = "".join(_class(name, [mark for mark in marks if mark.is_second == side]) for name, side in CLASSES)
    content = f'{paths}{digits}<path class="ring" d="{rings}"/>'
    return f'<svg class="border-figure" viewBox="0 0 {SIDE} {SIDE}" aria-hidden="true">{content}</svg>'


def _path(name: str, line: Line) -> str:
    return f'<path class="{name}" d="M{"L".join(f"{SIDE * x:.1f} {SIDE * y:.1f}" for x, y in line)}"/>'


def _class(name: str, marks: Iterable[Mark]) -> str:
    texts = "".join(f'<text x="{SIDE * x:.0f}" y="{SIDE * y:.0f}">{digit}</text>' for digit, (x, y), *_ in marks)
    return f'<g class="{name}" font-size="{TYPE}" text-anchor="middle" dominant-baseline="central">{texts}</g>'


def _ring(mark: Mark) -> str:
    left, middle = SIDE * mark.place[0] - RADIUS, SIDE * mark.place[1]
    return f"M{left:.0f} {middle:.0f}a{RADIUS} {RADIUS} 0 1 0 {2 * RADIUS} 0a{RADIUS} {RADIUS} 0 1 0 {-2 * RADIUS} 0z"
