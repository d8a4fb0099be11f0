"""Pictures for tests: one drawn seven in every dress, and PNG files put together by hand."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO

import numpy as np
import numpy.typing as npt
from PIL import Image, ImageDraw, ImageFilter, ImageOps

Grey = npt.NDArray[np.float64]

FINE = 4  # times the size it is drawn at, then averaged down, so that edges are smooth as a canvas's are
SIGNATURE = b"\x89PNG\r\n\x1a\n"


def seven(side: int = 280, pen: float = 0.05) -> Image.Image:
    """A grey drawing of a 7, black on white; `pen` is a share of the side."""
    big = side * FINE
    sheet = Image.new("L", (big, big), 255)
    ends = [(0.3, 0.25), (0.7, 0.25), (0.45, 0.8)]
    ImageDraw.Draw(sheet).line([(x * big, y * big) for x, y in ends], fill=0, width=round(pen * big), joint="curve")
    return sheet.resize((side, side), Image.Resampling.BOX)


def coloured(ink: tuple[int, ...], paper: tuple[int, ...]) -> Image.Image:
    """The seven in one colour on another."""
    share = np.asarray(seven(), float)[..., None] / 255
    return Image.fromarray((np.array(paper) * share + np.array(ink) * (1 - share)).round().astype(np.uint8))


def on_clear(ink: tuple[int, int, int], beneath: tuple[int, int, int] | None = None) -> Image.Image:
    """The seven on transparent paper, whose invisible colour may be another."""
    alpha = ImageOps.invert(seven())
    picture = Image.new("RGBA", alpha.size, (*ink, 0))
    if beneath is not None:
        picture.paste((*beneath, 0), mask=seven().point(lambda grey: 255 if grey == 255 else 0))
    picture.putalpha(alpha)
    return picture


def photo(
    side: int = 900,
    noise: float = 6,
    slope: float = 0.5,
    ink: float = 0.25,
    paper: tuple[int, int, int] = (225, 215, 200),
    pen: float = 0.05,
) -> Image.Image:
    """The seven as a camera sees it: light falling off across tinted paper, noise, soft edges. Always the same."""
    share = np.asarray(seven(side, pen).filter(ImageFilter.GaussianBlur(1.5)), float) / 255
    y, x = np.mgrid[0:side, 0:side] / side
    light = 1 - slope * (0.7 * x + 0.3 * y)
    shades = ((ink + (1 - ink) * share) * light)[..., None] * np.array(paper)
    grain = np.random.default_rng(7).normal(0, noise, shades.shape)
    return Image.fromarray((shades + grain).clip(0, 255).astype(np.uint8))


def encoded(picture: Image.Image, kind: str = "PNG", **options: object) -> bytes:
    """The file of a picture."""
    file = BytesIO()
    picture.save(file, kind, **options)
    return file.getvalue()


def turned(picture: Image.Image, orientation: int, kind: str) -> bytes:
    """A file that holds the picture lying some other way, with the EXIF note that puts it upright again."""
    undo = {
        2: Image.Transpose.FLIP_LEFT_RIGHT,
        3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_90,
        7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_270,
    }
    note = Image.Exif()
    note[0x0112] = orientation
    lying = picture.transpose(undo[orientation]) if orientation in undo else picture
    return encoded(lying, kind, exif=note)


def chunk(kind: bytes, body: bytes = b"") -> bytes:
    """One PNG chunk with a right checksum."""
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def header(width: int, height: int, depth: int = 8, colour: int = 0, interlace: int = 0) -> bytes:
    """The first chunk of a PNG."""
    return chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, interlace))


def png(*chunks: bytes) -> bytes:
    """A PNG of the given chunks."""
    return SIGNATURE + b"".join(chunks)


def grey_png(rows: bytes, width: int, height: int, extra: bytes = b"", step: int = 0) -> bytes:
    """A grey PNG of rows that are filtered already, with more chunks before its data, and that in pieces of `step`."""
    data = zlib.compress(rows)
    pieces = [data[place : place + step] for place in range(0, len(data), step)] if step else [data]
    return png(header(width, height), extra, *(chunk(b"IDAT", piece) for piece in pieces), chunk(b"IEND"))


def raw_rows(picture: Image.Image) -> bytes:
    """The rows of a grey picture, each with filter type 0 before it."""
    return b"".join(b"\x00" + bytes(row) for row in np.asarray(picture.convert("L")))


def interlaced(picture: Image.Image) -> bytes:
    """The picture as an Adam7 PNG, which Pillow reads but does not write."""
    grid = np.asarray(picture.convert("L"))
    starts = ((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2))
    rows = [b"\x00" + row.tobytes() for x, y, dx, dy in starts for row in grid[y::dy, x::dx] if row.size]
    data = zlib.compress(b"".join(rows))
    return png(header(picture.width, picture.height, interlace=1), chunk(b"IDAT", data), chunk(b"IEND"))


def flipped(data: bytes, place: int, mask: int = 0xFF) -> bytes:
    """The bytes with some bits of one of them flipped; a place below 0 counts from the end."""
    changed = bytearray(data)
    changed[place] ^= mask
    return bytes(changed)


def resized(jpeg: bytes, width: int, height: int) -> bytes:
    """The same JPEG under a header that promises another size."""
    place = next(at for at in (jpeg.find(b"\xff\xc0"), jpeg.find(b"\xff\xc2")) if at > 0) + 5
    return jpeg[:place] + struct.pack(">HH", height, width) + jpeg[place + 4 :]
