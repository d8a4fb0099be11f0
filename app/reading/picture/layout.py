"""Ink -> what surrounds the drawing: frames, form cells, a figure's panel, lines and neighbours at the picture's edge.

It is looked for in a coarse mask, whose connected parts are few, and only where long lines or ink at the edge hint at
it: a canvas costs next to nothing. The numbers were chosen on drawings of the project's own, framed, ruled and plotted.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from ..arrays import INKED, Ink
from ..parts import Labels, Mask, Part, connected_parts, in_blocks, of_each_px

PANEL = 0.4  # of the picture's sides: a smaller rectangle is a part of what is drawn
BODY = 0.8  # of a part's width and height: lines inked so far are sides; less of it sticks out, as an axis' ticks do
OUTLINED = 0.98  # of each side of a frame is inked, its corners too: what a hand draws is rounder
FILLED = 0.5  # of a panel's box is inked, of a frame's less
INSET = 0.02  # of a frame's longer side, and a px: the soft rim of its line
DRAWING = 0.25  # of the longer side: what is left inside must be as large to be a drawing
RIM = 0.15  # of the picture's sides: what runs along its edge lies within
ALONG = 0.8  # of a part's ink within the rim: a line or a neighbour's stroke; a digit's own reaches further in
SPAN = 0.7  # of a side that a line takes which is not at the left or right: less may be the loose bar of a 5
APART = 0.1  # of the height: that is never so far from the rest


class Window(NamedTuple):
    """The inside of a frame or a panel, in shares 0..1 of the picture's width and height."""

    left: float
    top: float
    right: float
    bottom: float


def coarse_mask(ink: Ink) -> Mask:
    """Return where there is ink, coarsely: in each block of px, whether any is inked.

    `ink`: (h, w), 0 paper .. 255 ink.
    """
    return in_blocks(ink) > INKED


def find_window(mask: Mask) -> Window | None:
    """Return the inside of the frame or panel that holds the drawing, if one does. `mask`: see `coarse_mask`."""
    if not (_has_sides(mask.sum(1), mask.shape[1]) and _has_sides(mask.sum(0), mask.shape[0])):
        return None
    labels, parts = connected_parts(mask)
    large = [one for one in parts if _is_panel_sized(one, mask)]
    for part in sorted(large, key=lambda one: -one.area):
        frame = _rectangle(labels, part)
        if frame and _is_panel_sized(frame, mask) and (window := _inside(frame, mask)):
            return window
    return None


def _inside(frame: Part, mask: Mask) -> Window | None:
    """Return what lies within a frame's lines, where there is a drawing, or within a panel's edges."""
    longest = max(frame.width, frame.height)
    is_filled = frame.area > FILLED * frame.width * frame.height
    inset = INSET * longest + 1 + (1 if is_filled else _line_width(frame, mask))
    left, top = frame.left + inset, frame.top + inset
    right, bottom = frame.right - inset, frame.bottom - inset
    parts = _loose(mask[round(top) : round(bottom), round(left) : round(right)])
    if not is_filled and _longest(parts) < DRAWING * longest:
        return None
    height, width = mask.shape
    return Window(left / width, top / height, right / width, bottom / height)


def _line_width(frame: Part, mask: Mask) -> int:
    """Return how wide a frame's widest side is."""
    body = mask[frame.top : frame.bottom, frame.left : frame.right]
    paper = [body.mean(axis) < BODY for axis in (0, 1)]
    return max(int(side.argmax()) for one in paper for side in (one, one[::-1]))


def _loose(inside: Mask) -> list[Part]:
    """Return the parts of what a frame holds, but for bars that join two opposite sides of it: those of a square 8."""
    parts = connected_parts(inside)[1]
    return [one for one in parts if one.width < inside.shape[1] and one.height < inside.shape[0]]


