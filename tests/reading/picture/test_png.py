"""Rows of a PNG, whichever filter wrote them: Pillow, given the whole file, is the oracle."""

from __future__ import annotations

import zlib
from io import BytesIO

import numpy as np
import pytest
from PIL import Image

from app.errors import NotAnImage
from app.reading.picture import chunks, png
from app.reading.picture.limits import Limits
from tests.pictures import chunk, header, interlaced, seven
from tests.pictures import png as png_file

NONE, LEFT, ABOVE, AVERAGE, PAETH = FILTERS = range(5)
COLOURS = {0: 1, 2: 3, 4: 2, 6: 4}  # channels by colour type


def predicted(kind: int, left: int, above: int, corner: int) -> int:
    """What a filter expects of a byte, by the PNG specification, section 9."""
    if kind == PAETH:
        guess = left + above - corner
        return min((left, above, corner), key=lambda byte: abs(guess - byte))  # the first of equals
    return (0, left, above, (left + above) // 2)[kind]


def written(pixels: np.ndarray, colour: int, filters: list[int], promised: int | None = None) -> bytes:
    """A PNG of (height, width, channels), each row written by its filter; its header may promise other rows."""
    channels = pixels.shape[2]
    rows = np.pad(pixels.reshape(len(pixels), -1), ((1, 0), (channels, 0))).astype(int).tolist()
    lines = b""
    for kind, above, row in zip(filters, rows[:-1], rows[1:], strict=True):
        expected = (
            predicted(kind, row[i - channels], above[i], above[i - channels]) for i in range(channels, len(row))
        )
        lines += bytes([kind, *((byte - guess) % 256 for byte, guess in zip(row[channels:], expected, strict=True))])
    data = chunk(b"IDAT", zlib.compress(lines))
    return png_file(header(pixels.shape[1], promised or len(pixels), colour=colour), data, chunk(b"IEND"))


def read(data: bytes) -> np.ndarray | None:
    return png.pixels(chunks.walk(data, Limits()))


@pytest.mark.parametrize("colour", COLOURS)
@pytest.mark.parametrize("filters", [*([kind] * 9 for kind in FILTERS), [0, 1, 2, 3, 4, 3, 2, 1, 0]], ids=str)
def test_rows_come_out_as_pillow_reads_them(colour, filters):
    pixels = np.random.default_rng(colour).integers(0, 256, (9, 13, COLOURS[colour]), dtype=np.uint8)
    data = written(pixels, colour, filters)
    expected = np.asarray(Image.open(BytesIO(data))).reshape(pixels.shape)
    np.testing.assert_array_equal(read(data), expected)
    np.testing.assert_array_equal(expected, pixels)


@pytest.mark.parametrize("row", [1, 4, 8])
@pytest.mark.parametrize("filter_", [NONE, LEFT, AVERAGE, PAETH])
@pytest.mark.parametrize("colour", COLOURS)
def test_a_row_may_be_written_otherwise_than_those_of_a_canvas(colour, filter_, row):
    pixels = np.random.default_rng(colour).integers(0, 256, (9, 13, COLOURS[colour]), dtype=np.uint8)
    filters = [ABOVE] * 9
    filters[row] = filter_
    np.testing.assert_array_equal(read(written(pixels, colour, filters)), pixels)


def test_a_last_row_may_hold_what_the_empty_page_holds():
    pixels = np.random.default_rng(1).integers(0, 256, (9, 12, 1), dtype=np.uint8)
    pixels[-1, :, 0] = png.UNWRITTEN * 6
    np.testing.assert_array_equal(read(written(pixels, 0, [LEFT] * 9)), pixels)


@pytest.mark.parametrize("filter_", [LEFT, ABOVE])
def test_not_even_a_byte_may_stand_behind_the_last_row(filter_):
    parts = chunks.walk(written(np.asarray(seven(20))[..., None], 0, [filter_] * 20), Limits())
    parts.pieces = [zlib.compress(zlib.decompress(parts.data) + b"\0")]
    with pytest.raises(NotAnImage):
        png.pixels(parts)


@pytest.mark.parametrize("filter_", [LEFT, ABOVE])
def test_damage_behind_a_right_checksum_is_refused_or_changes_nothing(filter_):
    original = np.asarray(seven(24))[..., None]
    parts = chunks.walk(written(original, 0, [filter_] * 24), Limits())
    whole = parts.data
    for place in range(len(whole)):
        parts.pieces = [whole[:place] + bytes([whole[place] ^ 0x10]) + whole[place + 1 :]]
        try:
            np.testing.assert_array_equal(png.pixels(parts), original)
        except NotAnImage:
            continue


@pytest.mark.parametrize("height", [1, 2, 15, 16, 17, 32, 33, 100])
def test_a_picture_as_canvases_write_it_comes_out_whole_at_every_height(height):
    pixels = np.random.default_rng(height).integers(0, 256, (height, 5, 4), dtype=np.uint8)
    np.testing.assert_array_equal(read(written(pixels, 6, [ABOVE] * height)), pixels)


@pytest.mark.parametrize("filter_", [LEFT, ABOVE])
@pytest.mark.parametrize("colour", COLOURS)
@pytest.mark.parametrize("paper", [*png.UNWRITTEN, 255], ids=hex)
def test_a_picture_of_more_or_fewer_rows_than_promised_is_refused_whatever_its_paper(paper, colour, filter_):
    pixels = np.full((9, 13, COLOURS[colour]), paper, np.uint8)
    np.testing.assert_array_equal(read(written(pixels, colour, [filter_] * 9)), pixels)
    for rows in (8, 10, 18):
        with pytest.raises(NotAnImage):
            read(written(pixels, colour, [filter_] * 9, promised=rows))


@pytest.mark.parametrize("filter_", [LEFT, ABOVE])
@pytest.mark.parametrize("cut", range(1, 5))
def test_a_picture_without_the_whole_of_its_checksum_is_refused(cut, filter_):
    parts = chunks.walk(written(np.asarray(seven(20))[..., None], 0, [filter_] * 20), Limits())
    parts.pieces = [parts.data[:-cut]]
    with pytest.raises(NotAnImage):
        png.pixels(parts)


def test_an_interlaced_picture_is_left_to_the_whole_decoder():
    assert read(interlaced(seven(20))) is None


@pytest.mark.parametrize("side", range(1, 10))
def test_the_passes_of_a_small_interlaced_picture_hold_just_its_pixels(side):
    parts = chunks.walk(interlaced(seven(side)), Limits())
    png.check_rows(parts)
    assert sum(rows * (stride - 1) for rows, stride in png._passes(parts.header)) == side * side


def test_a_file_is_rebuilt_from_nothing_but_its_picture():
    original = written(np.asarray(seven(30))[..., None], 0, [ABOVE] * 30)
    noisy = original[:33] + chunk(b"tEXt", b"Comment\0hello") + original[33:]
    rebuilt = chunks.walk(noisy, Limits()).rebuilt()
    assert b"hello" not in rebuilt
    np.testing.assert_array_equal(np.asarray(Image.open(BytesIO(rebuilt))), np.asarray(seven(30)))
