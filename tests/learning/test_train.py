"""A small training, whole: what it writes is what a reader opens, and the same each time."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from sklearn.metrics import accuracy_score

from app.errors import MissingModel
from app.learning import allographs
from app.learning.card import read_recipe
from app.learning.compared import evaluate_holdout
from app.learning.families import FAMILIES, SIGN_FAMILIES
from app.learning.samples import Material
from app.learning.search import MOST_VECTORS
from app.learning.train import train
from app.reading.classify import ALLOGRAPHS
from app.reading.model import CARD, FILES
from app.reading.reader import Reader
from app.teaching.exam import HOLDOUT
from tests.learning.small import BEST, small_material, train_small

pytestmark = pytest.mark.slow

MOST_BYTES = 6_000_000  # of either form of the model: it is kept in the repository


@pytest.fixture(scope="module")
def material() -> Material:
    return small_material()


@pytest.fixture(scope="module")
def small(material: Material, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return train_small(tmp_path_factory.mktemp("small"), material)


def test_a_reader_opens_what_was_trained_and_reads_what_it_learnt(small, material):
    classifier = Reader.open(small).classifier
    learnt = material.digits.where(material.digits.groups < ALLOGRAPHS)
    read = classifier.probabilities(learnt.features).argmax(1)
    assert accuracy_score(learnt.labels, read) > 0.95


def test_the_card_tells_what_it_was_made_of(small, material):
    card = json.loads((small / CARD).read_text(encoding="utf-8"))
    assert card["data"]["load_digits"] == np.sum(material.digits.groups < ALLOGRAPHS)
    assert card["data"]["allographs"] == len(allographs.digits())
    assert card["data"]["families"] == len(FAMILIES)
    assert card["data"]["sign_families"] == len(SIGN_FAMILIES)
    assert card["data"]["samples"] == len(material.digits.labels)
    assert set(card["scores"]) == {"data set", "allographs"}
    assert (card["recipe"]["C"], card["search"]["best"]) == (BEST.C, BEST._asdict())
    assert read_recipe(small).calibration == Reader.open(small).classifier.calibration


def test_the_holdout_is_read_by_a_model_that_never_saw_it(small, material):
    model = evaluate_holdout(material.digits, read_recipe(small))
    groups, labels = material.digits.groups, material.digits.labels
    held_out = (groups >= HOLDOUT) & (groups < ALLOGRAPHS)
    assert model.estimator.shape_fit_[0] == np.sum(~held_out)
    assert accuracy_score(labels[held_out], model.digits) > 0.9
    assert model.code == "make_pipeline(components, SVC(C=4, gamma=0.0001))"


def test_the_served_model_is_small_and_describes_itself_truly(models):
    card = json.loads((models / CARD).read_text(encoding="utf-8"))
    svc = Reader.open(models).classifier.svc
    assert card["data"]["support_vectors"] == len(svc.vectors) <= MOST_VECTORS
    assert all((models / name).stat().st_size <= MOST_BYTES for name in FILES)


def test_training_without_a_search_says_what_to_do(material, tmp_path):
    with pytest.raises(MissingModel, match="app search"):
        train(tmp_path, material)
