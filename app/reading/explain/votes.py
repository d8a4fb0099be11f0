"""Who decided: the exact share of every support vector in a duel, in float64, so that the shares can be added up."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from ..classify.provenance import Sources
from ..classify.svc import DIGITS, PAIRS, SupportVectors
from ..normalise.blocks import GRID, Counts

Doubles = NDArray[np.float64]

SHOWN = 5  # voters on each side: as many as fit beside each other on a phone


class Duel(NamedTuple):
    """One digit against another, seen from the first: above 0 speaks for it."""

    digit: int
    rival: int
    contributions: Doubles  # (n,): of each support vector; 0 for those of other digits
    intercept: float

    @property
    def decision(self) -> float:
        """The duel's outcome: all contributions and the intercept."""
        return float(self.contributions.sum()) + self.intercept


def exact_kernel(machine: SupportVectors, counts: Counts) -> Doubles:
    """Return (n,) float64: exp(-gamma |x - v|^2) of (64,) counts with each support vector."""
    squared = machine.squared_distances(counts[None, :])[0].astype(np.float64)
    kernel: Doubles = np.exp(-machine.gamma * squared)
    return kernel


def hold_duel(machine: SupportVectors, kernel: Doubles, digit: int, rival: int) -> Duel:
    """Return the duel of two digits for the drawing with this `kernel` (n,)."""
    side = 1 if digit < rival else -1  # libsvm counts a duel from its smaller digit
    pair = PAIRS.index((min(digit, rival), max(digit, rival)))
    contributions = side * kernel * machine.weights(pair).astype(np.float64)
    return Duel(digit, rival, contributions, side * float(machine.intercepts[pair]))


def board(machine: SupportVectors, kernel: Doubles) -> list[list[float]]:
    """Return 10 x 10 decisions: [i][j] above 0 where i beats j, antisymmetric, the diagonal 0."""
    table = np.zeros((DIGITS, DIGITS))
    for (first, second), decision in zip(PAIRS, machine.outcomes(kernel[None])[0].tolist(), strict=True):
        table[first, second], table[second, first] = decision, -decision
    rows: list[list[float]] = table.tolist()
    return rows


def describe_duel(duel: Duel, machine: SupportVectors, sources: Sources) -> dict[str, Any]:
    """Return the duel as JSON: the loudest voters `for` and `against`, and what the quiet ones add together.

    All contributions listed, both `rest`s and the `intercept` sum to the `decision`.
    """
    sides = {"for": duel.contributions > 0, "against": duel.contributions < 0}
    said: dict[str, Any] = {"digit": duel.digit, "rival": duel.rival}
    said |= {"decision": duel.decision, "intercept": duel.intercept, "rest": {}, "count": {}}
    for side, mask in sides.items():
        mine = np.flatnonzero(mask)
        loudest = mine[np.argsort(-np.abs(duel.contributions[mine]), kind="stable")]
        digit = duel.digit if side == "for" else duel.rival
        said[side] = [_voter(duel, machine, sources, int(index), digit) for index in loudest[:SHOWN]]
        said["rest"][side] = float(duel.contributions[loudest[SHOWN:]].sum())
        said["count"][side] = int(mine.size)
    return said


def squares(vector: Counts) -> list[list[int]]:
    """Return 8 rows of 8 whole numbers 0..16 from (64,) counts."""
    rows: list[list[int]] = vector.astype(np.int64).reshape(GRID, GRID).tolist()
    return rows


def _voter(duel: Duel, machine: SupportVectors, sources: Sources, index: int, digit: int) -> dict[str, Any]:
    return {
        "digit": digit,
        "contribution": float(duel.contributions[index]),
        "pixels": squares(machine.vectors[index]),
        "source": sources.source(int(sources.of_vectors[index]))._asdict(),
    }
