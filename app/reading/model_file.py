"""models/digits.npz -> Classifier: the served model is plain numbers, never code."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from app.reading.calibration import Calibration
from app.reading.classifier import Classifier
from app.reading.familiarity import Curve, Familiarity
from app.reading.guard import NUMBERS
from app.reading.sources import Sources
from app.reading.svm import SupportVectors


def load_classifier(models: Path) -> Classifier:
    """Return the classifier whose numbers lie in models/digits.npz; nothing in the file can run."""
    with np.load(models / NUMBERS, allow_pickle=False) as n:
        machine = SupportVectors(n["vectors"], n["dual"], n["support"], n["intercepts"], float(n["gamma"]))
        familiarity = Familiarity(n["prototypes"], n["prototype_digits"], Curve(*n["familiarity"].tolist()))
        sources = Sources(n["vector_sources"], n["prototype_sources"], n["source_names"], int(n["digit_allographs"]))
        return Classifier(machine, Calibration(*n["calibration"].tolist()), familiarity, sources)
