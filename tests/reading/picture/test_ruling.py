"""The lines of ruled and squared paper are not read, and no stroke is taken for one of them."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image, ImageDraw

from app.reading.parts import block_side
from app.reading.picture import ink_of
from app.reading.picture.layout import coarse_mask
from app.reading.picture.lines import lines_across
from app.reading.picture.paper import lift_ink
from app.reading.picture.ruling import without_ruling
from app.reading.reader import Reader
from tests.reading.picture.papers import RULED, lines
from tests.reading.picture.surroundings import SIDE, digits, sheet, tight

SOME = digits(every=12)
FEWEST = 0.95  # of the digits on any paper are read right; on a plain sheet all are


def pixels(picture: Image.Image) -> np.ndarray:
    return np.asarray(picture).reshape(picture.height, picture.width, -1)


def cleaned(ink: np.ndarray) -> np.ndarray:
    return without_ruling(ink, coarse_mask(ink), block_side(ink))


@pytest.fixture(scope="module")
def reader(models) -> Reader:
    return Reader.open(models)


@pytest.mark.parametrize("kind", RULED)
def test_a_digit_is_read_on_lined_paper(reader, kind):
    answers = [reader.read_ink(ink_of(pixels(RULED[kind](digit)))) for digit in SOME]
    right = [a.is_digit and a.digit == int(digit["label"]) for a, digit in zip(answers, SOME, strict=True)]
    assert np.mean(right) >= FEWEST


def test_a_drawing_on_plain_paper_is_left_as_it_is_even_where_it_was_cut_tightly():
    for digit in digits(every=3):
        for picture in (sheet(digit), sheet(digit, 0.97), tight(sheet(digit))):
            ink = lift_ink(pixels(picture))
            assert cleaned(ink) is ink


def stroke_and_line(*ends: int, width: int = 2) -> np.ndarray:
    """An upright stroke, 12 px wide, on a line across the whole picture."""
    picture = Image.new("L", (SIDE, SIDE), 0)
    ImageDraw.Draw(picture).rectangle((70, 30, 81, 130), fill=255)
    ImageDraw.Draw(picture).line(ends, fill=255, width=width)
    return np.asarray(picture)


@pytest.mark.parametrize("ends", [(0, 80, SIDE, 80), (0, 78, SIDE, 81)], ids=["level", "askew"])
def test_a_line_is_taken_away_and_the_stroke_that_it_crosses_stays_whole(ends):
    left = cleaned(stroke_and_line(*ends))
    assert left[30:131, 70:82].min() == 255
    assert not left[:, :69].any() and not left[:, 83:].any()


@pytest.mark.parametrize(("width", "is_line"), [(5, True), (9, False)])
def test_a_line_nearly_as_wide_as_the_strokes_is_one_of_them(width, is_line):
    ink = stroke_and_line(0, 80, SIDE, 80, width=width)
    assert (cleaned(ink) is not ink) == is_line


def test_a_line_that_does_not_cross_the_picture_is_a_stroke():
    ink = stroke_and_line(0, 80, 140, 80)
    assert cleaned(ink) is ink


def test_a_darker_stroke_along_a_line_is_kept():
    ink = np.zeros((SIDE, SIDE), np.uint8)
    ink[79:81] = 150
    ink[72:81, 40:120] = 255
    left = cleaned(ink)
    assert left[72:81, 40:120].min() == 255
    assert not left[:, :40].any() and not left[:, 120:].any()


def test_empty_lined_paper_is_left_to_be_judged_as_it_is():
    ink = 255 - np.asarray(lines(SIDE, 0.2, 2, 0))
    assert cleaned(ink) is ink


@pytest.mark.parametrize("width", [1, 5, 15, 47])
def test_a_picture_narrower_than_48_px_has_no_lines_to_follow(width):
    ink = np.zeros((SIDE, width), np.uint8)
    ink[::20] = 255
    assert cleaned(ink) is ink


def squared(spacing: int, side: int = 1024) -> np.ndarray:
    ink = np.zeros((side, side), np.uint8)
    ink[::spacing] = ink[:, ::spacing] = 200
    return ink


@pytest.mark.parametrize(("spacing", "count"), [(41, 25), (64, 16), (16, 0)])
def test_lines_too_close_to_be_told_apart_are_not_followed_one_by_one(spacing, count):
    ink = squared(spacing)
    assert len(lines_across(ink, coarse_mask(ink), block_side(ink))) == count


def test_a_picture_of_noise_is_not_searched_for_lines():
    noise = np.random.default_rng(0).integers(0, 256, (1024, 1024)).astype(np.uint8)
    assert cleaned(noise) is noise
    assert lines_across(noise, coarse_mask(noise), block_side(noise)) == []
