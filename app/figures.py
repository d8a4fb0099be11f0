"""Numbers -> PNG. The words in a figure are digits and symbols only: pages say the rest in the visitor's language."""

from __future__ import annotations

from functools import lru_cache
from io import BytesIO
from threading import Lock
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from matplotlib.axes import Axes

Confusion = tuple[tuple[int, ...], ...]  # [true][read], counts

INCHES = 6.4  # a side
DOTS = 125  # per inch: 800 px, sharp on a phone and on a wall
KEPT = 8  # figures in memory, 40 kB each: two models, and room for more
GAMMA = 0.35  # of the colours: a single slip among forty-five rights must be seen
DARK = 0.5  # of the colours: from here on white figures are read better than black ones
QUIET = "#c9c4b8"  # zeros are there, but must not shout
DRAWING = Lock()  # matplotlib's fonts are not made for two threads at once


def confusion_png(confusion: Confusion, accuracy: float, n: int) -> bytes:
    """A heat map of counts, rows the true digit and columns the one read, titled with accuracy and n; drawn once."""
    with DRAWING:
        return _confusion_png(confusion, accuracy, n)


@lru_cache(maxsize=KEPT)
def _confusion_png(confusion: Confusion, accuracy: float, n: int) -> bytes:
    from matplotlib.figure import Figure

    figure = Figure(figsize=(INCHES, INCHES), dpi=DOTS, layout="constrained")
    axes = figure.subplots()
    _draw_cells(axes, confusion)
    axes.set_title(f"{accuracy:.1%}   (n = {n})", fontsize=15)
    axes.set_xlabel("ŷ", fontsize=14)
    axes.set_ylabel("y", fontsize=14, rotation=0)
    axes.set_xticks(range(len(confusion)))
    axes.set_yticks(range(len(confusion)))
    axes.tick_params(length=0, labelsize=12)
    file = BytesIO()
    figure.savefig(file, format="png", metadata={"Software": None})
    return file.getvalue()


def _draw_cells(axes: Axes, confusion: Confusion) -> None:
    most = max(1, max(map(max, confusion)))
    shades = [[(count / most) ** GAMMA for count in row] for row in confusion]
    axes.imshow(shades, cmap="cividis_r", vmin=0, vmax=1)
    for y, row in enumerate(confusion):
        for x, count in enumerate(row):
            colour = QUIET if not count else "white" if shades[y][x] > DARK else "black"
            weight = "bold" if count and x != y else "normal"
            axes.text(x, y, str(count), ha="center", va="center", color=colour, weight=weight, fontsize=12)
