"""The kernel's two numbers, chosen by cross-validation in which no drawing's variants are on both sides."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from itertools import product
from pathlib import Path
from typing import Any

import numpy as np
from joblib import Parallel, delayed
from numpy.typing import NDArray
from sklearn.model_selection import GroupKFold

from app.errors import MissingModel
from app.learning.calibrating import FOLDS, decide, fit_svc, machine_of
from app.learning.samples import SEED, WORKERS, Samples, copy_numbers
from app.reading.calibration import digit_scores

SEARCHED = "search.json"
GRID_C = (1.0, 2.0, 4.0, 8.0)  # soft margin
GRID_GAMMA = (0.0010, 0.0015, 0.0020, 0.0030)  # per squared count
STEEPNESS = 8.0  # of the duels' sigmoid while candidates are compared
COPIES = 24  # rows of each drawing that take part: the order of the candidates is settled well before all do
MOST_VECTORS = 9000  # a server must stay quick

Tell = Callable[[dict[str, Any]], None]


def search(samples: Samples, models: Path, tell: Tell = lambda _: None) -> dict[str, Any]:
    """Return the best candidate, and write all of them to models/search.json.

    A candidate is a dict with C, gamma, accuracy on unseen drawings, its standard error, and support vectors. Best is
    the one with the fewest support vectors among those within one standard error of the highest accuracy
    (Breiman et al. 1984, "one standard error rule").
    """
    tried = []
    for candidate in _candidates(samples):
        tried.append(candidate)
        tell(candidate)
    allowed = [t for t in tried if t["vectors"] <= MOST_VECTORS] or tried
    top = max(allowed, key=lambda t: t["accuracy"])
    near = [t for t in allowed if t["accuracy"] >= top["accuracy"] - top["error"]]
    chosen: dict[str, Any] = min(near, key=lambda t: t["vectors"])
    (models / SEARCHED).write_text(json.dumps({"best": chosen, "tried": tried}, indent=1) + "\n", encoding="utf-8")
    return chosen


def thinned(samples: Samples) -> Samples:
    """Return the first COPIES rows of each drawing: enough to compare candidates by."""
    return samples.where(copy_numbers(samples.sources) < COPIES)


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


def _candidates(samples: Samples) -> Iterator[dict[str, Any]]:
    folds = list(GroupKFold(FOLDS, shuffle=True, random_state=SEED).split(samples.features, groups=samples.sources))
    for c, gamma in product(GRID_C, GRID_GAMMA):
        done = Parallel(WORKERS)(delayed(_tried)(samples, seen, unseen, c, gamma) for seen, unseen in folds)
        by_fold = [right for right, _ in done]
        yield {
            "C": c,
            "gamma": gamma,
            "accuracy": round(float(np.mean(by_fold)), 5),
            "error": round(float(np.std(by_fold, ddof=1) / np.sqrt(FOLDS)), 5),
            "vectors": round(float(np.mean([vectors for _, vectors in done])) * FOLDS / (FOLDS - 1)),
        }


def _tried(
    samples: Samples, seen: NDArray[np.intp], unseen: NDArray[np.intp], c: float, gamma: float
) -> tuple[float, int]:
    machine = machine_of(fit_svc(samples.features[seen], samples.labels[seen], c, gamma))
    scores = digit_scores(decide(machine, samples.features[unseen]), STEEPNESS)
    return float((scores.argmax(1) == samples.labels[unseen]).mean()), len(machine.vectors)
