"""models/lesson.json -> what was measured when the model was trained."""

import json
from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

from ..errors import AlteredModel
from ..reading.model import check_files
from .evaluation import CountsRow, Evaluation, Prediction, Sample
from .notebook import NOTEBOOK, NotebookSVC

LESSON = "lesson.json"  # in models/
NAME_LENGTH = 12  # hex digits of a fingerprint
LETTERS = "0123456789abcdefg"  # counts 0..16: an 8 x 8 picture is a line of 64 letters that a person can read
NO_COUNT = 255  # what any other letter stands for
COUNTS = bytes(LETTERS.find(chr(code)) % 256 for code in range(256))  # by the letter's code


class ModelFacts(NamedTuple):
    """One of the models that stand beside each other."""

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


class Lesson(NamedTuple):
    """What a folder holds of the lesson."""

    fingerprint: str  # a few hex digits that change whenever the file does
    served_model: str  # the fingerprint of the served model that was measured
    first: tuple[Sample, ...]  # the first 100 of load_digits
    models: dict[str, ModelFacts]  # those compared, by name, the served one first
    evaluations: dict[tuple[str, str], Evaluation]  # by the names of the model and of the evaluation set
    curve: dict[str, list[tuple[float, float]]]  # by the model's name: (training digits, accuracy), from few to many
    examples: tuple[Example, ...]
    row: tuple[Example, ...]  # a drawing of each digit, 0 to 9
    left_out: dict[str, float]  # by model: the share read right of our drawings in ways of writing it did not learn
    shares: Shares | None  # None where the project's own drawings were missing
    notebook: NotebookSVC

    def sets(self, model: str) -> list[str]:
        """Return the names of the evaluation sets of a model."""
        return [of for name, of in self.evaluations if name == model]


def open_lesson(models: Path) -> Lesson:
    """Return what a folder holds of the lesson, as its card describes it. Raise MissingModel, AlteredModel."""
    check_files(models, (LESSON, NOTEBOOK))
    path = models / LESSON
    data = path.read_bytes()
    try:
        return _parsed(data, models)
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
        raise AlteredModel(path=path) from error


def _parsed(data: bytes, models: Path) -> Lesson:
    content = json.loads(data)
    return Lesson(
        fingerprint=sha256(data).hexdigest()[:NAME_LENGTH],
        served_model=content["model"],
        first=_samples(content["first"]),
        models={name: ModelFacts(one["code"], one["seconds"]) for name, one in content["models"].items()},
        evaluations=_evaluations(content["models"], content["sets"]),
        curve={name: [(size, accuracy) for size, accuracy in line] for name, line in content["curve"].items()},
        examples=tuple(_example(one) for one in content["examples"]),
        row=tuple(_example(one) for one in content["row"]),
        left_out={model: float(share) for model, share in content["left_out"].items()},
        shares=Shares(**content["shares"]) if content["shares"] else None,
        notebook=NotebookSVC.load(models),
    )


def encode(counts: Iterable[float]) -> str:
    """Return the letters of counts 0..16; halves are rounded to the even one."""
    return "".join(LETTERS[round(count)] for count in counts)


def decode(letters: str) -> CountsRow:
    """Return the counts that letters stand for. Raise ValueError at any other letter."""
    counts = letters.encode("ascii").translate(COUNTS)
    if NO_COUNT in counts:
        raise ValueError(f"no counts: {letters}")
    return tuple(counts)


def _evaluations(models: Mapping[str, Any], sets: Mapping[str, Any]) -> dict[tuple[str, str], Evaluation]:
    of_all = {of: _samples(kept) for of, kept in sets.items() if "pictures" in kept}  # once in memory
    return {
        (name, of): Evaluation(name, of, _predictions(_samples(sets[of], own) if own else of_all[of], kept))
        for name, one in models.items()
        for of, kept in one["answers"].items()
        for own in [kept.get("pictures")]
    }


def _predictions(samples: tuple[Sample, ...], kept: Mapping[str, Any]) -> tuple[Prediction, ...]:
    confidences = kept["confidences"] or [None] * len(samples)
    rows = zip(samples, kept["digits"], confidences, strict=True)
    return tuple(Prediction(sample, int(digit), confidence) for sample, digit, confidence in rows)


def _samples(kept: Mapping[str, Any], pictures: Sequence[str] | None = None) -> tuple[Sample, ...]:
    names = kept.get("names") or [""] * len(kept["labels"])
    rows = zip(kept["labels"], pictures or kept["pictures"], names, strict=True)
    return tuple(Sample(int(label), decode(picture), name) for label, picture, name in rows)


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
