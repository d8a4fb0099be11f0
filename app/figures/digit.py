"""The 64 counts of a digit -> a PNG of 8 x 8 pixels, black on clear, so small that a page can carry hundreds."""

from __future__ import annotations

import struct
import zlib
from base64 import b64encode
from collections.abc import Sequence
from functools import lru_cache

SIDE = 8  # pixels
FULL = 16  # the count of a black pixel
OPAQUE = 255  # alpha of a black pixel
SIGNATURE = b"\x89PNG\r\n\x1a\n"
GREY_AND_ALPHA = 4  # PNG's number for that kind of pixel
DEPTH = 8  # bits of each
KEPT = 2048  # pictures in memory, 200 bytes each: a lesson's and a report's


@lru_cache(maxsize=KEPT)
def digit_png(counts: Sequence[int]) -> str:
    """A data: address of the picture of 64 counts 0..16, row by row; the page shines through its paper."""
    rows = (counts[start : start + SIDE] for start in range(0, SIDE * SIDE, SIDE))
    pixels = b"".join(b"\0" + b"".join(bytes((0, count * OPAQUE // FULL)) for count in row) for row in rows)
    header = struct.pack(">IIBBBBB", SIDE, SIDE, DEPTH, GREY_AND_ALPHA, 0, 0, 0)
    chunks = (b"IHDR", header), (b"IDAT", zlib.compress(pixels, 9)), (b"IEND", b"")
    return "data:image/png;base64," + b64encode(SIGNATURE + b"".join(_chunk(*one) for one in chunks)).decode("ascii")


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
