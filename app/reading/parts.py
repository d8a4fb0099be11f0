"""A mask -> its connected parts, by runs: rows of ink are joined with those they touch in the row above."""

from __future__ import annotations

from typing import Any, NamedTuple, TypeVar

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
    padded = np.pad(picture, [(0, -n % step) for n in picture.shape])
    rows = np.maximum.reduce([padded[place::step] for place in range(step)])
    highest: Blocks = np.maximum.reduce([rows[:, place::step] for place in range(step)])
    return highest


def of_each_px(coarse: NDArray[Any], picture: NDArray[Any], longest: int = COARSE) -> NDArray[Any]:
    """Return for each px of a (h, w) picture what stands, in a coarse array, at its block."""
    step = block_side(picture, longest)
    return coarse[np.ix_(*(np.arange(side) // step for side in picture.shape))]


def connected_parts(mask: Mask) -> tuple[Labels, list[Part]]:
    """Return the label of each px of a (h, w) mask, and its parts, from the topmost on."""
    height, width = mask.shape[0], mask.shape[1] + 1  # a px of paper between rows that are laid behind each other
    laid = np.zeros((height, width), np.int8)
    laid[:, :-1] = mask
    steps = laid.ravel().copy()
    steps[1:] -= laid.ravel()[:-1]
    starts, ends = np.flatnonzero(steps == 1), np.flatnonzero(steps == -1)
    numbers = np.array(_joined(starts.tolist(), ends.tolist(), width), np.intp)
    marks = np.zeros(steps.size, np.intp)
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
    low, high = np.full((2, count), np.iinfo(np.intp).max), np.zeros((2, count), np.intp)
    for axis, (first, last) in enumerate([(columns, columns + lengths), (rows, rows + 1)]):
        np.minimum.at(low[axis], numbers, first)
        np.maximum.at(high[axis], numbers, last)
    areas = np.bincount(numbers, lengths, count).astype(np.intp)
    boxes = np.column_stack([np.arange(1, count + 1), *low, *high, areas]).tolist()
    return [Part(label, left, top, right, bottom, area) for label, left, top, right, bottom, area in boxes]
