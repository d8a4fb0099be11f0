"""An answer -> why: who voted for it, what it looks like, which duels it won, and which squares it hangs on."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..classify import Answer, Classifier
from ..normalise.blocks import GRID, Counts
from .neighbours import nearest
from .votes import board, describe_duel, exact_kernel, hold_duel

NAMED = 2  # relatives in a sentence: a third makes it a list
TURNING = 3  # squares in a sentence
DECIMALS = 4  # of the squares' 64 probabilities: finer than any shade


def explain(classifier: Classifier, answer: Answer) -> dict[str, Any]:
    """Return the reasons for an answer, as JSON can carry them.

    `duel`: answer against runner-up, with the voters and their exact contributions. `relatives`: the nearest learnt
    drawings. `board`: 10 x 10 decisions. `squares`: without each square, the answer's `confidence` and the `digit`
    that would be read, 8 rows of 8. `words`: the facts of one sentence.
    """
    counts = np.array(answer.pixels, dtype=np.float32).ravel()
    kernel = exact_kernel(classifier.machine, counts)
    duel = hold_duel(classifier.machine, kernel, answer.digit, runner_up(answer))
    relatives = nearest(classifier.familiarity, classifier.sources, counts, digits_only=answer.is_digit)
    shares = without_each_square(classifier, counts)
    return {
        "duel": describe_duel(duel, classifier.machine, classifier.sources),
        "relatives": relatives,
        "board": board(classifier.machine, kernel),
        "squares": {"confidence": _rows(_rounded(shares[:, answer.digit])), "digit": _rows(shares.argmax(1))},
        "words": _words(answer, relatives, shares, counts),
    }


def runner_up(answer: Answer) -> int:
    """Return the digit that comes second."""
    return max((d for d in range(len(answer.probabilities)) if d != answer.digit), key=answer.probabilities.__getitem__)


def without_each_square(classifier: Classifier, counts: Counts) -> NDArray[np.float32]:
    """Return (64, 10) probabilities: row i those of (64,) counts with square i emptied."""
    rows = np.repeat(counts[None, :], counts.size, axis=0)
    np.fill_diagonal(rows, 0)
    # An empty square changes nothing: one row stands for all of those.
    asked, places = np.unique(np.where(counts > 0, np.arange(counts.size) + 1, 0), return_inverse=True)
    rows = np.concatenate([counts[None, :], rows])[asked]
    return classifier.calibration.probabilities(classifier.machine.decisions(rows))[places]


def _words(
    answer: Answer, relatives: list[dict[str, Any]], shares: NDArray[np.float32], counts: Counts
) -> dict[str, Any]:
    second = runner_up(answer)
    mine = shares[:, answer.digit]
    order = [int(index) for index in np.argsort(mine, kind="stable") if counts[index]]
    turning = [index for index in order if shares[index].argmax() != answer.digit]
    return {
        "digit": answer.digit,
        "runner_up": second,
        "share": answer.probabilities[second],
        "alike": [relative["source"] for relative in relatives if relative["digit"] == answer.digit][:NAMED],
        "turning": [_place(index) | {"digit": int(shares[index].argmax())} for index in turning[:TURNING]],
        "weightiest": _place(order[0]) | {"confidence": float(mine[order[0]])},
    }


def _place(index: int) -> dict[str, int]:
    """Return row and column as people count them, from 1."""
    row, column = divmod(index, GRID)
    return {"row": row + 1, "column": column + 1}


def _rounded(shares: NDArray[np.float32]) -> NDArray[np.float64]:
    return shares.astype(np.float64).round(DECIMALS)


def _rows(numbers: NDArray[Any]) -> list[list[Any]]:
    rows: list[list[Any]] = numbers.reshape(GRID, GRID).tolist()
    return rows
