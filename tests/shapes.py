"""Digits as somebody draws them in full squares, and the picture that the page makes of squares on an empty grid."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PIL import Image

from tests.pictures import encoded

SIDE = 160  # px of the picture; the squares take its half, as in static/js/enlarge.js

# By hand, and by the lines of a pocket calculator. The name begins with the digit.
SHAPES = {
    "0": (".##.", "#..#", "#..#", "#..#", "#..#", ".##."),
    "1": ("#", "#", "#", "#", "#", "#", "#"),
    "1 with flag and foot": (".#.", "##.", ".#.", ".#.", ".#.", ".#.", "###"),
    "2": (".###.", "#...#", "....#", "...#.", "..#..", ".#...", "#####"),
    "3": (".###.", "#...#", "....#", "..##.", "....#", "#...#", ".###."),
    "4": ("...#.", "..##.", ".#.#.", "#..#.", "#####", "...#.", "...#."),
    "5": ("#####", "#....", "####.", "....#", "....#", "#...#", ".###."),
    "6": (".###.", "#....", "#....", "####.", "#...#", "#...#", ".###."),
    "7": ("#####", "....#", "...#.", "...#.", "..#..", "..#..", "..#.."),
    "7 crossed": ("#####", "....#", "...#.", ".####", "..#..", "..#..", "..#.."),
    "8": (".###.", "#...#", "#...#", ".###.", "#...#", "#...#", ".###."),
    "9": (".###.", "#...#", "#...#", ".####", "....#", "....#", ".###."),
    "0 of lines": ("####", "#..#", "#..#", "#..#", "#..#", "####"),
    "2 of lines": ("####", "...#", "...#", "####", "#...", "#...", "####"),
    "3 of lines": ("####", "...#", "...#", "####", "...#", "...#", "####"),
    "4 of lines": ("#..#", "#..#", "#..#", "####", "...#", "...#", "...#"),
    "5 of lines": ("####", "#...", "#...", "####", "...#", "...#", "####"),
    "6 of lines": ("####", "#...", "#...", "####", "#..#", "#..#", "####"),
    "7 of lines": ("####", "...#", "...#", "...#", "...#", "...#", "...#"),
    "8 of lines": ("####", "#..#", "#..#", "####", "#..#", "#..#", "####"),
    "9 of lines": ("####", "#..#", "#..#", "####", "...#", "...#", "####"),
}


def squares_of(shape: Sequence[str], row: int = 0, column: int = 0) -> list[list[int]]:
    """The 8 x 8 squares, 0 or 16, with the shape's upper left corner at this row and column."""
    squares = np.zeros((8, 8), int)
    squares[row : row + len(shape), column : column + len(shape[0])] = [
        [16 * (c == "#") for c in line] for line in shape
    ]
    return [list(map(int, line)) for line in squares]


def places_of(shape: Sequence[str]) -> list[tuple[int, int]]:
    """Every row and column of the grid where the shape has room."""
    return [(row, column) for row in range(9 - len(shape)) for column in range(9 - len(shape[0]))]


def enlarged(squares: list[list[int]]) -> bytes:
    """The picture, as PNG, that the page sends of squares that were drawn on an empty grid."""
    ink = np.pad(np.array(squares, np.float32) / 16, 4)
    smooth = np.asarray(Image.fromarray(ink).resize((SIDE, SIDE), Image.Resampling.BILINEAR))
    return encoded(Image.fromarray((255 - np.rint(255 * smooth)).astype(np.uint8)))
