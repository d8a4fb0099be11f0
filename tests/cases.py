"""The named cases that both reading and web are held to: what is the same digit, what is none, what is refused."""

from __future__ import annotations

import gzip
import pickle
import zlib
from base64 import b64encode
from functools import cache

import numpy as np
from PIL import Image, ImageOps

from tests.pictures import (
    SIGNATURE,
    chunk,
    coloured,
    encoded,
    flipped,
    grey_png,
    header,
    interlaced,
    on_clear,
    photo,
    png,
    raw_rows,
    seven,
    turned,
)

WHITE, BLACK = (255, 255, 255), (0, 0, 0)
SCRIPT = chunk(b"tEXt", b"Comment\0<script>alert(1)</script>")


@cache
def same_digit() -> dict[str, bytes]:
    """Files that all show the same seven as `seven()` does."""
    grey = seven()
    sixteen = Image.fromarray(np.asarray(grey).astype(np.uint16) * 257)
    palette_clear = on_clear(BLACK).quantize(16)
    return {
        "grey": encoded(grey),
        "RGB": encoded(grey.convert("RGB")),
        "RGBA": encoded(grey.convert("RGBA")),
        "grey and alpha": encoded(grey.convert("LA")),
        "palette": encoded(grey.quantize(32)),
        "palette with tRNS": encoded(palette_clear),
        "1 bit": encoded(grey.convert("1", dither=Image.Dither.NONE)),
        "16-bit grey": encoded(sixteen),
        "16-bit RGB": _deep_rgb(),
        "Adam7": interlaced(grey),
        "one-byte IDATs": grey_png(raw_rows(seven(64)), 64, 64, step=1),
        "unknown ancillary chunk": grey_png(raw_rows(grey), 280, 280, chunk(b"abCd", b"hello")),
        "a script in a text chunk": grey_png(raw_rows(grey), 280, 280, SCRIPT),
        "100 compressed text chunks": grey_png(raw_rows(grey), 280, 280, _text_bombs(100)),
        "white on black": encoded(ImageOps.invert(grey)),
        "black on clear": encoded(on_clear(BLACK)),
        "black on clear white": encoded(on_clear(BLACK, WHITE)),
        "white on clear": encoded(on_clear(WHITE)),
        "yellow on clear": encoded(on_clear((255, 255, 0))),
        "red": encoded(coloured((255, 0, 0), WHITE)),
        "yellow": encoded(coloured((255, 255, 0), WHITE)),
        "light grey": encoded(coloured((200, 200, 200), WHITE)),
        "blue on pastel": encoded(coloured((20, 20, 90), (250, 240, 200))),
        "red on green of the same grey": encoded(coloured((200, 0, 0), (0, 102, 0))),
        "112 px": encoded(seven(112)),
        "560 px": encoded(seven(560)),
        "1120 px": encoded(seven(1120)),
        "2048 px": encoded(seven(2048).convert("RGBA")),
        "JPEG": encoded(grey, "JPEG", quality=80),
        "JPEG called PNG": encoded(grey, "JPEG", quality=90),
        "progressive JPEG": encoded(grey.convert("RGB"), "JPEG", progressive=True),
        "JPEG on the grey of missing rows": encoded(
            ImageOps.colorize(grey, "black", (128, 128, 128)).convert("L"), "JPEG"
        ),
        "CMYK JPEG": encoded(grey.convert("CMYK"), "JPEG"),
        "JPEG of 3000 px": encoded(seven(750).resize((3000, 3000)), "JPEG"),
        "WebP": encoded(grey, "WEBP"),
        "WebP without loss": encoded(grey, "WEBP", lossless=True),
        "WebP with alpha": encoded(on_clear(BLACK), "WEBP", lossless=True),
        "JPEG lying on its side": turned(grey, 6, "JPEG"),
        "WebP upside down": turned(grey, 3, "WEBP"),
        "PNG mirrored": turned(grey, 2, "PNG"),
        "a photo on greyish paper": encoded(photo(), "JPEG", quality=85),
        "a photo in bad light": encoded(photo(slope=0.65, noise=10, paper=(150, 148, 140)), "JPEG", quality=85),
        "a photo of a chalk board": encoded(ImageOps.invert(photo(slope=0.2)), "JPEG", quality=85),
        "a photo of a pencil": encoded(photo(ink=0.55), "JPEG", quality=85),
    }


