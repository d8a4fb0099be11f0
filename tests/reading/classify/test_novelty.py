"""A drawing is familiar when learnt digits are nearer to it than learnt letters and shapes."""

from __future__ import annotations

import math

import numpy as np
import pytest

from app.reading.classify.distances import Distances
from app.reading.classify.novelty import NO_DIGIT, Curve, Novelty, log_ratio, mean_nearest


def blocks(value: int, count: int) -> np.ndarray:
    return np.full((count, 64), value, dtype=np.uint8)


@pytest.fixture
def familiarity():
    """The familiarity of a drawing of 64 equal counts."""
    digits = np.array([3] * 4 + [NO_DIGIT] * 4, dtype=np.int8)
    novelty = Novelty(np.concatenate([blocks(2, 4), blocks(12, 4)]), digits, Curve(5, 0, 0.5))
    learnt = Distances(novelty.prototypes)
    return lambda count: novelty.familiarity(learnt.squared(np.full((1, 64), count))[0])


def test_what_is_like_a_learnt_digit_is_familiar(familiarity):
    assert familiarity(3) > 0.9


def test_what_is_like_a_learnt_letter_is_not(familiarity):
    assert familiarity(11) < 0.1


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
    """Two digits and four signs: the mean of the nearest three, which for two would be none."""
    digits = np.array([3, 4, 5, NO_DIGIT, NO_DIGIT, NO_DIGIT, NO_DIGIT], dtype=np.int8)
    rows = np.concatenate([blocks(2, 1), blocks(3, 2), blocks(8, 1), blocks(9, 2), blocks(16, 1)])
    novelty = Novelty(rows, digits, Curve(slope=3, middle=0.25, threshold=0.4))
    drawn = np.full((1, 64), count)
    near, far = (np.sort(np.linalg.norm(part - drawn, axis=1))[:3].mean() for part in (rows[:3] * 1.0, rows[3:] * 1.0))
    odds = np.exp(3 * (np.log((far + 1) / (near + 1)) - 0.25))
    squared = ((rows - drawn) ** 2).sum(1).astype(np.float32)
    assert novelty.familiarity(squared) == pytest.approx(odds / (1 + odds))
    assert novelty.threshold == 0.4
