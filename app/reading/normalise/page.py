"""A picture of many digits -> its characters: a number, two rows, a page of them, each cut out with its place.

Strokes that touch are one part. Parts one above the other belong together, as the loose bar of a 5 does; what is far
smaller than the others is dust or a full stop. Characters come as people read them: row by row, left to right.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from ..arrays import INKED, Ink
from ..parts import Labels, Part, block_side, connected_parts, in_blocks, of_each_px
from .pieces import Piece

LONGEST = 320  # px: the longer side of the mask in which parts are found; thirty digits are told apart in it
MOST_PARTS = 128  # a picture of more is a text or a texture
MOST = 40  # characters: a page of thirty-two, some in loose parts
ABOVE = 0.5  # of the narrower part's width: as much of it is above or below the other where both are one character
NEAR = 0.25  # of the tallest part's height: so far apart the strokes of one character may be
TALLEST = 1.3  # of the tallest part's height: two digits below each other are taller
DUST = 0.3  # of the tallest part's height: smaller both ways is no character
IN_ROW = 0.5  # of the lower one's height: characters of one row stand beside each other by as much


class _Character(NamedTuple):
    """Parts that belong together, and the box around them, in px of the mask."""

    labels: tuple[int, ...]
    left: int
    top: int
    right: int
    bottom: int


def find_characters(ink: Ink) -> list[Piece]:
    """Return the characters of a picture, 2 to 40 of them, row by row; an empty list where there are fewer or more.

    `ink`: (h, w), 0 paper .. 255 ink.
    """
    labels, parts = connected_parts(in_blocks(ink > INKED, LONGEST))
    if not 2 <= len(parts) <= MOST_PARTS:
        return []
    tall = max(part.height for part in parts)
    joined = _joined([_of_part(part) for part in parts], tall)
    characters = [one for one in joined if max(one.right - one.left, one.bottom - one.top) >= DUST * tall]
    if not 2 <= len(characters) <= MOST:
        return []
    of_px, step = of_each_px(labels, ink, LONGEST), block_side(ink, LONGEST)
    return [_cut(ink, of_px, step, one) for row in _rows(characters) for one in row]


def _of_part(part: Part) -> _Character:
    return _Character((part.label,), part.left, part.top, part.right, part.bottom)


def _joined(characters: list[_Character], tall: int) -> list[_Character]:
    """Return the characters with those joined that are one, until no two are."""
    left: list[_Character] = []
    for one in characters:
        while (other := next((other for other in left if _are_one(one, other, tall)), None)) is not None:
            left.remove(other)
            one = _both(one, other)
        left.append(one)
    return left


def _are_one(one: _Character, other: _Character, tall: int) -> bool:
    across = min(one.right, other.right) - max(one.left, other.left)
    apart = max(one.top, other.top) - min(one.bottom, other.bottom)
    narrower = min(one.right - one.left, other.right - other.left)
    together = max(one.bottom, other.bottom) - min(one.top, other.top)
    return across >= ABOVE * narrower and apart <= NEAR * tall and together <= TALLEST * tall


def _both(one: _Character, other: _Character) -> _Character:
    low, high = (pick(pair) for pick, pair in ((min, (one[1:3], other[1:3])), (max, (one[3:], other[3:]))))
    return _Character(one.labels + other.labels, *low, *high)


def _rows(characters: list[_Character]) -> list[list[_Character]]:
    rows: list[list[_Character]] = []
    for one in sorted(characters, key=lambda each: each.top):
        row = next((row for row in rows if _is_beside(one, row[-1])), None)
        if row is None:
            rows.append([one])
        else:
            row.append(one)
    return [sorted(row, key=lambda each: each.left) for row in rows]


def _is_beside(one: _Character, other: _Character) -> bool:
    shared = min(one.bottom, other.bottom) - max(one.top, other.top)
    return shared >= IN_ROW * min(one.bottom - one.top, other.bottom - other.top)


def _cut(ink: Ink, labels: Labels, step: int, one: _Character) -> Piece:
    """Return a character of ink whose px have these labels; its box is in blocks of `step` px."""
    rows, columns = _span(one.top, one.bottom, step), _span(one.left, one.right, step)
    of_others = (labels[rows, columns] > 0) & ~np.isin(labels[rows, columns], one.labels)
    height, width = ink.shape
    right, bottom = min(columns.stop, width), min(rows.stop, height)
    box = columns.start / width, rows.start / height, right / width, bottom / height
    return Piece(np.where(of_others, np.uint8(0), ink[rows, columns]), box)


def _span(start: int, end: int, step: int) -> slice:
    """Return the px of blocks, and a px on both sides: the paler edge of a stroke."""
    return slice(max(0, start * step - 1), end * step + 1)
