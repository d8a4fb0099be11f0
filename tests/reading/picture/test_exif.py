"""Which way up: all eight ways a camera may lie, and notes that make no sense."""

from __future__ import annotations

import struct

import numpy as np
import pytest

from app.reading.arrays import to_grey
from app.reading.picture import read_ink
from app.reading.picture.exif import orientation
from tests.pictures import encoded, seven, turned


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
@pytest.mark.parametrize("way", range(1, 9))
def test_a_picture_is_put_upright_whichever_way_it_lies(kind, way):
    upright = to_grey(read_ink(encoded(seven(96))))
    assert np.abs(to_grey(read_ink(turned(seven(96), way, kind))) - upright).mean() < 0.02


def note(order: str, *entries: tuple[int, int]) -> bytes:
    body = b"".join(struct.pack(order + "HHIHH", tag, 3, 1, value, 0) for tag, value in entries)
    mark = b"II*\x00" if order == "<" else b"MM\x00*"
    return mark + struct.pack(order + "IH", 8, len(entries)) + body


@pytest.mark.parametrize("order", "<>")
@pytest.mark.parametrize("mark", [b"", b"Exif\x00\x00"])
def test_the_entry_is_found_among_others_in_either_byte_order(order, mark):
    assert orientation(mark + note(order, (0x010F, 9), (0x0112, 6), (0x0131, 2))) == 6


@pytest.mark.parametrize(
    "exif",
    {
        "nothing": b"",
        "no such entry": note("<", (0x010F, 3)),
        "nine": note("<", (0x0112, 9)),
        "nought": note(">", (0x0112, 0)),
        "cut short": note("<", (0x0112, 6))[:15],
        "far outside": b"II*\x00\xff\xff\xff\xff",
        "text": b"no note at all",
    }.items(),
    ids=lambda case: case[0],
)
def test_a_note_that_makes_no_sense_leaves_the_picture_as_it_is(exif):
    assert orientation(exif[1]) == 1