def without_rim(ink: Ink, mask: Mask) -> Ink:
    """Return the ink without what only runs along the picture's edge; none at all where that was an empty frame.

    `ink`: (h, w), 0 paper .. 255 ink; `mask`: its `coarse_mask`. Where what is left touches the edge too, the picture
    was cut tightly around its digit, and all of it stays.
    """
    if not (mask[[0, -1]].any() or mask[:, [0, -1]].any()):
        return ink
    labels, parts = connected_parts(mask)
    inner = np.bincount(_further_in(labels).ravel(), minlength=len(parts) + 1)
    outer = [one for one in parts if _touches(one, mask) and one.area - inner[one.label] >= ALONG * one.area]
    strays = [one for one in outer if _is_foreign(one, _largest_within(parts, mask), mask)]
    strange = {one.label for one in strays}
    left = [one for one in parts if one.label not in strange]
    if not left and all(_rectangle(labels, one) for one in strays):
        return np.zeros_like(ink)
    least = DRAWING * max(mask.shape)
    is_tight = _longest([one for one in left if _touches(one, mask)]) >= least
    if not strays or is_tight or _longest(left) < least:
        return ink
    gone = np.isin(labels, list(strange))
    return np.where(of_each_px(gone, ink), np.uint8(0), ink)


def _has_sides(inked: NDArray[np.intp], length: int) -> bool:
    """Return whether, of lines with so much ink each, two are as long as a frame's sides and as far apart."""
    lines = np.flatnonzero(inked >= OUTLINED * PANEL * length)
    return bool(lines.size and lines[-1] - lines[0] >= OUTLINED * PANEL * len(inked))


def _rectangle(labels: Labels, part: Part) -> Part | None:
    """Return the part without what sticks out of its sides, where it has the sides of a rectangle; else None."""
    box = labels[part.top : part.bottom, part.left : part.right] == part.label
    rows = np.flatnonzero(box.sum(1) >= BODY * part.width)
    columns = np.flatnonzero(box.sum(0) >= BODY * part.height)
    if not rows.size or not columns.size:
        return None
    top, bottom, left, right = int(rows[0]), int(rows[-1]) + 1, int(columns[0]), int(columns[-1]) + 1
    body = box[top:bottom, left:right]
    deep = max(1, round(INSET * max(part.width, part.height)))
    sides = body[:deep].any(0), body[-deep:].any(0), body[:, :deep].any(1), body[:, -deep:].any(1)
    is_most = bottom - top >= BODY * part.height and right - left >= BODY * part.width
    if not is_most or any(side.mean() < OUTLINED for side in sides):
        return None
    place = part.left + left, part.top + top, part.left + right, part.top + bottom
    return Part(part.label, *place, area=int(body.sum()))


def _is_panel_sized(part: Part, mask: Mask) -> bool:
    height, width = mask.shape
    return bool(part.width >= PANEL * width and part.height >= PANEL * height)


def _touches(part: Part, mask: Mask) -> bool:
    return part.left == 0 or part.top == 0 or part.bottom == mask.shape[0] or part.right == mask.shape[1]


def _further_in(labels: Labels) -> Labels:
    height, width = labels.shape
    down, across = round(RIM * height), round(RIM * width)
    return labels[down : height - down, across : width - across]


def _largest_within(parts: list[Part], mask: Mask) -> Part | None:
    """Return the largest part that stands clear of the picture's edge."""
    return max((one for one in parts if not _touches(one, mask)), key=lambda one: one.area, default=None)


def _is_foreign(part: Part, drawing: Part | None, mask: Mask) -> bool:
    """Return whether what runs along the edge is a line or a neighbour's: at the top or bottom, long or far away."""
    height, width = mask.shape
    is_beside = part.left == 0 or part.right == width
    is_long = part.width >= SPAN * width or part.height >= SPAN * height
    return is_beside or is_long or (drawing is not None and _gap(part, drawing) >= APART * height)


def _gap(one: Part, other: Part) -> int:
    return max(one.top - other.bottom, other.top - one.bottom)


def _longest(parts: list[Part]) -> int:
    return max((max(one.width, one.height) for one in parts), default=0)
