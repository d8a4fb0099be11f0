"""A drawing is familiar when learnt ways of writing its digit are nearer to it than learnt letters and shapes."""

from __future__ import annotations

import math

import numpy as np
import pytest
from sklearn.svm import SVC

from app.reading.classify.distances import Distances
from app.reading.classify.novelty import (
    LONGEST_ODDS,
    NO_DIGIT,
    Curve,
    DigitOrSign,
    Novelty,
    Prototypes,
    log_odds,
    log_ratio,
    mean_nearest,
)

SILENT = DigitOrSign(np.zeros(0, np.int32), np.zeros(0, np.float32), 0.0, 0.001)


def blocks(value: int, count: int) -> np.ndarray:
    return np.full((count, 64), value, dtype=np.uint8)


def novelty_of(rows: np.ndarray, digits: list[int], curve: Curve, second: DigitOrSign = SILENT) -> Novelty:
    """A novelty that knows every digit: those not in `digits` from far away."""
    missing = [digit for digit in range(10) if digit not in digits]
    everything = np.concatenate([rows, *(blocks(200, 3) for _ in missing)])
    labels = np.array([*digits, *np.repeat(missing, 3)], dtype=np.int8)
    order = np.argsort(labels % 11, kind="stable")
    return Novelty(Prototypes(everything[order], everything[order], labels[order]), second, curve)


@pytest.fixture
def familiarity():
    """The familiarity of a drawing of 64 equal counts that is answered as a 3."""
    novelty = novelty_of(
        np.concatenate([blocks(2, 4), blocks(12, 4)]), [3] * 4 + [NO_DIGIT] * 4, Curve(5, 0, 0, 0, 0.5)
    )
    learnt = Distances(novelty.prototypes.rows)
    return lambda count, digit=3: novelty.familiarity(learnt.squared(np.full((1, 64), count))[0], digit, 0.0)


def test_what_is_like_a_learnt_digit_is_familiar(familiarity):
    assert familiarity(3) > 0.9


def test_what_is_like_a_learnt_letter_is_not(familiarity):
    assert familiarity(11) < 0.1


def test_what_is_like_another_digit_than_the_answered_one_is_not(familiarity):
    assert familiarity(3, digit=8) < 0.1


def test_halfway_between_is_one_half(familiarity):
    assert familiarity(7) == pytest.approx(0.5)


def test_the_nearest_by_an_independent_oracle():
    squared = np.random.default_rng(5).permutation(np.arange(1, 40, dtype=np.float32))
    assert mean_nearest(squared) == pytest.approx(np.mean(np.sqrt([1, 2, 3])))


def test_a_drawing_learnt_by_heart_is_familiar(familiarity):
    assert 0.9 < familiarity(2) <= 1


@pytest.mark.parametrize(("near", "far", "ratio"), [(0, 0, 1), (0, 1, 2), (3, 7, 2), (1, 0, 0.5), (9, 4, 0.5)])
def test_one_count_is_added_to_both_distances(near, far, ratio):
    assert log_ratio(near, far) == pytest.approx(math.log(ratio))


@pytest.mark.parametrize("count", [1, 3.5, 5, 6, 8, 12])
def test_familiarity_by_an_independent_oracle(count):
    """Three of a digit and four signs: the mean of the nearest three."""
    rows = np.concatenate([blocks(2, 1), blocks(3, 2), blocks(8, 1), blocks(9, 2), blocks(16, 1)])
    novelty = novelty_of(rows, [4] * 3 + [NO_DIGIT] * 4, Curve(3, 9, 0, intercept=-0.75, threshold=0.4))
    drawn = np.full((1, 64), count)
    near, far = (np.sort(np.linalg.norm(part - drawn, axis=1))[:3].mean() for part in (rows[:3] * 1.0, rows[3:] * 1.0))
    odds = np.exp(3 * (np.log((far + 1) / (near + 1)) - 0.25))
    squared = Distances(novelty.prototypes.rows).squared(drawn)[0]
    assert novelty.familiarity(squared, 4, 0.0) == pytest.approx(odds / (1 + odds))
    assert novelty.threshold == 0.4


@pytest.mark.parametrize("weight", [0, 2])
def test_what_the_second_svc_says_and_how_sure_the_answer_is_count_by_their_weights(weight):
    curve = Curve(ratio_weight=0, decision_weight=weight, odds_weight=2, intercept=0.5, threshold=0.5)
    second = DigitOrSign(np.array([0, 5], np.int32), np.array([1, -1], np.float32), 0.25, 0.01)
    novelty = novelty_of(np.concatenate([blocks(2, 4), blocks(12, 4)]), [3] * 4 + [NO_DIGIT] * 4, curve, second)
    squared = Distances(novelty.prototypes.rows).squared(np.full((1, 64), 4))[0]
    decision = math.exp(-0.01 * squared[0]) - math.exp(-0.01 * squared[5]) + 0.25
    assert novelty.familiarity(squared, 3, 1.5) == pytest.approx(1 / (1 + math.exp(-weight * decision - 2 * 1.5 - 0.5)))


@pytest.mark.parametrize(
    ("shares", "odds"),
    [
        ([0.1] * 10, 1),
        ([0.6, 0.2, 0.2] + [0] * 7, 3),
        ([0.25, 0.5] + [0.03125] * 8, 2),
        ([0] * 9 + [1], LONGEST_ODDS),
    ],
)
def test_log_odds_are_of_the_likeliest_against_the_next(shares, odds):
    assert log_odds(np.array([shares], np.float32)) == pytest.approx([math.log(odds)], abs=1e-6)


def test_the_decision_is_that_of_scikit_learns_own_svc():
    rng = np.random.default_rng(2)
    rows, labels = rng.integers(0, 17, (60, 64)), np.repeat([False, True], 30)
    fitted = SVC(C=4, gamma=0.002).fit(rows, labels)
    second = DigitOrSign(fitted.support_, fitted.dual_coef_[0].astype(np.float32), float(fitted.intercept_[0]), 0.002)
    drawn = rng.integers(0, 17, (5, 64))
    decisions = [second.decision(squared) for squared in Distances(rows).squared(drawn)]
    assert decisions == pytest.approx(fitted.decision_function(drawn), rel=1e-5, abs=1e-5)
