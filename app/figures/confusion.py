"""A confusion matrix -> PNG, with matplotlib, which is imported when the first one is drawn."""

from __future__ import annotations

from functools import lru_cache
from io import BytesIO
from threading import Lock
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from matplotlib.axes import Axes

Confusion = tuple[tuple[int, ...], ...]  # [true][read], counts
Colour = tuple[float, float, float]  # red, green, blue, 0..1

INCHES = 6.4  # a side
MATRIX = 0.1, 0.085, 0.86, 0.86  # left, bottom, width, height, of the figure: a layout engine would draw it twice
DOTS = 125  # per inch: 800 px, sharp on a phone and on a wall
CACHED = 8  # figures in memory, 40 kB each: two models, and room for more
GAMMA = 0.35  # of the shades: a single slip among forty-five rights must be seen
DARK = 0.45  # of the shades: from here on white figures are read better than black ones
PAPER, INK, SEAL = (0.99, 0.98, 0.96), (0.11, 0.11, 0.09), (0.70, 0.19, 0.11)  # red, green, blue: none, right, wrong
QUIET = "#8d877a"  # zeros are there, but must not shout
MATPLOTLIB = Lock()  # matplotlib's fonts are not made for two threads at once


def confusion_png(confusion: Confusion, accuracy: float, n: int) -> bytes:
    """Return a PNG heat map of counts [true][read], titled with accuracy and n; drawn once."""
    with MATPLOTLIB:
        return _confusion_png(confusion, accuracy, n)


@lru_cache(maxsize=CACHED)
def _confusion_png(confusion: Confusion, accuracy: float, n: int) -> bytes:
    from matplotlib.figure import Figure

    figure = Figure(figsize=(INCHES, INCHES), dpi=DOTS, facecolor=PAPER)
    axes = figure.add_axes(MATRIX)
    _draw_cells(axes, confusion)
    axes.set_title(f"{accuracy:.1%}   (n = {n})", fontsize=15)
    axes.set_xlabel("ŷ", fontsize=14)
    axes.set_ylabel("y", fontsize=14, rotation=0, labelpad=12)
    axes.set_xticks(range(len(confusion)))
    axes.set_yticks(range(len(confusion)))
    axes.tick_params(length=0, labelsize=12)
    axes.spines[:].set_visible(False)
    file = BytesIO()
    figure.savefig(file, format="png", metadata={"Software": None})
    return file.getvalue()


def _draw_cells(axes: Axes, confusion: Confusion) -> None:
    most = max(1, max(map(max, confusion)))
    shades = [[(count / most) ** GAMMA for count in row] for row in confusion]
    axes.imshow([[_mixed(shade, x == y) for x, shade in enumerate(row)] for y, row in enumerate(shades)])
    for y, row in enumerate(confusion):
        for x, count in enumerate(row):
            colour = QUIET if not count else "white" if shades[y][x] > DARK else "black"
            weight = "bold" if count else "normal"
            axes.text(x, y, str(count), ha="center", va="center", color=colour, weight=weight, fontsize=12)


def _mixed(shade: float, right: bool) -> Colour:
    """Return paper for nothing, then ink for right answers and a seal's red for slips."""
    red, green, blue = (
        paper + shade * (full - paper) for paper, full in zip(PAPER, INK if right else SEAL, strict=True)
    )
    return red, green, blue
