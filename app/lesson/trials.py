"""One model's answers about one set of drawings, and everything that can be counted from them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from .letters import Counts

DIGITS = 10
BINS = 10  # of equal width, as usual for a reliability diagram


class Drawing(NamedTuple):
    """What was asked about."""

    truth: int
    counts: Counts  # as the model saw it
    name: str = ""  # its file, where it has one


class Asked(NamedTuple):
    """One drawing with the answer to it."""

    number: int  # its place in the set, from 0
    drawing: Drawing
    answer: int
    confidence: float | None  # None where a model gives none

    @property
    def right(self) -> bool:
        """Whether it is what its writer meant."""
        return self.answer == self.drawing.truth


class PerDigit(NamedTuple):
    """How well one digit is known; None where nothing was there to count."""

    digit: int
    precision: float | None  # of what was read as it, the share that was it
    recall: float | None  # of what was it, the share that was read as it
    f1: float | None  # their harmonic mean
    n: int  # how many there were


class Bin(NamedTuple):
    """The answers of nearly the same confidence."""

    low: float
    high: float
    n: int
    confidence: float  # their mean
    accuracy: float


@dataclass(frozen=True)
class Trial:
    """One model, asked about one set of drawings."""

    model: str
    of: str
    asked: tuple[Asked, ...]

    @property
    def n(self) -> int:
        """How many drawings it was asked about."""
        return len(self.asked)

    @cached_property
    def wrong(self) -> tuple[Asked, ...]:
        """Its slips."""
        return tuple(one for one in self.asked if not one.right)

    @property
    def accuracy(self) -> float:
        """The share of right answers."""
        return (self.n - len(self.wrong)) / max(1, self.n)

    @property
    def is_sure(self) -> bool:
        """Whether the model says how sure it is."""
        return any(one.confidence is not None for one in self.asked)

    @cached_property
    def confusion(self) -> tuple[tuple[int, ...], ...]:
        """Counts [true][read], 10 by 10."""
        table = [[0] * DIGITS for _ in range(DIGITS)]
        for one in self.asked:
            table[one.drawing.truth][one.answer] += 1
        return tuple(map(tuple, table))

    def cell(self, truth: int, read: int) -> tuple[Asked, ...]:
        """The drawings behind one number of the matrix."""
        return tuple(one for one in self.asked if (one.drawing.truth, one.answer) == (truth, read))

    @cached_property
    def digits(self) -> tuple[PerDigit, ...]:
        """Precision, recall and F1 of each of the ten."""
        return tuple(_per_digit(self.confusion, digit) for digit in range(DIGITS))

    @cached_property
    def bins(self) -> tuple[Bin, ...]:
        """The answers by confidence, only the bins that hold any."""
        filled: dict[int, list[Asked]] = {}
        for one in self.asked:
            if one.confidence is not None:
                filled.setdefault(min(int(one.confidence * BINS), BINS - 1), []).append(one)
        return tuple(_bin(number, filled[number]) for number in sorted(filled))


def _per_digit(confusion: Sequence[Sequence[int]], digit: int) -> PerDigit:
    right = confusion[digit][digit]
    written, read = sum(confusion[digit]), sum(row[digit] for row in confusion)
    return PerDigit(digit, _share(right, read), _share(right, written), _share(2 * right, read + written), written)


def _share(part: int, whole: int) -> float | None:
    return part / whole if whole else None


def _bin(number: int, asked: Sequence[Asked]) -> Bin:
    mean = sum(one.confidence or 0.0 for one in asked) / len(asked)
    right = sum(one.right for one in asked)
    return Bin(number / BINS, (number + 1) / BINS, len(asked), mean, right / len(asked))
