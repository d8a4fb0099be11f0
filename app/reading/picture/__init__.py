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
from .sheet import Sheet
from .small import either_ink, is_in_doubt

__all__ = ["Limits", "Sheet", "ink_of", "open_picture", "read_ink", "sheets_of"]

DEFAULT = Limits()


def read_ink(data: bytes, limits: Limits = DEFAULT) -> Ink:
    """Return the ink of a picture: uint8 (height, width), 0 paper .. 255 ink, nearly all zero where nothing is drawn.

    Raise NotAnImage for bytes that are no whole, still picture, TooLarge for what is beyond the limits, known from the
    header alone.
    """
    return ink_of(open_picture(data, limits))


def ink_of(pixels: Pixels) -> Ink:
    """Return the ink of a picture's pixels, where it has a frame only of what is drawn within it."""
    return sheet_of(pixels).ink


def sheet_of(pixels: Pixels) -> Sheet:
    """Return the ink of a picture's pixels, and what was left out."""
    whole = lift_ink(pixels)
    plain, mask = _unruled(whole)
    window = find_window(mask)
    drawn = without_rim(plain, mask) if window is None else _ink_within(pixels, window)
    found = {"ruling": plain is not whole, "frame": window is not None, "edge": window is None and drawn is not plain}
    return Sheet(evenly_dark(drawn), whole, tuple(why for why, is_found in found.items() if is_found))


def sheets_of(pixels: Pixels) -> list[Sheet]:
    """Return what a picture's ink may be, the likeliest first: more than one only of a small picture cut tightly."""
    others = either_ink(pixels) if is_in_doubt(pixels) else []
    return [sheet_of(pixels), *(Sheet(ink, ink) for ink in others)]


def _ink_within(pixels: Pixels, window: Window) -> Ink:
    """Return the ink of what is drawn in a window, on a sheet as large as the picture is: smaller for a photo."""
    height, width = pixels.shape[:2]
    top, bottom = round(window.top * height), round(window.bottom * height)
    left, right = round(window.left * width), round(window.right * width)
    inside = without_rim(*_unruled(lift_ink(pixels[top:bottom, left:right])))
    scale = len(inside) / (bottom - top)
    around = [
        (round(scale * top), round(scale * (height - bottom))),
        (round(scale * left), round(scale * (width - right))),
    ]
    return np.pad(inside, around)


def _unruled(ink: Ink) -> tuple[Ink, Mask]:
    """Return the ink of what is drawn on plain or ruled paper, and its coarse mask."""
    mask = coarse_mask(ink)
    plain = without_ruling(ink, mask, block_side(ink))
    return (ink, mask) if plain is ink else (plain, coarse_mask(plain))
