"""Figures: numbers in, a PNG out, drawn once."""

from __future__ import annotations

from io import BytesIO

from PIL import Image

from app.figures import confusion_png

RIGHT = tuple(tuple(45 * (x == y) for x in range(10)) for y in range(10))
WITH_SLIP = ((44, 1, *RIGHT[0][2:]), *RIGHT[1:])


def test_a_confusion_matrix_becomes_a_picture():
    picture = Image.open(BytesIO(confusion_png(RIGHT, 1.0, 450)))
    assert picture.format == "PNG"
    assert picture.size == (800, 800)


def test_a_single_slip_changes_the_picture_where_it_happened():
    right, slip = (Image.open(BytesIO(confusion_png(counts, 1.0, 450))).convert("RGB") for counts in (RIGHT, WITH_SLIP))
    box = (150, 50, 190, 90)  # inside row 0, column 1
    red, green, blue = slip.crop(box).resize((1, 1)).getpixel((0, 0))
    assert red > green + 10 and red > blue + 10
    assert right.crop(box).tobytes() != slip.crop(box).tobytes()


def test_the_same_numbers_are_drawn_once():
    assert confusion_png(RIGHT, 1.0, 450) is confusion_png(RIGHT, 1.0, 450)


def test_an_empty_matrix_can_be_drawn():
    assert confusion_png(tuple((0,) * 10 for _ in range(10)), 0.0, 0)