@cache
def nothing_drawn() -> dict[str, bytes]:
    """Files without a line that a person would see."""
    white = Image.new("L", (280, 280), 255)
    grain = np.random.default_rng(3).normal(200, 6, (500, 500, 3)).clip(0, 255).astype(np.uint8)
    slope = np.tile(np.linspace(255, 110, 400).astype(np.uint8), (400, 1))
    return {
        "white": encoded(white),
        "black": encoded(Image.new("L", (280, 280), 0)),
        "grey": encoded(Image.new("RGB", (280, 280), (128, 120, 90))),
        "clear": encoded(Image.new("RGBA", (280, 280))),
        "clear white": encoded(Image.new("RGBA", (280, 280), (255, 255, 255, 0))),
        "one pixel of one": encoded(Image.new("L", (1, 1), 0)),
        "one black pixel": encoded(_dotted(white, 0)),
        "one pixel of value 254": encoded(_dotted(white, 254)),
        "haze": encoded(seven().point(lambda grey: 255 - (255 - grey) // 16)),
        "a single row": encoded(Image.new("L", (2048, 1), 255)),
        "a photo of empty paper": encoded(Image.fromarray(grain), "JPEG", quality=85),
        "light falling off": encoded(Image.fromarray(slope)),
    }


@cache
def no_picture() -> dict[str, bytes]:
    """Bytes that are no whole, still PNG, JPEG or WebP."""
    good, rows = encoded(seven()), raw_rows(seven(32))
    jpeg, webp = encoded(seven(), "JPEG"), encoded(seven(), "WEBP")
    data = chunk(b"IDAT", zlib.compress(rows))
    frames = {"save_all": True, "append_images": [ImageOps.invert(seven())]}
    return _strangers(good) | {
        "one byte": b"\x89",
        "signature only": SIGNATURE,
        "header only": png(header(32, 32)),
        "no IDAT": png(header(32, 32), chunk(b"IEND")),
        "no IEND": png(header(32, 32), data),
        "leading newline": b"\n" + good,
        "line ends mangled": good.replace(b"\n", b"\r\n"),
        "no width": png(header(0, 32), data, chunk(b"IEND")),
        "no height": png(header(32, 0), data, chunk(b"IEND")),
        "bit depth 3": png(header(32, 32, depth=3), data, chunk(b"IEND")),
        "colour type 5": png(header(32, 32, colour=5), data, chunk(b"IEND")),
        "interlace 2": png(header(32, 32, interlace=2), data, chunk(b"IEND")),
        "100 000 text chunks": grey_png(rows, 32, 32, chunk(b"tEXt", b"a\0b") * 100_000),
        "10 000 empty IDATs": png(header(32, 32), chunk(b"IDAT") * 10_000, data, chunk(b"IEND")),
        "cut at half": good[: len(good) // 2],
        "cut in the header": good[:20],
        "cut in the last chunk": good[:-6],
        "wrong header checksum": flipped(good, 29),
        "wrong data checksum": flipped(good, -13),
        "bits flipped in the stream": png(header(32, 32), chunk(b"IDAT", flipped(data[8:-4], 20)), chunk(b"IEND")),
        "wrong adler": png(header(32, 32), chunk(b"IDAT", flipped(data[8:-4], -1)), chunk(b"IEND")),
        "half of the rows missing": grey_png(rows[: len(rows) // 2], 32, 32),
        "a row too many": grey_png(rows + rows[:33], 32, 32),
        "a bomb behind a small header": grey_png(bytes(3_000_000), 32, 32),
        "filter type 9": grey_png(b"\x09" + rows[1:], 32, 32),
        "palette missing": png(header(32, 32, colour=3), data, chunk(b"IEND")),
        "palette empty": png(header(32, 32, colour=3), chunk(b"PLTE"), data, chunk(b"IEND")),
        "palette index out of range": png(header(32, 32, colour=3), chunk(b"PLTE", bytes(6)), data, chunk(b"IEND")),
        "unknown critical chunk": grey_png(rows, 32, 32, chunk(b"ABCD")),
        "an archive behind the picture": good + b"PK\x03\x04 and more",
        "animated PNG": encoded(seven(), "PNG", **frames),
        "animated GIF": encoded(seven(), "GIF", **frames),
        "animated WebP": encoded(seven(), "WEBP", **frames),
        "JPEG cut at half": jpeg[: len(jpeg) // 2],
        "JPEG cut in its header": jpeg[:100],
        **{f"JPEG {how}, cut and closed": _half(jpeg) for how, jpeg in _jpegs().items()},
        **{f"JPEG {how}, half as tall as it says": _taller(jpeg) for how, jpeg in _jpegs().items()},
        "progressive JPEG, cut and closed in its last scan": _unrefined(),
        "JPEG start only": jpeg[:3],
        "JPEG without a picture": b"\xff\xd8\xff\xd9",
        "WebP cut at half": webp[: len(webp) // 2],
        "WebP cut in its header": webp[:18],
    }


def _jpegs() -> dict[str, bytes]:
    """Whole ones that a decoder goes through in different ways."""
    ways: dict[str, dict[str, int]] = {"plain": {}, "with restart marks": {"restart_marker_rows": 1}}
    return {how: encoded(seven(), "JPEG", **options) for how, options in ways.items()}


def _half(jpeg: bytes) -> bytes:
    """Half of its rows, and an end."""
    start = jpeg.index(b"\xff\xda")
    return jpeg[: (start + len(jpeg)) // 2] + b"\xff\xd9"


def _unrefined() -> bytes:
    """All rows of a progressive JPEG, but only half of what makes the last of them fine."""
    jpeg = encoded(seven(), "JPEG", progressive=True)
    return jpeg[: (jpeg.rindex(b"\xff\xda") + len(jpeg)) // 2] + b"\xff\xd9"


def _taller(jpeg: bytes) -> bytes:
    """The same rows under a header that promises twice as many."""
    place = jpeg.index(b"\xff\xc0") + 5
    height = int.from_bytes(jpeg[place : place + 2], "big")
    return jpeg[:place] + (2 * height).to_bytes(2, "big") + jpeg[place + 2 :]


@cache
def too_large() -> dict[str, bytes]:
    """Files whose header promises more pixels than the limits."""
    tail = chunk(b"IDAT", zlib.compress(bytes(100))) + chunk(b"IEND")
    sizes = [(9400, 9400), (13300, 13300), (65500, 65500), (178956970, 1), (2**31 - 1, 1), (2**32 - 1, 2**32 - 1)]
    jpeg = encoded(Image.new("L", (16, 16), 255), "JPEG")
    place = jpeg.index(b"\xff\xc0") + 5
    return {f"{width} x {height}": png(header(width, height), tail) for width, height in sizes} | {
        "20000 x 20000 of 1 bit": png(header(20000, 20000, depth=1), tail),
        "2049 px wide": encoded(Image.new("1", (2049, 8))),
        "2049 px high": encoded(Image.new("1", (8, 2049))),
        "JPEG of 65535 x 65535": jpeg[:place] + b"\xff\xff\xff\xff" + jpeg[place + 4 :],
        "JPEG of 6001 px": encoded(Image.new("L", (6001, 8)), "JPEG"),
        "WebP of 2049 px": encoded(Image.new("L", (2049, 8)), "WEBP"),
    }


def _strangers(good: bytes) -> dict[str, bytes]:
    """Files of other kinds."""
    return {
        "text": b"hello, I am no picture",
        "GIF": encoded(seven(), "GIF"),
        "BMP": encoded(seven(), "BMP"),
        "TIFF": encoded(seven(), "TIFF"),
        "ICO": encoded(seven(64), "ICO"),
        "PDF": encoded(seven(), "PDF"),
        "EPS": encoded(seven(), "EPS"),
        "AVIF": b"\x00\x00\x00\x20ftypavif" + bytes(300),
        "JPEG 2000": b"\x00\x00\x00\x0cjP  \r\n\x87\n" + bytes(300),
        "SVG": b'<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg>&x;</svg>',
        "HTML": b"<!doctype html><script>alert(1)</script>",
        "zip": b"PK\x03\x04" + bytes(100),
        "pickle": pickle.dumps(["a list"]),
        "ELF": b"\x7fELF" + bytes(100),
        "gzip of a good PNG": gzip.compress(good),
        "base64 of a good PNG": b64encode(good),
        "NULs": bytes(1000),
        "noise": np.random.default_rng(5).bytes(5000),
    }


def _dotted(sheet: Image.Image, grey: int) -> Image.Image:
    dotted = sheet.copy()
    dotted.putpixel((100, 100), grey)
    return dotted


def _deep_rgb() -> bytes:
    """Sixteen bits a sample, which Pillow reads but does not write."""
    grid = np.repeat(np.asarray(seven()).astype(">u2")[..., None] * 257, 3, axis=2)
    rows = b"".join(b"\x00" + row.tobytes() for row in grid.astype(">u2"))
    data = chunk(b"IDAT", zlib.compress(rows))
    return png(header(280, 280, depth=16, colour=2), data, chunk(b"IEND"))


def _text_bombs(count: int) -> bytes:
    return chunk(b"zTXt", b"a\0\0" + zlib.compress(bytes(1_000_000))) * count
