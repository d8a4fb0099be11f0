"""models/lesson.json -> what was measured when the model was trained. Each part is opened when first asked for."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

from ..errors import MissingModel
from .encoding import CountsRow, decode
from .evaluation import Evaluation, Prediction, Sample
from .notebook import NotebookSVC

LESSON = "lesson.json"  # in models/
NAME_LENGTH = 12  # hex digits of a fingerprint

LearningCurve = tuple[tuple[float, float], ...]  # (training digits, accuracy) from few to many


class ModelFacts(NamedTuple):
    """One of the models that stand beside each other."""

    name: str
    code: str  # as scikit-learn writes it
    seconds: float  # of computing, to fit, on the machine that measured


class Example(NamedTuple):
    """One drawing with what each pipeline makes of it."""

    truth: int
    png: str  # the drawing as a data: address
    served: int
    served_counts: CountsRow
    notebook: int
    notebook_counts: CountsRow


class Shares(NamedTuple):
    """The shares of the project's own test drawings that are read right, 0..1."""

    notebook: float  # by the notebook's pipeline
    plain: float  # by the notebook's model on our counts
    served: float  # by ours
    n: int  # drawings


class LessonData:
    """What a folder holds of the lesson. Every part raises MissingModel where its file is missing."""

    def __init__(self, models: Path) -> None:
        self._folder = models

    @cached_property
    def fingerprint(self) -> str:
        """Return a few hex digits that change whenever the file does."""
        return sha256(self._bytes).hexdigest()[:NAME_LENGTH]

    @cached_property
    def served_model(self) -> str:
        """Return the fingerprint of the served model that was measured."""
        return str(self._content["model"])

    @cached_property
    def first(self) -> tuple[Sample, ...]:
        """Return the first 100 of load_digits."""
        return _samples(self._content["first"])

    @cached_property
    def models(self) -> dict[str, ModelFacts]:
        """Return the compared models by name, the served one first."""
        return {name: ModelFacts(name, one["code"], one["seconds"]) for name, one in self._content["models"].items()}

    @cached_property
    def evaluations(self) -> dict[tuple[str, str], Evaluation]:
        """Return every evaluation by the names of its model and of its evaluation set."""
        sets = self._content["sets"]
        return {
            (name, of): Evaluation(name, of, _predictions(sets[of], answers))
            for name, one in self._content["models"].items()
            for of, answers in one["answers"].items()
        }

    @cached_property
    def curve(self) -> dict[str, LearningCurve]:
        """Return the learning curve of each model by its name."""
        return {name: tuple((float(x), y) for x, y in line) for name, line in self._content["curve"].items()}

    @cached_property
    def examples(self) -> tuple[Example, ...]:
        """Return a few drawings with what both pipelines make of them."""
        return tuple(_example(one) for one in self._content["examples"])

    @cached_property
    def shares(self) -> Shares | None:
        """Return how many of the project's own drawings are read right, None where there were none."""
        kept = self._content["shares"]
        return Shares(**kept) if kept else None

    @cached_property
    def notebook(self) -> NotebookSVC:
        """Return the notebook's SVC()."""
        return NotebookSVC.load(self._folder)

    def sets(self, model: str) -> list[str]:
        """Return the names of the evaluation sets of a model."""
        return [of for name, of in self.evaluations if name == model]

    @cached_property
    def _bytes(self) -> bytes:
        path = self._folder / LESSON
        if not path.is_file():
            raise MissingModel(path=path)
        return path.read_bytes()

    @cached_property
    def _content(self) -> dict[str, Any]:
        content: dict[str, Any] = json.loads(self._bytes)
        return content


def _samples(kept: Mapping[str, Any], pictures: Sequence[str] | None = None) -> tuple[Sample, ...]:
    names = kept.get("names") or [""] * len(kept["labels"])
    rows = zip(kept["labels"], pictures or kept["pictures"], names, strict=True)
    return tuple(Sample(int(label), decode(picture), name) for label, picture, name in rows)


def _predictions(of: Mapping[str, Any], kept: Mapping[str, Any]) -> tuple[Prediction, ...]:
    samples = _samples(of, kept.get("pictures"))
    confidences = kept["confidences"] or [None] * len(samples)
    rows = zip(samples, kept["digits"], confidences, strict=True)
    return tuple(Prediction(sample, int(digit), confidence) for sample, digit, confidence in rows)


def _example(kept: Mapping[str, Any]) -> Example:
    served, notebook = kept["served"], kept["notebook"]
    return Example(
        truth=kept["truth"],
        png=kept["png"],
        served=served["digit"],
        served_counts=decode(served["picture"]),
        notebook=notebook["digit"],
        notebook_counts=decode(notebook["picture"]),
    )
