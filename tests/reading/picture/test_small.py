"""A small picture cut tightly around its digit is read, light on dark or dark on light."""

from __future__ import annotations

from io import BytesIO

import numpy as np
import pytest
from PIL import Image

from app.errors import Blank
from app.reading.picture import sheets_of
from app.reading.picture.small import either_ink, is_in_doubt
from app.reading.reader import Reader
from tests.reading.picture.papers import small
from tests.reading.picture.surroundings import digits

SOME = digits(every=8)
FEWEST = {8: 0.9, 16: 0.94, 28: 0.94}  # by side: so much of the digits is read right; of 8 px, some loops have closed


def png(picture: Image.Image) -> bytes:
    out = BytesIO()
    picture.save(out, "PNG")
    return out.getvalue()


def pixels(picture: Image.Image) -> np.ndarray:
    return np.asarray(picture)[:, :, None]


@pytest.fixture(scope="module")
def reader(models) -> Reader:
    return Reader.open(models)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("is_square", "is_light"),
    [(False, False), (False, True), (True, True)],
    ids=["as it is", "light on dark", "stretched to a square, light on dark"],
)
@pytest.mark.parametrize("side", [8, 16, 28])
def test_a_small_digit_cut_along_its_ink_is_read(reader, side, is_square, is_light):
    pens = [12, 16, 22, 28]
    pictures = [
        small(digit, side, is_light=is_light, pen=pens[place % 4], square=is_square) for place, digit in enumerate(SOME)
    ]
    answers = [reader.read(png(picture)) for picture in pictures]
    right = [a.is_digit and a.digit == int(digit["label"]) for a, digit in zip(answers, SOME, strict=True)]
    assert np.mean(right) >= FEWEST[side]


@pytest.mark.parametrize("side", [16, 28, 64])
def test_there_is_no_doubt_where_paper_runs_all_around(side):
    for digit in SOME:
        picture = pixels(small(digit, side, margin=side // 8))
        assert not is_in_doubt(picture)
        assert len(sheets_of(picture)) == 1


def test_there_is_no_doubt_about_a_larger_picture():
    assert not is_in_doubt(pixels(small(SOME[0], 65)))
    assert is_in_doubt(pixels(small(SOME[0], 40)))


def test_both_inks_reach_from_paper_to_full_ink():
    on_light, on_dark = either_ink(pixels(small(SOME[1], 20)))
    assert (on_light.min(), on_light.max(), on_dark.min(), on_dark.max()) == (0, 255, 0, 255)
    assert np.abs(on_light.astype(int) + on_dark - 255).max() <= 1


def test_a_small_picture_of_one_grey_is_blank(reader):
    chance = np.random.default_rng(1).integers(120, 130, (12, 12)).astype(np.uint8)
    assert either_ink(chance[:, :, None]) == []
    with pytest.raises(Blank):
        reader.read(png(Image.fromarray(np.full((12, 12), 90, np.uint8))))


def test_the_steps_show_the_ink_that_was_read(reader):
    data = png(small(SOME[0], 8))
    trace = reader.trace(data, longest=96)
    assert trace.answer == reader.read(data)
