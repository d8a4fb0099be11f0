"""One model's predictions on one evaluation set, and everything that can be counted from them."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from ..reading.arrays import N_DIGITS

CountsRow = tuple[int, ...]  # 64 counts 0..16, row by row
BINS = 10  # of equal width, as usual for a reliability diagram


class Sample(NamedTuple):
    """One labelled drawing of an evaluation set."""

    truth: int
    counts: CountsRow  # as the model saw it
    name: str = ""  # its file, where it has one


class Prediction(NamedTuple):
    """One sample with what a model read in it."""

    sample: Sample
    digit: int
    confidence: float | None  # None where a model gives none

    @property
    def right(self) -> bool:
        """Return whether it is what its writer meant."""
        return self.digit == self.sample.truth


class DigitMetrics(NamedTuple):
    """How well one digit is known; None where nothing was there to count."""

    digit: int
    precision: float | None  # of what was read as it, the share that was it
    recall: float | None  # of what was it, the share that was read as it
    f1: float | None  # their harmonic mean
    n: int  # how many there were


class Bin(NamedTuple):
    """The predictions of nearly the same confidence."""

    low: float
    high: float
    n: int
    confidence: float  # their mean
    accuracy: float


@dataclass(frozen=True)
class Evaluation:
    """One model on one evaluation set."""

    model: str
    of: str  # the set's name
    predictions: tuple[Prediction, ...]

    @property
    def n(self) -> int:
        """Return the number of predictions."""
        return len(self.predictions)

    @cached_property
    def wrong(self) -> tuple[Prediction, ...]:
        """Return the wrong predictions."""
        return tuple(one for one in self.predictions if not one.right)

    @property
    def accuracy(self) -> float:
        """Return the share of right predictions."""
        return (self.n - len(self.wrong)) / max(1, self.n)

    @cached_property
    def confusion(self) -> tuple[tuple[int, ...], ...]:
        """Return counts [true][read], 10 by 10; by hand, for a server loads no scikit-learn."""
        table = [[0] * N_DIGITS for _ in range(N_DIGITS)]
        for one in self.predictions:
            table[one.sample.truth][one.digit] += 1
        return tuple(map(tuple, table))

    def cell(self, truth: int, read: int) -> tuple[Prediction, ...]:
        """Return the predictions behind one number of the matrix."""
        return tuple(one for one in self.predictions if (one.sample.truth, one.digit) == (truth, read))

    @cached_property
    def digits(self) -> tuple[DigitMetrics, ...]:
        """Return precision, recall and F1 of each of the ten."""
        return tuple(metrics(self.confusion, digit) for digit in range(N_DIGITS))

    @cached_property
    def bins(self) -> tuple[Bin, ...]:
        """Return the predictions by confidence, only the bins that hold any: none where no confidence is given."""
        filled: dict[int, list[Prediction]] = {}
        for one in self.predictions:
            if one.confidence is not None:
                filled.setdefault(min(int(one.confidence * BINS), BINS - 1), []).append(one)
        return tuple(_bin(number, filled[number]) for number in sorted(filled))


def metrics(confusion: Sequence[Sequence[int]], digit: int) -> DigitMetrics:
    """Return how well a digit is known, by counts [true][read] of at least the ten."""
    right = confusion[digit][digit]
    written, read = sum(confusion[digit]), sum(row[digit] for row in confusion)
    return DigitMetrics(digit, _share(right, read), _share(right, written), _share(2 * right, read + written), written)


def _share(part: int, whole: int) -> float | None:
    return part / whole if whole else None


def _bin(number: int, predictions: Sequence[Prediction]) -> Bin:
    mean = sum(one.confidence or 0.0 for one in predictions) / len(predictions)
    right = sum(one.right for one in predictions)
    return Bin(number / BINS, (number + 1) / BINS, len(predictions), mean, right / len(predictions))
