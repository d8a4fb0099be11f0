"""The served numbers are scikit-learn's own SVC: every decision, on every digit, by scikit-learn as the oracle."""

from __future__ import annotations

from itertools import combinations

import joblib
import numpy as np
import pytest

from app.reading.classify import Distances, decision_table
from app.reading.model import FITTED, load_classifier
from tests.features import data_set_features, random_features
from tests.tolerance import SINGLE, decision_tolerance

pytestmark = pytest.mark.numeric


@pytest.fixture(scope="module")
def classifier(models):
    return load_classifier(models)


@pytest.fixture(scope="module")
def fitted(models):
    pipeline = joblib.load(models / FITTED)
    # scikit-learn breaks ties only in its other shape.
    return pipeline.set_params(svc__decision_function_shape="ovo", svc__break_ties=False)


ROWS = {
    "every fourth digit": lambda: data_set_features(step=4),
    "all 1797 digits": data_set_features,
    "random features": lambda: random_features(np.random.default_rng(2), 500),
}


@pytest.mark.parametrize(
    "name", ["every fourth digit", pytest.param("all 1797 digits", marks=pytest.mark.slow), "random features"]
)
def test_decisions_equal_scikit_learns(classifier, fitted, name):
    rows = ROWS[name]()
    apart = np.abs(classifier.decisions(rows) - fitted.decision_function(rows))
    assert (apart < decision_tolerance(classifier, rows)).all()


def test_votes_equal_scikit_learns_prediction(classifier, fitted):
    rows = data_set_features(step=4)
    votes = (decision_table(classifier.decisions(rows)) > 0).sum(2)
    assert (votes.argmax(1) == fitted.predict(rows)).all()


def test_the_decision_table_is_antisymmetric_and_in_libsvms_order():
    table = decision_table(np.arange(1, 46, dtype=np.float32)[None, :])[0]
    assert (table == -table.T).all()
    assert [table[a, b] for a, b in combinations(range(10), 2)] == list(range(1, 46))


def test_the_kernel_of_a_support_vector_with_itself_is_one(classifier):
    vector = classifier.svc.vectors[:1]
    assert classifier.svc.kernel(Distances(vector).squared(vector))[0, 0] == pytest.approx(1, rel=SINGLE)
