"""models/map.npz -> the map of the data set's digits, on which what is alike lies near, and the place of a new one.

`python -m app map` lays it out. A new drawing lies in the middle of the five digits that are most like it.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import Any, NamedTuple
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray

from ..errors import AlteredModel
from ..reading.answer import Answer
from ..reading.arrays import Floats
from ..reading.classify import Components, Distances
from ..reading.model import check_files
from ..reading.reader import Reader
from .data import NAME_LENGTH

MAP = "map.npz"  # in models/
NEAREST = 5  # digits that a new one is placed by: one more or less changes little, and five have names

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Near:
    """One of the digits on the map that are most like a drawing."""

    index: int  # its row in load_digits
    label: int
    distance: float  # Euclidean, in units of a feature, of their leading components


class Place(NamedTuple):
    """Where a drawing lies on the map."""

    x: float  # 0..1, from left to right
    y: float  # 0..1, from top to bottom
    nearest: tuple[Near, ...]  # NEAREST of them, nearest first


class Exam(NamedTuple):
    """How well the map keeps like with like: digits placed by those that do not belong to the notebook's test."""

    n: int  # digits of the notebook's test
    kept: float  # the share of them that come to lie among their own class
    flat: float  # the same on a map of the two leading components alone


class StillBorder(NamedTuple):
    """The border between two digits of the map, fitted when the map was laid out."""

    digits: tuple[int, int]
    members: list[int]  # all digits of the map that belong to the two
    support: list[int]  # those of them that hold the border
    wrong: int  # those on the other side of it
    box: tuple[float, float, float]  # the part of the map it lies in: left, top and side
    lines: list[tuple[int, list[list[float]]]]  # a decision, -1, 0 or 1, and places in shares of the box's side


class DigitMap:
    """The map of a model. Nothing in it changes."""

    def __init__(self, fingerprint: str, arrays: Mapping[str, NDArray[Any]], components: Components) -> None:
        """Take a name that changes whenever the file does, and the arrays of models/map.npz. Raise LookupError."""
        self.fingerprint = fingerprint
        self.places: Floats = arrays["places"].astype(np.float32)  # (n, 2) in 0..1
        self.labels: list[int] = arrays["labels"].astype(int).tolist()
        self.read: list[int] = arrays["read"].astype(int).tolist()  # what the model reads in each
        self.counts: list[list[int]] = arrays["counts"].tolist()  # 64 of each, as load_digits has them
        self.border = _still_border(arrays, self.labels) if "border_box" in arrays else None  # older maps have none
        n, *shares = arrays["exam"].tolist()
        self.exam = Exam(int(n), *shares)
        self._distances = Distances(arrays["rows"])
        self._components = components

    def place(self, answer: Answer) -> Place:
        """Return where the drawing lies that was given this answer."""
        squared = self._distances.squared(self._components.project(answer.features[None]))[0]
        nearest = nearest_of(squared)
        x, y = place_of(self.places[nearest]).tolist()
        found = (Near(i, self.labels[i], float(np.sqrt(squared[i]))) for i in nearest.tolist())
        return Place(x, y, tuple(found))


def _still_border(arrays: Mapping[str, NDArray[Any]], labels: list[int]) -> StillBorder:
    support = arrays["border_support"].tolist()
    first, second = sorted({labels[one] for one in support})
    left, top, side = arrays["border_box"].tolist()
    ends = arrays["border_lengths"].cumsum()[:-1]
    points = (line.tolist() for line in np.split(arrays["border_points"].astype(float), ends))
    return StillBorder(
        digits=(first, second),
        members=[index for index, label in enumerate(labels) if label in (first, second)],
        support=support,
        wrong=int(arrays["border_wrong"]),
        box=(left, top, side),
        lines=list(zip(arrays["border_levels"].tolist(), points, strict=True)),
    )


def open_map(models: Path, reader: Reader) -> DigitMap | None:
    """Return the map in a folder; None where there is none or another model's. Raise AlteredModel."""
    path = models / MAP
    if not path.is_file():
        return None
    data = path.read_bytes()
    try:
        with np.load(BytesIO(data), allow_pickle=False) as arrays:
            model = str(arrays["model"])
            found = DigitMap(sha256(data).hexdigest()[:NAME_LENGTH], arrays, reader.classifier.components)
    except (ValueError, LookupError, TypeError, OSError, EOFError, AttributeError, BadZipFile) as error:
        raise AlteredModel(path=path) from error
    if model != reader.card.fingerprint:
        log.warning("%s belongs to another model and is not shown: 'python -m app map' makes it anew.", path)
        return None
    check_files(models, [MAP])
    return found


def nearest_of(squared: Floats) -> NDArray[np.int64]:
    """Return the (NEAREST,) indices of the smallest of (n,) distances, the smallest first."""
    return np.argsort(squared, kind="stable")[:NEAREST]


def place_of(places: Floats) -> Floats:
    """Return (2,): the middle of (m, 2) places, the median along each axis; where most lie, whatever the others do."""
    middle: Floats = np.median(places, axis=0)
    return middle
