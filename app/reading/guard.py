"""Whether what lies in models/ may be trusted: the right files, the right scikit-learn, the same road.

A model is worth nothing without the preprocessing it learnt by. The card keeps the features of a few fixed drawings;
opening a reader computes them again.
"""

from __future__ import annotations

import hashlib
import io
import json
from importlib.metadata import version
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image, ImageDraw

from ..errors import AlteredModel, ForeignModel, MissingModel, StaleModel
from .normalise import normalise
from .normalise.blocks import block_counts
from .picture import read_ink

CARD, NUMBERS, FITTED = "card.json", "digits.npz", "digits.joblib"
FILES = (NUMBERS, FITTED)
TOLERANCE = 1  # counts a square: what another CPU's rounding may change
SIDE, PEN = 100, 9  # px: the fixed drawings' canvas and pen
DRAWINGS: tuple[list[tuple[int, int]], ...] = (
    [(30, 80), (70, 12)],
    [(20, 20), (80, 20), (40, 88)],
    [(25, 30), (50, 12), (74, 32), (28, 84), (80, 84)],
    [(50, 14), (22, 40), (30, 82), (70, 84), (76, 56), (34, 54)],
)


def open_card(models: Path) -> dict[str, Any]:
    """Return the model card once the files beside it are the ones it describes.

    Raises MissingModel, AlteredModel, ForeignModel, StaleModel.
    """
    for name in (CARD, *FILES):
        if not (models / name).is_file():
            raise MissingModel(path=models / name)
    card: dict[str, Any] = json.loads((models / CARD).read_text(encoding="utf-8"))
    for name in FILES:
        if checksum(models / name) != card["sha256"][name]:
            raise AlteredModel(path=models / name)
    if card["versions"]["scikit-learn"] != version("scikit-learn"):
        raise ForeignModel(learnt=card["versions"]["scikit-learn"], pinned=version("scikit-learn"))
    if np.abs(np.subtract(card["road"], road_print())).max() > TOLERANCE:
        raise StaleModel
    return card


def checksum(path: Path) -> str:
    """Return a file's SHA-256 as hex."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def road_print() -> list[list[int]]:
    """Return the 64 counts of each fixed drawing, by the whole road from PNG bytes to features."""
    return [block_counts(normalise(read_ink(_png(points))).bitmap).astype(int).tolist() for points in DRAWINGS]


def _png(points: list[tuple[int, int]]) -> bytes:
    paper = Image.new("L", (SIDE, SIDE), 255)
    ImageDraw.Draw(paper).line(points, fill=0, width=PEN, joint="curve")
    out = io.BytesIO()
    paper.save(out, "PNG")
    return out.getvalue()
