"""What is counted from predictions: precision, recall, tenths of confidence."""

from __future__ import annotations

import pytest

from app.lesson.evaluation import Evaluation, Prediction, Sample


def evaluation_of(*pairs: tuple[int, int, float | None]) -> Evaluation:
    predictions = [Prediction(Sample(truth, (0,) * 64), read, sure) for truth, read, sure in pairs]
    return Evaluation("a model", "a set", tuple(predictions))


def test_precision_recall_and_f1_by_hand():
    evaluation = evaluation_of((3, 3, None), (3, 8, None), (8, 8, None), (8, 8, None))
    three, eight = evaluation.digits[3], evaluation.digits[8]
    assert (three.precision, three.recall, three.n) == (1.0, 0.5, 2)
    assert (eight.precision, eight.recall, eight.n) == (2 / 3, 1.0, 2)
    assert (three.f1, eight.f1) == (2 / 3, 0.8)


def test_rows_are_the_truth_and_columns_what_was_read():
    evaluation = evaluation_of((3, 3, None), (3, 8, None), (8, 8, None))
    assert (evaluation.confusion[3][3], evaluation.confusion[3][8], evaluation.confusion[8][8]) == (1, 1, 1)
    assert evaluation.cell(3, 8) == evaluation.wrong == evaluation.predictions[1:2]
    assert evaluation.accuracy == 2 / 3


def test_nothing_to_count_is_nothing_not_zero():
    assert evaluation_of((3, 3, None)).digits[5][1:4] == (None, None, None)


def test_predictions_are_sorted_into_tenths_of_confidence():
    bins = evaluation_of((1, 1, 0.95), (1, 1, 1.0), (1, 2, 0.91), (1, 2, 0.3)).bins
    assert [(one.low, one.n) for one in bins] == [(0.3, 1), (0.9, 3)]
    assert bins[1].accuracy == pytest.approx(2 / 3)
    assert bins[1].confidence == pytest.approx((0.95 + 1.0 + 0.91) / 3)


def test_without_confidence_there_are_no_tenths():
    assert evaluation_of((1, 1, None)).bins == ()
