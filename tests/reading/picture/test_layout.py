"""What surrounds a digit is not read as a part of it, and no digit is taken for its surroundings."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image, ImageDraw

from app.errors import Blank
from app.reading.normalise import normalise
from app.reading.picture import ink_of
from app.reading.picture.layout import coarse_mask, find_window, without_rim
from app.reading.picture.paper import lift_ink
from app.reading.reader import Reader
from tests.reading.picture.papers import lit
from tests.reading.picture.surroundings import EDGE, KINDS, SIDE, digits, framed, ruled, sheet, tight

SOME = digits(every=12)
FEWEST = 0.95  # of the digits in any surroundings are read right; on a plain sheet all are


def pixels(picture: Image.Image) -> np.ndarray:
    return np.asarray(picture).reshape(picture.height, picture.width, -1)


def ink(picture: Image.Image) -> np.ndarray:
    return lift_ink(pixels(picture))


@pytest.fixture(scope="module")
def reader(models) -> Reader:
    return Reader.open(models)


@pytest.mark.parametrize("kind", KINDS)
def test_a_digit_is_read_in_its_surroundings(reader, kind):
    answers = [reader.read_ink(ink_of(pixels(KINDS[kind](digit)))) for digit in SOME]
    right = [a.is_digit and a.digit == int(digit["label"]) for a, digit in zip(answers, SOME, strict=True)]
    assert np.mean(right) >= FEWEST


def test_a_drawing_on_a_plain_sheet_is_left_as_it_is():
    for digit in digits():
        for share in (0.4, 0.97):
            drawn = ink(sheet(digit, share))
            assert find_window(coarse_mask(drawn)) is None
            assert without_rim(drawn, coarse_mask(drawn)) is drawn


def test_a_picture_cut_tightly_around_its_digit_keeps_all_of_it():
    for digit in digits():
        drawn = ink(tight(sheet(digit)))
        assert find_window(coarse_mask(drawn)) is None
        assert without_rim(drawn, coarse_mask(drawn)) is drawn


def test_the_loose_bar_of_a_tightly_cut_5_stays():
    five = Image.new("L", (100, 140), 255)
    pen = ImageDraw.Draw(five)
    pen.line((30, 4, 99, 4), fill=0, width=9)
    pen.line([(4, 30), (4, 70), (70, 75), (80, 110), (40, 135), (0, 130)], fill=0, width=9)
    drawn = ink(five)
    assert without_rim(drawn, coarse_mask(drawn)) is drawn


def test_a_frame_without_a_drawing_is_blank():
    empty = framed({"strokes": [[[0.5, 0.5], [0.501, 0.5]]]})
    ImageDraw.Draw(empty).rectangle((10, 10, EDGE - 10, EDGE - 10), fill=255)
    with pytest.raises(Blank):
        normalise(ink_of(pixels(empty)))


def test_a_box_drawn_by_hand_holds_no_picture():
    box = Image.new("L", (SIDE, SIDE), 255)
    ImageDraw.Draw(box).line([(40, 30), (118, 36), (122, 130), (36, 124), (40, 30)], fill=0, width=8)
    assert find_window(coarse_mask(ink(box))) is None


def test_only_what_runs_along_the_edge_is_taken_away():
    digit = SOME[0]
    drawn, line = ink(sheet(digit)), (0, 158, EDGE, 158)
    lined = ink(ruled(digit, line))
    np.testing.assert_array_equal(without_rim(lined, coarse_mask(lined)), drawn)


@pytest.mark.parametrize("side", [160, 161, 280, 333, 1024])
def test_the_mask_has_ink_where_any_pixel_of_its_block_has(side):
    spot = np.zeros((side, side // 2), np.uint8)
    spot[side - 1, side // 2 - 1] = 255
    step = -(-side // 160)
    mask = coarse_mask(spot)
    assert max(mask.shape) <= 160
    assert np.argwhere(mask).tolist() == [[(side - 1) // step, (side // 2 - 1) // step]]


def test_a_framed_photo_larger_than_it_is_worked_on_keeps_the_place_of_its_drawing():
    framed_photo = lit(framed(SOME[0], margin=20, width=4).resize((700, 700)), grain=4)
    seen = normalise(ink_of(pixels(framed_photo))).box
    plain = normalise(ink_of(pixels(sheet(SOME[0])))).box
    side = len(ink_of(pixels(framed_photo)))
    assert np.array(seen) / side == pytest.approx(np.array(plain) / SIDE, abs=0.02)


@pytest.mark.parametrize("bar", [None, 80], ids=["a square 0", "a square 8"])
def test_a_digit_of_straight_lines_is_no_frame(bar):
    square = Image.new("L", (SIDE, SIDE), 255)
    pen = ImageDraw.Draw(square)
    pen.rectangle((40, 8, 120, 152), outline=0, width=9)
    if bar:
        pen.line((40, bar, 120, bar), fill=0, width=9)
    assert find_window(coarse_mask(ink(square))) is None


@pytest.mark.parametrize(("gap", "is_drawings"), [(10, True), (30, False)])
def test_a_stroke_at_the_upper_edge_belongs_to_the_drawing_unless_it_is_far_above(gap, is_drawings):
    picture = Image.new("L", (SIDE, SIDE), 255)
    pen = ImageDraw.Draw(picture)
    pen.rectangle((50, 0, 110, 9), fill=0)
    pen.rectangle((75, 10 + gap, 85, 140), fill=0)
    left = without_rim(ink(picture), coarse_mask(ink(picture)))
    assert bool(left[:10].any()) == is_drawings
    assert left[80, 80] == 255
