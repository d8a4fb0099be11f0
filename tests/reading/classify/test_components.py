"""80 components say nearly all of the 320 numbers, and are whole, so that distances are exact."""

from __future__ import annotations

import numpy as np
import pytest

from app.learning.allographs import digits
from app.learning.canvas import draw_plain
from app.learning.components import LEADING, fit_components
from app.learning.samples import Samples
from app.reading.arrays import N_FEATURES
from app.reading.classify import UNIT, Components
from app.reading.model import load_classifier
from app.reading.normalise import normalise
from tests.features import random_features

pytestmark = pytest.mark.numeric


@pytest.fixture(scope="module")
def drawn():
    return np.array([normalise(draw_plain(template)).features for template in digits()])


def fit(features: np.ndarray) -> np.ndarray:
    nobody = np.zeros(len(features), dtype=np.int64)
    return fit_components(Samples(features, nobody, nobody)).weights


@pytest.fixture(scope="module")
def components(models):
    return load_classifier(models).components


def test_they_stand_at_right_angles_the_first_of_unit_length_and_none_shorter(components):
    assert components.weights.shape == (N_FEATURES, LEADING)
    gram = components.weights.T.astype(float) @ components.weights / UNIT**2
    lengths = np.sqrt(np.diag(gram))
    rounded = 0.02  # for each of two weights
    assert np.abs(gram / np.outer(lengths, lengths) - np.eye(LEADING)).max() < rounded
    assert lengths[0] == pytest.approx(1, abs=rounded)
    assert (np.diff(lengths) > -rounded).all() and lengths[-1] < 4


def test_projections_are_whole_and_exact(components):
    rows = random_features(np.random.default_rng(4), 50)
    expected = np.rint(rows.astype(np.int64) @ components.weights.astype(np.int64) / UNIT)
    projected = components.project(rows)
    np.testing.assert_array_equal(projected, expected)
    np.testing.assert_array_equal(components.project(rows[:1]), projected[:1])


def test_distances_of_digits_go_with_those_of_all_320_numbers(components, drawn):
    some = drawn[::12]
    whole = np.linalg.norm(some[:, None] - some[None], axis=2)
    leading = components.project(some)
    short = np.linalg.norm(leading[:, None] - leading[None], axis=2)
    apart = ~np.eye(len(some), dtype=bool)
    assert np.corrcoef(whole[apart], short[apart])[0, 1] > 0.9


def test_they_are_those_of_a_principal_component_analysis(drawn):
    """By the singular value decomposition of the centred rows, but for the sign."""
    weights = fit(drawn).astype(float)
    weights /= np.linalg.norm(weights, axis=0)
    axes = np.linalg.svd(drawn - drawn.mean(0), full_matrices=False)[2][:8]
    assert np.abs(np.abs((axes * weights.T[:8]).sum(1)) - 1).max() < 0.01


def test_the_largest_weight_of_each_is_positive(drawn):
    weights = fit(drawn)
    assert (weights.max(0) >= -weights.min(0)).all()


def test_components_are_held_as_they_came():
    weights = np.arange(N_FEATURES * 2).reshape(N_FEATURES, 2) % 100 - 50
    np.testing.assert_array_equal(Components(weights).weights, weights)
