"""The rows of a PNG: unpacked within a bound, held against what the header promised, and undone where that is quick.

A browser's canvas writes every row as its difference from the row above, which NumPy undoes in a few microseconds;
any other picture is handed to Pillow, cleaned.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator

import numpy as np
import numpy.typing as npt

from app.errors import NotAnImage
from app.reading.chunks import CHANNELS, PALETTE, Chunks, Header

NONE, UP, LAST_FILTER = 0, 2, 4  # how a row was written: as it is, less the row above, … up to Paeth's prediction
RED, GREY_OF_RED, OPAQUE, NO_CHANGE = map(np.uint32, (0xFF, 0x010101, 0xFF000000, 0))  # of a pixel as one number
BLOCK = 32  # rows looked at together: they stay in the processor's cache
# Of each pass: the first column and row, and the steps across and down.
ADAM7 = ((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2))


def unpacked(chunks: Chunks) -> bytes:
    """The filtered rows, exactly as many bytes as the header promises; raises NotAnImage."""
    passes = list(_passes(chunks.header))
    promised = sum(rows * stride for rows, stride in passes)
    raw = _inflated(chunks.data, promised)
    start = 0
    for rows, stride in passes:
        filters = raw[start : start + rows * stride : stride]
        if max(filters) > LAST_FILTER:
            raise NotAnImage()
        start += rows * stride
    return raw


def quick_pixels(header: Header, raw: bytes) -> npt.NDArray[np.uint8] | None:
    """The pixels, (height, width, channels) of 0..255, or None where undoing the filters takes a real decoder.

    An opaque grey picture comes back with one channel, however it was stored.
    """
    if header.depth != 8 or header.interlaced or header.colour == PALETTE:
        return None
    rows = np.frombuffer(raw, np.uint8).reshape(header.height, -1)
    filters = rows[1:, 0]
    above = bool((filters == UP).all())
    if rows[0, 0] not in (NONE, UP) or not (above or (filters == NONE).all()):
        return None
    pixels = rows[:, 1:].copy().reshape(header.height, header.width, CHANNELS[header.colour])
    if _is_opaque_grey(pixels, above):
        pixels = pixels[:, :, :1].copy()
    if above:
        _sum_down(pixels.reshape(header.height, -1))
    return pixels


def _is_opaque_grey(stored: npt.NDArray[np.uint8], above: bool) -> bool:
    """Whether RGB or RGBA pixels are all grey and opaque; rows less the row above are grey when their sums are."""
    if stored.shape[2] == 3:
        red, green, blue = (stored[:, :, channel] for channel in range(3))
        return np.array_equal(red, green) and np.array_equal(red, blue)
    if stored.shape[2] != 4:
        return False
    as_one = stored.view("<u4")[:, :, 0]  # the first byte, red, is the lowest
    rest = range(1, len(as_one), BLOCK)
    alpha = NO_CHANGE if above else OPAQUE
    return _all_grey(as_one[:1], OPAQUE) and all(_all_grey(as_one[row : row + BLOCK], alpha) for row in rest)


def _all_grey(pixels: npt.NDArray[np.uint32], alpha: np.uint32) -> bool:
    expected = pixels & RED
    expected *= GREY_OF_RED
    expected += alpha
    return bool((expected == pixels).all())


def _sum_down(rows: npt.NDArray[np.uint8]) -> None:
    """Add to each row the row above, wrapping at 256 as the format wants; a fifth of the time of NumPy's accumulate."""
    above = rows[0]
    for row in rows[1:]:
        np.add(row, above, out=row)
        above = row


def _passes(header: Header) -> Iterator[tuple[int, int]]:
    """Of each pass: its rows, and the bytes of one row with the byte that names its filter."""
    for left, top, across, down in ADAM7 if header.interlaced else ((0, 0, 1, 1),):
        columns = -(-(header.width - left) // across)
        rows = -(-(header.height - top) // down)
        if columns > 0 and rows > 0:
            yield rows, 1 + (columns * header.bits + 7) // 8


def _inflated(packed: bytes, promised: int) -> bytes:
    stream = zlib.decompressobj()
    try:
        raw = stream.decompress(packed, promised + 1)
    except zlib.error as error:
        raise NotAnImage() from error
    if len(raw) != promised or not stream.eof:
        raise NotAnImage()
    return raw
