"""Samples -> models/: the fitted SVC in both forms, and the card that describes them."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import joblib
import numpy as np
from numpy.typing import NDArray
from sklearn.pipeline import Pipeline
from sklearn.preprocessing import FunctionTransformer
from sklearn.svm import SVC

from ..reading.arrays import N_COUNTS
from ..reading.classify import ALLOGRAPHS, KEPT, UNIT, Calibration, Components, Novelty, Prototypes
from ..reading.model import FITTED, NUMBERS
from . import allographs, families
from .card import Recipe, write_card
from .components import fit_components, projected
from .digit_or_sign import fit_digit_or_sign
from .evaluate import score_by_source
from .fit import decide, fit_calibration, fit_svc, out_of_fold_decisions, svc_numbers
from .novelty import COPIES, Answered, Copies, choose_prototypes, fit_curve
from .samples import Material, Samples, of_families
from .search import load_search

Tell = Callable[[str], None]  # told the name of each stage as it begins
STAGES = 4


def train(models: Path, material: Material, copies: Copies = COPIES, tell: Tell = lambda _: None) -> None:
    """Fit everything that is served and write it to models/ with its card. Raise MissingModel without a search.

    The same material on the same versions and processor gives the same numbers, what is served byte for byte, by
    whichever matrix kernel: features and distances are whole numbers, and what is fitted in floats is rounded. The
    components are those of all drawings, also where some are left out of fitting: they know no labels.
    """
    search, components = load_search(models), fit_components(material.digits)
    digits, strange = (projected(samples, components) for samples in material)
    c, gamma = search.best.C, search.best.gamma
    tell("Deciding on each drawing without its variants")
    decisions = out_of_fold_decisions(digits, c, gamma).decisions
    others = ~of_families(digits.groups)  # a fold hides a whole way of writing, which the model that is served knows
    calibration = fit_calibration(decisions[others], digits.labels[others])
    shares = calibration.probabilities(decisions)
    tell("Fitting the support vectors")
    svc = fit_svc(digits.features, digits.labels, c, gamma)
    tell("Choosing prototypes")
    prototypes = choose_prototypes(*material, copies)
    rows = projected(prototypes, components)
    to_strange = calibration.probabilities(decide(svc, strange.features))
    curve = fit_curve(rows, Answered(digits, shares), Answered(strange, to_strange), copies)
    novelty = Novelty(kept(prototypes, rows), fit_digit_or_sign(rows), curve)
    tell("Writing the model and its card")
    joblib.dump(pipeline(components, svc), models / FITTED, compress=("zlib", 9))
    vectors = material.digits.where(svc.support_)
    arrays = numbers(svc, calibration, components, novelty, (vectors, prototypes))
    np.savez_compressed(models / NUMBERS, allow_pickle=False, **arrays)
    recipe = Recipe("rbf", c, gamma, *calibration, *curve)
    scores = score_by_source(digits, shares)
    write_card(models, contents(digits, prototypes, svc), recipe, scores, search)


def pipeline(components: Components, svc: SVC) -> Pipeline:
    """Return what reads (n, 320) features in a notebook: scikit-learn's own classes and NumPy's functions."""
    to_components = FunctionTransformer(np.dot, kw_args={"b": components.weights / UNIT})
    return Pipeline([("components", to_components), ("whole", FunctionTransformer(np.rint)), ("svc", svc)])


def kept(prototypes: Samples, rows: Samples) -> Prototypes:
    """Return prototypes as they are served; `rows` are the same in leading components."""
    labels = prototypes.labels.astype(np.int8)
    return Prototypes(rows.features.astype(np.int16), counts_of(prototypes), labels)


def counts_of(samples: Samples) -> NDArray[np.uint8]:
    """Return the (n, 64) counts among (n, 320) features."""
    return samples.features[:, :N_COUNTS].astype(np.uint8)


def numbers(
    svc: SVC, calibration: Calibration, components: Components, novelty: Novelty, learnt: tuple[Samples, Samples]
) -> dict[str, NDArray[Any]]:
    """Return the arrays of models/digits.npz, named as app.reading.model reads them.

    `learnt`: the support vectors and the prototypes, with their (n, 320) features.
    """
    to_sign = novelty.digit_or_sign
    known = [*(a.name for a in allographs.digits()), *(family.name for family in families.FAMILIES)]
    others = [*(a.name for a in allographs.counter_examples()), *(family.name for family in families.SIGN_FAMILIES)]
    return {
        **svc_numbers(svc, svc.gamma),
        "calibration": np.array(calibration),
        "vector_groups": learnt[0].groups.astype(np.int32),
        "vector_counts": counts_of(learnt[0]),
        "components": components.weights,
        "prototypes": novelty.prototypes.rows,
        "prototype_counts": novelty.prototypes.counts,
        "prototype_digits": novelty.prototypes.digits,
        "prototype_groups": learnt[1].groups.astype(np.int32),
        "sign_support": to_sign.support,
        "sign_dual": to_sign.dual,
        "sign_svc": np.array([to_sign.intercept, to_sign.gamma]),
        "novelty": np.array(novelty.curve),
        "names": np.array([*known, *others]),
        "digit_allographs": np.array(len(known)),
    }


def contents(samples: Samples, prototypes: Samples, svc: SVC) -> dict[str, int]:
    """Return of how many of each kind the model was made."""
    groups = samples.groups
    return {
        "load_digits": int(np.unique(groups[groups < ALLOGRAPHS]).size),
        "allographs": len(allographs.digits()),
        "families": len(families.FAMILIES),
        "other_signs": len(allographs.counter_examples()),
        "sign_families": len(families.SIGN_FAMILIES),
        "kept_drawings": int(np.unique(groups[groups >= KEPT]).size),
        "samples": len(groups),
        "support_vectors": len(svc.support_),
        "prototypes": len(prototypes.labels),
    }
