"""What is counted from answers: precision, recall, tenths of confidence."""

from __future__ import annotations

import pytest

from app.lesson.trials import Asked, Drawing, Trial


def trial_of(*pairs: tuple[int, int, float | None]) -> Trial:
    drawings = [Asked(i, Drawing(truth, (0,) * 64), read, sure) for i, (truth, read, sure) in enumerate(pairs)]
    return Trial("a model", "a set", tuple(drawings))


def test_precision_recall_and_f1_by_hand():
    trial = trial_of((3, 3, None), (3, 8, None), (8, 8, None), (8, 8, None))
    three, eight = trial.digits[3], trial.digits[8]
    assert (three.precision, three.recall, three.n) == (1.0, 0.5, 2)
    assert (eight.precision, eight.recall, eight.n) == (2 / 3, 1.0, 2)
    assert (three.f1, eight.f1) == (2 / 3, 0.8)


def test_nothing_to_count_is_nothing_not_zero():
    assert trial_of((3, 3, None)).digits[5][1:4] == (None, None, None)


def test_answers_are_sorted_into_tenths_of_confidence():
    bins = trial_of((1, 1, 0.95), (1, 1, 1.0), (1, 2, 0.91), (1, 2, 0.3)).bins
    assert [(one.low, one.n) for one in bins] == [(0.3, 1), (0.9, 3)]
    assert bins[1].accuracy == pytest.approx(2 / 3)
    assert bins[1].confidence == pytest.approx((0.95 + 1.0 + 0.91) / 3)


def test_without_confidence_there_are_no_tenths():
    assert trial_of((1, 1, None)).bins == ()
