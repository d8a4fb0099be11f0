"""A page of digits is read one by one, in the order in which people read, each with its place."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from app.learning.allographs import digits
from app.learning.canvas import draw_plain
from app.reading.arrays import FULL_INK, Ink
from app.reading.normalise import find_characters
from app.reading.reader import Reader

SIDE = 96  # px: of one drawing
STEP = 120  # px from one drawing to the next
DRAWN = {digit: draw_plain(next(way for way in digits() if way.digit == digit)) for digit in range(10)}


@pytest.fixture(scope="module")
def reader(models: Path) -> Reader:
    return Reader.open(models)


def page(*rows: str, wave: int = 0) -> Ink:
    """A sheet with rows of digits; `wave`: px that every second one stands lower."""
    sheet = np.zeros((STEP * len(rows) + wave, STEP * max(map(len, rows))), np.uint8)
    for down, row in enumerate(rows):
        for across, digit in enumerate(row):
            top, left = STEP * down + 12 + wave * (across % 2), STEP * across + 12
            sheet[top : top + SIDE, left : left + SIDE] = DRAWN[int(digit)]
    return sheet


@pytest.mark.parametrize(
    "rows",
    [("42",), ("2026",), ("0123456789",), ("42", "17"), ("5039", "2", "68"), ("03948172",) * 4],
    ids=["42", "2026", "all ten", "two rows of two", "rows of four, one and two", "thirty-two on a page"],
)
def test_the_digits_of_a_page_are_read_row_by_row(reader, rows):
    answer = reader.read_ink(page(*rows))
    assert (answer.hint, answer.is_digit) == ("several", False)
    assert "".join(str(piece.digit) for piece in answer.pieces) == "".join(rows)
    assert all(piece.confidence > 0.5 for piece in answer.pieces)


def test_a_row_that_goes_up_and_down_is_one_row(reader):
    answer = reader.read_ink(page("48371", wave=30))
    assert [piece.digit for piece in answer.pieces] == [4, 8, 3, 7, 1]


def test_a_box_says_where_a_digit_is_in_shares_of_the_picture(reader):
    pieces = reader.read_ink(page("40", "28")).pieces
    centers = [((left + right) / 2, (top + bottom) / 2) for left, top, right, bottom in (one.box for one in pieces)]
    assert centers == [
        pytest.approx(place, abs=0.03) for place in [(0.25, 0.25), (0.75, 0.25), (0.25, 0.75), (0.75, 0.75)]
    ]
    assert all(0 <= edge <= 1 for piece in pieces for edge in piece.box)


def test_boxes_of_two_side_by_side_are_where_they_are_on_the_sheet(reader):
    sheet = np.zeros((400, 400), np.uint8)
    sheet[200:320, 100:340] = page("42")
    (left, *_), (_, top, right, bottom) = (piece.box for piece in reader.read_ink(sheet).pieces)
    assert (left, top, right, bottom) == pytest.approx((0.29, 0.53, 0.81, 0.77), abs=0.05)


def test_a_loose_bar_belongs_to_its_digit_and_a_speck_to_none():
    sheet = page("17")
    five = np.zeros((SIDE, SIDE), np.uint8)
    five[30:90, 20:60] = FULL_INK
    five[5:13, 40:80] = FULL_INK
    sheet[12 : 12 + SIDE, 12 : 12 + SIDE] = five
    sheet[60:68, 118:124] = FULL_INK
    assert len(find_characters(sheet)) == 2


def test_nothing_of_a_neighbour_is_in_a_character():
    sheet = page("17")
    ink = sum(int(piece.ink.sum()) for piece in find_characters(sheet))
    assert ink == int(sheet.sum())


@pytest.mark.parametrize(
    "sheet",
    [
        page("8"),
        np.zeros((50, 50), np.uint8),
        page(*("1234567",) * 6),
        (np.indices((300, 300)).sum(0) % 12 < 4) * FULL_INK,
    ],
    ids=["one digit", "nothing", "forty-two: a text", "stripes"],
)
def test_other_pictures_have_no_characters(sheet):
    assert find_characters(sheet.astype(np.uint8)) == []


def test_of_a_page_with_some_letters_the_digits_are_read_and_of_a_drawing_in_parts_none(reader):
    sheet = page("4271")
    cross = np.zeros((SIDE, SIDE), np.uint8)
    cross[range(SIDE), range(SIDE)] = cross[range(SIDE), range(SIDE)[::-1]] = FULL_INK
    fat = np.maximum.reduce([np.roll(cross, shift, 1) for shift in range(-4, 5)])
    assert [piece.digit for piece in reader.read_ink(with_drawing(sheet, fat, (2,))).pieces] == [4, 2, 1]
    assert reader.read_ink(with_drawing(sheet, fat, (1, 2, 3))).pieces == ()


def with_drawing(sheet: Ink, drawing: Ink, places: tuple[int, ...]) -> Ink:
    """The sheet with a drawing in place of some of its digits."""
    changed = sheet.copy()
    for place in places:
        changed[12 : 12 + SIDE, STEP * place + 12 : STEP * place + 12 + SIDE] = drawing
    return changed
