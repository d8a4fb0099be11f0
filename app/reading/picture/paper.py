"""Pixels -> ink: what colour the paper has, and how far from it every pixel is.

A canvas has one exact paper colour, and its smooth edges are kept to the last grey. A photo has a paper that changes
with the light: it is estimated place by place, and the ink is what differs from it clearly.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from ..arrays import FULL_INK, Ink, Pixels, to_ink
from .photo import photo_ink

Flat = npt.NDArray[np.uint8]  # (height, width, 1 or 3): no transparency left
Colours = npt.NDArray[np.uint8]  # (channels,) or (n, channels), 0..255
Distances = npt.NDArray[np.uint8]  # (height, width), 0..255

WHITE = 255
# Of an RGBA pixel as one number, red lowest: red, all that is red, the three colours, and an alpha of 255.
RED, GREY_OF_RED, COLOUR, OPAQUE = map(np.uint32, (0xFF, 0x010101, 0xFFFFFF, 0xFF000000))
FAINT = 40  # of 255: what is nearer to the paper than this is haze, not a line anybody drew on purpose
SAMPLES = 64  # a side of the grid of pixels that vote for the paper's colour
RING = 16  # the voting border is one sixteenth of the side wide: wider than a frame, narrower than a margin
COARSE = 32  # steps of 0..255 that make one colour for the vote
NEAR = 48  # of 255: nearer to the paper's colour than this is paper, in whatever light
EXACT = 4  # of 255: paper of a picture that no camera took does not vary more than this
EXACT_SHARE = 0.8  # of the paper must be exact, else the picture is a photo
FULL_RANK = 0.95  # of the clearly inked pixels: the strength at this rank counts as full ink


def lift_ink(pixels: Pixels) -> Ink:
    """Return the ink of a picture, (height, width) 0 paper .. 255 ink, whatever colours paper and ink have."""
    flat = flattened(pixels)
    paper = paper_colour(flat)
    distance = _distance(flat, paper)
    near = np.count_nonzero(distance < NEAR)
    if near and np.count_nonzero(distance <= EXACT) < EXACT_SHARE * near:
        return to_ink(photo_ink(flat))
    return stretched(distance)


def paper_colour(flat: Flat) -> Colours:
    """Return the paper's colour, (channels,) of 0..255: the commonest along the border or in all, by both together."""
    corner: Colours = flat[0, 0]
    whole, ring = _thinned(flat), border(flat)
    if _is_most(ring, corner) and _is_most(whole, corner):
        return corner
    candidates = [commonest(ring), commonest(whole)]
    return max(candidates, key=lambda colour: _share(ring, colour) + _share(whole, colour))


def border_share(flat: Flat) -> float:
    """Return how much of the border, 0..1, has exactly the paper's colour."""
    apart = np.abs(border(flat).astype(np.int16) - paper_colour(flat)).max(axis=1)
    return float((apart <= EXACT).mean())


