"""The rows of a PNG: as many as its header promised.

A decoder says nothing when a picture ends before its last row: the rest stays as it was. So a picture is decoded into
a page that shows what was written on it, with room for one row more than promised: no row can be missing, and one too
many is seen unless it looks like the empty page. What canvases post is unpacked and summed up here, in half the time;
and what only Pillow can decode, given the whole file, is unpacked and counted first.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
from PIL import Image

from ...errors import NotAnImage
from ..arrays import Pixels
from .chunks import CHANNELS, PALETTE, Chunks, Header

UNWRITTEN = (0xA5, 0x5A)  # what the page holds beforehand: a whole row may happen to be like the one, not like both
MODES = {1: "L", 2: "LA", 3: "RGB", 4: "RGBA"}  # Pillow's names, by channels
UP, LAST_FILTER = 2, 4  # a row is written as it is, or less the pixel to the left, above (UP), their average, Paeth's
BAND = 16  # rows: about the square root of a canvas's height
# Of each pass: the first column and row, and the steps across and down.
ADAM7 = ((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2))


class Pass(NamedTuple):
    """One pass over a picture; there are seven when it is interlaced."""

    rows: int
    stride: int  # bytes of a row with the byte that names its filter


def pixels(chunks: Chunks) -> Pixels | None:
    """The pixels, (height, width, channels) of 0..255, or None where there are not 8 plain bits a sample.

    Raises NotAnImage where rows are missing or broken, or written in unknown ways, or more than said.
    """
    header = chunks.header
    if header.depth != 8 or header.interlaced or header.colour == PALETTE:
        return None
    summed = _summed(chunks)
    return _decoded(chunks) if summed is None else summed


def check_rows(chunks: Chunks) -> None:
    """Raise NotAnImage unless the rows of all passes are as many, and written in such ways, as said."""
    passes = list(_passes(chunks.header))
    raw = _unpacked(chunks.data, sum(one.rows * one.stride for one in passes))
    start = 0
    for rows, stride in passes:
        end = start + rows * stride
        if max(raw[start:end:stride]) > LAST_FILTER:
            raise NotAnImage()
        start = end


def _summed(chunks: Chunks) -> Pixels | None:
    """The pixels where each row is kept as what it adds to the row above, as browsers write a canvas; else None."""
    if _inflated(chunks.data, 1)[0] != bytes([UP]):
        return None
    width, height, channels = chunks.header.width, chunks.header.height, CHANNELS[chunks.header.colour]
    rows = np.frombuffer(_unpacked(chunks.data, height * (1 + width * channels)), np.uint8).reshape(height, -1)
    if (rows[:, 0] != UP).any():
        return None
    sums = np.zeros((-(-height // BAND) * BAND, width * channels), np.uint8)
    sums[:height] = rows[:, 1:]
    bands = sums.reshape(-1, BAND, width * channels)
    for row in range(1, BAND):  # within all bands at once
        bands[:, row] += bands[:, row - 1]
    for band in range(1, len(bands)):
        bands[band] += bands[band - 1, -1]
    return sums[:height].reshape(height, width, channels)


def _decoded(chunks: Chunks) -> Pixels:
    for unwritten in UNWRITTEN:
        page = _page(chunks, unwritten)
        if (page[-1] != unwritten).any():
            break
        if (page[-2] != unwritten).any():
            return page[:-1]
    raise NotAnImage()


def _page(chunks: Chunks, unwritten: int) -> Pixels:
    """The pixels and one row more, with `unwritten` in all channels wherever the file says nothing."""
    width, height, channels = chunks.header.width, chunks.header.height + 1, CHANNELS[chunks.header.colour]
    mode = MODES[channels]
    page = Image.new(mode, (width, height), (unwritten,) * channels)
    try:
        page.frombytes(chunks.data, "zip", mode, 0)  # 0: not interlaced
    except ValueError as error:  # broken, an unknown filter, or an end within a row
        raise NotAnImage() from error
    return np.asarray(page).reshape(height, width, channels)


def _passes(header: Header) -> Iterator[Pass]:
    for left, top, across, down in ADAM7 if header.interlaced else ((0, 0, 1, 1),):
        columns = -(-(header.width - left) // across)
        rows = -(-(header.height - top) // down)
        if columns > 0 and rows > 0:
            yield Pass(rows, 1 + (columns * header.bits + 7) // 8)


def _unpacked(packed: bytes, promised: int) -> bytes:
    """Exactly the bytes that were promised; raises NotAnImage for more, fewer or broken ones."""
    raw, is_all = _inflated(packed, promised + 1)  # the checksum stands behind the last byte
    if len(raw) != promised or not is_all:
        raise NotAnImage()
    return raw


def _inflated(packed: bytes, most: int) -> tuple[bytes, bool]:
    """The first bytes, and whether there are no more; raises NotAnImage for broken ones."""
    stream = zlib.decompressobj()
    try:
        return stream.decompress(packed, most), stream.eof
    except zlib.error as error:
        raise NotAnImage() from error
