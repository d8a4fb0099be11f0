"""Digits side by side or below each other are told from one drawing in loose parts."""

from __future__ import annotations

import io
import math
from pathlib import Path

import numpy as np
import pytest

from app.errors import Blank
from app.learning.allographs import digits
from app.learning.canvas import draw_plain
from app.learning.pen import draw
from app.reading.arrays import FULL_INK
from app.reading.normalise import normalise
from app.reading.normalise.pieces import find_pieces
from app.reading.picture import read_ink
from app.reading.reader import Reader

ONE = [[(0.15, 0.2), (0.15, 0.8)]]
ONE_BESIDE = [[(0.55, 0.2), (0.55, 0.8)]]
SEVEN = [[(0.45, 0.2), (0.85, 0.2), (0.6, 0.8)]]
CLOSE_SEVENTEEN = [[(0.25, 0.2), (0.25, 0.8)], [(0.45, 0.2), (0.78, 0.2), (0.6, 0.8)]]
ZERO = [[(0.65, 0.2), (0.5, 0.35), (0.48, 0.6), (0.6, 0.8), (0.75, 0.75), (0.82, 0.5), (0.78, 0.28), (0.65, 0.2)]]
TWO = [[(0.5, 0.35), (0.6, 0.2), (0.8, 0.25), (0.8, 0.4), (0.5, 0.8), (0.85, 0.8)]]
FIVE_LOOSE_BAR = [
    [(0.4, 0.25), (0.38, 0.5), (0.55, 0.45), (0.65, 0.6), (0.55, 0.78), (0.36, 0.75)],
    [(0.5, 0.2), (0.75, 0.19)],
]
FOUR_TWO_STROKES = [[(0.4, 0.2), (0.3, 0.55), (0.7, 0.55)], [(0.6, 0.3), (0.58, 0.8)]]
DOTTED_ONE = [[(0.5, y / 10)] for y in range(2, 9)]


def leaning(strokes, by: float):
    """The strokes leaning to the right, by a share of the height."""
    return [[(x + by * (0.5 - y), y) for x, y in stroke] for stroke in strokes]


@pytest.fixture(scope="module")
def reader(models: Path) -> Reader:
    return Reader.open(models)


def png(strokes) -> bytes:
    out = io.BytesIO()
    draw([[(x * 160, y * 160) for x, y in stroke] for stroke in strokes], 160, 8).save(out, "PNG")
    return out.getvalue()


@pytest.mark.parametrize(
    ("strokes", "pieces"),
    [
        (ONE + SEVEN, (1, 7)),
        (ONE + ZERO, (1, 0)),
        (ONE + TWO, (1, 2)),
        (leaning(CLOSE_SEVENTEEN, 0.45), (1, 7)),
    ],
    ids=["17", "10", "12", "17, leaning until no column between them is empty"],
)
def test_two_digits_side_by_side_are_several(reader, strokes, pieces):
    answer = reader.read(png(strokes))
    read = tuple(piece.digit for piece in answer.pieces)
    assert (answer.hint, answer.is_digit, read) == ("several", False, pieces)


def below(upper, lower):
    """One drawing above another, each at half of its height."""
    return [
        [(x, y / 2 + down) for x, y in stroke] for strokes, down in [(upper, 0), (lower, 0.4)] for stroke in strokes
    ]


@pytest.mark.parametrize(("upper", "lower"), [(SEVEN, TWO), (TWO, ZERO), (ZERO, SEVEN)], ids=["7, 2", "2, 0", "0, 7"])
def test_two_digits_below_each_other_are_several(reader, upper, lower):
    answer = reader.read(png(below(upper, lower)))
    assert (answer.hint, answer.is_digit) == ("several", False)


@pytest.mark.parametrize("name", ["8, two circles", "5", "3", "6"])
def test_no_way_of_writing_one_digit_is_several(reader, name):
    ways = [way for way in digits() if way.name.startswith(name)]
    assert ways
    assert [way.name for way in ways if reader.read_ink(draw_plain(way)).hint] == []


