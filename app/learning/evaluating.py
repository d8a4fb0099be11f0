"""How well a reader reads labelled drawings, and how well the notebook's own recipe would."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

import numpy as np
from sklearn.svm import SVC

from ..errors import InputError
from ..reading.arrays import N_DIGITS
from ..reading.picture.limits import Limits
from ..reading.reader import Answer, Reader
from .data_set import data_set
from .material import Drawing
from .naive import notebook_counts
from .scoring import calibration_error, confusion


class Judged(NamedTuple):
    """A drawing and what was said of it."""

    drawing: Drawing
    digit: int | None  # None: refused unread
    confidence: float
    is_digit: bool
    answer: Answer | None = None  # whole, where the reader gave it

    @property
    def right(self) -> bool:
        """Whether the digit is the drawer's."""
        return self.digit == self.drawing.label


def judge(reader: Reader, drawings: Iterable[Drawing]) -> list[Judged]:
    """Return what the reader says of each drawing."""
    return [_judged(drawing, reader) for drawing in drawings]


def naive(drawings: Iterable[Drawing]) -> list[Judged]:
    """Return what the notebook's recipe says of each drawing, with its plain SVC() fitted on the whole data set."""
    images, labels = data_set()
    fitted = SVC().fit(images.reshape(len(images), -1), labels)
    return [_guessed(drawing, fitted) for drawing in drawings]


def summary(judged: list[Judged], title: str) -> str:
    """Return accuracy, calibration, share kept, accuracy by digit and the confusions, as a text for a terminal."""
    answered = [j for j in judged if j.digit is not None]
    truth = np.array([j.drawing.label for j in answered], dtype=np.int64)
    guesses = np.array([j.digit for j in answered], dtype=np.int64)
    ece = calibration_error(np.array([j.confidence for j in answered]), truth == guesses)
    rows = enumerate(confusion(truth, guesses).tolist())
    return "\n".join(
        [
            f"{title}: {len(judged)} drawings, {np.mean([j.right for j in judged]):.4f} read right",
            f"  called a digit  {np.mean([j.is_digit for j in judged]):.4f}",
            *([f"  ece             {ece:.4f}"] if any(j.confidence for j in answered) else []),
            "  by digit        " + _by_digit(judged),
            "  confusion, rows the drawer's digit, columns the answer:",
            *(f"    {digit}  " + " ".join(f"{n:4}" for n in row) for digit, row in rows),
        ]
    )


def _by_digit(judged: list[Judged]) -> str:
    right = {digit: [j.right for j in judged if j.drawing.label == digit] for digit in range(N_DIGITS)}
    return "  ".join(f"{digit}: {np.mean(r):.2f}" for digit, r in right.items() if r)


def _judged(drawing: Drawing, reader: Reader) -> Judged:
    try:
        answer: Answer = reader.read(drawing.picture)
    except InputError:
        return Judged(drawing, None, 0.0, False)
    return Judged(drawing, answer.digit, answer.confidence, answer.is_digit, answer)


def _guessed(drawing: Drawing, fitted: SVC) -> Judged:
    try:
        counts = notebook_counts(drawing.picture, Limits())
    except InputError:
        return Judged(drawing, None, 0.0, False)
    return Judged(drawing, int(fitted.predict(counts[None, :])[0]), 0.0, True)
