"""A variation makes another picture of the same digit, within the ranges that were set."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.random import default_rng

from app.learning.variation import STROKE_RANGES, Bend, Ranges, vary_lines, vary_picture, vary_points

STILL = Ranges(jitter=0, lift=0, bend=0, slant=0, turn=0, aspect=0)


@pytest.fixture
def bar():
    return np.column_stack([np.full(20, 0.3), np.linspace(0, 1, 20)])


def test_points_move_no_further_than_jitter_and_lift(bar):
    moved = vary_points([bar], default_rng(1))[0]
    assert 0 < np.abs(moved - bar).max() <= STROKE_RANGES.jitter + STROKE_RANGES.lift


def test_without_any_range_the_map_is_the_identity(bar):
    assert Bend.random(default_rng(1), STILL)(bar) == pytest.approx(bar)


def test_slant_leans_the_bar():
    lean = Bend(np.array([[1, 0.2], [0, 1]]), np.zeros((2, 3)))
    top, bottom = lean(np.array([[0.5, 0.0], [0.5, 1.0]]))
    assert bottom[0] - top[0] == pytest.approx(0.2)


def test_lines_stay_one_for_one(bar):
    assert len(vary_lines([bar, bar + 0.2], default_rng(2))) == 2


def test_the_same_seed_varies_the_same(bar):
    first, again = (vary_lines([bar], default_rng(3))[0] for _ in range(2))
    assert (first == again).all()


def test_a_varied_picture_is_ink_of_the_same_shape():
    ink = np.zeros((64, 64), dtype=np.uint8)
    ink[10:54, 28:36] = 255
    varied = vary_picture(ink, default_rng(4))
    assert (varied.shape, varied.dtype) == (ink.shape, ink.dtype)
    assert 0.3 < varied.sum() / ink.sum() < 2
