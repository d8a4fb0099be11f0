"""Image bytes -> ink, whatever the file, its paper and its pen."""

from __future__ import annotations

import numpy as np

from ..arrays import Ink, Pixels
from ..parts import Mask, block_side
from .layout import Window, coarse_mask, find_window, without_rim
from .limits import Limits
from .open import open_picture
from .paper import lift_ink
from .pencil import evenly_dark
from .ruling import without_ruling
from .small import either_ink, is_in_doubt

__all__ = ["Limits", "ink_of", "inks_of", "open_picture", "read_ink"]

DEFAULT = Limits()


def read_ink(data: bytes, limits: Limits = DEFAULT) -> Ink:
    """Return the ink of a picture: uint8 (height, width), 0 paper .. 255 ink, nearly all zero where nothing is drawn.

    Raise NotAnImage for bytes that are no whole, still picture, TooLarge for what is beyond the limits, known from the
    header alone.
    """
    return ink_of(open_picture(data, limits))


def ink_of(pixels: Pixels) -> Ink:
    """Return the ink of a picture's pixels, where it has a frame only of what is drawn within it."""
    ink, mask = _plain_ink(pixels)
    window = find_window(mask)
    return evenly_dark(without_rim(ink, mask) if window is None else _ink_within(pixels, window))


def _ink_within(pixels: Pixels, window: Window) -> Ink:
    """Return the ink of what is drawn in a window, on a sheet as large as the picture is: smaller for a photo."""
    height, width = pixels.shape[:2]
    top, bottom = round(window.top * height), round(window.bottom * height)
    left, right = round(window.left * width), round(window.right * width)
    inside = without_rim(*_plain_ink(pixels[top:bottom, left:right]))
    scale = len(inside) / (bottom - top)
    around = [
        (round(scale * top), round(scale * (height - bottom))),
        (round(scale * left), round(scale * (width - right))),
    ]
    return np.pad(inside, around)


def inks_of(pixels: Pixels) -> list[Ink]:
    """Return what a picture's ink may be, the likeliest first: more than one only of a small picture cut tightly."""
    return [ink_of(pixels), *(either_ink(pixels) if is_in_doubt(pixels) else [])]


def _plain_ink(pixels: Pixels) -> tuple[Ink, Mask]:
    """Return the ink of what is drawn on plain or ruled paper, and its coarse mask."""
    ink = lift_ink(pixels)
    mask = coarse_mask(ink)
    plain = without_ruling(ink, mask, block_side(ink))
    return (ink, mask) if plain is ink else (plain, coarse_mask(plain))
