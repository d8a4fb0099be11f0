"""`python -m tests.learning.small FOLDER`: the real training, whole, of a fraction of the material."""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np

from app.learning import allographs
from app.learning.data_set import data_set
from app.learning.families import FAMILIES, SIGN_FAMILIES
from app.learning.novelty import Copies
from app.learning.samples import (
    Material,
    Samples,
    first_family,
    first_sign_family,
    from_allographs,
    from_families,
    joined,
)
from app.learning.search import Candidate, Search, save_search
from app.learning.train import train
from app.reading.classify import OTHERS
from app.reading.normalise import features_of_counts

ONE_COPY = Copies(digit=1, family=1, counter_example=1, sign_family=1, probes=1)
BEST = Candidate(C=4.0, gamma=0.0001, accuracy=0.9, log_loss=0.3, vectors=100)


def small_material() -> Material:
    """Return one in three of all there is: digits as they are counted, two drawings of each allograph and family."""
    images, labels = data_set()
    rows = np.arange(0, len(labels), 3)
    known, strange = allographs.digits()[::3], allographs.counter_examples()[::3]
    features = np.array([features_of_counts(image.ravel()) for image in images[rows]])
    drawn = from_allographs(known, 2), from_families(FAMILIES, 2, first_family())
    signs = from_allographs(strange, 2, OTHERS), from_families(SIGN_FAMILIES, 2, first_sign_family())
    return Material(joined([Samples(features, labels[rows], rows), *drawn]), joined(signs))


def train_small(models: Path, material: Material) -> Path:
    """Return the folder once a model of the material lies in it."""
    save_search(models, Search(BEST, (BEST,)))
    train(models, material, ONE_COPY)
    return models


if __name__ == "__main__":
    train_small(Path(sys.argv[1]), small_material())
