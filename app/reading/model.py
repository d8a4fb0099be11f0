"""models/digits.npz -> Classifier: the served model is plain numbers, never code."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from .classify import Classifier
from .classify.calibration import Calibration
from .classify.novelty import Curve, Familiarity
from .classify.provenance import Sources
from .classify.svc import SupportVectors
from .guard import NUMBERS


def load_classifier(models: Path) -> Classifier:
    """Return the classifier whose numbers lie in models/digits.npz; nothing in the file can run."""
    with np.load(models / NUMBERS, allow_pickle=False) as n:
        machine = SupportVectors(n["vectors"], n["dual"], n["support"], n["intercepts"], float(n["gamma"]))
        familiarity = Familiarity(n["prototypes"], n["prototype_digits"], Curve(*n["familiarity"].tolist()))
        sources = Sources(n["vector_sources"], n["prototype_sources"], n["source_names"], int(n["digit_allographs"]))
        return Classifier(machine, Calibration(*n["calibration"].tolist()), familiarity, sources)
