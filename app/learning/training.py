"""Samples -> models/: the fitted SVC in both forms, and the card that describes them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from time import process_time
from typing import Any, NamedTuple

import joblib
import numpy as np
from numpy.typing import NDArray
from sklearn.svm import SVC

from ..reading.arrays import Floats, Ink
from ..reading.classify import ALLOGRAPHS, OTHERS, Calibration, Curve
from ..reading.model import FITTED, NUMBERS
from . import allographs
from .calibrating import ask_strangers, decide, fit_calibration, fit_svc, machine_of
from .card import report_entry, write_card
from .data_set import data_set
from .recognising import Prototypes, choose_prototypes, fit_curve
from .samples import Samples, from_allographs, from_data_set, from_drawings, joined
from .scoring import confusion, scores
from .searching import best

SPLIT = 1347  # the notebook's: the first three quarters of the data set learn, the rest test
PICTURE_VARIANTS = 30  # of each of the data set's digits
ALLOGRAPH_DRAWINGS = 33  # of each allograph; with twice as many the data set's own writers are read less well
OTHER_DRAWINGS = 16  # of each sign that is no digit
KEPT_VARIANTS = 8  # of each kept drawing

Tell = Callable[[str], None]  # told the name of each stage as it begins
STAGES = 5


class Material(NamedTuple):
    """All samples of a training: digits to learn, and signs that are none."""

    digits: Samples
    others: Samples


def train(models: Path, drawings: Sequence[tuple[int, Ink]] = (), tell: Tell = lambda _: None) -> Material:
    """Return the samples, once everything that is served is fitted on them and lies in models/ with its card.

    `drawings` are labelled ink, (digit, (h, w) 0 paper .. 255 ink), that visitors agreed to keep. The same material on
    the same versions gives the same files, byte for byte.
    """
    c, gamma = best(models)
    tell("Drawing what there is to learn")
    material = gather(drawings)
    tell("Asking each drawing's strangers about it")
    decisions = ask_strangers(material.digits, c, gamma).decisions
    calibration = fit_calibration(decisions, material.digits.labels)
    tell("Fitting the support vectors")
    fitted = fit_svc(material.digits.features, material.digits.labels, c, gamma)
    tell("Choosing prototypes")
    prototypes = choose_prototypes(*material)
    curve = fit_curve(prototypes, *material)
    tell("Writing the model and its card")
    models.mkdir(exist_ok=True)
    joblib.dump(fitted, models / FITTED, compress=("zlib", 9))
    arrays = numbers(fitted, material.digits, calibration, prototypes, curve)
    np.savez_compressed(models / NUMBERS, allow_pickle=False, **arrays)
    write_card(
        models,
        data=_described(material, prototypes, fitted),
        recipe={"kernel": "rbf", "C": c, "gamma": gamma, **calibration._asdict(), **curve._asdict()},
        scores=scores(material.digits, calibration.probabilities(decisions)),
        report={"served": notebook_test(material.digits, c, gamma, calibration), "notebook": notebook_itself()},
    )
    return material


def gather(drawings: Sequence[tuple[int, Ink]] = ()) -> Material:
    """Return the samples of all sources."""
    known = allographs.digits()
    digits = [
        from_data_set(*data_set(), PICTURE_VARIANTS),
        from_allographs(known, [ALLOGRAPH_DRAWINGS] * len(known)),
        *([from_drawings(drawings, KEPT_VARIANTS)] if drawings else []),
    ]
    strange = allographs.others()
    return Material(joined(digits), from_allographs(strange, [OTHER_DRAWINGS] * len(strange), OTHERS))


def numbers(
    fitted: SVC, samples: Samples, calibration: Calibration, prototypes: Prototypes, curve: Curve
) -> dict[str, NDArray[Any]]:
    """Return the arrays of models/digits.npz, named as app.reading.model reads them."""
    known, strange = allographs.digits(), allographs.others()
    return {
        "vectors": fitted.support_vectors_.astype(np.uint8),
        "dual": fitted.dual_coef_.astype(np.float32),
        "support": fitted.n_support_.astype(np.int32),
        "intercepts": fitted.intercept_.astype(np.float32),
        "gamma": np.float64(fitted.gamma),
        "calibration": np.array(calibration),
        "vector_sources": samples.sources[fitted.support_].astype(np.int32),
        "prototypes": prototypes.features,
        "prototype_digits": prototypes.digits,
        "prototype_sources": prototypes.sources,
        "familiarity": np.array(curve),
        "source_names": np.array([a.name for a in (*known, *strange)]),
        "digit_allographs": np.int64(len(known)),
    }


class Sitting(NamedTuple):
    """The notebook's test taken: by whom, after how long a fit, and what was said."""

    fitted: SVC
    seconds: float  # of the processor
    shares: Floats  # (450, 10) probabilities


def sit_notebook_test(samples: Samples, c: float, gamma: float, calibration: Calibration) -> Sitting:
    """Return how the served recipe, fitted without the last 450 of the data set, answers when asked about them."""
    hidden = (samples.sources >= SPLIT) & (samples.sources < ALLOGRAPHS)
    begun = process_time()
    fitted = fit_svc(samples.features[~hidden], samples.labels[~hidden], c, gamma)
    seconds = process_time() - begun
    images, labels = data_set()
    unseen = from_data_set(images[SPLIT:], labels[SPLIT:], variants=0)
    return Sitting(fitted, seconds, calibration.probabilities(decide(machine_of(fitted), unseen.features)))


def notebook_test(samples: Samples, c: float, gamma: float, calibration: Calibration) -> dict[str, Any]:
    """Return the report of the served recipe on the notebook's test."""
    answers = sit_notebook_test(samples, c, gamma, calibration).shares.argmax(1)
    return report_entry("served", "Eight by Eight", confusion(data_set()[1][SPLIT:], answers))


def notebook_itself() -> dict[str, Any]:
    """Return the report of the notebook's plain SVC() on the raw 64 numbers, by its unshuffled split."""
    images, labels = data_set()
    rows = images.reshape(len(images), -1)
    fitted = SVC().fit(rows[:SPLIT], labels[:SPLIT])
    return report_entry("notebook", "SVC()", confusion(labels[SPLIT:], fitted.predict(rows[SPLIT:])))


def _described(material: Material, prototypes: Prototypes, fitted: SVC) -> dict[str, Any]:
    sources = material.digits.sources
    return {
        "load_digits": int(np.unique(sources[sources < ALLOGRAPHS]).size),
        "allographs": len(allographs.digits()),
        "other_signs": len(allographs.others()),
        "kept_drawings": int(np.unique(sources[sources >= OTHERS]).size),
        "samples": len(sources),
        "support_vectors": len(fitted.support_),
        "prototypes": len(prototypes.digits),
    }
