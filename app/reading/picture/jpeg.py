"""The segments of a JPEG, walked for its size and cleaned of everything that is not the picture."""

from __future__ import annotations

import re
import struct
from dataclasses import dataclass

from ...errors import NotAnImage, TooLarge
from .exif import MARK, UPRIGHT, orientation
from .limits import Limits

START = b"\xff\xd8\xff"
FRAMES = {0xC0, 0xC1, 0xC2}  # baseline, extended and progressive: what libjpeg decodes
OTHER_FRAMES = {0xC3, 0xC5, 0xC6, 0xC7, 0xC9, 0xCA, 0xCB, 0xCD, 0xCE, 0xCF}  # lossless and arithmetic ones
PROGRESSIVE = 0xC2
SCAN, END = 0xDA, 0xD9
KEPT_NOTES = {0xE0, 0xEE}  # JFIF and Adobe say how colours are stored; other notes (0xE1..0xEF, 0xFE) are dropped
EXIF_NOTE = 0xE1
MAX_SEGMENTS = 1024  # a photo has about 20
MAX_WORK = 120_000_000  # pixels times scans of a progressive picture: twelve megapixels in ten scans, about 0.2 s
SCAN_START = re.compile(rb"\xff\xda")
LAST_MARK = b"\xff\xd9"
NOISE = b"\x55\xaa" * 64  # bits of no meaning
RESTARTS = [bytes((0xFF, 0xD0 + number)) for number in range(8)]  # a decoder waits for the one that is next
IDLE = NOISE + b"".join(mark + NOISE for mark in RESTARTS)


@dataclass(frozen=True)
class Jpeg:
    """A JPEG file of nothing but its picture, and which way up it is to be seen (1..8)."""

    data: bytes
    orientation: int

    @property
    def lengthened(self) -> bytes:
        """The same file with bits of no meaning before its end: whoever has the whole picture looks no further."""
        body, mark, rest = self.data.rpartition(LAST_MARK)
        return body + IDLE + mark + rest


def walk(data: bytes, limits: Limits) -> Jpeg:
    """The JPEG cleaned, when it is no larger than the limits; raises NotAnImage or TooLarge."""
    kept, turn, place, size = [data[:2]], UPRIGHT, 2, (0, 0)
    for _ in range(MAX_SEGMENTS):
        kind, start, end = _segment(data, place)
        if kind in OTHER_FRAMES or kind == END:
            raise NotAnImage()
        if kind in FRAMES:
            size = _checked_size(data[start:end], limits)
            _check_work(data, kind, size)
        if kind == EXIF_NOTE and data.startswith(MARK, start):
            turn = orientation(data[start:end])
        if kind == SCAN:
            if not size[0]:
                raise NotAnImage()
            return Jpeg(b"".join([*kept, data[place:]]), turn)
        if kind in KEPT_NOTES or not (0xE0 <= kind <= 0xEF or kind == 0xFE):
            kept.append(data[place:end])
        place = end
    raise NotAnImage()


def _segment(data: bytes, place: int) -> tuple[int, int, int]:
    """The kind of the segment at `place`, and where its contents start and end."""
    if data[place : place + 1] != b"\xff":
        raise NotAnImage()
    while data[place + 1 : place + 2] == b"\xff":  # any number of fill bytes may stand before a marker
        place += 1
    header = data[place + 1 : place + 4]
    if len(header) < 3:
        raise NotAnImage()
    end = place + 2 + int.from_bytes(header[1:], "big")
    if end < place + 4 or end > len(data):
        raise NotAnImage()
    return header[0], place + 4, end


def _checked_size(frame: bytes, limits: Limits) -> tuple[int, int]:
    if len(frame) < 6:
        raise NotAnImage()
    height, width = struct.unpack(">HH", frame[1:5])
    if not width or not height:
        raise NotAnImage()
    if max(width, height) > limits.jpeg_side:
        raise TooLarge(width=width, height=height, limit=limits.jpeg_side)
    return width, height


def _check_work(data: bytes, kind: int, size: tuple[int, int]) -> None:
    """Refuse a progressive picture that would be gone over too often: every scan visits every pixel again."""
    if kind == PROGRESSIVE:
        scans = sum(1 for _ in SCAN_START.finditer(data))
        if scans * size[0] * size[1] > MAX_WORK:
            raise TooLarge(width=size[0], height=size[1], scans=scans)
