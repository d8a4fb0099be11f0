"""What is opened and how: which way up, how large, at what cost; and why the log says that it was not."""

from __future__ import annotations

import struct
import zlib

import numpy as np
import pytest
from PIL import Image

from app.errors import NotAnImage, TooLarge
from app.reading.arrays import FULL_INK, to_grey
from app.reading.picture import Limits, open_picture, read_ink
from app.reading.picture.limits import PIECES
from app.reading.picture.open import WORKING_SIDE
from tests import cases
from tests.crafted import rescanned
from tests.pictures import chunk, encoded, grey_png, header, png, raw_rows, resized, seven, turned

SIDE = 32
ROWS = raw_rows(seven(SIDE))


def reason(refusal: type[Exception], data: bytes, limits: Limits = Limits()) -> str:  # noqa: B008 - it never changes
    with pytest.raises(refusal) as refused:
        open_picture(data, limits)
    return str(refused.value.facts["reason"])


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
@pytest.mark.parametrize("way", range(1, 9))
def test_a_picture_is_put_upright_whichever_way_it_lies(kind, way):
    upright = to_grey(read_ink(encoded(seven(96))))
    assert np.abs(to_grey(read_ink(turned(seven(96), way, kind))) - upright).mean() < 0.02


def test_a_large_picture_is_put_upright_too():
    tall = Image.new("L", (100, 1500), 255)
    assert read_ink(turned(tall, 6, "PNG")).shape == (750, 50)


@pytest.mark.parametrize("entry", [(0x0112, 9), (0x0112, 0), (0x010F, 3)], ids=["nine", "nought", "another"])
@pytest.mark.parametrize("end", [200, 20, 9, 3], ids=["whole", "cut in the entry", "cut before it", "no note at all"])
def test_a_note_that_makes_no_sense_leaves_the_picture_as_it_lies(entry, end):
    note = b"II*\x00" + struct.pack("<IHHHIHHI", 8, 1, entry[0], 3, 1, entry[1], 0, 0)
    plain, noted = grey_png(ROWS, SIDE, SIDE), grey_png(ROWS, SIDE, SIDE, chunk(b"eXIf", note[:end]))
    np.testing.assert_array_equal(read_ink(noted), read_ink(plain))


@pytest.mark.parametrize("mode", ["L", "LA", "RGB", "RGBA", "P", "1", "I;16"])
def test_a_large_picture_is_reduced_as_it_would_be_in_one_piece(mode):
    large = Image.fromarray(np.random.default_rng(3).integers(0, 256, (2100, 90), np.uint8))
    deep = Image.fromarray(np.asarray(large).astype(np.uint16) * 257)
    stored = deep if mode == "I;16" else large.convert(mode)
    plain = {"P": large.convert("RGB"), "1": stored.convert("L"), "I;16": large}.get(mode, stored)
    expected = np.asarray(plain.reduce(3))
    np.testing.assert_array_equal(open_picture(encoded(stored), Limits()).reshape(expected.shape), expected)


def test_clear_pixels_do_not_tint_the_edges_of_a_reduced_picture():
    clear = np.zeros((2 * WORKING_SIDE, 8, 4), np.uint8)
    clear[:, ::2] = 200, 100, 0, 255
    red, green, blue, alpha = open_picture(encoded(Image.fromarray(clear)), Limits())[0, 0]
    assert (red, green, blue, alpha) == (pytest.approx(200, abs=2), pytest.approx(100, abs=2), 0, 128)


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
def test_no_side_is_longer_than_is_worked_on(kind):
    assert max(open_picture(encoded(seven(2048), kind), Limits()).shape) == WORKING_SIDE


def test_a_grey_that_is_declared_clear_is_paper():
    rows = np.zeros((20, 21), np.uint8)
    rows[4:16, 9:12] = 10
    assert read_ink(grey_png(rows.tobytes(), 20, 20, chunk(b"tRNS", b"\0\0"))).max() == FULL_INK


def test_a_grey_of_sixteen_bits_that_is_declared_clear_is_left_to_the_search_for_paper():
    deep = b"".join(b"\0" + np.repeat(np.asarray(seven(SIDE))[row], 2).tobytes() for row in range(SIDE))
    parts = chunk(b"tRNS", b"\xff\xff"), chunk(b"IDAT", zlib.compress(deep)), chunk(b"IEND")
    data = png(header(SIDE, SIDE, depth=16), *parts)
    np.testing.assert_array_equal(read_ink(data), read_ink(encoded(seven(SIDE))))


def test_an_animation_that_makes_no_sense_is_a_still_picture_and_says_nothing_in_the_log():
    data = grey_png(ROWS, SIDE, SIDE, chunk(b"acTL", bytes(8)))
    np.testing.assert_array_equal(read_ink(data), read_ink(encoded(seven(SIDE))))


