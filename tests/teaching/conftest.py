"""The project's own test hands, as the road prepares them: 19 hands that wrote ten digits each."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import NamedTuple

import numpy as np
import pytest

from app.learning.drawings import labelled_drawings
from app.paths import MODELS
from app.reading.reader import preprocess
from app.teaching.exam import DataSet
from app.teaching.examples import Examples
from app.teaching.machine import NewSVC
from app.teaching.school import load_svc

HANDS = sorted((Path(__file__).parents[1] / "drawings" / "hands").glob("*.jsonl"))


class Written(NamedTuple):
    """All drawings of the hands."""

    rows: np.ndarray  # (190, 320)
    labels: np.ndarray  # (190,) of str
    hands: np.ndarray  # (190,) whose each is
    pictures: list[bytes]

    def of(self, hands: range, signs: str) -> np.ndarray:
        """Return which are by these hands, of these signs."""
        return np.isin(self.hands, hands) & np.isin(self.labels, list(signs))

    def examples(self, hands: range, signs: str = "0123456789") -> Examples:
        chosen = self.of(hands, signs)
        return Examples.checked(self.rows[chosen].tolist(), self.labels[chosen].tolist())


@cache
def written() -> Written:
    drawings = [(number, one) for number, hand in enumerate(HANDS) for one in labelled_drawings([hand])]
    rows = np.array([preprocess(one.picture) for _, one in drawings]).astype(int)
    labels = np.array([str(one.label) for _, one in drawings])
    return Written(rows, labels, np.array([number for number, _ in drawings]), [one.picture for _, one in drawings])


@pytest.fixture(scope="session")
def hands() -> Written:
    return written()


@pytest.fixture(scope="session")
def new_svc() -> NewSVC:
    return load_svc()


@pytest.fixture(scope="session")
def data_set() -> DataSet:
    return DataSet.load(MODELS)
