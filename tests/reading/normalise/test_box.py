"""Where the drawing is: what a person would not see, or did not mean, is left out."""

from __future__ import annotations

import numpy as np
import pytest

from app.errors import Blank
from app.reading.arrays import FULL_INK, to_ink
from app.reading.normalise import normalise
from app.reading.normalise.crop import Box, ink_box

STEM = Box(90, 20, 110, 180)  # a thick 1 on a canvas of 200 px
DOTS = [(100, y) for y in range(20, 180, 20)]


def sheet(*rows: str) -> np.ndarray:
    """Ink from a hand-drawn bitmap: # is ink."""
    return np.array([[FULL_INK * (mark == "#") for mark in row] for row in rows], dtype=np.uint8)


def canvas(*boxes: Box) -> np.ndarray:
    """Ink on 200 x 200 px, each box full of it."""
    ink = np.zeros((200, 200), dtype=np.uint8)
    for left, top, right, bottom in boxes:
        ink[top:bottom, left:right] = FULL_INK
    return ink


def mark(x: int, y: int, side: int = 8) -> Box:
    """A square mark of some px."""
    return Box(x, y, x + side, y + side)


def test_the_box_is_the_ink_with_open_right_and_bottom():
    assert ink_box(sheet("......", "..##..", "..###.", "..#...", "......")) == (2, 1, 5, 4)


@pytest.mark.parametrize(
    "ink",
    [
        np.zeros((50, 50)),
        np.full((50, 50), 0.3),  # haze
        np.pad(np.ones((1, 1)), 50),  # a speck
        np.pad(np.ones((2, 2)), 60),
        np.eye(200) * (np.arange(200) % 40 == 0),  # five specks far apart
    ],
    ids=["nothing", "haze", "one pixel", "four pixels", "dust"],
)
def test_what_a_person_would_not_see_is_blank(ink):
    with pytest.raises(Blank):
        normalise(to_ink(ink))


@pytest.mark.parametrize(
    "place",
    [(20, 100), (160, 100), (96, 2), (96, 191), (4, 4), (180, 190)],
    ids=["left", "right", "above", "below", "in the first corner", "in the last corner"],
)
def test_a_stray_mark_beside_the_drawing_is_left_out(place):
    assert ink_box(canvas(STEM, mark(*place))) == STEM


def test_several_stray_marks_are_left_out():
    dust = [mark(x, y, 4) for x, y in ((4, 4), (14, 90), (40, 150), (180, 10), (150, 190))]
    assert ink_box(canvas(STEM, *dust)) == STEM


@pytest.mark.parametrize("right", [150, 190])
def test_a_dab_of_the_pen_some_way_off_is_left_out(right):
    assert ink_box(canvas(STEM, mark(right - 14, 100, side=14))) == STEM


def test_a_dab_close_by_belongs_to_the_drawing():
    assert ink_box(canvas(STEM, mark(126, 100, side=14))).right == 140


def test_a_stroke_belongs_to_the_drawing_however_far_off():
    assert ink_box(canvas(STEM, Box(190, 100, 200, 150))).right == 200


def test_a_mark_that_nearly_touches_the_drawing_belongs_to_it():
    assert ink_box(canvas(STEM, mark(114, 100))).right == 122


def test_a_mark_as_large_as_a_bar_belongs_to_the_drawing():
    assert ink_box(canvas(STEM, Box(140, 30, 180, 45))).right == 180


def test_the_ends_of_a_dotted_line_are_no_stray_marks():
    assert ink_box(canvas(*(mark(x, y) for x, y in DOTS))) == (100, 20, 108, 168)


def test_a_stray_mark_changes_nothing_in_the_bitmap():
    np.testing.assert_array_equal(normalise(canvas(STEM, mark(20, 100))).bitmap, normalise(canvas(STEM)).bitmap)


@pytest.mark.parametrize("box", [Box(3, 5, 10, 6), Box(5, 3, 6, 10), Box(0, 0, 7, 7), Box(100, 200, 107, 203)])
def test_the_longer_side_is_the_longer_one(box):
    assert box.longer == 7


@pytest.mark.parametrize(("strength", "seen"), [(102, False), (103, True)])
def test_ink_is_seen_above_four_tenths(strength, seen):
    ink = np.zeros((20, 20), np.uint8)
    ink[5:15, 8:12] = strength
    if seen:
        assert ink_box(ink) == (8, 5, 12, 15)
    else:
        with pytest.raises(Blank):
            ink_box(ink)


@pytest.mark.parametrize(("side", "smallest"), [(8, 3), (150, 3), (300, 6), (500, 10)])
def test_a_mark_of_less_than_3_px_or_a_fiftieth_of_the_picture_is_dust(side, smallest):
    for shape in ((side, 20), (20, side)):
        ink = np.zeros(shape, np.uint8)
        for mark in (ink, ink.T):
            mark[4:6, 4 : 4 + smallest] = FULL_INK
            assert ink_box(ink).longer == smallest
            mark[4:6, 3 + smallest] = 0
            with pytest.raises(Blank):
                ink_box(ink)
            ink[:] = 0


@pytest.mark.parametrize(("longer", "dots"), [(10, [3, 5, 7, 9, 12]), (41, range(3, 44, 2))])
def test_ink_on_less_than_half_of_a_lines_length_is_scattered_dust(longer, dots):
    ink = np.zeros((50, 50), np.uint8)
    for line in (ink[3], ink[:, 3]):
        line[dots] = FULL_INK
        assert ink_box(ink).longer == longer
        line[5] = 0
        with pytest.raises(Blank):
            ink_box(ink)
        ink[:] = 0


@pytest.mark.parametrize(("start", "right"), [(115, 117), (116, 110)])
def test_a_grain_is_a_stray_mark_where_it_is_more_than_six_hundredths_away(start, right):
    """Of a stem 100 px high whose last column is the 109th."""
    stem = Box(90, 20, 110, 120)
    assert ink_box(canvas(stem, mark(start, 60, side=2))).right == right
    assert ink_box(canvas(stem, mark(start, 60, side=2)).T).bottom == right
    assert ink_box(canvas(stem, mark(start, 60, side=2))[:, ::-1]).left == 200 - right
    assert ink_box(canvas(stem, mark(start, 60, side=2)).T[::-1]).top == 200 - right


@pytest.mark.parametrize(
    ("stem", "away", "pixels", "missed"),
    [(225, 25, 24, False), (225, 25, 25, True), (178, 50, 21, False), (178, 50, 22, True), (178, 90, 21, False)],
)
def test_a_mark_is_missed_where_it_has_a_tenth_of_the_ink_a_quarter_of_the_height_away(stem, away, pixels, missed):
    """By 4 tenths for each height that it is away, and from 11 hundredths on however far."""
    ink = np.zeros((100, 200), np.uint8)
    for place in range(stem):
        ink[place % 100, 20 - place // 100] = FULL_INK
    ink[50 : 50 + pixels, 20 + away] = FULL_INK
    assert ink_box(ink).right == (21 + away if missed else 21)
