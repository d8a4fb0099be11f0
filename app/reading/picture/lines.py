"""Ink -> lines that cross a picture from its left to its right, straight or a little bent.

They are looked for in the coarse mask, only where both edges are inked, then followed px by px.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import islice
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from ..arrays import Ink
from ..parts import Mask

STEEPEST = 0.08  # rows a column: paper that lies askew by more is no longer read along its lines
CROSSING = 0.93  # of a line's columns in the mask are inked: the digit and noise may break it
MOST = 26  # lines, six blocks apart: of noise, or of a picture full of ink, more seem to cross it
CHUNKS = 16  # of a line: in each its place is found anew, for paper is never quite flat
ROUNDS = 3  # of fitting, each without the places that the one before did not meet
NEAR = 0.6  # px: as near a place is met
BENT = 2  # degree of the curve through those places
SAMPLES = 320  # of a line's columns are enough to know it by
USUAL = 35  # percentile of the ink along a line: what is there without the digit's strokes
EDGE = 0.1  # of the line's own ink: paler rows beside it are paper
PALEST = 50  # of 255: a fainter line disturbs nothing

Columns = NDArray[np.intp]


class Line(NamedTuple):
    """A line across a picture, from its left to its right."""

    rows: Columns  # (w,): the row in each column where its ink is strongest
    above: int  # from there to the paper above it, in px
    below: int
    width: float  # px
    ink: float  # 0..255: its usual strength


def lines_across(ink: Ink, mask: Mask, step: int) -> list[Line]:
    """Return the lines that go across; none where they stand so close that the mask cannot tell them apart."""
    lines: list[Line] = []
    crossing = list(islice(_crossing(mask), MOST + 1))
    for row, slope in crossing if len(crossing) <= MOST else []:
        middle = (row + slope * (np.arange(ink.shape[1]) / step) + 0.5) * step
        line = _followed(ink, middle, 3 * step + 2)
        if line is not None and not any(_is_same(line, other) for other in lines):
            lines.append(line)
    return lines


def _is_same(line: Line, other: Line) -> bool:
    return bool(abs(line.rows.mean() - other.rows.mean()) < other.above + other.below)


def _crossing(mask: Mask) -> Iterator[tuple[int, float]]:
    """Yield the row at the left and the slope of each run of ink that crosses the mask."""
    if not (mask[:, 0].any() and mask[:, -1].any()):
        return
    height, width = mask.shape
    steepest = max(1, round(STEEPEST * width))
    tall = np.pad(mask, [(steepest + 1, steepest + 1), (0, 0)])
    tall = tall[1:-1] | tall[:-2] | tall[2:]
    drops = np.arange(-steepest, steepest + 1)
    shares = np.empty((len(drops), height))
    columns = np.arange(width)
    for place, drop in enumerate(drops.tolist()):
        shift = np.round(drop * columns / max(1, width - 1)).astype(np.intp) + steepest
        shares[place] = tall[np.arange(height)[:, None] + shift, columns].mean(1)
    while shares.max() >= CROSSING:
        best = shares.max()
        places = np.argwhere(shares == best)
        drop, row = places[len(places) // 2].tolist()
        yield row, float(drops[drop]) / max(1, width - 1)
        ends = drops[:, None] - drops[drop] + np.arange(height) - row
        near = (np.abs(np.arange(height) - row) <= 3) | (np.abs(ends) <= 3)
        shares[near] = 0


def _followed(ink: Ink, middle: NDArray[np.float64], reach: int) -> Line | None:
    """Return the line that is found within so many px of the middle rows, (w,): straight, or a little bent."""
    straight = _measured(ink, np.round(middle).astype(np.intp), reach)
    if (curve := _curve(ink, middle, reach)) is None:
        return straight
    bent = _measured(ink, curve, reach)
    return max((one for one in (straight, bent) if one), key=lambda one: one.ink, default=None)


def _curve(ink: Ink, middle: NDArray[np.float64], reach: int) -> Columns | None:
    """Return the rows, (w,), of a curve through the places where the ink near the middle rows is strongest."""
    thinned = _thinned(ink.shape[1])
    strip = strip_along(ink[:, thinned], np.round(middle[thinned]).astype(np.intp), reach)
    columns = np.arange(ink.shape[1])[thinned]
    profiles, centres = _chunks(strip, np.median), _chunks(columns, np.mean)
    strength = profiles.sum(1)
    places = profiles @ np.arange(2 * reach + 1) / np.maximum(strength, 1)
    good = strength > 0
    for _ in range(ROUNDS):
        if good.sum() <= BENT + 1:
            return None
        curve = np.polynomial.Polynomial.fit(centres[good], places[good], BENT)
        apart = np.abs(curve(centres) - places)
        good = (strength > 0) & (apart <= max(NEAR, float(np.median(apart[good]))))
    return np.asarray(np.round(middle + curve(np.arange(ink.shape[1])) - reach), np.intp)


def _chunks(values: NDArray[Any], middle: Callable[..., Any]) -> NDArray[np.float64]:
    """Return (CHUNKS, ...): the middle of the values, (..., n), in each of as many chunks, the first ones larger."""
    width, larger = divmod(values.shape[-1], CHUNKS)
    halves = values[..., : larger * (width + 1)], values[..., larger * (width + 1) :]
    parts = [half.reshape(*values.shape[:-1], -1, size) for half, size in zip(halves, (width + 1, width), strict=True)]
    middles: NDArray[np.float64] = np.concatenate([middle(part, axis=-1) for part in parts if part.size], axis=-1).T
    return middles


def _measured(ink: Ink, rows: Columns, reach: int) -> Line | None:
    """Return the line whose middle lies within so many px of the rows; None where nothing runs along there."""
    thinned = _thinned(len(rows))
    usual = np.percentile(strip_along(ink[:, thinned], rows[thinned], reach), USUAL, axis=1)
    peak = int(usual.argmax())
    strongest = float(usual[peak])
    paper = np.flatnonzero(usual <= EDGE * strongest) - peak
    if strongest < PALEST or not (paper < 0).any() or not (paper > 0).any():
        return None
    above, below = int(-paper[paper < 0][-1]), int(paper[paper > 0][0])
    width = float(usual[peak - above + 1 : peak + below].sum()) / strongest
    askew = int(np.ptp(rows) > 0)  # its steps from row to row are not exactly where those of the px are
    return Line(rows + peak - reach, above + askew, below + askew, width, strongest)


def _thinned(width: int) -> slice:
    """Return which of so many columns are looked at."""
    return slice(None, None, -(-width // SAMPLES))


def strip_along(ink: Ink, rows: Columns, reach: int) -> Ink:
    """Return (2 reach + 1, w): the ink around the middle rows, none beyond the picture."""
    places = rows + np.arange(-reach, reach + 1)[:, None]
    inside = (places >= 0) & (places < ink.shape[0])
    return np.where(inside, ink[places.clip(0, ink.shape[0] - 1), np.arange(ink.shape[1])], 0).astype(np.uint8)
