"""The road composed: one picture in, one answer out, the same by every door."""

from __future__ import annotations

import io

import numpy as np
import pytest

from app.errors import BadRequest, Blank
from app.learning.pen import draw
from app.reading.reader import Reader

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
    hand = np.random.default_rng(5)
    for rows in hand.integers(0, 17, (200, 8, 8)).tolist():
        answer = reader.read_pixels(rows)
        assert answer.digit == int(np.argmax(answer.probabilities))
        assert answer.confidence == answer.probabilities[answer.digit]
        assert sum(answer.probabilities) == pytest.approx(1, abs=1e-5)
        assert 0 <= answer.familiarity <= 1


def test_the_grid_posted_back_unchanged_gives_the_same_answer(reader, seven):
    answer = reader.read(seven)
    assert reader.read_pixels([list(row) for row in answer.pixels]) == answer


NO_GRIDS = {
    "empty": [],
    "seven rows": [[0] * 8] * 7,
    "seven columns": [[0] * 7] * 8,
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


def test_the_steps_are_the_arrays_of_this_drawing(reader, seven):
    answer, steps = reader.read_with_steps(seven)
    assert [step["name"] for step in steps] == ["ink", "straight", "bitmap", "counts"]
    assert steps[3]["counts"] == [list(row) for row in answer.pixels]
    left, top, right, bottom = steps[0]["box"]
    assert 0 <= left < right <= steps[0]["width"] and 0 <= top < bottom <= steps[0]["height"]
