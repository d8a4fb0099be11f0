"""Files put together by hand, as editors, telephones and mischief-makers write them."""

from __future__ import annotations

import struct
import zlib

import numpy as np
from PIL import Image

from tests.pictures import chunk, encoded, header, png, seven


def dotted(sheet: Image.Image, grey: int) -> Image.Image:
    """A sheet with one pixel on it."""
    dotted = sheet.copy()
    dotted.putpixel((100, 100), grey)
    return dotted


def deep_rgb() -> bytes:
    """Sixteen bits a sample, which Pillow reads but does not write."""
    grid = np.repeat(np.asarray(seven()).astype(">u2")[..., None] * 257, 3, axis=2)
    rows = b"".join(b"\x00" + row.tobytes() for row in grid.astype(">u2"))
    data = chunk(b"IDAT", zlib.compress(rows))
    return png(header(280, 280, depth=16, colour=2), data, chunk(b"IEND"))


def text_bombs(count: int) -> bytes:
    """Comments of a megabyte that take a kilobyte each."""
    return chunk(b"zTXt", b"a\0\0" + zlib.compress(bytes(1_000_000))) * count


def screen(width: int, height: int) -> Image.Image:
    """A large grey picture with the seven in its middle."""
    side = min(width, height) // 4 * 4
    sheet = Image.new("L", (width, height), 255)
    sheet.paste(seven(side // 4).resize((side, side)), ((width - side) // 2, (height - side) // 2))
    return sheet


def interrupted(rows: bytes) -> bytes:
    """A PNG of 280 px with a note in the midst of its data."""
    data = zlib.compress(rows)
    parts = chunk(b"IDAT", data[:50]), chunk(b"tEXt", b"a\0b"), chunk(b"IDAT", data[50:])
    return png(header(280, 280), *parts, chunk(b"IEND"))


def one_frame(side: int) -> bytes:
    """The chunks of an animation that stands still."""
    control = struct.pack(">IIIIIHHBB", 0, side, side, 0, 0, 1, 10, 0, 0)
    return chunk(b"acTL", struct.pack(">II", 1, 0)) + chunk(b"fcTL", control)


def loosened(jpeg: bytes, by: int) -> bytes:
    """A JPEG with so many bytes of nothing between its parts."""
    place = 4 + int.from_bytes(jpeg[4:6], "big")
    return jpeg[:place] + bytes(by) + jpeg[place:]


def rescanned(jpeg: bytes, times: int, note: bytes = b"") -> bytes:
    """A progressive JPEG whose first scan comes again and again, with a note before that."""
    start = jpeg.index(b"\xff\xda")
    end = jpeg.index(b"\xff", start + 2)
    return jpeg[:end] + note + jpeg[start:end] * times + jpeg[end:]


def parted() -> bytes:
    """A plain JPEG of three colours whose first scan holds but one."""
    jpeg = encoded(seven(16).convert("RGB"), "JPEG")
    place = jpeg.index(b"\xff\xda")
    return jpeg[:place] + b"\xff\xda\x00\x08\x01\x01\x00\x00\x3f\x00" + jpeg[place + 14 :]


def wide_webp() -> bytes:
    """A WebP of the most pixels a header can promise."""
    webp = bytearray(encoded(seven(16), "WEBP"))
    place = webp.index(b"\x9d\x01\x2a") + 3
    webp[place : place + 4] = b"\xff\x3f\xff\x3f"
    return bytes(webp)


def wide_bmp() -> bytes:
    """A BMP whose header promises 60000 x 60000 pixels."""
    bmp = encoded(seven(16), "BMP")
    return bmp[:18] + struct.pack("<ii", 60000, 60000) + bmp[26:]


def wide_gif() -> bytes:
    """A GIF whose header promises 65535 x 65535 pixels."""
    gif = encoded(seven(16), "GIF")
    return gif[:6] + b"\xff\xff\xff\xff" + gif[10:]
