"""models/ -> Classifier, and whether it may be trusted: the right files, the right scikit-learn, the same road.

A model is worth nothing without the preprocessing it learnt by. The card keeps the counts of a few fixed drawings;
opening the model computes them again. What is served is plain numbers, never code.
"""

from __future__ import annotations

import hashlib
import io
import json
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path
from typing import NamedTuple

import numpy as np
from PIL import Image, ImageDraw

from ..errors import AlteredModel, ForeignModel, MissingModel, StaleModel
from .arrays import Counts
from .classify import Calibration, Classifier, Curve, FittedSVC, Novelty, Provenance

CARD, NUMBERS, FITTED = "card.json", "digits.npz", "digits.joblib"
FILES = (NUMBERS, FITTED)
TOLERANCE = 1  # counts a square: what another processor's rounding may change
CANVAS_SIDE, PEN = 100, 9  # px: of the fixed drawings
DRAWINGS: tuple[list[tuple[int, int]], ...] = (
    [(30, 80), (70, 12)],
    [(20, 20), (80, 20), (40, 88)],
    [(25, 30), (50, 12), (74, 32), (28, 84), (80, 84)],
    [(50, 14), (22, 40), (30, 82), (70, 84), (76, 56), (34, 54)],
)

Preprocess = Callable[[bytes], Counts]  # the road: a picture's bytes to (64,) counts


class Card(NamedTuple):
    """What a server says of the model that it serves; models/card.json holds much more, for people."""

    fingerprint: str  # the model's name: a few hex digits that change whenever its numbers do
    scikit_learn: str  # the version that fitted it


def open_card(models: Path, preprocess: Preprocess) -> Card:
    """Return the card of a model once the files beside it are the ones it describes.

    Raises MissingModel, AlteredModel, ForeignModel, StaleModel.
    """
    for name in (CARD, *FILES):
        if not (models / name).is_file():
            raise MissingModel(path=models / name)
    card = json.loads((models / CARD).read_text(encoding="utf-8"))
    for name in FILES:
        if checksum(models / name) != card["sha256"][name]:
            raise AlteredModel(path=models / name)
    if card["versions"]["scikit-learn"] != version("scikit-learn"):
        raise ForeignModel(learnt=card["versions"]["scikit-learn"], pinned=version("scikit-learn"))
    if np.abs(np.subtract(card["preprocessing"], preprocessing_fingerprint(preprocess))).max() > TOLERANCE:
        raise StaleModel
    return Card(card["fingerprint"], card["versions"]["scikit-learn"])


def load_classifier(models: Path) -> Classifier:
    """Return the classifier whose numbers lie in models/digits.npz; nothing in the file can run."""
    with np.load(models / NUMBERS, allow_pickle=False) as n:
        svc = FittedSVC.load(n)
        novelty = Novelty(n["prototypes"], n["prototype_digits"], Curve(*n["novelty"].tolist()))
        names, digit_allographs = n["names"], int(n["digit_allographs"])
        provenance = Provenance(n["vector_groups"], n["prototype_groups"], names, digit_allographs)
        return Classifier(svc, Calibration(*n["calibration"].tolist()), novelty, provenance)


def checksum(path: Path) -> str:
    """Return a file's SHA-256 as hex."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def preprocessing_fingerprint(preprocess: Preprocess) -> list[list[int]]:
    """Return the 64 counts of each fixed drawing, by the whole road from PNG bytes to counts."""
    return [preprocess(_png(points)).astype(int).tolist() for points in DRAWINGS]


def _png(points: list[tuple[int, int]]) -> bytes:
    paper = Image.new("L", (CANVAS_SIDE, CANVAS_SIDE), 255)
    ImageDraw.Draw(paper).line(points, fill=0, width=PEN, joint="curve")
    out = io.BytesIO()
    paper.save(out, "PNG")
    return out.getvalue()
