"""Drawings of an event, parted by visitor: from some a model learns, about the others it is asked, before and after.

Nobody's drawings stand on both sides: a model that has seen a visitor's 7 knows how that visitor writes.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from hashlib import sha256
from typing import NamedTuple

import numpy as np
from numpy.random import default_rng
from numpy.typing import NDArray
from scipy.stats import binomtest

from ..errors import TooFewVisitors
from ..reading.arrays import Features, Ink
from ..reading.classify import Classifier
from ..reading.normalise import normalise
from ..reading.picture import read_ink
from .samples import SEED

HELD_SHARE = 1 / 3  # of the visitors, whose drawings are never learnt
HELD_LEAST = 2  # visitors
UNLIKELY = 0.05  # a label less likely than this to the present model is an outlier: 3 in 100 of clean drawings are
DRAWS = 10_000  # of the bootstrap
LEVEL = 0.95  # of every interval
RANGE = 2**64  # of a visitor's number

Interval = tuple[float, float]
ROOM = 0.2  # of a drawing's longer side, all around: a variation leans and bends


class EventDrawing(NamedTuple):
    """A kept drawing on its way to be learnt."""

    key: str  # a random name
    label: int  # 0..9, as its writer said
    visitor: str  # a random name
    ink: Ink  # (h, w) 0 paper .. 255 ink
    features: Features  # (320,)


class Parted(NamedTuple):
    """An event's drawings, by visitor."""

    learnt: list[EventDrawing]
    held: list[EventDrawing]


class Score(NamedTuple):
    """How many of the held drawings were read right."""

    right: int
    n: int

    @property
    def share(self) -> float:
        """Return the share, 0..1."""
        return self.right / self.n

    @property
    def interval(self) -> Interval:
        """Return Wilson's interval of the share."""
        found = binomtest(self.right, self.n).proportion_ci(LEVEL, "wilson")
        return float(found.low), float(found.high)


class Compared(NamedTuple):
    """Two models on the same held drawings."""

    before: Score
    after: Score
    gain: Interval  # of after - before: bootstrap over visitors


def part(drawings: Sequence[EventDrawing]) -> Parted:
    """Return the drawings parted by visitor. Raise TooFewVisitors.

    A visitor's random name decides. So the same are held back each time, and whom an earlier version learnt from is
    asked by no later one, however many have come since.
    """
    visitors = sorted({one.visitor for one in drawings}, key=_number)
    below = sum(_number(one) < HELD_SHARE * RANGE for one in visitors)
    held = set(visitors[: max(below, HELD_LEAST)])
    if len(held) == len(visitors):
        raise TooFewVisitors(n=len(visitors))
    return Parted(
        [one for one in drawings if one.visitor not in held], [one for one in drawings if one.visitor in held]
    )


def prepared(key: str, label: int, visitor: str, picture: bytes) -> EventDrawing:
    """Return a kept drawing with its ink and features. Raise NotAnImage, TooLarge, Blank."""
    ink = read_ink(picture)
    return EventDrawing(key, label, visitor, np.pad(ink, round(ROOM * max(ink.shape))), normalise(ink).features)


def outliers(drawings: Sequence[EventDrawing], classifier: Classifier) -> list[tuple[EventDrawing, float]]:
    """Return the drawings whose label is unlikely to a model, with its probability, the least likely first."""
    shares = classifier.probabilities(rows_of(drawings))
    likely = shares[np.arange(len(drawings)), [one.label for one in drawings]].tolist()
    found = [(one, share) for one, share in zip(drawings, likely, strict=True) if share < UNLIKELY]
    return sorted(found, key=lambda one: one[1])


def compare(held: Sequence[EventDrawing], before: Classifier, after: Classifier) -> Compared:
    """Return how two models read drawings that neither learnt."""
    was, came = right_by(before, held), right_by(after, held)
    return Compared(Score(int(was.sum()), len(held)), Score(int(came.sum()), len(held)), gain_interval(held, was, came))


def right_by(classifier: Classifier, drawings: Sequence[EventDrawing]) -> NDArray[np.bool_]:
    """Return (n,): which drawings a model reads as their writers do."""
    labels = np.array([one.label for one in drawings])
    right: NDArray[np.bool_] = classifier.probabilities(rows_of(drawings)).argmax(1) == labels
    return right


def gain_interval(held: Sequence[EventDrawing], was: NDArray[np.bool_], came: NDArray[np.bool_]) -> Interval:
    """Return the interval of what is gained, by a bootstrap over visitors: one's drawings are alike."""
    names, visitor = np.unique([one.visitor for one in held], return_inverse=True)
    gained = np.bincount(visitor, came.astype(float) - was, len(names))
    drawn = np.bincount(visitor, minlength=len(names))
    chosen = default_rng(SEED).integers(len(names), size=(DRAWS, len(names)))
    gains = gained[chosen].sum(1) / drawn[chosen].sum(1)
    low, high = np.quantile(gains, [(1 - LEVEL) / 2, (1 + LEVEL) / 2])
    return float(low), float(high)


def rows_of(drawings: Iterable[EventDrawing]) -> Features:
    """Return (n, 320) features."""
    return np.array([one.features for one in drawings])


def _number(visitor: str) -> int:
    """Return a number, 0 .. RANGE, that a random name stands for: by chance, and the same each time."""
    return int.from_bytes(sha256(visitor.encode()).digest()[:8], "big")
