"""Ink -> what is the drawing's surroundings: frames, form cells, rulings at the edge, a figure's panel.

Looked at in a coarse mask, whose connected parts are few. Nothing is looked for where no ink touches the picture's edge
and no part encloses others, as on a canvas.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from ..arrays import INKED, Ink

COARSE = 160  # px: the longer side of the mask; a thin line is still a px wide
RIM = 0.15  # of a side: what runs along the edge lies within
ALONG = 0.8  # of a part's ink within the rim: a frame, a ruling, a neighbour's stroke; a digit's reaches further in
LEFT = 0.25  # of the longer side: a drawing within a frame is at least as large
OUTLINED = 0.98  # of each side of a frame is inked, its corners too: what a hand draws is rounder
FILLED = 0.5  # of a panel's box is inked, of a frame's less
PANEL = 0.4  # of the picture's longer side: a smaller rectangle is no panel but a part of what is drawn
BODY = 0.8  # of a part's width and height: lines inked so far are sides, what sticks out of them is less than the rest
INSET = 0.02  # of a frame's longer side, and a px: its own line, and what the blur of that leaves

Mask = NDArray[np.bool_]


class Part(NamedTuple):
    """A connected part of the ink, in px of the mask."""

    label: int
    left: int
    top: int
    right: int  # open
    bottom: int  # open
    area: int

    @property
    def longer(self) -> int:
        """Return the longer side."""
        return max(self.right - self.left, self.bottom - self.top)


class Window(NamedTuple):
    """The inside of a frame or a panel, in shares 0..1 of the picture's width and height."""

    left: float
    top: float
    right: float
    bottom: float


def find_window(ink: Ink) -> Window | None:
    """Return the inside of the frame or panel that holds the drawing, if one does. `ink`: (h, w), 0 .. 255 ink."""
    mask = _coarse(ink)
    if not (_has_far_lines(mask.sum(1)) and _has_far_lines(mask.sum(0))):
        return None
    labels, parts = _labelled(mask)
    for whole in sorted(parts, key=lambda one: -one.longer):
        part = _outline(labels, whole)
        if part is None or min(part.right - part.left, part.bottom - part.top) < PANEL * min(mask.shape):
            continue
        inset = 1 + INSET * part.longer
        left, top, right, bottom = part.left + inset, part.top + inset, part.right - inset, part.bottom - inset
        is_panel = part.area > FILLED * (part.right - part.left) * (part.bottom - part.top)
        inside = [one for one in parts if left <= one.left < one.right <= right and top <= one.top < one.bottom <= bottom]
        if is_panel or any(one.longer >= LEFT * part.longer for one in inside):
            height, width = mask.shape
            return Window(left / width, top / height, right / width, bottom / height)
    return None


