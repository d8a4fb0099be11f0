"""The rows of a PNG: unpacked within a bound, held against what the header promised, and undone.

A PNG keeps each row as its difference from what was predicted of it (a "filter"). Most pictures of digits are grey,
however they are stored, and that can be seen, and three quarters of the bytes dropped, before any filter is undone.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from PIL import Image

from app.errors import NotAnImage
from app.reading.chunks import CHANNELS, PALETTE, Chunks, Header

Rows = npt.NDArray[np.uint8]  # (height, 1 + bytes of the row): the filter's number, then the differences

LAST_FILTER = 4  # none, the pixel to the left, the one above, their average, Paeth's choice
PIECE = 1 << 15  # bytes unpacked at a time: they stay in the processor's cache
STORED = 0  # zlib's level for "as it is"
GREY_AND_ALPHA = 2  # channels: pictures with more may still be grey
MODES = {1: "L", 2: "LA", 3: "RGB", 4: "RGBA"}  # Pillow's names, by channels
RED, GREY_OF_RED, ALPHA_UNIT = map(np.uint32, (0xFF, 0x010101, 0x1000000))  # of a pixel as one number, red lowest
# What each filter leaves of an alpha that is 255 everywhere, in the first pixel of a row and in the others.
ALPHA_OF_TOP_ROW = np.array([(255, 255), (255, 0), (255, 255), (255, 128), (255, 0)], np.uint32)
ALPHA = np.array([(255, 255), (255, 0), (0, 0), (128, 0), (0, 0)], np.uint32)
# Of each pass: the first column and row, and the steps across and down.
ADAM7 = ((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2))


class Pass(NamedTuple):
    """One pass over a picture; there are seven when it is interlaced."""

    rows: int
    stride: int  # bytes of a row with the byte that names its filter


def unpacked(chunks: Chunks) -> bytes:
    """The filtered rows of all passes. Raises NotAnImage unless they are as many, and written in such ways, as said."""
    passes = list(_passes(chunks.header))
    raw = b"".join(_inflated(chunks.data, sum(one.rows * one.stride for one in passes), PIECE))
    start = 0
    for rows, stride in passes:
        end = start + rows * stride
        _check_filters(raw[start:end:stride])
        start = end
    return raw


def pixels(chunks: Chunks) -> npt.NDArray[np.uint8] | None:
    """The pixels, (height, width, channels) of 0..255, or None where there are not 8 plain bits a sample.

    An opaque grey picture comes back with one channel, however it was stored. Raises NotAnImage.
    """
    header = chunks.header
    if header.depth != 8 or header.interlaced or header.colour == PALETTE:
        return None
    channels = CHANNELS[header.colour]
    if channels > GREY_AND_ALPHA and (grey := _grey_rows(chunks)) is not None:
        return _undone(grey.tobytes(), header, 1)
    return _undone(unpacked(chunks), header, channels)


def _undone(rows: bytes, header: Header, channels: int) -> npt.NDArray[np.uint8]:
    """The pixels of filtered rows. Pillow undoes filters of packed rows only, so they are packed as they are."""
    mode, size = MODES[channels], (header.width, header.height)
    picture = Image.frombytes(mode, size, zlib.compress(rows, STORED), "zip", mode, 0)
    return np.asarray(picture).reshape(header.height, header.width, channels)


def _grey_rows(chunks: Chunks) -> Rows | None:
    """The filtered rows of one channel of a coloured picture, or None where it is not opaque grey; raises NotAnImage.

    Looked at a few rows at a time: a picture unpacked as a whole takes twice as long to come out of the memory as out
    of the file.
    """
    header, channels = chunks.header, CHANNELS[chunks.header.colour]
    stride = 1 + header.width * channels
    grey = np.empty((header.height, 1 + header.width), np.uint8)
    top = 0
    for piece in _inflated(chunks.data, header.height * stride, max(1, PIECE // stride) * stride):
        rows = np.frombuffer(piece, np.uint8).reshape(-1, stride)
        _check_filters(rows[:, 0].tobytes())
        if not _is_opaque_grey(rows, channels, is_top=top == 0):
            return None
        grey[top : top + len(rows), 0] = rows[:, 0]
        grey[top : top + len(rows), 1:] = rows[:, 1::channels]
        top += len(rows)
    return grey


def _check_filters(filters: bytes) -> None:
    if max(filters) > LAST_FILTER:
        raise NotAnImage()


def _is_opaque_grey(rows: Rows, channels: int, is_top: bool) -> bool:
    """Whether RGB or RGBA pixels are all grey and opaque; `is_top` when the picture begins with these rows.

    A filter predicts each channel from that channel alone, so channels that are equal have equal differences.
    """
    if channels == 3:
        red, green, blue = (rows[:, 1 + channel :: 3] for channel in range(3))
        return np.array_equal(red, green) and np.array_equal(red, blue)
    alpha = ALPHA[rows[:, 0]]
    if is_top:
        alpha[0] = ALPHA_OF_TOP_ROW[rows[0, 0]]
    return _is_grey(rows[:, 1:], alpha)


def _is_grey(differences: Rows, alpha: npt.NDArray[np.uint32]) -> bool:
    """Whether red, green and blue are equal and the fourth channel is `alpha`, (height, first pixel and others)."""
    as_one = np.ascontiguousarray(differences).view("<u4")
    expected = as_one & RED
    expected *= GREY_OF_RED
    expected[:, :1] += alpha[:, :1] * ALPHA_UNIT
    expected[:, 1:] += alpha[:, 1:] * ALPHA_UNIT
    return np.array_equal(expected, as_one)


def _passes(header: Header) -> Iterator[Pass]:
    for left, top, across, down in ADAM7 if header.interlaced else ((0, 0, 1, 1),):
        columns = -(-(header.width - left) // across)
        rows = -(-(header.height - top) // down)
        if columns > 0 and rows > 0:
            yield Pass(rows, 1 + (columns * header.bits + 7) // 8)


def _inflated(packed: bytes, promised: int, piece: int) -> Iterator[bytes]:
    """Exactly the bytes that were promised, `piece` at a time; raises NotAnImage for more, fewer or broken ones."""
    stream = zlib.decompressobj()
    try:
        while promised and len(raw := stream.decompress(packed, min(piece, promised))) == min(piece, promised):
            packed = stream.unconsumed_tail
            promised -= len(raw)
            yield raw
        surplus = stream.decompress(packed, 1)  # the checksum stands behind the last byte
    except zlib.error as error:
        raise NotAnImage() from error
    if promised or surplus or not stream.eof:
        raise NotAnImage()
