"""Everything that the lesson shows, measured anew -> models/lesson.json and models/notebook.npz."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from ..learning.data_set import data_set
from ..learning.material import Drawing, labelled
from ..learning.samples import Samples
from ..learning.training import SPLIT
from ..reading.reader import Reader
from .book import LESSON
from .examples import both_to_json, examples
from .hand import Both, read_both
from .letters import spell
from .ours import our_pupil
from .pupils import Answers, Pupil, learning_curve, pupils, taught
from .roads import PlainSVC, save_plain

SHOWN = 100  # of the first digits: ten rows of ten
PLACES = 4  # of a confidence: finer than anybody can see
MILLISECOND = 3  # places of a second

Tell = Callable[[str], None]  # told the name of each stage as it begins
STAGES = 4


class Own(NamedTuple):
    """The project's own test drawings and both roads' answers."""

    drawings: Sequence[Drawing]
    answers: Sequence[Both]


def measure(
    models: Path, drawings: Path | None = None, samples: Samples | None = None, tell: Tell = lambda _: None
) -> None:
    """Fit the models that are compared, ask them, and write what they say beside the model that lies in a folder.

    `drawings` is a folder of test drawings, `samples` what the served model learnt from: it is drawn again if missing.
    """
    images, labels = data_set()
    rows = images.reshape(len(images), -1)
    tell("Fitting the models that are compared")
    fitted = {name: taught(model, rows, labels) for name, model in pupils().items()}
    notebook = fitted["notebook"].fitted
    save_plain(models, notebook, notebook._gamma)
    tell("Drawing their learning curves")
    curve = {name: learning_curve(model, rows, labels) for name, model in pupils().items()}
    tell("Fitting our own recipe without the test digits")
    ours = our_pupil(models, samples)
    tell("Taking the test drawings along both roads")
    reader, plain = Reader.open(models), PlainSVC.open(models)
    found = list(labelled([drawings])) if drawings and drawings.is_dir() else []
    own = Own(found, [read_both(drawing.picture, reader, plain) for drawing in found])
    shown = [both_to_json(one, read_both(one.data, reader, plain)) for one in examples()]
    kept = {
        "model": reader.fingerprint,
        "first": _set(rows[:SHOWN], labels[:SHOWN]),
        "sets": {"test": _set(rows[SPLIT:], labels[SPLIT:]), **_own_set(own)},
        "models": {name: _model(name, one, own) for name, one in {"served": ours, **fitted}.items()},
        "curve": curve,
        "examples": shown,
        "shares": _shares(own, plain),
    }
    (models / LESSON).write_text(json.dumps(kept, indent=1) + "\n", encoding="utf-8")


def _set(rows: NDArray[np.float32], labels: NDArray[np.int64]) -> dict[str, Any]:
    return {"labels": "".join(map(str, labels.tolist())), "pictures": [spell(row) for row in rows.tolist()]}


def _own_set(own: Own) -> dict[str, Any]:
    if not own.drawings:
        return {}
    labels = "".join(str(drawing.label) for drawing in own.drawings)
    return {"own": {"labels": labels, "names": [drawing.name for drawing in own.drawings]}}


def _model(name: str, pupil: Pupil, own: Own) -> dict[str, Any]:
    answers = {"test": _answers(pupil.answers)}
    if own.drawings and name in ("served", "notebook"):
        answers["own"] = _served(own) if name == "served" else _notebook(own)
    return {"code": pupil.code, "seconds": round(pupil.seconds, MILLISECOND), "answers": answers}


def _answers(answers: Answers) -> dict[str, Any]:
    sure = None if answers.confidences is None else [round(share, PLACES) for share in answers.confidences.tolist()]
    return {"digits": "".join(map(str, answers.digits.tolist())), "confidences": sure}


def _served(own: Own) -> dict[str, Any]:
    return {
        "digits": "".join(str(both.served.digit) for both in own.answers),
        "confidences": [round(both.served.confidence, PLACES) for both in own.answers],
        "pictures": [spell(both.counts) for both in own.answers],
    }


def _notebook(own: Own) -> dict[str, Any]:
    return {
        "digits": "".join(str(both.notebook.digit) for both in own.answers),
        "confidences": None,
        "pictures": [spell(both.notebook.counts) for both in own.answers],
    }


def _shares(own: Own, plain: PlainSVC) -> dict[str, float]:
    """The shares read right: by the notebook, by the notebook's model on our road, and by ours."""
    if not own.drawings:
        return {}
    truth = np.array([drawing.label for drawing in own.drawings])
    ours = np.array([both.counts for both in own.answers], dtype=np.float32)
    guesses = {
        "notebook": np.array([both.notebook.digit for both in own.answers]),
        "plain": plain.read_all(ours),
        "served": np.array([both.served.digit for both in own.answers]),
    }
    return {name: float((digits == truth).mean()) for name, digits in guesses.items()} | {"n": len(truth)}
