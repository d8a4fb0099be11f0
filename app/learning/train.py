"""Samples -> models/: the fitted SVC in both forms, and the card that describes them."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import joblib
import numpy as np
from numpy.typing import NDArray
from sklearn.svm import SVC

from ..reading.arrays import N_COUNTS
from ..reading.classify import ALLOGRAPHS, KEPT, Calibration, Components, Curve
from ..reading.model import FITTED, NUMBERS
from . import allographs, families
from .card import Recipe, write_card
from .evaluate import score_by_source
from .fit import decide, fit_calibration, fit_svc, out_of_fold_decisions, svc_numbers
from .novelty import COPIES, Answered, Copies, choose_prototypes, fit_curve, leading_components
from .samples import Material, Samples
from .search import load_search

Tell = Callable[[str], None]  # told the name of each stage as it begins
STAGES = 4


def train(models: Path, material: Material, copies: Copies = COPIES, tell: Tell = lambda _: None) -> None:
    """Fit everything that is served and write it to models/ with its card. Raise MissingModel without a search.

    The same material on the same versions and processor gives the same numbers, what is served byte for byte, by
    whichever matrix kernel: features and distances are whole numbers, and what is fitted in floats is rounded.
    """
    search, (digits, strange) = load_search(models), material
    c, gamma = search.best.C, search.best.gamma
    tell("Deciding on each drawing without its variants")
    decisions = out_of_fold_decisions(digits, c, gamma).decisions
    calibration = fit_calibration(decisions, digits.labels)
    shares = calibration.probabilities(decisions)
    tell("Fitting the support vectors")
    svc = fit_svc(digits.features, digits.labels, c, gamma)
    tell("Choosing prototypes")
    prototypes = choose_prototypes(*material, copies)
    components = Components(leading_components(prototypes.features))
    to_strange = calibration.probabilities(decide(svc, strange.features)).argmax(1)
    answered = Answered(digits, shares.argmax(1)), Answered(strange, to_strange)
    curve = fit_curve(prototypes, components, *answered, copies)
    tell("Writing the model and its card")
    joblib.dump(svc, models / FITTED, compress=("zlib", 9))
    arrays = numbers(svc, digits, calibration, components, prototypes, curve)
    np.savez_compressed(models / NUMBERS, allow_pickle=False, **arrays)
    recipe = Recipe("rbf", c, gamma, *calibration, *curve)
    scores = score_by_source(digits, shares)
    write_card(models, contents(digits, prototypes, svc), recipe, scores, search)


def numbers(
    svc: SVC,
    samples: Samples,
    calibration: Calibration,
    components: Components,
    prototypes: Samples,
    curve: Curve,
) -> dict[str, NDArray[Any]]:
    """Return the arrays of models/digits.npz, named as app.reading.model reads them."""
    known = [*(a.name for a in allographs.digits()), *(family.name for family in families.FAMILIES)]
    return {
        **svc_numbers(svc, svc.gamma),
        "calibration": np.array(calibration),
        "vector_groups": samples.groups[svc.support_].astype(np.int32),
        "components": components.weights,
        "prototypes": components.project(prototypes.features).astype(np.int16),
        "prototype_counts": prototypes.features[:, :N_COUNTS].astype(np.uint8),
        "prototype_digits": prototypes.labels.astype(np.int8),
        "prototype_groups": prototypes.groups.astype(np.int32),
        "novelty": np.array(curve),
        "names": np.array([*known, *(a.name for a in allographs.counter_examples())]),
        "digit_allographs": np.int64(len(known)),
    }


def contents(samples: Samples, prototypes: Samples, svc: SVC) -> dict[str, int]:
    """Return of how many of each kind the model was made."""
    groups = samples.groups
    return {
        "load_digits": int(np.unique(groups[groups < ALLOGRAPHS]).size),
        "allographs": len(allographs.digits()),
        "families": len(families.FAMILIES),
        "other_signs": len(allographs.counter_examples()),
        "kept_drawings": int(np.unique(groups[groups >= KEPT]).size),
        "samples": len(groups),
        "support_vectors": len(svc.support_),
        "prototypes": len(prototypes.labels),
    }
