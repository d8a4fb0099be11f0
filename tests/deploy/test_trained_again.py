"""Trained anew by another matrix kernel, the model is the same."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import joblib
import numpy as np
import pytest

from app.paths import PROJECT
from app.reading.model import CARD, FITTED, NUMBERS
from tests.kernels import CHOICE, another_kernel
from tests.learning.small import small_material, train_small
from tests.tolerance import SINGLE

pytestmark = pytest.mark.deploy


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return train_small(tmp_path_factory.mktemp("small"), small_material())


@pytest.fixture(scope="module")
def again(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All of it anew in a process of its own, by another matrix kernel; by the same where none else runs."""
    models = tmp_path_factory.mktemp("again")
    environ = {**os.environ, CHOICE: another_kernel() or os.environ.get(CHOICE, "")}
    subprocess.run([sys.executable, "-m", "tests.learning.small", models], env=environ, cwd=PROJECT, check=True)
    return models


def test_what_is_served_is_the_same_byte_for_byte_by_another_matrix_kernel(small, again):
    assert (small / NUMBERS).read_bytes() == (again / NUMBERS).read_bytes()
    cards = [json.loads((models / CARD).read_text(encoding="utf-8")) for models in (small, again)]
    for card in cards:
        del card["sha256"][FITTED]  # a pickle may hold the same in other words
    assert cards[0] == cards[1]


def test_what_people_load_is_the_same_svc(small, again):
    pipelines = [joblib.load(models / FITTED) for models in (small, again)]
    weights = [pipeline["components"].kw_args["b"] for pipeline in pipelines]
    np.testing.assert_array_equal(*weights)
    one, other = (vars(pipeline["svc"]) for pipeline in pipelines)
    assert one.keys() == other.keys()
    different = [name for name in one if not np.array_equal(one[name], other[name])]
    assert [name for name in different if not np.allclose(one[name], other[name], rtol=SINGLE, atol=0)] == []
