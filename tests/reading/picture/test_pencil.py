"""An uneven pencil's line is read to its end, and no pen's line is changed."""

from __future__ import annotations

from io import BytesIO

import numpy as np
import pytest
from PIL import Image

from app.learning.pen import draw, fit
from app.reading.picture import ink_of
from app.reading.picture.paper import lift_ink
from app.reading.picture.pencil import evenly_dark
from app.reading.reader import Reader
from tests.pictures import encoded
from tests.reading.picture.papers import uneven
from tests.reading.picture.surroundings import digits

SOME = digits(every=6)
FEWEST = 0.95  # of the digits are read right; without evening it is as few as .77


def pixels(picture: Image.Image) -> np.ndarray:
    return np.asarray(picture).reshape(picture.height, picture.width, -1)


def little(digit, side: int, seed: int) -> Image.Image:
    """A pencil's digit as a small JPEG."""
    large = uneven(digit, 0.2, pen=6, seed=seed, blur=0, patches=6)
    return Image.open(BytesIO(encoded(large.resize((side, side), Image.Resampling.BOX), "JPEG")))


PENCILS = {
    "soft pencil": lambda digit, seed: uneven(digit, 0.15, pen=7, seed=seed),
    "dry brush": lambda digit, seed: uneven(digit, 0.2, pen=14, seed=seed, patches=6),
    "fine pencil, large": lambda digit, seed: uneven(digit, 0.2, pen=5, seed=seed, patches=6, side=320),
    "pencil in a photo": lambda digit, seed: uneven(digit, 0.3, pen=5, seed=seed, grain=4, side=320),
    "pencil at 32 px": lambda digit, seed: little(digit, 32, seed),
}


@pytest.fixture(scope="module")
def reader(models) -> Reader:
    return Reader.open(models)


@pytest.mark.parametrize("kind", PENCILS)
def test_a_digit_in_uneven_pencil_is_read(reader, kind):
    pictures = [PENCILS[kind](digit, seed) for seed, digit in enumerate(SOME)]
    answers = [reader.read_ink(ink_of(pixels(picture))) for picture in pictures]
    right = [a.is_digit and a.digit == int(digit["label"]) for a, digit in zip(answers, SOME, strict=True)]
    assert np.mean(right) >= FEWEST


@pytest.mark.parametrize("side", [64, 160, 280, 512])
@pytest.mark.parametrize("pen", [1.2, 3, 8, 16])
def test_a_pens_drawing_is_left_as_it_is(side, pen):
    for digit in SOME[:8]:
        strokes = [np.array(stroke)[:, :2] for stroke in digit["strokes"]]
        ink = lift_ink(pixels(draw(fit(strokes, side, pen, 0.7), side, pen)))
        assert evenly_dark(ink) is ink


def fading(*others: tuple[slice, slice, int]) -> np.ndarray:
    """A line, 6 px wide and 100 long, that fades from full ink to 60 of 255, and other fields of ink."""
    ink = np.zeros((160, 160), np.uint8)
    ink[30:130, 77:83] = np.linspace(255, 60, 100).astype(np.uint8)[:, None]
    for rows, columns, strength in others:
        ink[rows, columns] = strength
    return ink


def test_a_line_that_fades_is_dark_to_its_end_and_no_wider():
    dark = evenly_dark(fading())
    assert dark[30:130, 77:83].min() > 220
    assert not np.delete(dark, range(77, 83), axis=1).any()


@pytest.mark.parametrize(
    "field",
    [
        (slice(60, 62), slice(20, 22), 90),
        (slice(20, 140), slice(20, 26), 90),
        (slice(140, 150), slice(20, 40), 120),
    ],
    ids=["dust", "a shadow", "a button"],
)
def test_pale_ink_without_a_dark_line_is_not_brought_up(field):
    dark = evenly_dark(fading(field))
    assert (dark[field[0], field[1]] == field[2]).all()
    assert dark[129, 80] > 220


def test_a_printed_word_beside_the_drawing_is_not_brought_up():
    button, word = (slice(140, 150), slice(20, 50), 90), (slice(144, 146), slice(30, 40), 255)
    assert evenly_dark(fading(button, word))[141, 22] == 90


def test_haze_around_a_line_stays_haze():
    hazy = np.maximum(fading(), 8)
    assert evenly_dark(hazy)[:, :60].max() == 8


def test_a_picture_full_of_ink_is_no_drawing_of_lines():
    full = np.tile(np.linspace(60, 255, 160).astype(np.uint8), (160, 1))
    assert evenly_dark(full) is full


def test_an_empty_picture_stays_empty():
    empty = np.zeros((160, 160), np.uint8)
    assert evenly_dark(empty) is empty
