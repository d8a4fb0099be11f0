"""What a machine would say of each example, had it learnt from the others alone: leave-one-out."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from ..reading.arrays import Doubles
from .examples import Examples
from .machine import Machine, NewSVC, gamma_of

ROUNDS = 50  # machines that are fitted for it: of more examples than these, several are left out at once


class Mistake(NamedTuple):
    """An example that the others would have called something else."""

    example: int
    guess: str
    nearest: int  # the example of the guessed sign that is most like it


def guesses(machine: Machine, new_svc: NewSVC) -> list[str]:
    """Return for each example what is guessed from the others.

    Up to 50 examples are left out one by one. Of more, each of 50 rounds leaves out every fiftieth. What is no support
    vector changes nothing when it is left out: then the machine's own answer is that guess.
    """
    examples = machine.examples
    found: list[str] = machine.predict(examples.rows).tolist()
    squared = _squared(examples.rows.astype(np.float64))
    support, numbers = set(machine.support), np.arange(len(examples))
    for start in range(min(ROUNDS, len(examples))):
        left_out = numbers % ROUNDS == start
        if support & set(np.flatnonzero(left_out).tolist()):
            for number, guess in zip(
                np.flatnonzero(left_out), _guess(examples, squared, left_out, new_svc), strict=True
            ):
                found[number] = guess
    return found


def mistakes(examples: Examples, found: list[str]) -> list[Mistake]:
    """Return the wrong guesses, each with the example that most likely misled it."""
    wrong = [number for number, guess in enumerate(found) if guess != examples.labels[number]]
    return [Mistake(number, found[number], _nearest(examples, number, found[number])) for number in wrong]


def _guess(examples: Examples, squared: Doubles, left_out: NDArray[np.bool_], new_svc: NewSVC) -> list[str]:
    """Return what the others say of those left out, from the squared distances (n, n): no row is compared twice."""
    kept, labels = ~left_out, examples.labels[~left_out]
    if len(set(labels.tolist())) == 1:
        return [str(labels[0])] * int(left_out.sum())
    kernel = np.exp(-gamma_of(examples.rows[kept].astype(np.float64)) * squared[:, kept])
    svc = new_svc(kernel="precomputed").fit(kernel[kept], labels)
    guessed: list[str] = svc.predict(kernel[left_out]).tolist()
    return guessed


def _squared(rows: Doubles) -> Doubles:
    norms = (rows**2).sum(1)
    squared: Doubles = norms[:, None] + norms[None] - 2 * rows @ rows.T
    return squared


def _nearest(examples: Examples, number: int, sign: str) -> int:
    rows = examples.rows.astype(np.int64)
    distances = ((rows - rows[number]) ** 2).sum(1)
    return int(np.where(examples.labels == sign, distances, np.iinfo(np.int64).max).argmin())
