"""How large a picture may be before it is refused unopened."""

from __future__ import annotations

from dataclasses import dataclass

MAX_SIDE = 2048  # px, PNG and WebP: seven times a canvas of 280 px, and 33 MB at the very most when unpacked
MAX_JPEG_SIDE = 6000  # px: a phone's photo; a JPEG can be decoded at a fraction of its size, so it may be larger


@dataclass(frozen=True)
class Limits:
    """The longest side, in pixels, that a picture may have."""

    side: int = MAX_SIDE
    jpeg_side: int = MAX_JPEG_SIDE