def without_rim(ink: Ink) -> Ink:
    """Return the ink without parts that touch the picture's edge and run along it, where a drawing is left then."""
    mask = _coarse(ink)
    if not (mask[[0, -1]].any() or mask[:, [0, -1]].any()):
        return ink
    labels, parts = _labelled(mask)
    rim = _rim(mask.shape)
    outer = np.bincount(labels[rim], minlength=len(parts) + 1)
    strays = {one.label for one in parts if _touches(one, mask.shape) and outer[one.label] >= ALONG * one.area}
    left = [one for one in parts if one.label not in strays]
    if not strays or not left or _span(left) < LEFT * max(mask.shape):
        return ink
    gone = np.isin(labels, sorted(strays))
    rows, columns = (np.arange(n) * m // n for n, m in zip(ink.shape, mask.shape, strict=True))
    return np.where(gone[np.ix_(rows, columns)], np.uint8(0), ink)


def _has_far_lines(inked: NDArray[np.intp]) -> bool:
    """Return whether, by the ink in each row or column, two are inked far enough and lie apart as a frame's sides do."""
    least = OUTLINED * PANEL * len(inked)
    lines = np.flatnonzero(inked >= least)
    return bool(lines.size) and int(lines[-1] - lines[0]) >= least


def _coarse(ink: Ink) -> Mask:
    """Return a mask of the ink, no side longer than COARSE: inked where any px is."""
    step = -(-max(ink.shape) // COARSE)
    inked = np.pad(ink > INKED, [(0, -n % step) for n in ink.shape])
    height, width = (n // step for n in inked.shape)
    coarse: Mask = inked.reshape(height, step, width, step).any((1, 3))
    return coarse


def _labelled(mask: Mask) -> tuple[NDArray[np.intp], list[Part]]:
    """Return each px's part, 0 for paper, and the parts: runs of rows joined with those they touch in the row above."""
    starts, ends = _runs(mask)
    parents = list(range(len(starts)))

    def root(run: int) -> int:
        while parents[run] != run:
            parents[run] = run = parents[parents[run]]
        return run

    above, first = 0, 0
    width = mask.shape[1] + 1
    for run, (start, end) in enumerate(zip(starts, ends, strict=True)):
        while above < run and ends[above] + width < start:  # the runs of the row above that end before this one
            above += 1
        first = above
        while first < run and starts[first] + width <= end:
            if ends[first] + width >= start:
                parents[root(run)] = root(first)
            first += 1
    roots, numbers = np.unique([root(run) for run in range(len(starts))], return_inverse=True)
    labels = np.zeros(mask.shape[0] * width, np.intp)
    for start, end, number in zip(starts, ends, numbers.tolist(), strict=True):
        labels[start:end] = number + 1
    labels = labels.reshape(mask.shape[0], width)[:, :-1]
    return labels, [_part(labels, number + 1) for number in range(len(roots))]


def _runs(mask: Mask) -> tuple[list[int], list[int]]:
    """Return where each run of ink starts and ends in the rows laid behind each other, a px of paper between them."""
    flat = np.pad(mask, [(0, 0), (0, 1)]).ravel().astype(np.int8)
    steps = np.diff(flat, prepend=0)
    return np.flatnonzero(steps == 1).tolist(), np.flatnonzero(steps == -1).tolist()


def _part(labels: NDArray[np.intp], label: int) -> Part:
    rows, columns = np.nonzero(labels == label)
    left, top, right, bottom = columns.min(), rows.min(), columns.max() + 1, rows.max() + 1
    return Part(label, int(left), int(top), int(right), int(bottom), rows.size)


def _outline(labels: NDArray[np.intp], part: Part) -> Part | None:
    """Return the part without what sticks out of it, such as an axis' ticks, if a rectangle is left; else None."""
    box = labels[part.top : part.bottom, part.left : part.right] == part.label
    rows = np.flatnonzero(box.sum(1) >= BODY * box.shape[1])
    columns = np.flatnonzero(box.sum(0) >= BODY * box.shape[0])
    if not rows.size or not columns.size:
        return None
    top, bottom, left, right = int(rows[0]), int(rows[-1]) + 1, int(columns[0]), int(columns[-1]) + 1
    body = box[top:bottom, left:right]
    if body.shape[0] < BODY * box.shape[0] or body.shape[1] < BODY * box.shape[1]:
        return None
    deep = max(1, round(INSET * part.longer))
    sides = body[:deep].any(0), body[-deep:].any(0), body[:, :deep].any(1), body[:, -deep:].any(1)
    if not all(side.mean() >= OUTLINED for side in sides):
        return None
    return Part(part.label, part.left + left, part.top + top, part.left + right, part.top + bottom, int(body.sum()))


def _rim(shape: tuple[int, ...]) -> Mask:
    rim = np.ones(shape, np.bool_)
    down, across = (round(RIM * n) for n in shape)
    rim[down : shape[0] - down, across : shape[1] - across] = False
    return rim


def _touches(part: Part, shape: tuple[int, ...]) -> bool:
    return part.left == 0 or part.top == 0 or part.right == shape[1] or part.bottom == shape[0]


def _span(parts: list[Part]) -> int:
    across = max(one.right for one in parts) - min(one.left for one in parts)
    down = max(one.bottom for one in parts) - min(one.top for one in parts)
    return max(across, down)
