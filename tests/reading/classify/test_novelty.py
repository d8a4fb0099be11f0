"""A drawing is familiar when learnt digits are nearer to it than learnt letters and shapes."""

from __future__ import annotations

import numpy as np
import pytest

from app.reading.classify.distances import Distances
from app.reading.classify.novelty import NO_DIGIT, Curve, Novelty, mean_nearest


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