def test_a_wide_jpeg_is_decoded_no_larger_than_it_is_worked_on():
    wide = encoded(Image.new("L", (8 * WORKING_SIDE, 600)), "JPEG")
    assert open_picture(wide, Limits(pixels=WORKING_SIDE * 75)).shape[:2] == (75, WORKING_SIDE)


def test_the_pixels_are_counted_before_anything_is_decoded():
    read_ink(encoded(seven(100)), Limits(pixels=10_000))
    assert "100 x 101" in reason(TooLarge, encoded(Image.new("L", (100, 101))), Limits(pixels=10_000))


def test_a_jpeg_is_counted_as_it_is_decoded_and_as_it_is_stored():
    data = encoded(Image.new("L", (2100, 2100)), "JPEG")
    read_ink(data, Limits(pixels=1050 * 1050))
    assert "1050 x 1050" in reason(TooLarge, data, Limits(pixels=1050 * 1050 - 1))
    assert "2100 x 2100" in reason(TooLarge, data, Limits(jpeg_pixels=2100 * 2100 - 1))


@pytest.mark.parametrize(
    ("name", "words"),
    {
        "9400 x 9400": "PNG: 9400 x 9400",
        "100 colour profiles": "PNG: too many colour profiles",
        "progressive JPEG of a thousand scans": "JPEG: 1000 x 1000 in 1006 scans",
        "JPEG of one scan a colour and 90 megapixels": "JPEG: 9000 x 10000 in 1 scans",
        "WebP of 16383 x 16383": "WEBP: Image size (268402689 pixels)",
    }.items(),
)
def test_a_refusal_by_size_tells_the_log_what_was_too_large(name, words):
    assert reason(TooLarge, cases.too_large()[name]).startswith(words)


@pytest.mark.parametrize("times", [1, 20])
def test_a_progressive_jpeg_may_have_more_scans_the_smaller_it_is(times):
    data = rescanned(encoded(seven(16).convert("RGB"), "JPEG", progressive=True), 40 * times)
    read_ink(resized(data, 1000 // times, 1000))
    assert "scans" in reason(TooLarge, resized(data, 6000, 3000))


def test_scans_do_not_hide_behind_a_note_that_looks_like_the_end():
    few = encoded(seven(16), "JPEG", progressive=True)
    data = rescanned(few, 1000, note=b"\xff\xfe\x00\x04\xff\xd9")
    assert "1006 scans" in reason(TooLarge, resized(data, 1000, 1000))


def test_the_scans_of_what_lies_behind_a_jpeg_do_not_count():
    data = encoded(Image.new("L", (3000, 3000), 255), "JPEG", progressive=True)
    read_ink(data + data[2:] * 20)


@pytest.mark.parametrize(
    ("name", "words"),
    {
        "text": "68 65 6c 6c",
        "wrong data checksum": "IDAT",
        "cut in the last chunk": "IE",
        "JPEG cut at half": "truncated",
        "GIF cut at half": "truncated",
        "bits flipped in the stream": "broken data stream",
        "100 000 text chunks": "too many pieces",
        "JPEG of a million bytes that are none of it": "too many pieces",
        "100 compressed text chunks": "memory",
        "animated GIF": "animated",
    }.items(),
)
def test_a_refusal_tells_the_log_what_was_wrong(name, words):
    assert words in reason(NotAnImage, cases.no_picture()[name])


def test_every_refusal_has_a_reason():
    for data in (cases.no_picture() | cases.foreign()).values():
        assert reason(NotAnImage, data)
    for data in cases.too_large().values():
        assert reason(TooLarge, data)


@pytest.mark.parametrize("name", cases.foreign())
def test_a_file_of_another_kind_is_called_by_its_name(name):
    with pytest.raises(NotAnImage, match=rf"\b{name}\b"):
        read_ink(cases.foreign()[name])


def test_a_heic_photo_comes_with_advice():
    with pytest.raises(NotAnImage, match=r"This is a HEIC photo\. Send it as JPEG or PNG.*Most Compatible"):
        read_ink(cases.foreign()["HEIC"])


@pytest.mark.parametrize("name", cases.moving())
def test_what_moves_is_told_to_stand_still(name):
    with pytest.raises(NotAnImage, match="moves"):
        read_ink(cases.moving()[name])


def test_a_file_may_come_in_thousands_of_pieces_but_not_in_any_number():
    noise = np.random.default_rng(5).bytes(40 * 41)
    filtered = b"".join(b"\0" + noise[row * 40 : row * 40 + 40] for row in range(40))
    read_ink(grey_png(filtered, 40, 40, step=1))
    empty = png(header(SIDE, SIDE), chunk(b"IDAT") * PIECES, chunk(b"IEND"))
    assert "pieces" in reason(NotAnImage, empty)


def test_a_gif_is_whole_in_as_many_pieces_as_its_size_needs():
    grain = Image.fromarray(np.random.default_rng(5).integers(0, 256, (1000, 1500), np.uint8))
    data = encoded(grain, "GIF")
    assert len(data) > 256 * PIECES / 2
    assert open_picture(data, Limits()).shape[:2] == (500, 750)
