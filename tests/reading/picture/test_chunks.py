"""The chunks of a PNG: what breaks the standard is refused before anything is decoded."""

from __future__ import annotations

import struct
import zlib

import numpy as np
import pytest

from app.errors import NotAnImage
from app.reading.picture.chunks import MAX_IDLE, walk
from app.reading.picture.limits import Limits
from tests.pictures import chunk, grey_png, png, raw_rows, seven

SIDE = 20
DATA = chunk(b"IDAT", zlib.compress(bytes(SIDE * (SIDE + 1))))


def coloured(colour: int, *extra: bytes) -> bytes:
    head = struct.pack(">IIBBBBB", SIDE, SIDE, 8, colour, 0, 0, 0)
    return png(chunk(b"IHDR", head), *extra, DATA, chunk(b"IEND"))


@pytest.mark.parametrize("place", [10, 11], ids=["packing", "filters"])
def test_there_is_but_one_way_of_packing_and_one_set_of_filters(place):
    head = bytearray(struct.pack(">IIBBBBB", SIDE, SIDE, 8, 0, 0, 0, 0))
    walk(png(chunk(b"IHDR", bytes(head)), DATA, chunk(b"IEND")), Limits())
    head[place] = 1
    with pytest.raises(NotAnImage):
        walk(png(chunk(b"IHDR", bytes(head)), DATA, chunk(b"IEND")), Limits())


@pytest.mark.parametrize("size", [0, 1, 4, 769, 771])
def test_a_palette_has_up_to_256_whole_colours(size):
    walk(coloured(3, chunk(b"PLTE", bytes(768))), Limits())
    with pytest.raises(NotAnImage):
        walk(coloured(3, chunk(b"PLTE", bytes(size))), Limits())


@pytest.mark.parametrize(("colour", "size"), [(3, 3), (0, 1), (0, 3), (2, 2), (2, 7), (4, 2)])
def test_what_is_declared_clear_fits_the_kind_of_picture(colour, size):
    palette = chunk(b"PLTE", bytes(6))
    for fitting, enough in ((3, 2), (0, 2), (2, 6)):
        walk(coloured(fitting, palette, chunk(b"tRNS", bytes(enough))), Limits())
    with pytest.raises(NotAnImage):
        walk(coloured(colour, palette, chunk(b"tRNS", bytes(size))), Limits())


@pytest.mark.parametrize("kind", [b"acTL", b"fcTL", b"fdAT"])
def test_what_moves_is_refused_by_any_of_its_chunks(kind):
    with pytest.raises(NotAnImage):
        walk(grey_png(raw_rows(seven(SIDE)), SIDE, SIDE, chunk(kind)), Limits())


def test_the_data_may_come_in_more_than_a_thousand_pieces():
    noise = bytes(40) + np.random.default_rng(5).bytes(40 * 41 - 40)
    assert len(walk(grey_png(noise, 40, 40, step=1), Limits()).pieces) > 2 * MAX_IDLE


def test_but_there_may_be_only_some_hundred_other_chunks():
    rows, note = raw_rows(seven(SIDE)), chunk(b"tEXt", b"a\0b")
    walk(grey_png(rows, SIDE, SIDE, note * (MAX_IDLE - 2)), Limits())
    with pytest.raises(NotAnImage):
        walk(grey_png(rows, SIDE, SIDE, note * (MAX_IDLE + 2)), Limits())