@pytest.mark.parametrize(
    ("strokes", "digit"),
    [(FIVE_LOOSE_BAR, 5), (FOUR_TWO_STROKES, 4), (DOTTED_ONE, 1), (ZERO, 0), (SEVEN, 7)],
    ids=["a 5 with a loose bar", "a 4 in two strokes", "a dotted 1", "a 0", "a 7"],
)
def test_one_digit_in_loose_parts_is_one(reader, strokes, digit):
    answer = reader.read(png(strokes))
    assert (answer.hint, answer.digit) == (None, digit)


@pytest.mark.parametrize(
    "strokes",
    [[*SEVEN, [(0.97, 0.5), (0.97, 0.8)]], [[(0.1, 0.2), (0.1, 0.5)], *SEVEN], [*ONE, [(0.23, 0.2), (0.23, 0.8)]]],
    ids=["a short one behind", "a short one before", "too close by"],
)
def test_what_is_not_as_tall_or_not_clearly_apart_is_no_digit_of_its_own(strokes):
    assert find_pieces(normalise(read_ink(png(strokes))).crop) == []


def test_two_dotted_lines_are_one_drawing_though_neither_has_ink_enough_by_itself(reader):
    y, x = np.mgrid[0:280, 0:280]
    dots = [(at, down) for at in (90, 190) for down in range(40, 241, 28)]
    ink = sum(FULL_INK * (np.hypot(x - at, y - down) <= 3).astype(np.uint8) for at, down in dots)
    parts = find_pieces(normalise(ink).crop)
    assert len(parts) == 2
    with pytest.raises(Blank):
        normalise(parts[0])
    assert reader.read_ink(ink).hint is None


def bars(*lefts: int, width: int = 5, height: int = 100, lean: float = 0.0, least: int = 0) -> np.ndarray:
    """A crop of upright bars, or of such that lean to the right by `lean` px a row, `least` px lower than it."""
    ink = np.zeros((height, 128), np.uint8)
    for y in range(least, height):
        for left in lefts:
            start = left - math.floor(lean * y)
            ink[y, start : start + width] = FULL_INK
    return ink


@pytest.mark.parametrize(("gap", "count"), [(6, 2), (5, 0)])
@pytest.mark.parametrize("lean", [0.0, 0.25, -0.25], ids=["upright", "leaning right", "leaning left"])
def test_digits_that_lean_alike_are_clearly_apart_from_six_hundredths_of_the_height_on(lean, gap, count):
    """Each lean by a gap that no other lean would leave."""
    assert len(find_pieces(bars(60, 65 + gap, lean=lean))) == count


@pytest.mark.parametrize("height", [15, 10, 3])
def test_on_a_flat_crop_digits_are_a_whole_px_apart_at_least(height):
    assert find_pieces(bars(40, 45, height=height)) == []
    assert len(find_pieces(bars(40, 46, height=height))) == 2


@pytest.mark.parametrize("places", [(20, 40), (20, 40, 60), (20, 31, 42, 53)])
def test_each_piece_is_one_digit_from_left_to_right(places):
    crop = bars(*places)
    crop[::2] //= 2
    parts = find_pieces(crop)
    assert [int(np.flatnonzero(part.any(0))[0]) for part in parts] == list(places)
    np.testing.assert_array_equal(sum(part.astype(int) for part in parts), crop)


@pytest.mark.parametrize("places", [(20, 27), (20, 26)])
def test_a_digit_may_be_a_line_of_one_px(places):
    assert len(find_pieces(bars(*places, width=1, height=64))) == 2
    assert len(find_pieces(bars(places[0] - 8, *places, width=1, height=64))) == 3


@pytest.mark.parametrize(("tall", "count"), [(60, 2), (59, 0)])
def test_a_digit_is_as_tall_as_six_tenths_of_the_one_beside_it(tall, count):
    assert len(find_pieces(bars(20) + bars(40, least=100 - tall))) == count


@pytest.mark.parametrize(("dots", "count"), [(12, 2), (11, 0)])
def test_a_digit_has_twelve_px_of_ink_at_least(dots, count):
    crop = bars(20)
    crop[np.linspace(0, 99, dots).astype(int), 40] = FULL_INK
    assert len(find_pieces(crop)) == count
