"""Rows of a PNG, undone by hand where a canvas wrote them: Pillow is the oracle."""

from __future__ import annotations

import zlib
from io import BytesIO

import numpy as np
import pytest
from PIL import Image

from app.reading import chunks, png
from app.reading.limits import Limits
from tests.pictures import chunk, header, interlaced, seven
from tests.pictures import png as png_file

NONE, UP = 0, 2
COLOURS = {0: 1, 2: 3, 4: 2, 6: 4}  # channels by colour type


def written(pixels: np.ndarray, colour: int, filters: list[int]) -> bytes:
    """A PNG of (height, width, channels), each row written by its filter."""
    rows = pixels.reshape(len(pixels), -1)
    above = np.vstack([np.zeros_like(rows[:1]), rows[:-1]])
    lines = [
        bytes([kind]) + (row - (top if kind == UP else 0)).astype(np.uint8).tobytes()
        for kind, row, top in zip(filters, rows, above, strict=True)
    ]
    data = chunk(b"IDAT", zlib.compress(b"".join(lines)))
    return png_file(header(pixels.shape[1], pixels.shape[0], colour=colour), data, chunk(b"IEND"))


def quick(data: bytes) -> np.ndarray | None:
    parts = chunks.walk(data, Limits())
    return png.quick_pixels(parts.header, png.unpacked(parts))


@pytest.mark.parametrize("colour", COLOURS)
@pytest.mark.parametrize("filters", [[NONE] * 9, [UP] * 9, [NONE, *[UP] * 8]], ids=["none", "up", "none, then up"])
def test_rows_come_out_as_pillow_reads_them(colour, filters):
    pixels = np.random.default_rng(colour).integers(0, 256, (9, 13, COLOURS[colour]), dtype=np.uint8)
    data = written(pixels, colour, filters)
    expected = np.asarray(Image.open(BytesIO(data))).reshape(pixels.shape)
    np.testing.assert_array_equal(quick(data), expected)
    np.testing.assert_array_equal(expected, pixels)


@pytest.mark.parametrize(("kind", "colour"), [("RGB", 2), ("RGBA", 6)])
@pytest.mark.parametrize("filter_", [NONE, UP])
def test_an_opaque_grey_picture_comes_out_as_grey_however_it_was_stored(kind, colour, filter_):
    pixels = np.asarray(seven(70).convert(kind))
    np.testing.assert_array_equal(quick(written(pixels, colour, [filter_] * 70)), pixels[:, :, :1])


@pytest.mark.parametrize("row", [0, 1, 35, 69])
@pytest.mark.parametrize("filter_", [NONE, UP])
@pytest.mark.parametrize("change", [(0, 200), (1, 10), (2, 10), (3, 254)], ids=["red", "green", "blue", "alpha"])
def test_a_single_pixel_that_is_not_opaque_grey_keeps_all_channels(change, filter_, row):
    channel, value = change
    pixels = np.full((70, 4, 4), 255, np.uint8)
    pixels[row, 1, channel] = value
    np.testing.assert_array_equal(quick(written(pixels, 6, [filter_] * 70)), pixels)


@pytest.mark.parametrize("filters", [[NONE, UP, NONE], [1, 1, 1], [NONE, 3, 4]])
def test_other_filters_are_left_to_a_real_decoder(filters):
    assert quick(written(np.zeros((3, 3, 1), np.uint8), 0, filters)) is None


def test_an_interlaced_picture_is_left_to_a_real_decoder():
    assert quick(interlaced(seven(20))) is None


@pytest.mark.parametrize("side", range(1, 10))
def test_the_passes_of_a_small_interlaced_picture_hold_just_its_pixels(side):
    parts = chunks.walk(interlaced(seven(side)), Limits())
    assert len(png.unpacked(parts)) == side * side + sum(rows for rows, _ in png._passes(parts.header))


def test_a_file_is_rebuilt_from_nothing_but_its_picture():
    original = written(np.asarray(seven(30))[..., None], 0, [UP] * 30)
    noisy = original[:33] + chunk(b"tEXt", b"Comment\0hello") + original[33:]
    rebuilt = chunks.walk(noisy, Limits()).rebuilt()
    assert b"hello" not in rebuilt
    np.testing.assert_array_equal(np.asarray(Image.open(BytesIO(rebuilt))), np.asarray(seven(30)))
