"""The chunks of a WebP, walked for its size and for what moves."""

from __future__ import annotations

from ...errors import NotAnImage, TooLarge
from .exif import UPRIGHT, orientation
from .limits import Limits

ANIMATION_FLAG = 0x02  # of VP8X's first byte
MAX_CHUNKS = 64  # a picture with a profile and notes has 6
LOSSY_START = b"\x9d\x01\x2a"  # stands before the size in a lossy frame
LOSSLESS_START = 0x2F


def is_webp(data: bytes) -> bool:
    """Whether the file begins as a WebP does."""
    return data[:4] == b"RIFF" and data[8:12] == b"WEBP"


def walk(data: bytes, limits: Limits) -> int:
    """Which way up the picture is to be seen (1..8), when it is whole, still and no larger than the limits.

    Raises NotAnImage or TooLarge.
    """
    if len(data) < 8 + int.from_bytes(data[4:8], "little"):
        raise NotAnImage()
    turn, place, pictures = UPRIGHT, 12, 0
    for _ in range(MAX_CHUNKS):
        if place + 8 > len(data):
            break
        kind, length = data[place : place + 4], int.from_bytes(data[place + 4 : place + 8], "little")
        body = data[place + 8 : place + 8 + length]
        if len(body) < length or kind in (b"ANIM", b"ANMF"):
            raise NotAnImage()
        if kind in (b"VP8X", b"VP8 ", b"VP8L"):
            _check_size(_size(kind, body), limits)
            pictures += kind != b"VP8X"
        if kind == b"EXIF":
            turn = orientation(body)
        place += 8 + length + length % 2
    if pictures != 1:
        raise NotAnImage()
    return turn


def _size(kind: bytes, body: bytes) -> tuple[int, int]:
    if len(body) < 10 and not (kind == b"VP8L" and len(body) >= 5):
        raise NotAnImage()
    if kind == b"VP8X":
        if body[0] & ANIMATION_FLAG:
            raise NotAnImage()
        return 1 + int.from_bytes(body[4:7], "little"), 1 + int.from_bytes(body[7:10], "little")
    if kind == b"VP8L":
        bits = int.from_bytes(body[1:5], "little")
        if body[0] != LOSSLESS_START:
            raise NotAnImage()
        return 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF)
    if body[3:6] != LOSSY_START:
        raise NotAnImage()
    return int.from_bytes(body[6:8], "little") & 0x3FFF, int.from_bytes(body[8:10], "little") & 0x3FFF


def _check_size(size: tuple[int, int], limits: Limits) -> None:
    if not min(size):
        raise NotAnImage()
    if max(size) > limits.side:
        raise TooLarge(width=size[0], height=size[1], limit=limits.side)
