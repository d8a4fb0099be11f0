"""What reading a picture may cost: everything that a small file can claim to be is bounded before it is decoded."""

from __future__ import annotations

import re
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from PIL import PngImagePlugin

from ...errors import N_, TooLarge

MAX_PIXELS = 15_000_000  # decoded whole: a screen of 5120 x 2880, 60 MB at the 4 bytes that Pillow holds of each
MAX_JPEG_PIXELS = 100_000_000  # as stored: twice as many as phones take, and decoded at a fraction of the size
MAX_COEFFICIENTS = 40_000_000  # of a JPEG in scans, 2 bytes each, held at once: 26 megapixels as cameras store colours
MAX_WORK = 400_000_000  # coefficients times scans, as each scan visits them all: those 26 megapixels in ten
PIECES = 10_000  # reads that any file may take, 10 ms at most
PIECE, GIF_PIECE = 1000, 100  # bytes that earn one more: a PNG takes three for some thousands, a GIF two for each 256
MAX_PROFILES = 4  # of colour in a PNG: each may unpack to a thousand times its size
MARKER = re.compile(rb"\xff[\x02-\xcf\xd8-\xfe]")  # of a JPEG, between its scans
SCAN, END = 0xDA, 0xD9

PngImagePlugin.MAX_TEXT_MEMORY = 4 * PngImagePlugin.MAX_TEXT_CHUNK  # bytes of unpacked comments; Pillow allows 64 times

PIXELS = N_(
    "%(width)s x %(height)s pixels are more than I can open. Make the picture smaller, or send a screenshot of it."
)


@dataclass(frozen=True)
class Limits:
    """How many pixels a picture may have: decoded whole, and as a JPEG stores them."""

    pixels: int = MAX_PIXELS
    jpeg_pixels: int = MAX_JPEG_PIXELS


class Pieces(BytesIO):
    """A file that is read in so many pieces and no more: it may not consist of a million empty ones."""

    def __init__(self, kind: str, data: bytes) -> None:
        super().__init__(data)
        self.left = PIECES + len(data) // (GIF_PIECE if kind == "Gif" else PIECE)

    def read(self, size: int | None = -1, /) -> bytes:
        """Return the next bytes. Raise OSError when there are too many pieces."""
        self.left -= 1
        if self.left < 0:
            raise OSError("too many pieces")
        return super().read(size)


def check_pixels(picture: Any, most: int) -> None:
    """Raise TooLarge for a picture, opened but not decoded, of more pixels."""
    width, height = picture.size
    if width * height > most:
        reason = f"{picture.format}: {width} x {height}, at most {most} pixels"
        raise TooLarge(PIXELS, width=width, height=height, reason=reason)


def check_profiles(data: bytes) -> None:
    """Raise TooLarge for a PNG with more colour profiles than anybody needs."""
    if data.count(b"iCCP") > MAX_PROFILES:
        raise TooLarge(reason="PNG: too many colour profiles")


def check_scans(picture: Any, data: bytes) -> None:
    """Raise TooLarge for a JPEG, opened but not decoded, that asks for too much memory or time by its many scans."""
    place = picture.fp.tell()
    first = data.rindex(bytes([0xFF, SCAN]), 0, place)
    if data[first + 4] == picture.layers and "progressive" not in picture.info:
        return  # the first scan holds all there is, and nothing is kept
    scans = 1
    while (marker := MARKER.search(data, place)) and data[marker.end() - 1] != END:
        scans += data[marker.end() - 1] == SCAN
        place = marker.end() + int.from_bytes(data[marker.end() : marker.end() + 2], "big")
    across, down = (max(layer[axis] for layer in picture.layer) for axis in (1, 2))
    coefficients = picture.width * picture.height * sum(h * v for _, h, v, _ in picture.layer) // (across * down)
    if coefficients > MAX_COEFFICIENTS or coefficients * scans > MAX_WORK:
        raise TooLarge(reason=f"JPEG: {picture.width} x {picture.height} in {scans} scans")
