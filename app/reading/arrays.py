"""The few array types that all packages of reading share, and what all do with them.

A picture is held as it came (`Pixels`), as ink in whole bytes (`Ink`), or in fractions, to calculate with (`Grey`);
what a model sees of it are `Features`, and 64 of those are `Counts`.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image

Pixels = NDArray[np.uint8]  # (height, width, channels) of 0..255; channels: grey, grey + alpha, RGB, or RGBA
Ink = NDArray[np.uint8]  # (h, w), 0 paper .. 255 ink: a quarter of the memory, and exactly what a canvas holds
Grey = NDArray[np.float32]  # (h, w), 0 paper .. 1 ink
Counts = NDArray[np.float32]  # (64,) or (m, 64) whole numbers 0..16: ink px a block, row by row
Features = NDArray[np.float32]  # (320,) or (m, 320) whole numbers: 64 counts, then 64 strengths of each direction
Directions = NDArray[np.float32]  # (256,) of those, whole numbers 0..255: —, then |, \ and /, each row by row
WholeRows = NDArray[np.integer]  # (n, k) whole numbers, many rows to keep
Floats = NDArray[np.float32]
Doubles = NDArray[np.float64]
Shares = tuple[float, float, float, float]  # left, top, right, bottom: 0..1 of a picture's width and height
Rows = tuple[tuple[int, ...], ...]  # 8 rows of 8 counts, as a page shows them

FULL_INK = 255  # the strongest grey of an 8-bit picture
INKED = 102  # of 255: ink above this, four tenths, is what a person sees as ink
GRID = 8  # blocks a side, as in load_digits
BLOCK = 4  # px a block's side
FULL_BLOCK = BLOCK * BLOCK  # ink px in a full block
BITMAP_SIDE = GRID * BLOCK  # px: NIST's bitmap
N_COUNTS = GRID * GRID
DIRECTIONS = "—|\\/"  # in the order in which features hold them
N_FEATURES = N_COUNTS * (1 + len(DIRECTIONS))
N_DIGITS = 10  # classes


def to_grey(ink: Ink | Image.Image) -> Grey:
    """Return ink, or an 'L' picture of it, in fractions."""
    return np.asarray(ink, dtype=np.float32) / np.float32(FULL_INK)


def to_ink(grey: NDArray[np.floating]) -> Ink:
    """Return grey, 0 paper .. 1 ink, in whole bytes, rounded to the nearest."""
    return (grey * FULL_INK + 0.5).astype(np.uint8)


def framed(picture: NDArray[Any], margin: int) -> NDArray[Any]:
    """Return a (h, w) picture with so many px of paper around it; in a tenth of the time of np.pad."""
    height, width = picture.shape
    sheet = np.zeros((height + 2 * margin, width + 2 * margin), picture.dtype)
    sheet[margin : margin + height, margin : margin + width] = picture
    return sheet


def grid_rows(values: Iterable[Any]) -> tuple[tuple[Any, ...], ...]:
    """Return 64 values as 8 rows of 8, in plain Python numbers."""
    return tuple(map(tuple, np.asarray(values).reshape(GRID, GRID).tolist()))


def count_rows(features: NDArray[Any]) -> Rows:
    """Return the counts of (320,) features, or (64,) counts, as 8 rows of 8 whole numbers 0..16."""
    return grid_rows(features[:N_COUNTS].astype(np.int64))


def features_of_rows(counts: Rows, directions: tuple[Rows, ...]) -> Features:
    """Return the (320,) features whose counts and directions these are: what `count_rows` and `direction_rows` undo."""
    return np.array([counts, *directions], dtype=np.float32).ravel()


def direction_rows(features: Features) -> tuple[Rows, ...]:
    """Return the directions of (320,) features: for each of four, 8 rows of 8 whole numbers 0..255."""
    return tuple(map(grid_rows, features[N_COUNTS:].astype(np.int64).reshape(len(DIRECTIONS), N_COUNTS)))
