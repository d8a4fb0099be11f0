"""Image bytes -> ink: the first arrow of the road."""

from __future__ import annotations

from ..arrays import Ink
from .limits import Limits
from .open import open_picture
from .paper import lift_ink

__all__ = ["Ink", "Limits", "lift_ink", "open_picture", "read_ink"]

DEFAULT = Limits()


def read_ink(data: bytes, limits: Limits = DEFAULT) -> Ink:
    """The ink of a PNG, JPEG or WebP: uint8 (height, width), 0 paper .. 255 ink.

    Raises NotAnImage for bytes that are no whole, still picture, TooLarge for more pixels than the limits, known from
    the header alone. A picture without ink gives an array that is zero or nearly so.
    """
    return lift_ink(open_picture(data, limits))
