"""How well labelled drawings are read, by a reader and by the notebook's own recipe."""

from collections.abc import Iterable
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from sklearn.metrics import confusion_matrix
from sklearn.svm import SVC

from ..errors import InputError
from ..lesson.evaluation import BINS
from ..lesson.notebook import notebook_counts
from ..reading.arrays import N_DIGITS, Floats
from ..reading.classify import ALLOGRAPHS
from ..reading.picture import Limits
from ..reading.reader import Answer, Reader
from .data_set import data_set
from .drawings import LabelledDrawing
from .samples import Samples

PLACES = 4  # of a score on the card
ALLOGRAPHS_SCORE = "allographs"  # the kind of a score: allographs and families

Score = dict[str, float]  # accuracy and expected calibration error (ece) of one kind of drawings


class DrawingPrediction(NamedTuple):
    """A drawing and what was said of it."""

    drawing: LabelledDrawing
    digit: int | None  # None: refused unread
    confidence: float = 0.0
    is_digit: bool = False
    answer: Answer | None = None  # whole, where the reader gave it

    @property
    def right(self) -> bool:
        """Return whether the digit is the drawer's."""
        return self.digit == self.drawing.label


def predict_by_reader(reader: Reader, drawings: Iterable[LabelledDrawing]) -> list[DrawingPrediction]:
    """Return what a reader says of each drawing."""
    return [_by_reader(drawing, reader) for drawing in drawings]


def predict_by_notebook(drawings: Iterable[LabelledDrawing]) -> list[DrawingPrediction]:
    """Return what the notebook's recipe says of each drawing, with its plain SVC() fitted on the whole data set."""
    images, labels = data_set()
    fitted = SVC().fit(images.reshape(len(images), -1), labels)
    return [_by_notebook(drawing, fitted) for drawing in drawings]


def summary(predictions: list[DrawingPrediction], title: str) -> str:
    """Return accuracy, calibration, share kept, accuracy by digit and the confusions, as a text for a terminal."""
    answered = [p for p in predictions if p.digit is not None]
    truth = np.array([p.drawing.label for p in answered], dtype=np.int64)
    digits = np.array([p.digit for p in answered], dtype=np.int64)
    ece = calibration_error(np.array([p.confidence for p in answered]), truth == digits)
    return "\n".join(
        [
            f"{title}: {len(predictions)} drawings, {np.mean([p.right for p in predictions]):.4f} read right",
            f"  called a digit  {np.mean([p.is_digit for p in predictions]):.4f}",
            *([f"  ece             {ece:.4f}"] if any(p.confidence for p in answered) else []),
            "  by digit        " + _by_digit(predictions),
            "  confusion, rows the drawer's digit, columns the answer:",
            *_confusion_lines(truth, digits),
        ]
    )


def calibration_error(confidences: NDArray[np.floating], right: NDArray[np.bool_]) -> float:
    """Return the expected calibration error, 0..1 (Guo et al. 2017): |confidence - accuracy| over ten bins.

    By hand: scikit-learn has none.
    """
    bins = np.minimum((confidences * BINS).astype(int), BINS - 1)
    gaps = np.bincount(bins, confidences, BINS) - np.bincount(bins, right, BINS)
    return float(np.abs(gaps).sum() / max(1, len(right)))


def score_by_source(samples: Samples, probabilities: Floats) -> dict[str, Score]:
    """Return `accuracy` and `ece` of (n, 10) probabilities on each kind of samples, rounded to PLACES."""
    right = probabilities.argmax(1) == samples.labels
    confident = probabilities.max(1)
    kinds = {"data set": samples.groups < ALLOGRAPHS, ALLOGRAPHS_SCORE: samples.groups >= ALLOGRAPHS}
    return {
        kind: {
            "accuracy": round(float(right[rows].mean()), PLACES),
            "ece": round(calibration_error(confident[rows], right[rows]), PLACES),
        }
        for kind, rows in kinds.items()
        if rows.any()
    }


def _confusion_lines(truth: NDArray[np.int64], digits: NDArray[np.int64]) -> list[str]:
    if not len(truth):  # of which scikit-learn makes no matrix
        return []
    rows = confusion_matrix(truth, digits, labels=range(N_DIGITS)).tolist()
    return [f"    {digit}  " + " ".join(f"{n:4}" for n in row) for digit, row in enumerate(rows)]


def _by_digit(predictions: list[DrawingPrediction]) -> str:
    right = {digit: [p.right for p in predictions if p.drawing.label == digit] for digit in range(N_DIGITS)}
    return "  ".join(f"{digit}: {np.mean(r):.2f}" for digit, r in right.items() if r)


def _by_reader(drawing: LabelledDrawing, reader: Reader) -> DrawingPrediction:
    try:
        answer = reader.read(drawing.picture)
    except InputError:
        return DrawingPrediction(drawing, None)
    return DrawingPrediction(drawing, answer.digit, answer.confidence, answer.is_digit, answer)


def _by_notebook(drawing: LabelledDrawing, fitted: SVC) -> DrawingPrediction:
    try:
        counts = notebook_counts(drawing.picture, Limits())
    except InputError:
        return DrawingPrediction(drawing, None)
    return DrawingPrediction(drawing, int(fitted.predict(counts[None, :])[0]), is_digit=True)
