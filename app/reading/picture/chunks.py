"""The chunks of a PNG file, checked one by one before any decoder sees them.

A decoder may be asked to unpack more than we wish (a header promising 9400 x 9400 pixels, a hundred compressed
comments) and may overlook what we want to know (a wrong checksum, half of the rows missing). So the file is walked
here first: what the picture needs is kept, everything else is dropped.
"""

from __future__ import annotations

import struct
import zlib
from dataclasses import dataclass, field

from ...errors import NotAnImage, TooLarge
from .limits import Limits

SIGNATURE = b"\x89PNG\r\n\x1a\n"
MAX_CHUNKS = 8192  # a canvas has about 5, one in one-byte pieces some thousands
MAX_IDLE = 512  # chunks without picture data; cameras and editors write some dozens, and walking these takes 1 ms
DEPTHS = {0: (1, 2, 4, 8, 16), 2: (8, 16), 3: (1, 2, 4, 8), 4: (8, 16), 6: (8, 16)}  # bits, by colour type
CHANNELS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}  # samples a pixel, by colour type
PALETTE = 3  # the colour type whose samples point into PLTE
CLEAR_COLOUR_BYTES = {0: 2, 2: 6}  # how long tRNS is, by colour type; a palette's may have any length up to its own
ANIMATED = (b"acTL", b"fcTL", b"fdAT")


@dataclass(frozen=True)
class Header:
    """What a PNG's first chunk promises: sides in px, bits a sample, colour type, and whether it is interlaced."""

    width: int
    height: int
    depth: int
    colour: int
    interlaced: bool

    @property
    def bits(self) -> int:
        """The bits of one pixel."""
        return self.depth * CHANNELS[self.colour]

    def packed(self) -> bytes:
        """The same header as the 13 bytes of its chunk."""
        return struct.pack(">IIBBBBB", self.width, self.height, self.depth, self.colour, 0, 0, int(self.interlaced))


@dataclass
class Chunks:
    """The chunks of one PNG that its picture needs; `data` is still compressed."""

    header: Header
    palette: bytes = b""
    clear: bytes = b""
    exif: bytes = b""
    pieces: list[bytes] = field(default_factory=list)

    @property
    def data(self) -> bytes:
        """The compressed rows, in one piece."""
        return b"".join(self.pieces)

    def rebuilt(self) -> bytes:
        """A PNG file of the same picture and nothing else."""
        parts = [SIGNATURE, _chunk(b"IHDR", self.header.packed())]
        if self.palette:
            parts.append(_chunk(b"PLTE", self.palette))
        if self.clear:
            parts.append(_chunk(b"tRNS", self.clear))
        return b"".join([*parts, _chunk(b"IDAT", self.data), _chunk(b"IEND", b"")])


def walk(data: bytes, limits: Limits) -> Chunks:
    """The chunks of a whole, still PNG no larger than the limits; raises NotAnImage or TooLarge."""
    header = _header(data, limits)
    chunks = Chunks(header)
    place = len(SIGNATURE)
    for count in range(MAX_CHUNKS):
        kind, body, place = _next(data, place)
        if kind == b"IEND":
            _finish(chunks, rest=data[place:])
            return chunks
        _keep(chunks, kind, body)
        if count - len(chunks.pieces) > MAX_IDLE:
            break
    raise NotAnImage()


def _next(data: bytes, place: int) -> tuple[bytes, bytes, int]:
    end = place + 12 + int.from_bytes(data[place : place + 4], "big")
    if end > len(data) or len(data) < place + 12:
        raise NotAnImage()
    if zlib.crc32(data[place + 4 : end - 4]) != int.from_bytes(data[end - 4 : end], "big"):
        raise NotAnImage()
    return data[place + 4 : place + 8], data[place + 8 : end - 4], end


def _header(data: bytes, limits: Limits) -> Header:
    if data[8:16] != b"\x00\x00\x00\x0dIHDR" or len(data) < 33:
        raise NotAnImage()
    width, height, depth, colour, packing, filters, interlace = struct.unpack(">IIBBBBB", data[16:29])
    if not width or not height:
        raise NotAnImage()
    if max(width, height) > limits.side:
        raise TooLarge(width=width, height=height, limit=limits.side)
    if depth not in DEPTHS.get(colour, ()) or packing or filters or interlace > 1:
        raise NotAnImage()
    return Header(width, height, depth, colour, bool(interlace))


def _keep(chunks: Chunks, kind: bytes, body: bytes) -> None:
    if kind in ANIMATED:
        raise NotAnImage()
    if kind == b"IDAT":
        chunks.pieces += [body] if body else []
    elif kind == b"PLTE":
        chunks.palette = body
    elif kind == b"tRNS":
        chunks.clear = body
    elif kind == b"eXIf":
        chunks.exif = body
    elif not kind[:1].islower() and kind != b"IHDR":  # a capital marks a chunk that no reader may skip
        raise NotAnImage()


def _finish(chunks: Chunks, rest: bytes) -> None:
    if rest.strip(b"\x00\r\n ") or not chunks.pieces:  # something else hides behind the picture, or there is none
        raise NotAnImage()
    _check_palette(chunks)
    if chunks.header.depth == 16:
        chunks.clear = b""  # one clear 16-bit colour is the paper, and paper is found by its colour anyway


def _check_palette(chunks: Chunks) -> None:
    colour, entries = chunks.header.colour, len(chunks.palette) // 3
    if colour == PALETTE:
        if not 0 < entries <= 256 or len(chunks.palette) % 3 or len(chunks.clear) > entries:
            raise NotAnImage()
    else:
        chunks.palette = b""
        if chunks.clear and len(chunks.clear) != CLEAR_COLOUR_BYTES.get(colour):
            raise NotAnImage()


def _chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
