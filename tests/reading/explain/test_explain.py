"""Why it was answered so: the facts of one sentence agree with everything that is shown beside it."""

from __future__ import annotations

import numpy as np
import pytest

from app.reading.explain import runner_up

pytestmark = pytest.mark.numeric

NAMED, TURNING = 2, 3  # neighbours and squares that a sentence has room for
DOUBTFUL = [[0, 0, 0, 1, 16, 0, 0, 0]] + [[0, 0, 0, 0, 9, 0, 0, 0]] * 7
MORE_DOUBTFUL = [[0, 0, 0, 3, 9, 0, 0, 0]] * 8


def test_the_rival_is_the_runner_up(explanation, answer):
    second = int(np.argsort(answer.probabilities)[-2])
    assert explanation.decision.rival == explanation.summary.runner_up == runner_up(answer) == second
    assert explanation.summary.share == answer.probabilities[second]
    assert explanation.decision.digit == explanation.summary.digit == answer.digit


def test_the_table_is_antisymmetric(explanation):
    table = np.array(explanation.table)
    assert table.shape == (10, 10) and (table == -table.T).all()


def test_the_named_neighbours_are_the_nearest_of_the_same_digit(explanation, answer):
    same = [one.source for one in explanation.neighbours if one.digit == answer.digit]
    assert list(explanation.summary.alike) == same[:NAMED]


def test_the_weightiest_square_is_the_one_without_which_confidence_falls_most(explanation, answer):
    confidence = np.where(np.array(answer.pixels) > 0, explanation.occlusion.confidence, np.inf)
    square = explanation.summary.weightiest
    assert confidence[square.row - 1, square.column - 1] == square.confidence == confidence.min()


@pytest.mark.parametrize(
    "rows", [DOUBTFUL, MORE_DOUBTFUL, [[0, 0, 0, 9, 9, 0, 0, 0]] * 8], ids=["doubtful", "more so", "plain"]
)
def test_turning_squares_are_those_where_another_digit_would_be_read(reader, rows):
    explanation = reader.explain(reader.read_pixels(rows))
    digits, summary = np.array(explanation.occlusion.digit), explanation.summary
    for square in summary.turning:
        assert digits[square.row - 1, square.column - 1] == square.digit != summary.digit
    assert len(summary.turning) == min(TURNING, int((digits != summary.digit).sum()))


def test_one_lonely_square_has_reasons_too(reader):
    lonely = [[0] * 8 for _ in range(8)]
    lonely[3][3] = 1
    weightiest = reader.explain(reader.read_pixels(lonely)).summary.weightiest
    assert (weightiest.row, weightiest.column) == (4, 4)


def test_turning_squares_come_with_the_weightiest_first(reader):
    explanation = reader.explain(reader.read_pixels(MORE_DOUBTFUL))
    confidences = [square.confidence for square in explanation.summary.turning]
    assert confidences == sorted(confidences)
    digits, confidence = np.array(explanation.occlusion.digit), np.array(explanation.occlusion.confidence)
    turning = np.sort(confidence[(digits != explanation.summary.digit) & (np.array(MORE_DOUBTFUL) > 0)])
    assert confidences == turning[: len(confidences)].tolist()
