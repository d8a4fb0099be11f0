"""Laying the map out: what is alike lies near, no digit lies on another, and the figure on the page is true."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from scipy.spatial import cKDTree

from app.learning.digit_map import APART, AXES, fitted, kept_share, spread
from app.learning.still_border import still_border
from app.lesson.digit_map import MAP
from app.teaching.exam import HOLDOUT


@pytest.fixture(scope="module")
def arrays(models: Path) -> dict[str, np.ndarray]:
    with np.load(models / MAP, allow_pickle=False) as file:
        return dict(file)


def test_a_heap_is_spread_until_each_digit_has_room_of_its_own() -> None:
    heap = np.random.default_rng(2).normal(0.5, 0.01, size=(200, 2)).astype(np.float32)
    corners = np.array([[0, 0], [1, 1]], dtype=np.float32)  # they keep the heap from being enlarged
    places = spread(np.concatenate([heap, corners]))
    distances, _ = cKDTree(places).query(places, 2)
    assert distances[:, 1].min() > 0.8 * APART
    assert np.hypot(*(places[:-2] - 0.5).T).max() < 0.2


def test_two_digits_at_one_place_are_no_error() -> None:
    places = spread(np.array([[0, 0], [0.5, 0.5], [0.5, 0.5], [1, 1]], dtype=np.float32))
    assert np.isfinite(places).all()


def test_a_map_fills_its_square_and_keeps_its_shape() -> None:
    places = fitted(np.array([[-10.0, 3], [30, 3], [10, 23]]))
    assert places.tolist() == [[0, 0.25], [1, 0.25], [0.5, 0.75]]


def test_the_figure_on_the_page_is_what_the_map_in_the_repository_gives(arrays: dict[str, np.ndarray]) -> None:
    rows, labels = arrays["rows"].astype(np.float32), arrays["labels"]
    n, kept, flat = arrays["exam"].tolist()
    assert n == len(labels) - HOLDOUT
    assert kept_share(rows, arrays["places"], labels) == kept > 0.95
    assert kept_share(rows, rows[:, :AXES], labels) == flat < 0.85


def test_the_border_that_lies_with_it_is_the_one_that_is_fitted(arrays: dict[str, np.ndarray]) -> None:
    found = still_border(arrays["places"], arrays["labels"].astype(int))
    for name, array in found.items():
        assert np.allclose(array, arrays[name], atol=0.01), name


def test_no_digit_of_the_map_in_the_repository_lies_on_another(arrays: dict[str, np.ndarray]) -> None:
    distances, _ = cKDTree(arrays["places"]).query(arrays["places"], 2)
    assert distances[:, 1].min() > 0.01
