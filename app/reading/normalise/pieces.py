"""A picture of several digits -> its pieces, one a digit.

People write "10" or "42" on a pad made for one, or one digit below another. Pieces stand clearly apart. Side by side
each is nearly as tall as the whole, below each other none is low: the loose bar of a 5, the dots of a dotted line, or a
4 in two strokes are not pieces.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from ..arrays import INKED, Ink, Shares
from .crop import Box

SLANTS = (0.0, 0.25, -0.25)  # px a row: digits may lean alike and still have a gap between them
GAP = 0.06  # of the height: clearly apart
TALL = 0.6  # of the height: as tall as a digit beside another
LOW = 0.3  # of the height: as tall as one digit of two or three below each other
FEWEST_PX = 12  # of ink in the crop: less is a dot


class Piece(NamedTuple):
    """One of several drawings in a picture."""

    ink: Ink  # (h, w), 0 paper .. 255 ink: nothing of its neighbours
    box: Shares  # where it is in the picture


def located(inks: list[Ink], box: Box, height: int, width: int) -> list[Piece]:
    """Return pieces of a crop with their places in the picture, `height` x `width` px, that it was cut out of."""
    return [Piece(ink, _place(ink, box, height, width)) for ink in inks]


def find_pieces(crop: Ink) -> list[Ink]:
    """Return the ink of each digit that stands apart, left to right or down, in pictures of the crop's size (h, w).

    An empty list when the crop, 0 paper .. 255 ink, is one drawing.
    """
    height, width = crop.shape
    rows, columns = np.divmod(np.flatnonzero(crop > INKED), width)  # a third of the time of np.nonzero
    for slant in SLANTS:
        shifts = np.floor(slant * np.arange(height)).astype(np.intp)
        across = columns + (shifts - shifts.min())[rows]
        edges = _gaps(across, GAP * height)
        if edges.size:
            parts = np.searchsorted(edges, across)
            if all(_is_tall(rows[parts == part], TALL * height) for part in range(len(edges) + 1)):
                return [_only(crop, rows[parts == part], columns[parts == part]) for part in range(len(edges) + 1)]
    return _stacked(crop, rows, columns)


def _stacked(crop: Ink, rows: NDArray[np.intp], columns: NDArray[np.intp]) -> list[Ink]:
    edges = _gaps(rows, GAP * crop.shape[0])
    parts = np.searchsorted(edges, rows)
    if not edges.size or not all(_is_tall(rows[parts == part], LOW * crop.shape[0]) for part in range(len(edges) + 1)):
        return []
    return [_only(crop, rows[parts == part], columns[parts == part]) for part in range(len(edges) + 1)]


def _gaps(across: NDArray[np.intp], least: float) -> NDArray[np.intp]:
    """Return the last inked column before each run of empty ones at least this wide, in px above 0."""
    inked = np.flatnonzero(np.bincount(across))
    empty = inked[-1] - inked[0] + 1 - inked.size
    if empty < least:  # as in nearly all drawings
        return inked[:0]
    wide = np.flatnonzero(np.diff(inked) - 1 >= least)
    edges: NDArray[np.intp] = inked[wide]
    return edges


def _is_tall(rows: NDArray[np.intp], least: float) -> bool:
    return rows.size >= FEWEST_PX and int(np.ptp(rows)) + 1 >= least


def _place(ink: Ink, box: Box, height: int, width: int) -> Shares:
    rows, columns = (np.flatnonzero((ink > INKED).any(axis)) for axis in (1, 0))
    down, across = (box.bottom - box.top) / ink.shape[0], (box.right - box.left) / ink.shape[1]
    left, right = (box.left + across * int(edge) for edge in (columns[0], columns[-1] + 1))
    top, bottom = (box.top + down * int(edge) for edge in (rows[0], rows[-1] + 1))
    return left / width, top / height, right / width, bottom / height


def _only(crop: Ink, rows: NDArray[np.intp], columns: NDArray[np.intp]) -> Ink:
    piece = np.zeros_like(crop)
    piece[rows, columns] = crop[rows, columns]
    return piece
