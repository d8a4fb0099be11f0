"""The kernel's two numbers, chosen by cross-validation in which no drawing's variants are on both sides."""

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from sklearn.model_selection import ParameterGrid

from ..errors import MissingModel
from ..reading.classify import ALLOGRAPHS, digit_scores
from .fit import fit_calibration, log_loss, out_of_fold_decisions
from .samples import Samples, copy_numbers

SEARCHED = "search.json"  # in models/
GRID_C = (4.0, 8.0)  # soft margin
GRID_GAMMA = (0.00008, 0.00012, 0.00017)  # per squared unit of a component
DATA_SET_ROWS, ALLOGRAPH_ROWS = 9, 12  # of each drawing that take part: it stays quick
AS_GOOD = 1.01  # times the lowest log loss: nobody would notice the difference, but fewer vectors are quicker
MOST_VECTORS = 9000  # a server must stay quick


class Candidate(NamedTuple):
    """One choice of C and gamma, and what came of it on unseen drawings."""

    C: float
    gamma: float
    accuracy: float
    log_loss: float  # nats
    vectors: int  # support vectors of an SVC of all samples


class Search(NamedTuple):
    """What was tried, and what was chosen."""

    best: Candidate
    tried: tuple[Candidate, ...]

    def to_json(self) -> dict[str, Any]:
        """Return what models/search.json and the card hold."""
        return {"best": self.best._asdict(), "tried": [one._asdict() for one in self.tried]}


Tell = Callable[[Candidate], None]


def search(samples: Samples, models: Path, tell: Tell = lambda _: None) -> Search:
    """Return what was tried on (n, 80) leading components and the best of it, written to models/search.json.

    Each candidate is scored as it would be served, with a calibration of its own: not `GridSearchCV`, which could only
    score the SVC by itself.
    """
    tried = []
    for point in ParameterGrid({"C": GRID_C, "gamma": GRID_GAMMA}):
        tried.append(score(samples, point["C"], point["gamma"]))
        tell(tried[-1])
    allowed = [one for one in tried if one.vectors <= MOST_VECTORS] or tried
    found = Search(simplest(allowed), tuple(tried))
    save_search(models, found)
    return found


def simplest(tried: Sequence[Candidate]) -> Candidate:
    """Return, of the candidates whose log loss is at most AS_GOOD times the lowest, the one with the fewest vectors."""
    lowest = min(one.log_loss for one in tried)
    return min((one for one in tried if one.log_loss <= AS_GOOD * lowest), key=lambda one: one.vectors)


def score(samples: Samples, c: float, gamma: float) -> Candidate:
    """Return one candidate with its scores."""
    out_of_fold = out_of_fold_decisions(samples, c, gamma)
    calibration = fit_calibration(out_of_fold.decisions, samples.labels)
    scores = digit_scores(out_of_fold.decisions, calibration.steepness) / calibration.temperature
    accuracy = float((scores.argmax(1) == samples.labels).mean())
    loss = log_loss(scores.astype(np.float64), samples.labels)
    return Candidate(c, gamma, round(accuracy, 5), round(loss, 5), out_of_fold.vectors)


def thinned(samples: Samples) -> Samples:
    """Return the first few rows of each drawing: enough to compare candidates by."""
    rows = np.where(samples.groups < ALLOGRAPHS, DATA_SET_ROWS, ALLOGRAPH_ROWS)
    return samples.where(copy_numbers(samples.groups) < rows)


def save_search(models: Path, found: Search) -> None:
    """Write models/search.json."""
    (models / SEARCHED).write_text(json.dumps(found.to_json(), indent=1) + "\n", encoding="utf-8")


def load_search(models: Path) -> Search:
    """Return what the last search found. Raise MissingModel when nothing was searched."""
    path = models / SEARCHED
    if not path.is_file():
        raise MissingModel("%(path)s is missing: run 'python -m app search' first.", path=path)
    content = json.loads(path.read_text(encoding="utf-8"))
    return Search(Candidate(**content["best"]), tuple(Candidate(**one) for one in content["tried"]))
