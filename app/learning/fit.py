"""Samples -> a fitted SVC, what it costs, what it says of drawings it never saw, and its calibration's two numbers."""

import time
from collections.abc import Iterator
from typing import Any, NamedTuple

import numpy as np
from joblib import Parallel, delayed
from numpy.typing import NDArray
from scipy.special import log_softmax
from sklearn.model_selection import GroupKFold
from sklearn.svm import SVC
from sklearn.utils import gen_batches

from ..reading.arrays import Doubles, Floats
from ..reading.classify import PAIRS, Calibration, Distances, FittedSVC, digit_scores
from .samples import SEED, WORKERS, Labels, Samples, copy_numbers

FOLDS = 4
STEEPNESSES = (1.25, 2.5, 5.0, 10.0, 20.0)  # per unit of decision; beyond them a pairwise decision is all but a vote
TEMPERATURES = np.geomspace(0.3, 12, 120)  # 3 % apart
SHARES = (8, 4, 2, 1)  # one in so many copies of each drawing: four sizes of training
ROWS = 2000  # decided at once: keeps the kernel matrix under 100 MB


class OutOfFold(NamedTuple):
    """What SVCs say of drawings that they saw no variant of."""

    decisions: Floats  # (n, 45)
    vectors: int  # support vectors an SVC of all samples would have, by the folds' mean share


class Size(NamedTuple):
    """One size of training."""

    samples: int
    seconds: float  # of fitting the SVC, on one core
    vectors: int  # support vectors


def fit_svc(features: Floats, labels: Labels, c: float, gamma: float) -> SVC:
    """Return scikit-learn's SVC with an RBF kernel, fitted: the model that is served."""
    return SVC(C=c, gamma=gamma, break_ties=True, cache_size=600).fit(features, labels)


def grow(samples: Samples, c: float, gamma: float) -> Iterator[Size]:
    """Yield four sizes of training, each about twice the one before."""
    copies = copy_numbers(samples.groups)
    for share in SHARES:
        some = samples.where(copies % share == 0)
        start = time.perf_counter()
        fitted = fit_svc(some.features, some.labels, c, gamma)
        yield Size(len(some.labels), time.perf_counter() - start, len(fitted.support_))


def svc_numbers(fitted: SVC, gamma: float) -> dict[str, NDArray[Any]]:
    """Return the arrays that `FittedSVC.load` takes; `gamma` is the number that its SVC's stands for."""
    return {
        "support_vectors": fitted.support_vectors_.astype(np.int16),
        "dual_coef": fitted.dual_coef_.astype(np.float32),
        "n_support": fitted.n_support_.astype(np.int32),
        "intercept": fitted.intercept_.astype(np.float32),
        "gamma": np.array(gamma),
    }


def decide(fitted: SVC, features: Floats) -> Floats:
    """Return (n, 45) decisions on (n, k) features, whole numbers, as the server makes them, a few rows at a time."""
    svc = FittedSVC.load(svc_numbers(fitted, fitted.gamma))
    to_vectors = Distances(svc.vectors)
    batches = gen_batches(len(features), ROWS)
    return np.concatenate([svc.decisions(svc.kernel(to_vectors.squared(features[rows]))) for rows in batches])


def out_of_fold_decisions(samples: Samples, c: float, gamma: float) -> OutOfFold:
    """Return each sample's decisions by an SVC that saw no variant of its drawing, and how large those SVCs are.

    Not `cross_val_predict`: what is calibrated must be decided as the server decides, in float32.
    """
    folds = list(GroupKFold(FOLDS, shuffle=True, random_state=SEED).split(samples.features, groups=samples.groups))
    parts = Parallel(WORKERS)(
        delayed(_fit_and_decide)(samples.features[seen], samples.labels[seen], samples.features[unseen], c, gamma)
        for seen, unseen in folds
    )
    decisions = np.empty((len(samples.labels), len(PAIRS)), dtype=np.float32)
    for (_, unseen), (part, _) in zip(folds, parts, strict=True):
        decisions[unseen] = part
    shares = [size / len(seen) for (seen, _), (_, size) in zip(folds, parts, strict=True)]
    return OutOfFold(decisions, round(float(np.mean(shares)) * len(samples.labels)))


def fit_calibration(decisions: Floats, labels: Labels) -> Calibration:
    """Return the calibration under which the (n,) labels of these (n, 45) decisions are most likely.

    The steepness says which digit wins, the temperature only how sure that is. Of the steepnesses, several are as
    accurate as each other: chosen by accuracy it would be chosen by a drawing or two.
    """
    found = [_best_temperature(decisions, labels, steepness) for steepness in STEEPNESSES]
    return min(found)[1]


def _best_temperature(decisions: Floats, labels: Labels, steepness: float) -> tuple[float, Calibration]:
    """Return the calibration of this steepness that suits best, after its log loss."""
    scores = digit_scores(decisions, steepness).astype(np.float64)
    loss, temperature = min((log_loss(scores / each, labels), float(each)) for each in TEMPERATURES)
    return loss, Calibration(steepness, temperature)


def log_loss(scores: Doubles, labels: Labels) -> float:
    """Return the mean negative log-likelihood, in nats, of (n,) labels under the softmax of (n, 10) scores.

    Not `sklearn.metrics.log_loss`, which takes probabilities and cuts them off at 1e-16.
    """
    return float(-log_softmax(scores, axis=1)[np.arange(len(labels)), labels].mean())


def _fit_and_decide(seen: Floats, labels: Labels, unseen: Floats, c: float, gamma: float) -> tuple[Floats, int]:
    fitted = fit_svc(seen, labels, c, gamma)
    return decide(fitted, unseen), len(fitted.support_)