def flattened(pixels: Pixels) -> Flat:
    """Return a picture laid on white, in one channel where all is grey.

    Light ink on clear paper, which white would swallow, becomes dark.
    """
    if pixels.shape[2] in (1, 3):
        return _grey_if_grey(pixels)
    if (grey := _opaque_grey(pixels)) is not None:
        return grey
    alpha: Flat = pixels[:, :, -1:].copy()
    colours = pixels[:, :, :-1]
    lowest = int(alpha.min())
    if lowest == WHITE:
        return colours
    if _is_black(pixels):
        return ~alpha
    shade = (~colours).astype(np.uint16) * alpha + 127
    flat: Flat = ~(shade // WHITE).astype(np.uint8)
    if flat.min() > WHITE - FAINT and int(alpha.max()) - lowest > FAINT:
        return ~alpha
    return _grey_if_grey(flat)


def _opaque_grey(pixels: Pixels) -> Flat | None:
    """Return the grey of RGBA pixels that are all opaque and grey, as most canvases post them, or None."""
    if pixels.shape[2] != 4 or pixels[0, 0, -1] != WHITE:
        return None
    as_one = _as_one(pixels)
    expected = as_one & RED
    expected *= GREY_OF_RED
    expected += OPAQUE
    return as_one.astype(np.uint8)[:, :, None] if np.array_equal(expected, as_one) else None  # the lowest byte


def _is_black(pixels: Pixels) -> bool:
    """Return whether no colour but black is there, opaque or not: what a canvas without a background holds."""
    return not ((_as_one(pixels) & COLOUR) if pixels.shape[2] == 4 else pixels[:, :, :-1]).any()


def _as_one(pixels: Pixels) -> npt.NDArray[np.uint32]:
    """Return each RGBA pixel as one number, (height, width): four times as quick to look at as four."""
    return np.ascontiguousarray(pixels).view("<u4")[:, :, 0]


def _grey_if_grey(flat: Flat) -> Flat:
    if flat.shape[2] == 1:
        return flat
    red = flat[:, :, 0]
    if np.array_equal(red, flat[:, :, 1]) and np.array_equal(red, flat[:, :, 2]):
        return flat[:, :, :1]
    return flat


def _is_most(colours: Colours, colour: Colours) -> bool:
    return bool(2 * np.count_nonzero((colours == colour).all(axis=1)) > len(colours))


def _thinned(flat: Flat) -> Colours:
    rows, columns = (max(1, side // SAMPLES) for side in flat.shape[:2])
    return flat[::rows, ::columns].reshape(-1, flat.shape[2])


def border(flat: Flat) -> Colours:
    """Return (n, channels): a thinned sample of the pixels along the four sides."""
    deep = max(1, min(flat.shape[:2]) // RING)
    sides = (flat[:deep], flat[-deep:], flat[:, :deep], flat[:, -deep:])
    return np.concatenate([_thinned(side) for side in sides])


def commonest(colours: Colours) -> Colours:
    """Return the median of the colours, (n, channels), that fall into the fullest bin of COARSE a side."""
    coarse = (colours // COARSE).astype(np.int32) @ np.array([1, 8, 64][: colours.shape[1]], np.int32)
    members = colours[coarse == np.bincount(coarse).argmax()]
    middle: Colours = np.median(members, axis=0).astype(np.uint8)
    return middle


def _share(colours: Colours, colour: Colours) -> float:
    return float((np.abs(colours.astype(np.int16) - colour).max(axis=1) < NEAR).mean())


def _distance(flat: Flat, paper: Colours) -> Distances:
    """Return how far each pixel is from the paper, (height, width) of 0..255: the most that any channel differs."""
    if flat.shape[2] == 1:
        grey: Distances = flat[:, :, 0]
        shade = np.uint8(paper[0])
        return grey ^ shade if shade in (0, WHITE) else np.maximum(grey, shade) - np.minimum(grey, shade)
    apart: Flat = np.maximum(flat, paper) - np.minimum(flat, paper)
    most: Distances = np.maximum(np.maximum(apart[:, :, 0], apart[:, :, 1]), apart[:, :, 2])
    return most


def stretched(distance: Distances) -> Ink:
    """Return distances, (height, width) of 0..255, as ink: clear lines at 255, while nothing but haze stays haze."""
    full = full_ink(distance)
    if full == FULL_INK:
        return distance
    ink: Ink = to_ink(np.minimum(np.arange(FULL_INK + 1) / full, 1))[distance]
    return ink


def full_ink(distance: Distances) -> int:
    """Return the distance, of 255, that counts as full ink: a grey line is as much a line as a black one."""
    strong = distance >= FAINT
    count = np.count_nonzero(strong)
    if np.count_nonzero(distance == FULL_INK) > (1 - FULL_RANK) * count or not count:
        return FULL_INK
    rank = int(FULL_RANK * (count - 1))
    return int(np.partition(distance[strong], rank)[rank])
