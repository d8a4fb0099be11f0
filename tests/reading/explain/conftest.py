"""Ten drawings, one of each digit, with their answers and the reasons for them."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.paths import PROJECT
from app.reading.answer import Answer, Explanation
from app.reading.classify import Classifier
from app.reading.reader import Reader

DRAWINGS = sorted((PROJECT / "tests" / "drawings").glob("[0-9].png"))


@pytest.fixture(scope="package")
def reader(models: Path) -> Reader:
    return Reader.open(models)


@pytest.fixture
def classifier(reader: Reader) -> Classifier:
    return reader.classifier


@pytest.fixture(scope="package", params=DRAWINGS, ids=lambda path: path.stem)
def answer(reader: Reader, request: pytest.FixtureRequest) -> Answer:
    path: Path = request.param
    return reader.read(path.read_bytes())


@pytest.fixture(scope="package")
def explanation(reader: Reader, answer: Answer) -> Explanation:
    return reader.explain(answer)
