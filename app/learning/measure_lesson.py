"""Everything that the lesson and the report show, measured anew -> models/lesson.json and models/notebook.npz."""

import json
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.metrics import accuracy_score
from sklearn.svm import SVC

from ..lesson.comparison import Comparison, compare
from ..lesson.data import LESSON, Shares, encode
from ..lesson.notebook import NOTEBOOK, NotebookSVC
from ..reading.arrays import Counts
from ..reading.reader import Reader
from ..teaching.exam import DATA_SET, HOLDOUT
from .card import read_left_out, read_recipe, seal
from .compared import (
    FittedModel,
    accuracy_by_size,
    accuracy_left_out,
    compared_models,
    evaluate_counts,
    evaluate_holdout,
    fit_without_holdout,
)
from .data_set import data_set
from .drawings import LabelledDrawing, labelled_drawings
from .examples import ShownDrawing, examples, row_of_ten
from .fit import svc_numbers
from .road_rows import save_road_rows
from .samples import Labels, Samples

SHOWN = 100  # of the first digits: ten rows of ten
PLACES = 4  # of a confidence: finer than anybody can see
MILLISECOND = 3  # places of a second

Tell = Callable[[str], None]  # told the name of each stage as it begins
Json = dict[str, Any]
STAGES = 5


def measure_lesson(models: Path, samples: Samples, drawings: Path, tell: Tell) -> None:
    """Fit the models that are compared, and write what they say beside the model that lies in a folder.

    `samples` are what the served model learnt from, `drawings` a folder of test drawings, which need not exist.
    """
    images, labels = data_set()
    rows = images.reshape(len(images), -1)
    tell("Fitting the models that are compared")
    fitted = {name: fit_without_holdout(model, rows, labels) for name, model in compared_models().items()}
    save_notebook_svc(models, fitted["notebook"].estimator, rows[:HOLDOUT])
    save_road_rows(models)
    tell("Drawing their learning curves")
    curve = {name: accuracy_by_size(model, rows, labels) for name, model in compared_models().items()}
    tell("Fitting our own recipe without the holdout")
    served, counts = evaluate_holdout(samples, read_recipe(models)), evaluate_counts(samples)
    tell("Reading ways of writing that were left out")
    left_out = accuracy_left_out(samples, fitted["notebook"].estimator, read_left_out(models))
    tell("Reading the test drawings by both pipelines")
    reader, notebook = Reader.open(models), NotebookSVC.load(models)
    own = list(labelled_drawings([drawings]))
    both = [compare(drawing.picture, reader, notebook) for drawing in own]
    answers = _answers_to_own(both, counts.estimator) if own else {}
    content = {
        "model": reader.card.fingerprint,
        "first": _set(rows[:SHOWN], labels[:SHOWN]),
        "sets": {"test": _set(rows[HOLDOUT:], labels[HOLDOUT:]), **({"own": _own_set(own)} if own else {})},
        "models": {
            name: _model(one, answers.get(name)) for name, one in {"served": served, "counts": counts, **fitted}.items()
        },
        "curve": curve,
        "left_out": {model: round(share, PLACES) for model, share in left_out.items()},
        **shown_drawings(reader, notebook),
        "shares": _shares([drawing.label for drawing in own], both, notebook) if own else {},
    }
    (models / LESSON).write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8")
    seal(models, (LESSON, NOTEBOOK, DATA_SET))


def shown_drawings(reader: Reader, notebook: NotebookSVC) -> Json:
    """Return the drawings that the lesson shows on both pipelines: the few `examples`, and the `row` of all ten."""

    def read(drawings: Iterable[ShownDrawing]) -> list[Json]:
        return [_example(one, compare(one.data, reader, notebook)) for one in drawings]

    return {"examples": read(examples()), "row": read(row_of_ten())}


def save_notebook_svc(models: Path, svc: SVC, rows: Counts) -> None:
    """Write scikit-learn's SVC(), fitted on these (n, 64) counts, to models/notebook.npz."""
    gamma = 1 / (rows.shape[1] * rows.var(dtype=np.float64))  # what SVC()'s gamma="scale" stands for
    np.savez_compressed(models / NOTEBOOK, allow_pickle=False, **svc_numbers(svc, gamma))


def _set(rows: Counts, labels: Labels) -> Json:
    return {"labels": _letters(labels.tolist()), "pictures": [encode(row) for row in rows.tolist()]}


def _own_set(own: Sequence[LabelledDrawing]) -> Json:
    return {"labels": _letters(one.label for one in own), "names": [one.name for one in own]}


def _model(model: FittedModel, to_own: Json | None) -> Json:
    confidences = None if model.confidences is None else model.confidences.tolist()
    answers = {"test": _answers(model.digits.tolist(), confidences)} | ({"own": to_own} if to_own else {})
    return {"code": model.code, "seconds": round(model.seconds, MILLISECOND), "answers": answers}


def _answers_to_own(both: Sequence[Comparison], of_counts: SVC) -> dict[str, Json]:
    """Return the answers of the three models that read the project's own drawings, with the counts they read."""
    served, notebook = [one.served for one in both], [one.notebook for one in both]
    prepared = {"pictures": [encode(one.counts) for one in both]}
    by_counts = of_counts.predict(np.array([one.counts for one in both], dtype=np.float32))
    return {
        "served": {**_answers([one.digit for one in served], [one.confidence for one in served]), **prepared},
        "counts": {**_answers(by_counts.tolist(), None), **prepared},
        "notebook": {
            **_answers([one.digit for one in notebook], None),
            "pictures": [encode(one.counts) for one in notebook],
        },
    }


def _answers(digits: Sequence[int], confidences: Sequence[float] | None) -> Json:
    rounded = None if confidences is None else [round(each, PLACES) for each in confidences]
    return {"digits": _letters(digits), "confidences": rounded}


def _letters(digits: Iterable[int]) -> str:
    return "".join(map(str, digits))


def _example(shown: ShownDrawing, both: Comparison) -> Json:
    return {
        "truth": shown.truth,
        "png": shown.png,
        "served": {"digit": both.served.digit, "picture": encode(both.counts)},
        "notebook": {"digit": both.notebook.digit, "picture": encode(both.notebook.counts)},
    }


def _shares(truth: Sequence[int], both: Sequence[Comparison], notebook: NotebookSVC) -> Json:
    counts = np.array([one.counts for one in both], dtype=np.float32)
    return Shares(
        notebook=accuracy_score(truth, [one.notebook.digit for one in both]),
        plain=accuracy_score(truth, notebook.predict(counts)),
        served=accuracy_score(truth, [one.served.digit for one in both]),
        n=len(truth),
    )._asdict()
