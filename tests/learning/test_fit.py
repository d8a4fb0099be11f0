"""Calibration: as sure as right; out-of-fold decisions: of drawings whose variants were not seen."""

from __future__ import annotations

import numpy as np
import pytest
from sklearn.datasets import load_digits
from sklearn.metrics import log_loss as sklearn_log_loss

from app.learning.fit import fit_calibration, grow, log_loss, out_of_fold_decisions
from app.learning.samples import Samples
from app.reading.classify import PAIRS

DRAWINGS, VARIATIONS = 60, 8  # of a small training


def test_calibration_finds_how_sure_the_decisions_may_be():
    """Decisions that are right nine times in ten must not come out as certain."""
    rng = np.random.default_rng(7)
    labels = rng.integers(0, 10, 2000)
    said = np.where(rng.random(2000) < 0.9, labels, rng.integers(0, 10, 2000))
    decisions = np.array([[float((a == d) - int(b == d)) for a, b in PAIRS] for d in said], dtype=np.float32)
    shares = fit_calibration(decisions, labels).probabilities(decisions)
    assert shares.max(1).mean() == pytest.approx((said == labels).mean(), abs=0.02)


def test_log_loss_is_scikit_learns_where_that_cuts_nothing_off():
    rng = np.random.default_rng(8)
    scores, labels = rng.normal(0, 2, (50, 10)), rng.integers(0, 10, 50)
    shares = np.exp(scores) / np.exp(scores).sum(1, keepdims=True)
    assert log_loss(scores, labels) == pytest.approx(sklearn_log_loss(labels, shares, labels=range(10)))


def test_no_drawing_is_decided_by_a_model_that_saw_a_variant_of_it():
    """An odd 0 whose label says 9: who saw a variant of it believes the label, who saw none does not."""
    labels = np.repeat(np.arange(10), 16)
    rows = np.zeros((160, 64), dtype=np.float32)
    rows[np.arange(160), 6 * labels] = 16
    drawing = np.arange(160) // 4  # four variants of each
    odd = drawing == 1
    rows[odd, 63] = 16
    shown = np.where(odd, 9, labels)

    def odd_decisions(groups):
        decisions = out_of_fold_decisions(Samples(rows, shown, groups), c=4.0, gamma=0.005).decisions
        return decisions[odd, PAIRS.index((0, 9))]

    assert (odd_decisions(groups=drawing) > 0).all()
    assert (odd_decisions(groups=np.arange(160)) < 0).all()


def test_each_size_is_twice_the_one_before_and_takes_more_support_vectors():
    digits = load_digits()
    rows = np.repeat(np.arange(DRAWINGS), VARIATIONS)
    noise = np.random.default_rng(0).integers(-2, 3, (len(rows), 64))
    features = np.clip(digits.data[rows] + noise, 0, 16).astype(np.float32)
    sizes = list(grow(Samples(features, digits.target[rows], rows), c=4.0, gamma=0.002))
    assert [size.samples for size in sizes] == [DRAWINGS, 2 * DRAWINGS, 4 * DRAWINGS, 8 * DRAWINGS]
    vectors = [size.vectors for size in sizes]
    assert vectors == sorted(vectors) and 10 <= vectors[0] < vectors[-1] <= sizes[-1].samples
