"""Image bytes -> pixels: the one place where Pillow opens a picture, and where what it raises is translated.

What it opens whole is read, what it raises on is refused; ours is only what a file may cost. The class for a kind is
called directly: `Image.open` would not say what was wrong.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from importlib import import_module
from typing import Any

import numpy as np
from PIL import Image, ImageOps, PngImagePlugin

from ...errors import N_, EightByEightError, NotAnImage, TooLarge
from ..arrays import Pixels
from .kinds import kind_of
from .limits import Limits, Pieces, check_pixels, check_profiles, check_scans

WORKING_SIDE = 1024  # px: larger pictures are reduced to this or less, a hundred times the 8 x 8 that is read
STRIP = 8  # rows of a reduced picture made at once, so that no second copy of the large one is held

MOVES = N_("That picture moves. Send one that stands still, as JPEG or PNG.")


class PngFile(PngImagePlugin.PngImageFile):
    """A PNG whose data may go on behind another chunk, where some editors leave a note and Pillow itself stops."""

    def load_read(self, read_bytes: int) -> bytes:
        """Return more of the data. Raise struct.error or SyntaxError behind the file's last chunk."""
        data = super().load_read(read_bytes)
        while not data and self.png and self.fp and self.png.queue:
            _, place, length = self.png.read()
            self.fp.seek(place + length)
            data = super().load_read(read_bytes)
        return data


def open_picture(data: bytes, limits: Limits) -> Pixels:
    """Return the pixels of a picture, upright, no side longer than WORKING_SIDE.

    Raise NotAnImage for what is no whole, still picture of a kind in OPENED, TooLarge for what is beyond the limits.
    """
    kind = kind_of(data)
    with _translated(kind):
        picture = _opened(kind, data)
        _check(picture, kind, data, limits)
        small = _reduced(picture)
        if small.info:  # Pillow looks for the notes of a camera there alone
            with suppress(Exception):  # one that makes no sense leaves the picture as it lies
                ImageOps.exif_transpose(small, in_place=True)
        pixels = np.asarray(small)
    return pixels.reshape(pixels.shape[0], pixels.shape[1], -1)


@contextmanager
def _translated(kind: str) -> Iterator[None]:
    """Raise as ours whatever Pillow raises. When threads race for the filters, a warning may reach the log: no harm."""
    try:
        with warnings.catch_warnings():
            warnings.filterwarnings("ignore", module=r"PIL\.")
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            yield
    except EightByEightError:
        raise
    except (Image.DecompressionBombError, Image.DecompressionBombWarning, MemoryError) as error:
        raise TooLarge(reason=f"{kind.upper()}: {error}") from error
    except Exception as error:  # of any class: a parser stumbles in many ways
        raise NotAnImage(reason=f"{kind.upper()}: {error or type(error).__name__}") from error


def _opened(kind: str, data: bytes) -> Any:
    """Return Pillow's file of a kind, its header read; kinds that nobody sends cost the server's start nothing."""
    if kind == "Png":
        check_profiles(data)
        return PngFile(Pieces(kind, data))
    return getattr(import_module(f"PIL.{kind}ImagePlugin"), f"{kind}ImageFile")(Pieces(kind, data))


def _check(picture: Any, kind: str, data: bytes, limits: Limits) -> None:
    """Raise TooLarge or NotAnImage for what is not to be decoded; choose at what fraction a JPEG will be."""
    if kind == "Jpeg":
        check_pixels(picture, limits.jpeg_pixels)
        check_scans(picture, data)
        picture.draft(None, [-(-side * WORKING_SIDE // max(picture.size)) for side in picture.size])
    check_pixels(picture, limits.pixels)
    if getattr(picture, "is_animated", False):
        raise NotAnImage(MOVES, reason=f"{kind.upper()}: animated")
    if kind == "Png":
        _opened(kind, data).verify()


def _reduced(picture: Any) -> Image.Image:
    """Return the picture decoded, no side longer than WORKING_SIDE, with its notes."""
    picture.load()
    factor = -(-max(picture.size) // WORKING_SIDE)
    if factor == 1:
        return _plain(picture)
    tops = range(0, picture.height, factor * STRIP)
    boxes = [(0, top, picture.width, min(top + factor * STRIP, picture.height)) for top in tops]
    small = Image.fromarray(np.concatenate([np.asarray(_plain(picture.crop(box)).reduce(factor)) for box in boxes]))
    small.info = picture.info
    return small


def _plain(picture: Image.Image) -> Image.Image:
    """Return the picture in one of the four modes that Pixels knows."""
    if picture.mode.startswith("I"):  # sixteen bits a pixel: the upper eight are enough
        upper = Image.fromarray((np.asarray(picture) >> 8).astype(np.uint8))
        upper.info = picture.info
        return upper
    if "transparency" in picture.info:
        return picture.convert("RGBA")
    known = picture.mode in ("L", "LA", "RGB", "RGBA")
    return picture if known else picture.convert("L" if picture.mode == "1" else "RGB")
