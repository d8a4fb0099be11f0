"""Which way up a photo is to be seen, from the one EXIF entry that matters here."""

from __future__ import annotations

import struct

UPRIGHT = 1
ORIENTATION = 0x0112  # the entry's number
MARK = b"Exif\x00\x00"  # stands before the entries in a JPEG, and sometimes in a WebP
MAX_ENTRIES = 512  # cameras write some dozens


def orientation(exif: bytes) -> int:
    """1..8 as EXIF counts them; 1, upright, when there is no such entry or the entries make no sense."""
    tiff = exif.removeprefix(MARK)
    order = {b"II*\x00": "<", b"MM\x00*": ">"}.get(tiff[:4])
    if order is None:
        return UPRIGHT
    try:
        return _entry(tiff, order)
    except struct.error:
        return UPRIGHT


def _entry(tiff: bytes, order: str) -> int:
    (start,) = struct.unpack_from(order + "I", tiff, 4)
    (count,) = struct.unpack_from(order + "H", tiff, start)
    for index in range(min(count, MAX_ENTRIES)):
        tag, _, _, value = struct.unpack_from(order + "HHIH", tiff, start + 2 + 12 * index)
        if tag == ORIENTATION:
            return value if 1 <= value <= 8 else UPRIGHT
    return UPRIGHT
