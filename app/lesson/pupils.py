"""The models that the lesson sets side by side, each fitted on the first 1347 digits and asked about the last 450."""

from __future__ import annotations

from collections.abc import Sequence
from time import process_time
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from ..learning.training import SPLIT

SIZES = (20, 50, 100, 200, 400, 800, SPLIT)  # digits to learn from, for the learning curve

Rows = NDArray[np.float32]
Labels = NDArray[np.int64]


class Answers(NamedTuple):
    """What one model says of one set of drawings."""

    digits: Labels  # (n,)
    confidences: NDArray[np.float64] | None  # (n,) 0..1, None where the model gives none


class Pupil(NamedTuple):
    """A fitted model with its answers to the 450."""

    code: str
    seconds: float  # of computing, to fit
    fitted: Any
    answers: Answers


def pupils() -> dict[str, Any]:
    """The unfitted models by name, in the order in which the lesson shows them."""
    from sklearn.ensemble import RandomForestClassifier
    from sklearn.linear_model import LogisticRegression
    from sklearn.neighbors import KNeighborsClassifier
    from sklearn.svm import SVC

    return {
        "notebook": SVC(),
        "forest": RandomForestClassifier(random_state=0),
        "gamma": SVC(gamma=0.001),
        "neighbours": KNeighborsClassifier(),
        "logistic": LogisticRegression(max_iter=1000, tol=0.01),
    }


def taught(model: Any, rows: Rows, labels: Labels) -> Pupil:
    """A model fitted on the first SPLIT rows, with its answers to the rest."""
    begun = process_time()
    model.fit(rows[:SPLIT], labels[:SPLIT])
    return Pupil(str(model), process_time() - begun, model, answers_of(model, rows[SPLIT:]))


def answers_of(model: Any, rows: Rows) -> Answers:
    """A fitted model's answers to (n, 64) rows."""
    shares = model.predict_proba(rows).max(1) if hasattr(model, "predict_proba") else None
    return Answers(np.asarray(model.predict(rows), dtype=np.int64), shares)


def learning_curve(model: Any, rows: Rows, labels: Labels, sizes: Sequence[int] = SIZES) -> list[tuple[int, float]]:
    """For each number of first digits to learn from, the accuracy on the last 450."""
    from sklearn.base import clone

    unseen, truth = rows[SPLIT:], labels[SPLIT:]
    return [(size, float(clone(model).fit(rows[:size], labels[:size]).score(unseen, truth))) for size in sizes]
