"""models/ -> Classifier, once it may be trusted: the right files, scikit-learn and preprocessing.

A model is worth nothing without the preprocessing it learnt by. The card keeps the features of a few fixed drawings;
opening the model computes them again. What is served is plain numbers, never code.
"""

from __future__ import annotations

import hashlib
import io
import json
from collections.abc import Callable, Iterable
from importlib.metadata import version
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from ..errors import AlteredModel, ForeignModel, MissingModel, StaleModel
from .arrays import Features
from .classify import (
    Calibration,
    Classifier,
    Components,
    Curve,
    DigitOrSign,
    FittedSVC,
    Novelty,
    Prototypes,
    Provenance,
)

CARD, NUMBERS, FITTED = "card.json", "digits.npz", "digits.joblib"
FILES = (NUMBERS, FITTED)
TOLERANCE = 1  # of a feature: what another processor's rounding may change
CANVAS_SIDE, PEN = 100, 9  # px: of the fixed drawings
DRAWINGS: tuple[list[tuple[int, int]], ...] = (
    [(30, 80), (70, 12)],
    [(20, 20), (80, 20), (40, 88)],
    [(25, 30), (50, 12), (74, 32), (28, 84), (80, 84)],
    [(50, 14), (22, 40), (30, 82), (70, 84), (76, 56), (34, 54)],
)

Preprocess = Callable[[bytes], Features]  # a picture's bytes to (320,) features


class Card(NamedTuple):
    """What a server says of the model that it serves; models/card.json holds much more, for people."""

    fingerprint: str  # the model's name: a few hex digits that change whenever its numbers do
    scikit_learn: str  # the version that fitted it


def open_card(models: Path, preprocess: Preprocess) -> Card:
    """Return the card of a model once the files beside it are the ones it describes.

    Raise MissingModel, AlteredModel, ForeignModel, StaleModel.
    """
    check_files(models, FILES)
    card, _, learnt = _read_card(models)
    if card.scikit_learn != version("scikit-learn"):
        raise ForeignModel(learnt=card.scikit_learn, pinned=version("scikit-learn"))
    seen = np.array(preprocessing_fingerprint(preprocess))
    if learnt.shape != seen.shape or np.abs(learnt - seen).max() > TOLERANCE:
        raise StaleModel
    return card


def check_files(models: Path, names: Iterable[str]) -> None:
    """Raise MissingModel where one of these files, or the card, is missing, AlteredModel where it is another."""
    for name in (CARD, *names):
        if not (models / name).is_file():
            raise MissingModel(path=models / name)
    sums = _read_card(models)[1]
    for name in names:
        if checksum(models / name) != sums.get(name):
            raise AlteredModel(path=models / name)


def load_classifier(models: Path) -> Classifier:
    """Return the classifier whose numbers lie in models/digits.npz; nothing in the file can run."""
    with np.load(models / NUMBERS, allow_pickle=False) as n:
        svc = FittedSVC.load(n)
        prototypes = Prototypes(n["prototypes"], n["prototype_counts"], n["prototype_digits"])
        digit_or_sign = DigitOrSign(n["sign_support"], n["sign_dual"], *n["sign_svc"].tolist())
        novelty = Novelty(prototypes, digit_or_sign, Curve(*n["novelty"].tolist()))
        names, digit_allographs = n["names"], int(n["digit_allographs"])
        provenance = Provenance(n["vector_groups"], n["vector_counts"], n["prototype_groups"], names, digit_allographs)
        calibration, components = Calibration(*n["calibration"].tolist()), Components(n["components"])
        return Classifier(svc, calibration, components, novelty, provenance)


def checksum(path: Path) -> str:
    """Return a file's SHA-256 as hex."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def preprocessing_fingerprint(preprocess: Preprocess) -> list[list[int]]:
    """Return the 320 features of each fixed drawing, from its PNG on."""
    return [preprocess(_png(points)).astype(int).tolist() for points in DRAWINGS]


def _read_card(models: Path) -> tuple[Card, dict[str, str], NDArray[np.int64]]:
    """Return a card, the files' checksums, and the fixed drawings' features as the model learnt them."""
    path = models / CARD
    try:
        kept = json.loads(path.read_text(encoding="utf-8"))
        card = Card(kept["fingerprint"], kept["versions"]["scikit-learn"])
        return card, dict(kept["sha256"]), np.array(kept["preprocessing"], dtype=np.int64)
    except (ValueError, LookupError, TypeError, RecursionError) as error:
        raise AlteredModel(path=path) from error


def _png(points: list[tuple[int, int]]) -> bytes:
    paper = Image.new("L", (CANVAS_SIDE, CANVAS_SIDE), 255)
    ImageDraw.Draw(paper).line(points, fill=0, width=PEN, joint="curve")
    out = io.BytesIO()
    paper.save(out, "PNG")
    return out.getvalue()
