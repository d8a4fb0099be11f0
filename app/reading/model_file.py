"""models/digits.npz -> Classifier, and back: the served model is plain numbers, never code."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from app.reading.calibration import Calibration
from app.reading.classifier import Classifier
from app.reading.familiarity import Familiarity
from app.reading.guard import NUMBERS
from app.reading.svm import SupportVectors


def load_classifier(models: Path) -> Classifier:
    """Return the classifier whose numbers lie in models/digits.npz; nothing in the file can run."""
    with np.load(models / NUMBERS, allow_pickle=False) as n:
        machine = SupportVectors.from_dual(
            n["vectors"], n["dual"], n["support"], n["intercepts"], float(n["gamma"])
        )
        return Classifier(machine, Calibration(*n["calibration"].tolist()), Familiarity(machine.vectors, *n["familiarity"].tolist()))
