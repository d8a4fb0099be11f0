"""The kernel's two numbers, chosen by cross-validation in which no drawing's variants are on both sides."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from itertools import product
from pathlib import Path
from typing import Any

import numpy as np

from ..errors import MissingModel
from ..reading.classify import ALLOGRAPHS, digit_scores
from .calibrating import ask_strangers, fit_calibration, log_loss
from .samples import Samples, copy_numbers

SEARCHED = "search.json"
GRID_C = (2.0, 4.0, 8.0)  # soft margin
GRID_GAMMA = (0.0010, 0.00125, 0.0015, 0.0020)  # per squared count
PICTURES, COPIES = 9, 12  # rows of each of the data set's digits and of each allograph that take part: it stays quick
AS_GOOD = 1.02  # times the lowest log loss: nobody would notice the difference, but fewer vectors are quicker
MOST_VECTORS = 9000  # a server must stay quick

Candidate = dict[str, Any]
Tell = Callable[[Candidate], None]


def search(samples: Samples, models: Path, tell: Tell = lambda _: None) -> Candidate:
    """Return the best candidate, and write all of them to models/search.json.

    A candidate is a dict with C, gamma, and what came of them on unseen drawings: accuracy, log loss in nats, and the
    number of support vectors. Each is scored as it would be served, with a calibration of its own. Best is, of all that
    are about as good as the best, the one with the fewest support vectors.
    """
    tried = []
    for c, gamma in product(GRID_C, GRID_GAMMA):
        tried.append(score(samples, c, gamma))
        tell(tried[-1])
    allowed = [t for t in tried if t["vectors"] <= MOST_VECTORS] or tried
    chosen = simplest(allowed)
    (models / SEARCHED).write_text(json.dumps({"best": chosen, "tried": tried}, indent=1) + "\n", encoding="utf-8")
    return chosen


def simplest(tried: Sequence[Candidate]) -> Candidate:
    """Return, of the candidates whose log loss is at most AS_GOOD times the lowest, the one with the fewest vectors."""
    lowest = min(t["log_loss"] for t in tried)
    return min((t for t in tried if t["log_loss"] <= AS_GOOD * lowest), key=lambda t: t["vectors"])


def score(samples: Samples, c: float, gamma: float) -> Candidate:
    """Return one candidate with its scores."""
    unseen = ask_strangers(samples, c, gamma)
    calibration = fit_calibration(unseen.decisions, samples.labels)
    scores = digit_scores(unseen.decisions, calibration.steepness) / calibration.temperature
    return {
        "C": c,
        "gamma": gamma,
        "accuracy": round(float((scores.argmax(1) == samples.labels).mean()), 5),
        "log_loss": round(log_loss(scores.astype(float), samples.labels), 5),
        "vectors": unseen.vectors,
    }


def thinned(samples: Samples) -> Samples:
    """Return the first few rows of each drawing: enough to compare candidates by."""
    return samples.where(copy_numbers(samples.sources) < np.where(samples.sources < ALLOGRAPHS, PICTURES, COPIES))


def found(models: Path) -> dict[str, Any]:
    """Return what the last search wrote: `best` and `tried`. Raises MissingModel when nothing was searched."""
    path = models / SEARCHED
    if not path.is_file():
        raise MissingModel("%(path)s is missing: run 'python -m app search' first.", path=path)
    content: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return content


def best(models: Path) -> tuple[float, float]:
    """Return C and gamma of the last search. Raises MissingModel."""
    chosen = found(models)["best"]
    return chosen["C"], chosen["gamma"]
