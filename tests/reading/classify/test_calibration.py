"""Ten numbers that sum to 1, whose largest is the digit that wins its pairwise decisions."""

from __future__ import annotations

import numpy as np
import pytest

from app.reading.classify.calibration import Calibration, digit_scores
from app.reading.classify.svc import PAIRS
from tests.tolerance import SINGLE

pytestmark = pytest.mark.numeric


def decisions(winner: int, margin: float = 1.0) -> np.ndarray:
    """Decisions in which one digit beats all others and the rest are undecided."""
    return np.array([[margin * ((a == winner) - (b == winner)) for a, b in PAIRS]], dtype=np.float32)


@pytest.mark.parametrize("winner", range(10))
def test_the_winner_of_all_decisions_is_the_most_probable(winner):
    shares = Calibration(8, 2).probabilities(decisions(winner))[0]
    assert shares.argmax() == winner
    assert shares.sum() == pytest.approx(1, rel=SINGLE)


def test_undecided_pairs_give_every_digit_a_tenth():
    assert Calibration(8, 2).probabilities(np.zeros((1, 45), dtype=np.float32))[0] == pytest.approx([0.1] * 10)


def test_a_higher_temperature_is_less_sure():
    sure, unsure = (Calibration(4, t).probabilities(decisions(3)).max() for t in (1, 4))
    assert sure > unsure > 0.1


def products_of(drawn: np.ndarray, steepness: float) -> np.ndarray:
    """The product of each digit's pairwise probabilities, in float64."""
    products = np.full(10, 0.5)  # a digit against itself
    for (a, b), d in zip(PAIRS, drawn.astype(float), strict=True):
        products[a] *= 1 / (1 + np.exp(-steepness * d))
        products[b] *= 1 / (1 + np.exp(steepness * d))
    return products


def test_scores_by_an_independent_oracle():
    drawn = np.random.default_rng(3).normal(size=(1, 45)).astype(np.float32)
    assert digit_scores(drawn, 2)[0] == pytest.approx(np.log(products_of(drawn[0], 2)), rel=SINGLE)


@pytest.mark.parametrize(("steepness", "temperature"), [(1, 1), (2, 0.5), (4, 3)])
def test_shares_by_an_independent_oracle(steepness, temperature):
    """One row with a clear winner, one without: products, tempered, in proportion."""
    drawn = np.random.default_rng(6).normal(size=(2, 45)).astype(np.float32)
    drawn[0] += 2 * decisions(4)[0]
    shares = Calibration(steepness, temperature).probabilities(drawn)
    for row, seen in zip(drawn, shares, strict=True):
        tempered = products_of(row, steepness) ** (1 / temperature)
        rounded = SINGLE * np.abs(np.log(tempered)).max()  # of a score, and so the share's relative error
        assert seen == pytest.approx(tempered / tempered.sum(), abs=rounded)


def test_even_absurd_margins_do_not_overflow():
    shares = Calibration(16, 0.3).probabilities(decisions(7, margin=1e6))[0]
    assert shares.argmax() == 7 and np.isfinite(shares).all()
