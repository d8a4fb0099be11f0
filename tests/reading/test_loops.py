"""Small loops are read: a 6 and a 9 from an eighth of their height on, an 8 whose upper loop is a sixth of its own."""

from __future__ import annotations

import numpy as np
import pytest

from app.learning.allographs import outline
from app.learning.canvas import ink_of
from app.learning.pen import SIZE, draw, fit
from app.reading.reader import Reader

pytestmark = pytest.mark.numeric

SURE = 0.9
BOWS = (0.0, 0.12, 0.25, 0.4)  # how far the stem swings out, of the height
SHARE = 0.75  # of the canvas that the drawing takes


@pytest.fixture(scope="module")
def reader(models):
    return Reader.open(models)


def circle(x: float, y: float, width: float, height: float, start: float, way: int) -> np.ndarray:
    angles = start + way * np.linspace(0, 2 * np.pi, 40)
    return np.column_stack([x + width / 2 * np.cos(angles), y + height / 2 * np.sin(angles)])


def six(loop: float, bow: float) -> np.ndarray:
    """A 6, one tall, whose round loop at the foot of its stem is so tall."""
    stem = np.array([[0.4 + 1.2 * bow, 0], [0.3 + 0.4 * bow, 0.35], [0.3, 0.8 - 0.375 * loop], [0.3, 1 - loop / 2]])
    round_it = circle(0.3 + loop / 2, 1 - loop / 2, loop, loop, np.pi, -1)
    return np.concatenate([outline(stem, np.zeros(len(stem), np.bool_)), round_it])


def nine(loop: float, bow: float) -> np.ndarray:
    """The same 6, turned upside down."""
    return 1 - six(loop, bow)


def eight(upper: float) -> np.ndarray:
    rest = 1 - upper
    lower = circle(0.5, upper + rest / 2, 0.8 * rest, rest, -np.pi / 2, -1)
    return np.concatenate([circle(0.5, upper / 2, upper, upper, np.pi / 2, 1), lower])


def answer_to(reader: Reader, line: np.ndarray, pen: float):
    """The answer to a line drawn with a pen of so much of the canvas."""
    return reader.read_ink(ink_of(draw(fit([line], SIZE, pen * SIZE, SHARE), SIZE, pen * SIZE)))


@pytest.mark.parametrize("bow", BOWS)
@pytest.mark.parametrize(("loop", "pen"), [(0.15, 0.03), (0.15, 0.05), (0.2, 0.08), (0.25, 0.05), (0.5, 0.03)])
@pytest.mark.parametrize(("digit", "written"), [(6, six), (9, nine)])
def test_a_6_and_a_9_are_read_surely_by_a_small_loop(reader, digit, written, loop, pen, bow):
    answer = answer_to(reader, written(loop, bow), pen)
    assert answer.digit == digit
    assert answer.confidence >= SURE


@pytest.mark.parametrize("bow", BOWS)
@pytest.mark.parametrize(("digit", "written"), [(6, six), (9, nine)])
def test_the_smallest_loop_is_read_right_and_less_surely(reader, digit, written, bow):
    small, larger = (answer_to(reader, written(loop, bow), 0.03) for loop in (0.12, 0.15))
    assert small.digit == digit
    assert small.confidence < larger.confidence


@pytest.mark.parametrize("pen", [0.03, 0.05, 0.08])
@pytest.mark.parametrize("upper", [0.18, 0.25, 0.4, 0.5])
def test_an_8_is_read_surely_by_a_small_upper_loop(reader, upper, pen):
    answer = answer_to(reader, eight(upper), pen)
    assert answer.digit == 8
    assert answer.confidence >= SURE
