"""Digits side by side are told from one drawing in loose parts."""

from __future__ import annotations

import io
from pathlib import Path

import numpy as np
import pytest

from app.errors import Blank
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
    "strokes",
    [ONE + SEVEN, ONE + ZERO, ONE + TWO, leaning(CLOSE_SEVENTEEN, 0.45)],
    ids=["17", "10", "12", "17, leaning until no column between them is empty"],
)
def test_two_digits_side_by_side_are_several(reader, strokes):
    answer = reader.read(png(strokes))
    assert (answer.hint, answer.is_digit) == ("several", False)


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
