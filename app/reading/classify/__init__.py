"""Counts -> answer: which digit, how sure, and whether it is one at all."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from ..normalise.blocks import GRID, Counts
from .calibration import Calibration
from .novelty import Familiarity
from .provenance import Sources
from .svc import SupportVectors


@dataclass(frozen=True)
class Answer:
    """What the reader says of one drawing."""

    digit: int  # the argmax of `probabilities`
    confidence: float  # its probability
    probabilities: tuple[float, ...]  # ten, summing to 1
    is_digit: bool  # familiar enough to be one
    familiarity: float  # 0..1
    pixels: tuple[tuple[int, ...], ...]  # 8 rows of 8 counts 0..16: what the model saw
    hint: str | None = None  # "several": two digits side by side

    def to_json(self) -> dict[str, Any]:
        """Return the body of a 200, as JSON can carry it."""
        body: dict[str, Any] = {
            "digit": self.digit,
            "confidence": self.confidence,
            "is_digit": self.is_digit,
            "familiarity": self.familiarity,
            "probabilities": list(self.probabilities),
            "pixels": [list(row) for row in self.pixels],
        }
        return body | ({"hint": self.hint} if self.hint else {})


class Classifier:
    """The fitted SVC with its calibration and its sense of what is familiar."""

    def __init__(
        self, machine: SupportVectors, calibration: Calibration, familiarity: Familiarity, sources: Sources
    ) -> None:
        self.machine = machine
        self.calibration = calibration
        self.familiarity = familiarity
        self.sources = sources

    def answer(self, counts: Counts) -> Answer:
        """Return the answer to (64,) counts 0..16."""
        decisions = self.machine.decisions(counts[None, :])
        shares = self.calibration.probabilities(decisions)[0]
        digit = int(shares.argmax())
        familiarity = self.familiarity.of(counts)
        return Answer(
            digit=digit,
            confidence=float(shares[digit]),
            probabilities=tuple(map(float, shares)),
            is_digit=familiarity >= self.familiarity.threshold,
            familiarity=familiarity,
            pixels=tuple(tuple(row) for row in counts.astype(np.int64).reshape(GRID, GRID).tolist()),
        )
