"""The road composed: one picture in, one answer out, the same by every door."""

from __future__ import annotations

import io

import numpy as np
import pytest
from sklearn.metrics import accuracy_score

from app.errors import BadRequest, Blank
from app.learning.data_set import data_set
from app.learning.pen import draw
from app.reading.arrays import to_grey
from app.reading.reader import Reader
from tests.tolerance import SINGLE

pytestmark = pytest.mark.numeric

SEVEN = [[(40, 40), (110, 40), (70, 130)]]


@pytest.fixture(scope="module")
def reader(models):
    return Reader.open(models)


@pytest.fixture
def seven():
    out = io.BytesIO()
    draw(SEVEN).save(out, "PNG")
    return out.getvalue()


def test_a_seven_is_read_as_a_seven(reader, seven):
    answer = reader.read(seven)
    assert (answer.digit, answer.is_digit, answer.hint) == (7, True, None)


def test_the_digit_is_always_the_most_probable(reader):
    rng = np.random.default_rng(5)
    for rows in rng.integers(0, 17, (200, 8, 8)).tolist():
        answer = reader.read_pixels(rows)
        assert answer.digit == int(np.argmax(answer.probabilities))
        assert answer.confidence == answer.probabilities[answer.digit]
        assert sum(answer.probabilities) == pytest.approx(1, rel=SINGLE)
        assert 0 <= answer.familiarity <= 1


def test_the_grid_posted_back_unchanged_is_read_alike(reader, seven):
    """Its counts are the same, its directions come from a picture rebuilt of them."""
    answer = reader.read(seven)
    again = reader.read_pixels([list(row) for row in answer.pixels])
    assert again.pixels == answer.pixels
    assert (again.digit, again.is_digit) == (answer.digit, answer.is_digit)
    assert again.confidence == pytest.approx(answer.confidence, abs=0.05)


def test_the_data_set_as_it_is_counted_is_read_right(reader):
    images, labels = data_set()
    read = [reader.read_pixels(image.astype(int).tolist()).digit for image in images[::10]]
    assert accuracy_score(labels[::10], read) > 0.98


NO_GRIDS = {
    "empty": [],
    "seven rows": [[0] * 8] * 7,
    "nine rows": [[1] * 8] * 9,
    "seven columns": [[0] * 7] * 8,
    "nine columns": [[1] * 9] * 8,
    "one row too short": [[1] * 8] * 4 + [[1] * 7] + [[1] * 8] * 3,
    "one row that is none": [[1] * 8] * 7 + ["11111111"],
    "rows that are none": (((1,) * 8,) * 8),
    "a grid of 64 in one row": [[1] * 64],
    "17": [[17] + [0] * 7] + [[0] * 8] * 7,
    "below 0": [[-1] * 8] * 8,
    "a fraction": [[1.5] * 8] * 8,
    "truth values": [[True] * 8] * 8,
    "text": [["1"] * 8] * 8,
    "a word": "pixels",
    "null": None,
}


@pytest.mark.parametrize("rows", NO_GRIDS.values(), ids=NO_GRIDS)
def test_a_grid_that_is_none_is_refused(reader, rows):
    with pytest.raises(BadRequest):
        reader.read_pixels(rows)


def test_an_empty_grid_is_blank(reader):
    with pytest.raises(Blank):
        reader.read_pixels([[0] * 8] * 8)


def test_a_trace_shows_the_pictures_of_this_drawing(reader, seven):
    trace = reader.trace(seven, longest=96)
    assert trace.answer == reader.read(seven)
    ink, deskewed, bitmap = trace.stages
    assert [ink.name, deskewed.name, bitmap.name] == ["ink", "deskewed", "bitmap"]
    left, top, right, bottom = ink.box
    assert 0 <= left < right <= ink.picture.shape[1] == 96
    assert 0 <= top < bottom <= ink.picture.shape[0] == 96
    blocks = to_grey(bitmap.picture).reshape(8, 4, 8, 4).sum((1, 3))
    assert np.abs(blocks - trace.answer.pixels).max() < 0.6  # rounded twice: to bytes, and to counts


@pytest.mark.parametrize("count", [1, 16])
@pytest.mark.parametrize("place", [(0, 0), (3, 4), (7, 7)])
def test_a_grid_may_hold_any_count_anywhere(reader, place, count):
    rows = [[0] * 8 for _ in range(8)]
    rows[place[0]][place[1]] = count
    assert reader.read_pixels(rows).pixels == tuple(map(tuple, rows))
    rows[place[0]][place[1]] = 17
    with pytest.raises(BadRequest):
        reader.read_pixels(rows)


def test_a_full_grid_is_answered(reader):
    assert reader.read_pixels([[16] * 8] * 8).pixels == ((16,) * 8,) * 8
