"""Two digits of the map -> the border between them, kept for where none can be asked for: paper, no scripts."""

from __future__ import annotations

from itertools import chain
from typing import Any

import numpy as np
from numpy.typing import NDArray
from skimage.measure import find_contours
from sklearn.svm import SVC

from ..reading.arrays import Doubles, Floats
from ..teaching.border import CELLS, USUAL, USUAL_DIGITS, border, box_of
from .samples import Labels

LEVELS = (-1, 0, 1)  # decisions: the margin ends, the border, the margin ends
DECIMALS = 4  # of the figure's side


def still_border(places: Floats, labels: Labels) -> dict[str, NDArray[Any]]:
    """Return the arrays of models/map.npz that `app.lesson.digit_map.StillBorder` is made of.

    `places` are (n, 2) on the map, `labels` what each is; the border's lines are in shares of its box's side.
    """
    members = np.flatnonzero(np.isin(labels, USUAL_DIGITS))
    box = box_of(places[members])
    found = border(SVC, places[members], (labels[members] == USUAL_DIGITS[1]).tolist(), USUAL, box)
    decisions = np.array(found.decisions)
    lines = [[(level, line) for line in _contours(decisions, level)] for level in LEVELS]
    drawn = list(chain.from_iterable(lines))
    points = np.concatenate([(line[:, ::-1] + 0.5) / CELLS for _, line in drawn])  # find_contours says row, column
    return {
        "border_box": np.array(box),
        "border_support": members[found.support].astype(np.int32),
        "border_wrong": np.array(found.wrong),
        "border_levels": np.array([level for level, _ in drawn], dtype=np.int8),
        "border_lengths": np.array([len(line) for _, line in drawn], dtype=np.int32),
        "border_points": points.round(DECIMALS).astype(np.float32),
    }


def _contours(decisions: Doubles, level: float) -> list[Doubles]:
    lines: list[Doubles] = find_contours(decisions, level)  # type: ignore[no-untyped-call]  # it ships no types
    return lines
