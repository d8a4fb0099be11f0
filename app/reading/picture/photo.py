"""The ink of a photo: paper in uneven light, a camera's noise, and lines that are merely darker than their place."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from PIL import Image, ImageFilter, ImageOps

from ..arrays import Grey

PHOTO_SIDE = 320  # px: reducing a photo to this evens its noise out and keeps lines of a pen readable
GRAIN = 0.8  # px: blurring by this hides what noise is left, and no line
LIGHT_SIDE = 64  # px of the coarse picture in which the light on the paper is estimated
REACH = 3 * (5,)  # of those px: windows that together are 13 wide, so that one over a line still sees paper beside it
LINE_SIDE = 32  # px of the still coarser picture in which lines are compared with what surrounds them
AROUND = 7  # of those px: more than twice a line's width, so that their median is the surroundings
DIM = 8.0  # of 255: light weaker than this divides no further
BINS = 64  # of the histogram in which paper and ink are told apart
CLEAR = 0.12  # ink must take away at least this share of the light
STEADY = 3.0  # and stand out from the paper's own variation by this many times


def photo_ink(flat: npt.NDArray[np.uint8]) -> Grey:
    """Return the ink of a photo, (height, width) of at most PHOTO_SIDE a side, 0 paper .. 1 ink.

    `flat` is (height, width, 1 or 3) of 0..255. A dark board with light lines is turned over.
    """
    photo = Image.fromarray(flat[:, :, 0] if flat.shape[2] == 1 else flat)
    photo.thumbnail((PHOTO_SIDE, PHOTO_SIDE), Image.Resampling.BOX)
    calm = photo.filter(ImageFilter.GaussianBlur(GRAIN))
    if _has_light_lines(calm.convert("L")):
        calm = ImageOps.invert(calm)
    lost = [lost_light(channel) for channel in calm.split()]
    return cleared(np.asarray(np.maximum.reduce(lost), np.float32))


def _has_light_lines(grey: Image.Image) -> bool:
    """Return whether what stands out from its surroundings is lighter than they are, as chalk on a board is."""
    coarse = grey.resize((LINE_SIDE, LINE_SIDE), Image.Resampling.BOX)
    around = coarse.filter(ImageFilter.MedianFilter(AROUND))
    apart = np.asarray(coarse, np.float32) - np.asarray(around, np.float32)
    return bool((apart * np.abs(apart)).sum() > 0)


def lost_light(channel: Image.Image) -> Grey:
    """Return the share of its light that each pixel of an 'L' picture lacks, 0..1, against the paper around it."""
    share = np.asarray(channel, np.float32) / np.maximum(light(channel), DIM)
    return np.asarray(np.clip(1 - share, 0, 1), np.float32)


def light(small: Image.Image) -> Grey:
    """Return the paper's brightness at each pixel of an 'L' picture, 0..255, as if no line were there."""
    paper = small.resize((LIGHT_SIDE, LIGHT_SIDE), Image.Resampling.BOX)
    for window in (*map(ImageFilter.MaxFilter, REACH), *map(ImageFilter.MinFilter, REACH)):
        paper = paper.filter(window)
    smooth = paper.filter(ImageFilter.GaussianBlur(1))
    return np.asarray(smooth.resize(small.size, Image.Resampling.BICUBIC), np.float32)


def cleared(lost: Grey) -> Grey:
    """Return lost light, (h, w) of 0..1, stretched from half-way between paper and threshold (0) to ink (1).

    All zero where paper and ink cannot be told apart.
    """
    middle = threshold(lost)
    paper, ink = lost[lost <= middle], lost[lost > middle]
    if not ink.size or not paper.size:
        return np.zeros_like(lost)
    low, high = float(paper.mean()), float(ink.mean())
    if high - low < max(CLEAR, STEADY * float(paper.std())):
        return np.zeros_like(lost)
    foot = (low + middle) / 2
    return np.asarray(np.clip((lost - foot) / (high - foot), 0, 1), np.float32)


def threshold(lost: Grey) -> float:
    """Return the value between paper and ink, 0..1, that parts the two most clearly (Otsu 1979)."""
    counts, _ = np.histogram(lost, BINS, (0, 1))
    below = np.cumsum(counts)
    above = below[-1] - below
    mass = np.cumsum(counts * np.arange(BINS))
    with np.errstate(divide="ignore", invalid="ignore"):
        between = below * above * (mass / below - (mass[-1] - mass) / above) ** 2
    return (1 + int(np.nan_to_num(between).argmax())) / BINS
