"""A small training, whole: what it writes is what a reader opens, and the same each time."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from sklearn.metrics import accuracy_score

from app.errors import MissingModel
from app.learning import allographs
from app.learning.card import read_recipe
from app.learning.compared import evaluate_holdout
from app.learning.data_set import HOLDOUT, data_set
from app.learning.gather import Material
from app.learning.novelty import Copies
from app.learning.samples import Samples, from_allographs, joined
from app.learning.search import MOST_VECTORS, Candidate, Search, save_search
from app.learning.train import train
from app.reading.classify import ALLOGRAPHS, OTHERS
from app.reading.model import CARD, FILES
from app.reading.reader import Reader

MOST_BYTES = 6_000_000  # of either form of the model: it is kept in the repository
ONE_COPY = Copies(digit=1, counter_example=1, probes=1)
BEST = Candidate(C=4.0, gamma=0.002, accuracy=0.9, log_loss=0.3, vectors=100)


@pytest.fixture(scope="module")
def material() -> Material:
    """Return one in three of all there is: digits of the data set as they are, two drawings of each allograph."""
    images, labels = data_set()
    rows = np.arange(0, len(labels), 3)
    known, strange = allographs.digits()[::3], allographs.counter_examples()[::3]
    digits = Samples(images.reshape(len(images), -1)[rows], labels[rows], rows)
    drawn = from_allographs(known, [2] * len(known))
    return Material(joined([digits, drawn]), from_allographs(strange, [2] * len(strange), OTHERS))


@pytest.fixture(scope="module")
def trained(material: Material, tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """Return the real training's folder of a name, of a fraction of the material."""

    def folder(name: str) -> Path:
        models = tmp_path_factory.mktemp(name)
        save_search(models, Search(BEST, (BEST,)))
        train(models, material, ONE_COPY)
        return models

    return folder


@pytest.fixture(scope="module")
def small(trained: Callable[[str], Path]) -> Path:
    return trained("small")


def test_the_same_training_writes_the_same_bytes(small, trained):
    again = trained("again")
    assert all((small / name).read_bytes() == (again / name).read_bytes() for name in (CARD, *FILES))


def test_a_reader_opens_what_was_trained_and_reads_what_it_learnt(small, material):
    classifier = Reader.open(small).classifier
    learnt = material.digits.where(material.digits.groups < ALLOGRAPHS)
    read = classifier.probabilities(learnt.features).argmax(1)
    assert accuracy_score(learnt.labels, read) > 0.95


def test_the_card_tells_what_it_was_made_of(small, material):
    card = json.loads((small / CARD).read_text(encoding="utf-8"))
    assert card["data"]["load_digits"] == np.sum(material.digits.groups < ALLOGRAPHS)
    assert card["data"]["allographs"] == len(allographs.digits())
    assert card["data"]["samples"] == len(material.digits.labels)
    assert set(card["scores"]) == {"data set", "allographs"}
    assert (card["recipe"]["C"], card["search"]["best"]) == (BEST.C, BEST._asdict())
    assert read_recipe(small).calibration == Reader.open(small).classifier.calibration


def test_the_holdout_is_read_by_a_model_that_never_saw_it(small, material):
    model = evaluate_holdout(material.digits, read_recipe(small))
    groups, labels = material.digits.groups, material.digits.labels
    held_out = (groups >= HOLDOUT) & (groups < ALLOGRAPHS)
    assert model.estimator.shape_fit_[0] == np.sum(~held_out)
    assert accuracy_score(labels[held_out], model.predictions.digits) > 0.9
    assert model.code == "SVC(C=4, gamma=0.002)"


def test_the_served_model_is_small_and_describes_itself_truly(models):
    card = json.loads((models / CARD).read_text(encoding="utf-8"))
    svc = Reader.open(models).classifier.svc
    assert card["data"]["support_vectors"] == len(svc.vectors) <= MOST_VECTORS
    assert all((models / name).stat().st_size <= MOST_BYTES for name in FILES)


def test_training_without_a_search_says_what_to_do(material, tmp_path):
    with pytest.raises(MissingModel, match="app search"):
        train(tmp_path, material)
