"""The map of a machine: its examples on a sheet, and which sign it would read at each place of it.

320 features do not fit on paper. The sheet's two directions are those in which the signs differ most; between the
examples it bends, so that it passes through every one of them. So what the map shows at an example is what the machine
says of that very drawing, and the border between two is the machine's own.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from ..reading.arrays import Doubles
from .examples import Examples
from .machine import Machine

CELLS = 36  # a side of the map
MARGIN = 0.12  # of the side: paper around the outermost examples
DECIMALS = 6  # of a direction: 320 features of up to 16 move a drawing by less than a hundredth of a cell
NEAR = 0.1  # of the side: how far an example bends the sheet to itself


class Plane(NamedTuple):
    """A map, its sides of length 1, y down."""

    places: list[tuple[float, float]]  # of each example: x and y
    signs: list[list[int]]  # rows of cells: the number of the sign that is read there
    margins: list[list[float]]  # and the margin over the nearest rival
    origin: list[float]  # where a drawing would lie whose features are all 0: x and y
    axes: list[list[float]]  # (320, 2): how far each feature moves it from there


def plane(machine: Machine) -> Plane:
    """Return the map of a machine's examples."""
    examples = machine.examples
    rows = examples.rows.astype(np.float64)
    middle, axes = rows.mean(0), _axes(examples)
    flat = (rows - middle) @ axes
    low, span = flat.min(0), np.where(np.ptp(flat, axis=0) > 0, np.ptp(flat, axis=0), 1)
    places = MARGIN + (1 - 2 * MARGIN) * (flat - low) / span
    share = (1 - 2 * MARGIN) / span
    cells = cell_middles(CELLS)
    on_sheet = low + span * (cells - MARGIN) / (1 - 2 * MARGIN)
    bent = middle + on_sheet @ axes.T + _weights(cells, places) @ (rows - middle - flat @ axes.T)
    numbers, _, margins = machine.margins(bent)
    return Plane(
        [(round(x, 4), round(y, 4)) for x, y in places.tolist()],
        numbers.reshape(CELLS, CELLS).tolist(),
        np.round(margins.reshape(CELLS, CELLS), 2).tolist(),
        np.round(MARGIN - (middle @ axes + low) * share, DECIMALS).tolist(),
        np.round(axes * share, DECIMALS).tolist(),
    )


def cell_middles(n: int) -> Doubles:
    """Return (n * n, 2): the middles of the cells of a square of side 1, n in a row, row by row."""
    centres = (np.arange(n) + 0.5) / n
    middles: Doubles = np.stack(np.meshgrid(centres, centres), axis=-1).reshape(-1, 2)
    return middles


def _axes(examples: Examples) -> NDArray[np.float64]:
    """Return (320, 2): orthogonal directions, those between the signs' means first, then those within the signs."""
    rows = examples.rows.astype(np.float64)
    means = np.array([rows[examples.labels == sign].mean(0) for sign in examples.signs])
    within = rows - means[np.searchsorted(examples.signs, examples.labels)]
    between = _leading(means - means.mean(0), min(2, len(means) - 1))
    rest = within - (within @ between) @ between.T
    return np.concatenate([between, _leading(rest, 2 - between.shape[1])], axis=1)


def _leading(rows: Doubles, n: int) -> Doubles:
    """Return (320, n) leading directions of centred rows, each turned so that its largest weight is above 0."""
    _, _, directions = np.linalg.svd(rows, full_matrices=len(rows) < n)
    axes: Doubles = directions[:n].T
    axes *= np.sign(axes[np.abs(axes).argmax(0), np.arange(n)])
    return axes


def _weights(cells: Doubles, places: Doubles) -> Doubles:
    """Return (cells, examples): how much each example bends the sheet there; all of it where it lies itself."""
    squared = ((cells[:, None] - places[None]) ** 2).sum(2)
    near = np.exp(-squared / (2 * NEAR**2)) / (squared + 1e-9)
    total: Doubles = near / (near.sum(1, keepdims=True) + 1)
    return total
