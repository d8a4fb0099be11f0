"""Pictures of the kinds that are decoded as whole files: no row of theirs may be missing either."""

from __future__ import annotations

import zlib

import numpy as np
import pytest

from app.errors import NotAnImage
from app.reading.arrays import FULL_INK
from app.reading.picture import read_ink
from app.reading.picture.chunks import walk
from app.reading.picture.limits import Limits
from tests.pictures import chunk, header, interlaced, png, seven

HEIGHT = 20
KINDS = {  # width, depth, colour type, bytes of a row, chunk before the data
    "palette": (32, 8, 3, 33, chunk(b"PLTE", bytes(768))),
    "1 bit": (13, 1, 0, 3, b""),
    "2 bits": (13, 2, 0, 5, b""),
    "4 bits": (13, 4, 0, 8, b""),
    "16 bits": (13, 16, 0, 27, b""),
    "16 bits, coloured": (13, 16, 2, 79, b""),
    "one grey is clear": (13, 8, 0, 14, chunk(b"tRNS", b"\0\7")),
    "larger than is worked on": (1030, 8, 0, 1031, b""),
}


@pytest.mark.parametrize("missing", [-21, -1, 0, 1, 2, 10, HEIGHT])
@pytest.mark.parametrize("name", KINDS)
def test_a_picture_has_the_rows_that_it_promises(name, missing):
    width, depth, colour, stride, extra = KINDS[name]
    data = chunk(b"IDAT", zlib.compress(bytes((HEIGHT - missing) * stride)))
    file = png(header(width, HEIGHT, depth, colour), extra, data, chunk(b"IEND"))
    if missing:
        with pytest.raises(NotAnImage):
            read_ink(file)
    else:
        assert not read_ink(file).any()


@pytest.mark.parametrize("missing", [1, 41, 800])
def test_an_interlaced_picture_has_all_its_passes(missing):
    raw = zlib.decompress(walk(interlaced(seven(40)), Limits()).data)
    data = chunk(b"IDAT", zlib.compress(raw[:-missing]))
    with pytest.raises(NotAnImage):
        read_ink(png(header(40, 40, interlace=1), data, chunk(b"IEND")))


def test_a_grey_that_is_declared_clear_is_paper():
    rows = np.zeros((HEIGHT, 1 + HEIGHT), np.uint8)
    rows[4:16, 9:12] = 10
    data = chunk(b"IDAT", zlib.compress(rows.tobytes()))
    file = png(header(HEIGHT, HEIGHT), chunk(b"tRNS", b"\0\0"), data, chunk(b"IEND"))
    assert read_ink(file).max() == FULL_INK
