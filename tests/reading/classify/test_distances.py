"""Distances in float32 are those that whole numbers give, to the last digit."""

from __future__ import annotations

import numpy as np
import pytest

from app.reading.classify.distances import Distances

pytestmark = pytest.mark.numeric

RANDOM = np.random.default_rng(7)
ROWS = {
    "one row": RANDOM.integers(0, 17, (1, 64)),
    "as full as learnt digits": RANDOM.integers(0, 17, (4000, 64)) * (RANDOM.random((4000, 64)) < 0.6),
    "full": np.full((5, 64), 16),
    "empty": np.zeros((3, 64), int),
    "one count of ink": np.eye(64, dtype=int),
}
FEATURES = {
    "as full as learnt digits": RANDOM.integers(0, 24, (4000, 320)) * (RANDOM.random((4000, 320)) < 0.6),
    "components on both sides of zero": RANDOM.integers(-400, 400, (4000, 64)),
}
DRAWINGS = np.concatenate([RANDOM.integers(0, 17, (20, 64)), np.full((1, 64), 16), np.zeros((1, 64), int)])


@pytest.mark.parametrize("rows", ROWS.values(), ids=ROWS)
def test_every_distance_is_exact(rows):
    expected = ((DRAWINGS[:, None, :] - rows[None, :, :]) ** 2).sum(2)
    np.testing.assert_array_equal(Distances(rows).squared(DRAWINGS.astype(np.float32)), expected)


def test_one_drawing_has_the_same_distances_alone_and_among_others():
    distances = Distances(ROWS["as full as learnt digits"])
    np.testing.assert_array_equal(distances.squared(DRAWINGS[:1]), distances.squared(DRAWINGS)[:1])


@pytest.mark.parametrize("rows", FEATURES.values(), ids=FEATURES)
def test_so_is_every_distance_of_features_and_of_components(rows):
    drawn = rows[::200]
    expected = ((drawn[:, None, :] - rows[None, :, :]) ** 2).sum(2)
    np.testing.assert_array_equal(Distances(rows).squared(drawn.astype(np.float32)), expected)
