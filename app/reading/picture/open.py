"""Image bytes -> pixels: the one place where a picture is opened, and where what Pillow raises is translated."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from struct import error as StructError

import numpy as np
from PIL import Image, JpegImagePlugin, PngImagePlugin, WebPImagePlugin
from PIL.Image import Transpose

from ...errors import NotAnImage
from ..arrays import Pixels
from . import chunks, exif, jpeg, png, webp
from .limits import Limits

WORKING_SIDE = 1024  # px: larger pictures are reduced to this or less, a hundred times the 8 x 8 that is read
UNREAD = {127, 128}  # what a block without coefficients decodes to, in every channel
OPAQUE = 255  # alpha of a pixel that nothing shines through
TURNS = {  # what puts a picture upright, by its EXIF orientation
    2: Transpose.FLIP_LEFT_RIGHT,
    3: Transpose.ROTATE_180,
    4: Transpose.FLIP_TOP_BOTTOM,
    5: Transpose.TRANSPOSE,
    6: Transpose.ROTATE_270,
    7: Transpose.TRANSVERSE,
    8: Transpose.ROTATE_90,
}
REFUSALS = (  # what a decoder raises at bytes it cannot make sense of
    OSError,
    SyntaxError,
    ValueError,
    TypeError,
    KeyError,
    IndexError,
    OverflowError,
    MemoryError,
    StructError,
    Image.DecompressionBombError,
    Image.DecompressionBombWarning,
)


def open_picture(data: bytes, limits: Limits) -> Pixels:
    """The pixels of a PNG, JPEG or WebP, upright, no side longer than WORKING_SIDE.

    The first bytes decide which of the three it is. Raises NotAnImage or TooLarge.
    """
    if data.startswith(chunks.SIGNATURE):
        return _open_png(data, limits)
    if data.startswith(jpeg.START):
        return _open_jpeg(data, limits)
    if webp.is_webp(data):
        turn = webp.walk(data, limits)
        return _decoded(lambda: WebPImagePlugin.WebPImageFile(BytesIO(data)), turn)
    raise NotAnImage()


def _open_png(data: bytes, limits: Limits) -> Pixels:
    parts = chunks.walk(data, limits)
    turn = exif.orientation(parts.exif)
    if turn == exif.UPRIGHT and not parts.clear and max(parts.header.width, parts.header.height) <= WORKING_SIDE:
        pixels = png.pixels(parts)
        if pixels is not None:
            return pixels
    png.check_rows(parts)
    return _decoded(lambda: PngImagePlugin.PngImageFile(BytesIO(parts.rebuilt())), turn)


def _open_jpeg(data: bytes, limits: Limits) -> Pixels:
    parts = jpeg.walk(data, limits)

    def opened() -> Image.Image:
        picture = _drafted(parts.data)
        may_lack = "progressive" in picture.info or _ends_unread(picture)  # a cut scan lacks no rows, but what is fine
        if may_lack and picture.tobytes() != _drafted(parts.lengthened).tobytes():
            raise NotAnImage()
        return picture

    return _decoded(opened, parts.orientation)


def _drafted(data: bytes) -> Image.Image:
    """A JPEG decoded at a half, quarter or eighth of its size, but no smaller than WORKING_SIDE."""
    picture = JpegImagePlugin.JpegImageFile(BytesIO(data))
    picture.draft(None, (WORKING_SIDE, WORKING_SIDE))
    picture.load()
    return picture


def _ends_unread(picture: Image.Image) -> bool:
    """Whether the last pixel is as libjpeg leaves, without a word, those of which the file says nothing."""
    corner = picture.crop((picture.width - 1, picture.height - 1, picture.width, picture.height))
    return UNREAD.issuperset(corner.tobytes())


def _decoded(opened: Callable[[], Image.Image], turn: int) -> Pixels:
    try:
        picture = _reduced(_plain(opened()))
        upright = picture.transpose(TURNS[turn]) if turn in TURNS else picture
        pixels = np.asarray(upright)
    except REFUSALS as error:
        raise NotAnImage() from error
    return pixels.reshape(pixels.shape[0], pixels.shape[1], -1)


def _plain(picture: Image.Image) -> Image.Image:
    """The same picture in one of the four modes that Pixels knows."""
    picture.load()
    if picture.mode == "P":
        _check_indices(picture)
    if picture.mode.startswith("I"):  # sixteen bits a pixel: the upper eight are enough
        return Image.fromarray((np.asarray(picture) >> 8).astype(np.uint8))
    if "transparency" in picture.info:
        return picture.convert("RGBA")
    if picture.mode in ("L", "LA", "RGB", "RGBA"):
        return picture
    return picture.convert("L" if picture.mode == "1" else "RGB")


def _check_indices(picture: Image.Image) -> None:
    palette = picture.getpalette() or []
    highest = picture.getextrema()[1]
    if not isinstance(highest, (int, float)) or highest >= len(palette) // 3:
        raise NotAnImage()


def _reduced(picture: Image.Image) -> Image.Image:
    factor = -(-max(picture.size) // WORKING_SIDE)
    if factor == 1:
        return picture
    if picture.mode == "RGBA" and picture.getchannel("A").getextrema()[0] == OPAQUE:
        return picture.convert("RGB").reduce(factor)
    if picture.mode == "RGBA":  # colours weighted by their alpha, else clear pixels would tint the edges
        return picture.convert("RGBa").reduce(factor).convert("RGBA")
    return picture.reduce(factor)
