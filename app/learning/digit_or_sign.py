"""Prototypes -> the SVC of digits against signs, and what it says of drawings in ways that it never saw."""

import numpy as np
from joblib import Parallel, delayed
from numpy.typing import NDArray
from sklearn.model_selection import GroupKFold
from sklearn.svm import SVC

from ..reading.arrays import Doubles, Features
from ..reading.classify import NO_DIGIT, DigitOrSign
from .samples import SEED, WORKERS, Samples

# Of C in 1, 4, 16 and gamma in 1, 2, 3, 4, 8, 16 over the components' variance, these two refuse most signs in ways of
# writing that were left out; a fifth more or less changes next to nothing.
C = 4.0
GAMMA = 0.00023  # per squared unit of a component
FOLDS = 4


def fit_digit_or_sign(prototypes: Samples) -> DigitOrSign:
    """Return the SVC fitted on all prototypes, held in leading components."""
    fitted = _fitted(prototypes.features, prototypes.labels != NO_DIGIT)
    dual = fitted.dual_coef_[0].astype(np.float32)
    return DigitOrSign(fitted.support_.astype(np.int32), dual, float(np.float32(fitted.intercept_[0])), GAMMA)


def unseen_decisions(prototypes: Samples, drawings: Samples) -> Doubles:
    """Return the (n,) decision on each drawing, by an SVC that saw no prototype of its group."""
    rows, is_digit = prototypes.features, prototypes.labels != NO_DIGIT
    folds = list(GroupKFold(FOLDS, shuffle=True, random_state=SEED).split(rows, groups=prototypes.groups))
    theirs = [np.isin(drawings.groups, prototypes.groups[unseen]) for _, unseen in folds]
    drawn = [drawings.features[mask] for mask in theirs]
    parts = Parallel(WORKERS)(
        delayed(_decide)(rows[seen], is_digit[seen], unseen) for (seen, _), unseen in zip(folds, drawn, strict=True)
    )
    decisions = np.empty(len(drawings.labels))
    for mask, part in zip(theirs, parts, strict=True):
        decisions[mask] = part
    return decisions


def _decide(seen: Features, is_digit: NDArray[np.bool_], unseen: Features) -> Doubles:
    decisions: Doubles = _fitted(seen, is_digit).decision_function(unseen)
    return decisions


def _fitted(rows: Features, is_digit: NDArray[np.bool_]) -> SVC:
    return SVC(C=C, gamma=GAMMA, class_weight="balanced", cache_size=600).fit(rows, is_digit)
