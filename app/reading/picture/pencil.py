"""Ink -> the same with lines that are everywhere as dark as they are near by at their darkest.

A pencil presses unevenly, a brush runs dry. What follows cuts strokes by their area: of an uneven line it would keep
the dark half fat and drop the pale one, and an 8 became a 3. The numbers were chosen on drawings of the project's own,
drawn so that their darkness changes along the way; the lines of a pen, of whatever width, are left as they are.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from ..arrays import FULL_INK, Ink, to_grey
from ..parts import Blocks, Mask, connected_parts, in_blocks, of_each_px
from ..strokes import pen_width

PALE = 40  # of 255: what is fainter is haze; paler ink is kept where it is connected with dark ink
DARK = 180  # of 255: as dark as a pen's line is somewhere in its width, however thin it is
UNEVEN = 0.05  # of the ink has no dark ink within half a pen's width: less is the rim of an even line
FULLEST = 0.4  # of the picture is inked: more is no drawing of lines
HALF = 0.5  # of the pen's width: so near is the middle of the line
FARTHEST = 8  # blocks: as far as a line's middle is looked for
PALEST = 60  # of 255: a line paler than this is brought up no further than one of it would be
LARGE = 0.5  # of the longest part's longer side: less is dust, a button, or a printed word


def evenly_dark(ink: Ink) -> Ink:
    """Return ink, (h, w) 0 paper .. 255 ink, with an uneven pencil's lines evenly dark; the same array else."""
    peaks = in_blocks(ink)
    inked, dark = peaks > PALE, peaks >= DARK
    if not _is_uneven(inked, dark, 1) or np.count_nonzero(inked) > FULLEST * inked.size:
        return ink
    reach = max(1, min(FARTHEST, round(HALF * pen_width(to_grey(peaks)))))
    if not _is_uneven(inked, dark, reach):
        return ink
    full = of_each_px(_full_ink(peaks, inked, reach), ink)
    darker = ink.astype(np.uint16) * np.uint16(FULL_INK) // full
    even: Ink = np.minimum(darker, FULL_INK).astype(np.uint8)
    return even


def _is_uneven(inked: Mask, dark: Mask, reach: int) -> bool:
    """Return whether a part of the ink that counts has no dark ink within so many blocks."""
    apart = inked & ~_widened(dark, reach)
    return bool(np.count_nonzero(apart) > UNEVEN * np.count_nonzero(inked))


def _widened(picture: Blocks, reach: int) -> Blocks:
    """Return for each block the highest in a square of so many blocks to each side; of a mask, whether any is set."""
    for _ in range(reach):
        wide = picture.copy()
        np.maximum(wide[1:], picture[:-1], out=wide[1:])
        np.maximum(wide[:-1], picture[1:], out=wide[:-1])
        picture = wide.copy()
        np.maximum(picture[:, 1:], wide[:, :-1], out=picture[:, 1:])
        np.maximum(picture[:, :-1], wide[:, 1:], out=picture[:, :-1])
    return picture


def _full_ink(peaks: Ink, inked: Mask, reach: int) -> NDArray[np.uint16]:
    """Return for each block what counts as full ink there: the strongest of its line near by, 255 beside lines."""
    labels, parts = connected_parts(inked)
    strongest = np.zeros(len(parts) + 1, np.uint8)
    np.maximum.at(strongest, labels[inked], peaks[inked])
    sizes = np.array([0, *(max(one.width, one.height) for one in parts)])
    is_line = (strongest >= DARK) & (sizes >= LARGE * sizes.max())
    is_line[0] = False
    near = _widened(np.where(is_line[labels], peaks, np.uint8(0)), reach).astype(np.uint16)
    is_beside = (near == 0) | (inked & ~is_line[labels])
    return np.where(is_beside, np.uint16(FULL_INK), np.maximum(near, PALEST))
