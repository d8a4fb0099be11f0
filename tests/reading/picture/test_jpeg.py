"""A JPEG is walked before it is opened: its size, its work, and nothing but the picture kept."""

from __future__ import annotations

from io import BytesIO

import numpy as np
import pytest
from PIL import Image

from app.errors import NotAnImage, TooLarge
from app.reading.picture import jpeg
from app.reading.picture.limits import Limits
from tests.pictures import encoded, seven


def test_notes_are_dropped_and_the_picture_kept():
    original = encoded(seven(40), "JPEG", comment=b"hello", exif=Image.Exif())
    kept = jpeg.walk(original[:20] + original[20:], Limits())
    assert b"hello" in original
    assert b"hello" not in kept.data
    pictures = [np.asarray(Image.open(BytesIO(data))) for data in (original, kept.data)]
    np.testing.assert_array_equal(*pictures)


def test_a_picture_that_would_be_gone_over_too_often_is_refused():
    data = encoded(Image.new("L", (3000, 3000)), "JPEG", progressive=True)
    scan = data[data.index(b"\xff\xda") : -2]
    with pytest.raises(TooLarge):
        jpeg.walk(data[:-2] + scan * 20 + data[-2:], Limits())


@pytest.mark.parametrize("frame", [b"\xff\xc3", b"\xff\xc9"], ids=["lossless", "arithmetic"])
def test_a_kind_of_jpeg_that_nobody_sends_is_refused(frame):
    with pytest.raises(NotAnImage):
        jpeg.walk(encoded(seven(40), "JPEG").replace(b"\xff\xc0", frame), Limits())


def test_fill_bytes_before_a_marker_are_passed_over():
    data = encoded(seven(40), "JPEG")
    place = data.index(b"\xff\xdb")
    assert jpeg.walk(data[:place] + b"\xff\xff" + data[place:], Limits()).orientation == 1
