"""Crop -> holes: the paper that a line encloses, to be kept open while strokes are evened.

A usual pen would close a small loop, and with it what tells a 6 from a 1. So the holes that somebody drew are found
before the strokes grow, and cut out of the bitmap again. Of a large hole only the core is kept: there the strokes may
grow inwards.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from ..arrays import FULL_INK, INKED, Grey, Ink, to_grey
from ..parts import Mask, Part, connected_parts

KEPT = 6.0  # px of the crop's 64: a hole this wide or less is kept as it is, of a wider one so much
MOST_MARGIN = 4  # px by which strokes may grow into a hole: a wider one cannot be closed
FEWEST_PX = 4  # of a hole in the crop: less is a chink between two edges


def find_holes(crop: Ink) -> Ink | None:
    """Return (h, w): 255 where paper of a crop, (h, w) 0 paper .. 255 ink, is enclosed and is to be kept; None without.

    Paper that sees a side of the crop along its row or column is not enclosed; of the rest are those parts that touch
    no such paper.
    """
    ink = crop > INKED
    hidden = _hidden(ink)
    if not hidden.any():
        return None
    labels, parts = connected_parts(hidden)
    beside_open = labels[_widened(~(ink | hidden)) & hidden]
    is_closed = np.bincount(beside_open, minlength=len(parts) + 1) == 0
    return _cores(labels, [part for part in parts if is_closed[part.label] and part.area >= FEWEST_PX])


def reopened(bitmap: Grey, holes: Ink) -> Grey:
    """Return a bitmap, 0 paper .. 1 ink, without ink where `holes`, of the same shape, are 255."""
    return np.minimum(bitmap, 1 - to_grey(holes))


def _hidden(ink: Mask) -> Mask:
    """Return the paper with ink before it on all four sides."""
    y, x = np.arange(ink.shape[0])[:, None], np.arange(ink.shape[1])
    (left, right), (top, bottom) = _ends(ink), _ends(ink.T)
    hidden: Mask = (x > left[:, None]) & (x < right[:, None]) & (y > top) & (y < bottom) & ~ink
    return hidden


def _ends(ink: Mask) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Return the first and the last inked px of each row; a row without any has no px between its ends."""
    return ink.argmax(1), ink.shape[1] - 1 - ink[:, ::-1].argmax(1)


def _widened(mask: Mask) -> Mask:
    """Return a mask with its px and their four neighbours."""
    wider = mask.copy()
    wider[1:] |= mask[:-1]
    wider[:-1] |= mask[1:]
    wider[:, 1:] |= mask[:, :-1]
    wider[:, :-1] |= mask[:, 1:]
    return wider


def _cores(labels: NDArray[np.intp], holes: list[Part]) -> Ink | None:
    margins = {hole.label: max(0, round((hole.area / max(hole.width, hole.height) - KEPT) / 2)) for hole in holes}
    cores = [_narrowed(labels == label, margin) for label, margin in margins.items() if margin <= MOST_MARGIN]
    return np.logical_or.reduce(cores).astype(np.uint8) * np.uint8(FULL_INK) if cores else None


def _narrowed(mask: Mask, steps: int) -> Mask:
    for _ in range(steps):
        mask = ~_widened(~mask)
    return mask
