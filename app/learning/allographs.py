"""The ways people write: named stroke templates, read from the plain text files in `hands/`.

A template is a name and one indented line for each stroke:

    7, crossed
      .08,.06 .92,.04! .40,1.0
      .25,.52 .78,.50

What stands before the comma is the label. Points are x,y with y down; the box is one unit tall and as wide as the
sign is when really written. A smooth curve goes through the points, `!` makes a point a sharp corner, a stroke of one
point is a dot. Lines that begin with `#` are remarks.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from .pen import Points

HANDS = Path(__file__).parent / "hands"
DIGITS_FILE = HANDS / "digits.txt"
COUNTER_EXAMPLES_FILE = HANDS / "others.txt"

# Points drawn between two control points: at 100 pixels tall the chords stay within a tenth of a pixel of the curve.
CURVE_STEPS = 8


@dataclass(frozen=True, eq=False)
class Stroke:
    """One movement of the pen: control points, (n, 2) in box units, and a flag, (n,), for each that is a corner."""

    points: Points
    corners: NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class Allograph:
    """One way of writing one sign: its label ("7", "heart"), its full name ("7, crossed") and its strokes."""

    label: str
    name: str
    strokes: tuple[Stroke, ...]

    @property
    def digit(self) -> int | None:
        """Return the digit 0..9 that this is a way of writing, or None for any other sign."""
        return int(self.label) if len(self.label) == 1 and self.label in "0123456789" else None

    def lines(self) -> list[Points]:
        """Return the strokes as dense points, (m, 2) each, in box units: what a pen draws."""
        return [outline(stroke.points, stroke.corners) for stroke in self.strokes]


@cache
def digits() -> tuple[Allograph, ...]:
    """Return all ways of writing the ten digits, in the order of the file."""
    return read_allographs(DIGITS_FILE)


@cache
def counter_examples() -> tuple[Allograph, ...]:
    """Return signs that nobody means as a digit: letters, kana, shapes, scribbles, in the order of the file."""
    return read_allographs(COUNTER_EXAMPLES_FILE)


def read_allographs(path: Path) -> tuple[Allograph, ...]:
    """Return the templates of one file. Raise ValueError that names file and line when it cannot be understood."""
    return tuple(parse(path.read_text(encoding="utf-8").splitlines(), path.name))


def parse(lines: Iterable[str], source: str = "text") -> Iterator[Allograph]:
    """Yield the templates in these lines. Raise ValueError that begins with "source:line: "."""
    name, strokes, begun = "", list[Stroke](), 0
    for number, line in enumerate(lines, start=1):
        if not line.strip() or line.startswith("#"):
            continue
        if line[0].isspace():
            if not name:
                raise ValueError(f"{source}:{number}: a stroke before any name")
            strokes.append(_stroke(line, f"{source}:{number}"))
            continue
        if name:
            yield _allograph(name, strokes, f"{source}:{begun}")
        name, strokes, begun = line.strip(), [], number
    if name:
        yield _allograph(name, strokes, f"{source}:{begun}")


def outline(points: Points, corners: NDArray[np.bool_]) -> Points:
    """Return dense points, (m, 2), of the smooth curve through (n, 2) control points, broken where a corner is flagged.

    The curve is a centripetal Catmull-Rom spline, which neither loops nor overshoots between uneven points.
    """
    points, corners = _without_repeats(points, corners)
    if len(points) < 2:
        return points
    steps = np.diff(points, axis=0)
    times = np.sqrt(np.hypot(steps[:, 0], steps[:, 1]))[:, None]
    leaving, arriving = _tangents(steps / times, times, corners)
    leaving, arriving = leaving * times, arriving * times
    t = (np.arange(1, CURVE_STEPS + 1) / CURVE_STEPS)[None, :, None]
    start, step = points[:-1, None], steps[:, None]
    curve = start + t * leaving[:, None] + t**2 * (3 * step - 2 * leaving[:, None] - arriving[:, None])
    curve = curve + t**3 * (leaving[:, None] + arriving[:, None] - 2 * step)
    return np.concatenate([points[:1], curve.reshape(-1, 2)])


def _tangents(speeds: Points, times: Points, corners: NDArray[np.bool_]) -> tuple[Points, Points]:
    """Return speeds, (n-1, 2) each, with which every piece is left and reached; a free end bends as its piece does."""
    weights = times[1:] / (times[:-1] + times[1:])
    middle = weights * speeds[:-1] + (1 - weights) * speeds[1:]
    smooth = ~corners[1:-1]
    leaving, arriving = speeds.copy(), speeds.copy()
    leaving[1:][smooth], arriving[:-1][smooth] = middle[smooth], middle[smooth]
    free_start = np.concatenate([[True], ~smooth])
    free_end = np.concatenate([~smooth, [True]])
    only_start, only_end = free_start & ~free_end, free_end & ~free_start
    leaving[only_start] = 2 * speeds[only_start] - arriving[only_start]
    arriving[only_end] = 2 * speeds[only_end] - leaving[only_end]
    return leaving, arriving


def _without_repeats(points: Points, corners: NDArray[np.bool_]) -> tuple[Points, NDArray[np.bool_]]:
    kept = np.concatenate([[True], np.any(np.diff(points, axis=0) != 0, axis=1)])
    return points[kept], corners[kept]


def _allograph(name: str, strokes: list[Stroke], place: str) -> Allograph:
    if not strokes:
        raise ValueError(f"{place}: {name!r} has no strokes")
    return Allograph(name.split(",")[0].strip(), name, tuple(strokes))


def _stroke(line: str, place: str) -> Stroke:
    words = line.split()
    corners = np.array([word.endswith("!") for word in words])
    return Stroke(np.array([_point(word.removesuffix("!"), place) for word in words]), corners)


def _point(word: str, place: str) -> tuple[float, float]:
    try:
        x, y = (float(part) for part in word.split(","))
    except ValueError:
        raise ValueError(f"{place}: {word!r} is not a point such as .5,.25 or .5,.25!") from None
    return x, y
