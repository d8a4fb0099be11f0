"""The models that are compared: fitted without the holdout, and their learning curve."""

from __future__ import annotations

import numpy as np
import pytest
from sklearn.neighbors import KNeighborsClassifier
from sklearn.svm import LinearSVC

from app.learning.compared import SIZES, accuracy_by_size, evaluate_counts, fit_without_holdout
from app.learning.data_set import data_set
from app.learning.samples import Samples
from app.teaching.exam import HOLDOUT


@pytest.fixture(scope="module")
def digits():
    images, labels = data_set()
    return images.reshape(len(images), -1), labels


def test_a_model_is_fitted_on_the_first_digits_and_asked_about_the_last(digits):
    rows, labels = digits
    model = fit_without_holdout(KNeighborsClassifier(1), rows, labels)
    assert model.estimator.n_samples_fit_ == HOLDOUT
    assert len(model.digits) == len(model.confidences) == len(labels) - HOLDOUT
    assert np.mean(model.digits == labels[HOLDOUT:]) > 0.95
    assert model.code == "KNeighborsClassifier(n_neighbors=1)"


def test_a_model_without_probabilities_gives_no_confidence(digits):
    rows, labels = digits
    assert fit_without_holdout(LinearSVC(tol=1), rows, labels).confidences is None


def test_a_learning_curve_learns_from_the_first_digits_and_ends_at_them_all(digits):
    rows, labels = digits
    curve = accuracy_by_size(KNeighborsClassifier(1), rows, labels)
    assert [size for size, _ in curve] == list(SIZES)
    for size, accuracy in (curve[0], curve[-1]):
        fitted = KNeighborsClassifier(1).fit(rows[:size], labels[:size])
        assert accuracy == fitted.score(rows[HOLDOUT:], labels[HOLDOUT:])


def test_the_counts_alone_are_read_by_a_model_that_saw_neither_directions_nor_the_holdout(digits):
    rows, labels = digits
    noise = np.random.default_rng(8).integers(0, 24, (len(rows), 256))  # in place of directions
    samples = Samples(np.hstack([rows, noise]).astype(np.float32), labels, np.arange(len(rows)))
    model = evaluate_counts(samples)
    assert model.estimator.shape_fit_ == (HOLDOUT, 64)
    assert np.mean(model.digits == labels[HOLDOUT:]) > 0.95
    assert (model.code, model.confidences) == ("SVC(C=4, gamma=0.00125)", None)
