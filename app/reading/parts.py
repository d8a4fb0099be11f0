"""A mask -> its connected parts, by runs: rows of ink are joined with those they touch in the row above."""

from __future__ import annotations

import sys
from functools import reduce
from typing import Any, NamedTuple, TypeVar, cast

import numpy as np
from numpy.typing import NDArray

COARSE = 160  # px: the longer side of a coarse mask; a thin line is still a px wide

Mask = NDArray[np.bool_]  # (h, w), True is ink
Labels = NDArray[np.intp]  # (h, w), 0 is paper, n the part of that label
Blocks = TypeVar("Blocks", bound=NDArray[Any])  # (h, w): of a picture, or of a mask


class Part(NamedTuple):
    """A connected part of a mask, in px; a px has eight neighbours."""

    label: int
    left: int
    top: int
    right: int  # open
    bottom: int  # open
    area: int

    @property
    def width(self) -> int:
        """Return its box's width."""
        return self.right - self.left

    @property
    def height(self) -> int:
        """Return its box's height."""
        return self.bottom - self.top


def block_side(picture: NDArray[Any], longest: int = COARSE) -> int:
    """Return the side, in px, of the blocks that a picture's coarse mask, no side longer than `longest`, is made of."""
    return int(-(-max(picture.shape) // longest))


def in_blocks(picture: Blocks, longest: int = COARSE) -> Blocks:
    """Return a picture coarsely, no side longer than `longest`: of each block its highest px; of a mask, if any is set.

    A line thinner than a block stays as strong as it is.
    """
    step = block_side(picture, longest)
    if step == 1:
        return picture
    whole = _in_whole_blocks(picture, step)
    rows = reduce(np.maximum, [whole[place::step] for place in range(step)])
    return cast(Blocks, reduce(np.maximum, [rows[:, place::step] for place in range(step)]))


def _in_whole_blocks(picture: NDArray[Any], step: int) -> NDArray[Any]:
    """Return a picture with paper at its right and bottom that makes its last blocks whole; quicker than np.pad."""
    (height, width), missing = picture.shape, [-side % step for side in picture.shape]
    if not any(missing):
        return picture
    sheet = np.zeros((height + missing[0], width + missing[1]), picture.dtype)
    sheet[:height, :width] = picture
    return sheet


def of_each_px(coarse: NDArray[Any], picture: NDArray[Any], longest: int = COARSE) -> NDArray[Any]:
    """Return for each px of a (h, w) picture what stands, in a coarse array, at its block."""
    step = block_side(picture, longest)
    return coarse[np.ix_(*(np.arange(side) // step for side in picture.shape))]


def connected_parts(mask: Mask) -> tuple[Labels, list[Part]]:
    """Return the label of each px of a (h, w) mask, and its parts, from the topmost on."""
    height, width = mask.shape[0], mask.shape[1] + 1  # a px of paper between rows that are laid behind each other
    laid = np.zeros((height, width), np.bool_)
    laid[:, :-1] = mask
    changes = laid.ravel().copy()
    changes[1:] ^= laid.ravel()[:-1]
    starts, ends = np.flatnonzero(changes).reshape(-1, 2).T
    numbers = np.array(_joined(starts.tolist(), ends.tolist(), width), np.intp)
    marks = np.zeros(changes.size, np.intp)
    marks[starts], marks[ends] = numbers + 1, -(numbers + 1)
    labels = marks.cumsum().reshape(height, width)[:, :-1]
    return labels, _parts(numbers, starts // width, starts % width, ends - starts)


def _joined(starts: list[int], ends: list[int], width: int) -> list[int]:
    """Return for each run the number of its part, from 0, by union and find."""
    parents = list(range(len(starts)))

    def root(run: int) -> int:
        while parents[run] != run:
            parents[run] = run = parents[parents[run]]
        return run

    above = 0
    for run, (start, end) in enumerate(zip(starts, ends, strict=True)):
        while ends[above] + width < start:
            above += 1
        other = above
        while other < run and starts[other] + width <= end:
            one, two = sorted((root(run), root(other)))
            parents[two] = one
            other += 1
    numbers: dict[int, int] = {}
    return [numbers.setdefault(root(run), len(numbers)) for run in range(len(starts))]


def _parts(numbers: NDArray[np.intp], rows: Labels, columns: Labels, lengths: Labels) -> list[Part]:
    count = int(numbers.max()) + 1 if numbers.size else 0
    low, high = np.full((2, count), sys.maxsize), np.zeros((2, count), np.intp)
    for axis, (first, last) in enumerate([(columns, columns + lengths), (rows, rows + 1)]):
        np.minimum.at(low[axis], numbers, first)
        np.maximum.at(high[axis], numbers, last)
    areas = np.bincount(numbers, lengths, count).astype(np.intp)
    return list(map(Part, range(1, count + 1), *low.tolist(), *high.tolist(), areas.tolist()))
