"""The named cases that both reading and web are held to: what is the same digit, what is none, what is refused."""

from __future__ import annotations

import gzip
import pickle
import zlib
from base64 import b64encode
from functools import cache

import numpy as np
from PIL import Image, ImageOps, features

from tests.crafted import (
    deep_rgb,
    dotted,
    interrupted,
    loosened,
    one_frame,
    parted,
    rescanned,
    screen,
    text_bombs,
    wide_bmp,
    wide_gif,
    wide_webp,
)
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
    resized,
    seven,
    turned,
)

WHITE, BLACK = (255, 255, 255), (0, 0, 0)
MOVING = ["PNG", "GIF", "WEBP", *(["AVIF"] if features.check("avif") else [])]
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
        "16-bit RGB": deep_rgb(),
        "Adam7": interlaced(grey),
        "one-byte IDATs": grey_png(raw_rows(seven(64)), 64, 64, step=1),
        "unknown ancillary chunk": grey_png(raw_rows(grey), 280, 280, chunk(b"abCd", b"hello")),
        "a script in a text chunk": grey_png(raw_rows(grey), 280, 280, SCRIPT),
        "600 private chunks": grey_png(raw_rows(grey), 280, 280, chunk(b"prVt", b"x") * 600),
        "an archive behind the picture": encoded(grey) + b"PK\x03\x04 and more",
        "the rest of a larger picture behind it": encoded(grey) + encoded(seven(300))[200:],
        "a note in the midst of the data": interrupted(raw_rows(grey)),
        "one frame of an animation": grey_png(raw_rows(grey), 280, 280, one_frame(280)),
        "tRNS too long": grey_png(raw_rows(grey), 280, 280, chunk(b"tRNS", bytes([0, 7, 0, 0, 0, 0]))),
        "a row too many": grey_png(raw_rows(grey) + bytes(281), 280, 280),
        "a bomb behind a small header": grey_png(raw_rows(grey) + bytes(3_000_000), 280, 280),
        "without the data's checksum": png(
            header(280, 280), chunk(b"IDAT", zlib.compress(raw_rows(grey))[:-4]), chunk(b"IEND")
        ),
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
        "a screen of 5120 x 2880": encoded(screen(5120, 2880).convert("RGBA"), compress_level=1),
        "a telephone's screen": encoded(screen(1320, 2868).convert("P"), compress_level=1),
        "a page of 300 dots an inch in 1 bit": encoded(screen(2480, 3508).convert("1"), compress_level=1),
        "JPEG": encoded(grey, "JPEG", quality=80),
        "JPEG called PNG": encoded(grey, "JPEG", quality=90),
        "progressive JPEG": encoded(grey.convert("RGB"), "JPEG", progressive=True),
        "JPEG on the grey of missing rows": encoded(
            ImageOps.colorize(grey, "black", (128, 128, 128)).convert("L"), "JPEG"
        ),
        "CMYK JPEG": encoded(grey.convert("CMYK"), "JPEG"),
        "JPEG of 3000 px": encoded(seven(750).resize((3000, 3000)), "JPEG"),
        "JPEG of 50 megapixels": encoded(screen(8160, 6120), "JPEG"),
        "JPEG with a film behind it": encoded(grey, "JPEG") + b"\x00\x00\x00\x18ftypmp42" + bytes(5000),
        "JPEG with another picture behind it": encoded(grey, "JPEG") + encoded(seven(100), "JPEG"),
        "JPEG of two views": encoded(grey, "MPO", save_all=True, append_images=[seven(100)]),
        "JPEG with bytes between its parts": loosened(encoded(grey, "JPEG"), 3),
        "GIF": encoded(grey, "GIF"),
        "GIF on clear paper": encoded(palette_clear, "GIF"),
        "BMP": encoded(grey, "BMP"),
        **({"AVIF": encoded(grey, "AVIF")} if features.check("avif") else {}),
        "WebP": encoded(grey, "WEBP"),
        "WebP without loss": encoded(grey, "WEBP", lossless=True),
        "WebP with text behind it": encoded(grey, "WEBP") + b"some text",
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
        "one black pixel": encoded(dotted(white, 0)),
        "one pixel of value 254": encoded(dotted(white, 254)),
        "haze": encoded(seven().point(lambda grey: 255 - (255 - grey) // 16)),
        "a single row": encoded(Image.new("L", (2048, 1), 255)),
        "a photo of empty paper": encoded(Image.fromarray(grain), "JPEG", quality=85),
        "light falling off": encoded(Image.fromarray(slope)),
    }


@cache
def no_picture() -> dict[str, bytes]:
    """Bytes that are no whole, still picture."""
    good, rows = encoded(seven()), raw_rows(seven(32))
    jpeg, webp, gif = encoded(seven(), "JPEG"), encoded(seven(), "WEBP"), encoded(seven(), "GIF")
    data = chunk(b"IDAT", zlib.compress(rows))
    return {
        "text": b"hello, I am no picture",
        "pickle": pickle.dumps(["a list"]),
        "ELF": b"\x7fELF" + bytes(100),
        "base64 of a good PNG": b64encode(good),
        "NULs": bytes(1000),
        "noise": np.random.default_rng(5).bytes(5000),
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
        "100 compressed text chunks": grey_png(rows, 32, 32, text_bombs(100)),
        "10 000 empty IDATs": png(header(32, 32), chunk(b"IDAT") * 10_000, data, chunk(b"IEND")),
        "cut at half": good[: len(good) // 2],
        "cut in the header": good[:20],
        "cut in the last chunk": good[:-6],
        "wrong header checksum": flipped(good, 29),
        "wrong data checksum": flipped(good, -13),
        "bits flipped in the stream": png(header(32, 32), chunk(b"IDAT", flipped(data[8:-4], 20)), chunk(b"IEND")),
        "wrong adler": png(header(32, 32), chunk(b"IDAT", flipped(data[8:-4], -1)), chunk(b"IEND")),
        "half of the data, and an end": png(header(32, 32), chunk(b"IDAT", data[8:40]), chunk(b"IEND")),
        "filter type 9": grey_png(b"\x09" + rows[1:], 32, 32),
        "JPEG cut at half": jpeg[: len(jpeg) // 2],
        "JPEG cut in its header": jpeg[:100],
        "JPEG start only": jpeg[:3],
        "JPEG without a picture": b"\xff\xd8\xff\xd9",
        "JPEG of a million bytes that are none of it": loosened(jpeg, 1_000_000),
        "WebP cut at half": webp[: len(webp) // 2],
        "WebP cut in its header": webp[:18],
        "GIF cut at half": gif[: len(gif) // 2],
        "BMP cut at half": encoded(seven(), "BMP")[:2000],
        "AVIF of nothing": b"\x00\x00\x00\x20ftypavif" + bytes(300),
        **moving(),
    }


@cache
def moving() -> dict[str, bytes]:
    """Pictures of more than one frame."""
    frames = {"save_all": True, "append_images": [ImageOps.invert(seven())]}
    return {f"animated {kind}": encoded(seven(), kind, **frames) for kind in MOVING}


@cache
def foreign() -> dict[str, bytes]:
    """Files of other kinds, by what the refusal calls them."""
    good = encoded(seven())
    return {
        "HEIC": b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic" + bytes(300),
        "MP4": b"\x00\x00\x00\x18ftypmp42\x00\x00\x00\x00mp42isom" + bytes(300),
        "TIFF": encoded(seven(), "TIFF"),
        "JPEG 2000": b"\x00\x00\x00\x0cjP  \r\n\x87\n" + bytes(300),
        "JPEG XL": b"\xff\x0a" + bytes(300),
        "PDF": encoded(seven(), "PDF"),
        "PostScript": encoded(seven(), "EPS"),
        "SVG": b'<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg>&x;</svg>',
        "HTML": b"<!doctype html><script>alert(1)</script>",
        "ICO": encoded(seven(64), "ICO"),
        "Photoshop": b"8BPS\x00\x01" + bytes(300),
        "ZIP": b"PK\x03\x04" + bytes(100),
        "GZIP": gzip.compress(good),
        "CgBI": SIGNATURE + chunk(b"CgBI", b"P\0 \6") + good[len(SIGNATURE) :],
    }


@cache
def too_large() -> dict[str, bytes]:
    """Files whose header promises more than the limits."""
    tail = chunk(b"IDAT", zlib.compress(bytes(100))) + chunk(b"IEND")
    sizes = [(4000, 4000), (9400, 9400), (65500, 65500), (178956970, 1), (2**31 - 1, 1), (2**32 - 1, 2**32 - 1)]
    jpeg, wide = encoded(seven(16), "JPEG"), encoded(seven(16), "JPEG", progressive=True)
    return {f"{width} x {height}": png(header(width, height), tail) for width, height in sizes} | {
        "20000 x 20000 of 1 bit": png(header(20000, 20000, depth=1), tail),
        "100 colour profiles": png(header(16, 16), chunk(b"iCCP", b"a\0\0" + zlib.compress(b"x")) * 100, tail),
        "JPEG of 65535 x 65535": resized(jpeg, 65535, 65535),
        "progressive JPEG of 90 megapixels": resized(wide, 9000, 10000),
        "progressive JPEG of a thousand scans": resized(rescanned(wide, 1000), 1000, 1000),
        "JPEG of one scan a colour and 90 megapixels": resized(parted(), 9000, 10000),
        "WebP of 16383 x 16383": wide_webp(),
        "GIF of 65535 x 65535": wide_gif(),
        "BMP of 60000 x 60000": wide_bmp(),
    }
