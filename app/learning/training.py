"""Samples -> models/: the fitted SVC in both forms, and the card that describes them."""

from __future__ import annotations

from pathlib import Path

import joblib
import numpy as np
from sklearn.svm import SVC

from app.learning.samples import data_set, features_of, rebuilt_ink
from app.learning.scoring import confusion
from app.learning.card import write_card
from app.reading.guard import FITTED, NUMBERS

C, GAMMA = 10.0, 0.0012  # soft margin; per squared count
SPLIT = 1347  # the notebook's: the first three quarters learn, the rest test


def train(models: Path) -> None:
    """Fit on the data set put through the road and write models/digits.joblib, digits.npz and card.json."""
    images, labels = data_set()
    features = np.array([features_of(rebuilt_ink(image)) for image in images])
    fitted = fit(features, labels)
    models.mkdir(exist_ok=True)
    joblib.dump(fitted, models / FITTED, compress=3)
    np.savez_compressed(models / NUMBERS, **numbers(fitted))
    served = confusion(labels[SPLIT:], fit(features[:SPLIT], labels[:SPLIT]).predict(features[SPLIT:]))
    plain = SVC().fit(images[:SPLIT].reshape(SPLIT, -1), labels[:SPLIT])
    notebook = confusion(labels[SPLIT:], plain.predict(images[SPLIT:].reshape(-1, 64)))
    write_card(models, served=served, notebook=notebook)


def fit(features: np.ndarray, labels: np.ndarray) -> SVC:
    return SVC(C=C, gamma=GAMMA, break_ties=True).fit(features, labels)


def numbers(fitted: SVC) -> dict[str, np.ndarray]:
    return {
        "vectors": fitted.support_vectors_.astype(np.uint8),
        "dual": fitted.dual_coef_.astype(np.float32),
        "support": fitted.n_support_.astype(np.int32),
        "intercepts": fitted.intercept_.astype(np.float32),
        "gamma": np.float64(GAMMA),
        "calibration": np.array([2.0, 1.0, 0.01]),
        "familiarity": np.array([22.0, 3.0, 0.5]),
    }
