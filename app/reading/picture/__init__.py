"""Image bytes -> ink: the first arrow of the road."""

from __future__ import annotations

from ..arrays import Ink
from .limits import Limits
from .open import open_picture
from .paper import lift_ink

__all__ = ["Ink", "Limits", "lift_ink", "open_picture", "read_ink"]

DEFAULT = Limits()


def read_ink(data: bytes, limits: Limits = DEFAULT) -> Ink:
    """Return the ink of a picture: uint8 (height, width), 0 paper .. 255 ink, nearly all zero where nothing is drawn.

    Raise NotAnImage for bytes that are no whole, still picture, TooLarge for what is beyond the limits, known from the
    header alone.
    """
    return lift_ink(open_picture(data, limits))
