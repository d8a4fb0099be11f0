"""models/lesson.json -> Lesson: what was measured when the model was trained. Opened when it is first asked for."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

from ..errors import MissingModel
from .letters import Counts, unspell
from .roads import PlainSVC
from .trials import Asked, Drawing, Trial

LESSON = "lesson.json"  # in models/
NAME_LENGTH = 12  # hex digits of a fingerprint

Line = tuple[tuple[float, float], ...]  # (training digits, accuracy) from few to many


class Model(NamedTuple):
    """One of the models that stand beside each other."""

    name: str
    code: str  # as scikit-learn writes it
    seconds: float  # of computing, to fit, on the machine that measured


class Example(NamedTuple):
    """One drawing with what each road makes of it."""

    truth: int
    png: str  # the drawing as a data: address
    served: int
    served_counts: Counts
    notebook: int
    notebook_counts: Counts


@dataclass(frozen=True)
class Lesson:
    """Everything that was measured."""

    fingerprint: str
    first: tuple[Drawing, ...]  # the first 100 of load_digits
    models: dict[str, Model]
    trials: dict[tuple[str, str], Trial]  # by model and set
    curve: dict[str, Line]  # by model
    examples: tuple[Example, ...]
    shares: dict[str, float]  # of the test drawings that each road reads right, by road

    def sets(self, model: str) -> list[str]:
        """The sets of drawings that a model was asked about."""
        return [of for name, of in self.trials if name == model]


class Book:
    """A folder's lesson, opened at the first look into it."""

    def __init__(self, models: Path) -> None:
        self.models = models

    @cached_property
    def lesson(self) -> Lesson:
        """The numbers. Raises MissingModel."""
        path = self.models / LESSON
        if not path.is_file():
            raise MissingModel(path=path)
        return parse(path.read_bytes())

    @cached_property
    def plain(self) -> PlainSVC:
        """The notebook's SVC(). Raises MissingModel."""
        return PlainSVC.open(self.models)


def parse(data: bytes) -> Lesson:
    """The lesson that a file's bytes hold."""
    kept = json.loads(data)
    models = {name: Model(name, one["code"], one["seconds"]) for name, one in kept["models"].items()}
    return Lesson(
        fingerprint=sha256(data).hexdigest()[:NAME_LENGTH],
        first=_drawings(kept["first"]),
        models=models,
        trials={
            (name, of): Trial(name, of, _asked(kept["sets"][of], one["answers"][of]))
            for name, one in kept["models"].items()
            for of in one["answers"]
        },
        curve={name: tuple((float(x), y) for x, y in line) for name, line in kept["curve"].items()},
        examples=tuple(_example(one) for one in kept["examples"]),
        shares=kept["shares"],
    )


def _drawings(kept: Mapping[str, Any], pictures: Sequence[str] | None = None) -> tuple[Drawing, ...]:
    names = kept.get("names") or [""] * len(kept["labels"])
    rows = zip(kept["labels"], pictures or kept["pictures"], names, strict=True)
    return tuple(Drawing(int(label), unspell(picture), name) for label, picture, name in rows)


def _asked(of: Mapping[str, Any], kept: Mapping[str, Any]) -> tuple[Asked, ...]:
    drawings = _drawings(of, kept.get("pictures"))
    sure = kept["confidences"] or [None] * len(drawings)
    rows = zip(drawings, kept["digits"], sure, strict=True)
    return tuple(Asked(number, drawing, int(digit), share) for number, (drawing, digit, share) in enumerate(rows))


def _example(kept: Mapping[str, Any]) -> Example:
    served, notebook = kept["served"], kept["notebook"]
    return Example(
        truth=kept["truth"],
        png=kept["png"],
        served=served["digit"],
        served_counts=unspell(served["picture"]),
        notebook=notebook["digit"],
        notebook_counts=unspell(notebook["picture"]),
    )
