"""The models that the lesson sets side by side, each fitted without the last 450 digits and evaluated on them.

The served recipe is one of them: it learns from all that the served model learns from, but those digits. So does an SVC
that sees the 64 counts alone, without directions.
"""

from time import process_time
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from sklearn.ensemble import RandomForestClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import learning_curve
from sklearn.neighbors import KNeighborsClassifier
from sklearn.svm import SVC

from ..reading.arrays import N_COUNTS, Counts
from ..reading.classify import ALLOGRAPHS
from ..teaching.exam import HOLDOUT
from .card import Recipe
from .components import fit_components, projected
from .fit import decide, fit_calibration, fit_svc, out_of_fold_decisions
from .samples import Labels, Samples, copy_numbers

COUNTS_C, COUNTS_GAMMA = 4.0, 0.00125  # found by cross-validation, as for all features; gamma per squared count
SIZES = (20, 50, 100, 200, 400, 800, HOLDOUT)  # digits to learn from, for the learning curve

Estimator = Any  # scikit-learn ships no types


class FittedModel(NamedTuple):
    """A fitted model with its predictions on the holdout."""

    code: str  # as scikit-learn writes it
    seconds: float  # of computing, to fit
    estimator: Estimator
    digits: Labels  # (n,), predicted
    confidences: NDArray[np.floating] | None  # (n,) 0..1, None where the model gives none


def compared_models() -> dict[str, Estimator]:
    """Return the unfitted models by name, in the order in which the lesson shows them."""
    return {
        "notebook": SVC(),
        "forest": RandomForestClassifier(random_state=0),
        "gamma": SVC(gamma=0.001),
        "neighbours": KNeighborsClassifier(),
        "logistic": LogisticRegression(max_iter=1000, tol=0.01),
    }


def fit_without_holdout(model: Estimator, rows: Counts, labels: Labels) -> FittedModel:
    """Return a model fitted on the first digits, (n, 64) counts as they are, with its predictions on the rest."""
    begun = process_time()
    model.fit(rows[:HOLDOUT], labels[:HOLDOUT])
    seconds, unseen = process_time() - begun, rows[HOLDOUT:]
    confidences = model.predict_proba(unseen).max(1) if hasattr(model, "predict_proba") else None
    return FittedModel(str(model), seconds, model, model.predict(unseen).astype(np.int64), confidences)


def evaluate_holdout(samples: Samples, recipe: Recipe) -> FittedModel:
    """Return the served recipe fitted on all samples but the holdout's, with its predictions on that."""
    seen, unseen = _split(samples)
    components = fit_components(seen)
    seen, unseen = projected(seen, components), projected(unseen, components)
    code, seconds, svc = _fit(seen, recipe.C, recipe.gamma)
    shares = recipe.calibration.probabilities(decide(svc, unseen.features))
    return FittedModel(f"make_pipeline(components, {code})", seconds, svc, shares.argmax(1), shares.max(1))


def evaluate_counts(samples: Samples) -> FittedModel:
    """Return an SVC fitted on the counts alone of all samples but the holdout's, with its predictions on that."""
    seen, unseen = (some._replace(features=some.features[:, :N_COUNTS]) for some in _split(samples))
    code, seconds, svc = _fit(seen, COUNTS_C, COUNTS_GAMMA)
    return FittedModel(code, seconds, svc, svc.predict(unseen.features), None)


def accuracy_left_out(samples: Samples, plain: Estimator, served: float) -> dict[str, float]:
    """Return, by model, the share read right, 0..1, of our drawings in ways of writing that it did not learn.

    `plain` has learnt none of them, the SVC of the counts is cross-validated, as was the one whose share is `served`.
    """
    ours = samples.groups >= ALLOGRAPHS
    counts = samples._replace(features=samples.features[:, :N_COUNTS])
    decisions = out_of_fold_decisions(counts, COUNTS_C, COUNTS_GAMMA).decisions
    calibration = fit_calibration(decisions, samples.labels)
    answers, labels = calibration.probabilities(decisions).argmax(1), samples.labels[ours]
    return {
        "notebook": float(np.mean(plain.predict(counts.features[ours]) == labels)),
        "counts": float(np.mean(answers[ours] == labels)),
        "served": served,
    }


def accuracy_by_size(model: Estimator, rows: Counts, labels: Labels) -> list[tuple[int, float]]:
    """Return, for each number of first digits to learn from, the accuracy on the holdout."""
    split = np.split(np.arange(len(labels)), [HOLDOUT])
    sizes, _, accuracies = learning_curve(model, rows, labels, train_sizes=SIZES, cv=[split])
    return [(int(size), float(accuracy)) for size, accuracy in zip(sizes, accuracies[:, 0], strict=True)]


def _split(samples: Samples) -> tuple[Samples, Samples]:
    """Return all samples but the holdout's, and of each digit in that the one that was not varied."""
    held_out = (samples.groups >= HOLDOUT) & (samples.groups < ALLOGRAPHS)
    return samples.where(~held_out), samples.where(held_out & (copy_numbers(samples.groups) == 0))


def _fit(seen: Samples, c: float, gamma: float) -> tuple[str, float, SVC]:
    """Return an SVC as scikit-learn writes it, the seconds it took to fit, and itself."""
    begun = process_time()
    svc = fit_svc(seen.features, seen.labels, c, gamma)
    return f"SVC(C={c:g}, gamma={gamma:g})", process_time() - begun, svc
