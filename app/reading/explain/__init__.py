"""Answer -> why: who voted for it, what it looks like, which decisions it won, and which squares it hangs on."""

from __future__ import annotations

import numpy as np

from ..answer import Answer, Explanation, Neighbour, Square, Summary
from ..arrays import GRID, Features, Floats
from ..classify import Classifier, decision_table
from .change import best_change
from .neighbours import nearest_neighbours
from .occlusion import occluded, occlusion
from .stages import stages_of
from .twins import twin
from .votes import contributions, exact_kernel, pairwise_decision

__all__ = ["best_change", "explain", "stages_of", "twin"]

NAMED = 2  # neighbours in a sentence: a third makes it a list
TURNING = 3  # squares in a sentence


def explain(classifier: Classifier, answer: Answer) -> Explanation:
    """Return why the classifier gave this answer."""
    features = answer.features
    kernel = exact_kernel(classifier, features)
    neighbours = nearest_neighbours(classifier, features, digits_only=answer.is_digit)
    squares = occluded(classifier, features)
    second = runner_up(answer)
    return Explanation(
        decision=pairwise_decision(classifier, contributions(classifier, kernel, answer.digit, second)),
        neighbours=neighbours,
        table=tuple(map(tuple, decision_table(classifier.svc.decisions(kernel[None]))[0].tolist())),
        occlusion=occlusion(squares, answer.digit, second),
        summary=_summary(answer, neighbours, squares.shares, features),
    )


def runner_up(answer: Answer) -> int:
    """Return the digit that comes second."""
    others = (digit for digit in range(len(answer.probabilities)) if digit != answer.digit)
    return max(others, key=answer.probabilities.__getitem__)


def _summary(answer: Answer, neighbours: tuple[Neighbour, ...], shares: Floats, features: Features) -> Summary:
    second = runner_up(answer)
    order = [int(i) for i in np.argsort(shares[:, answer.digit], kind="stable") if features[i]]
    turning = [index for index in order if shares[index].argmax() != answer.digit]
    return Summary(
        digit=answer.digit,
        runner_up=second,
        share=answer.probabilities[second],
        alike=tuple(one.source for one in neighbours if one.digit == answer.digit)[:NAMED],
        turning=tuple(_square(index, shares, answer.digit) for index in turning[:TURNING]),
        weightiest=_square(order[0], shares, answer.digit),
    )


def _square(index: int, shares: Floats, digit: int) -> Square:
    row, column = divmod(index, GRID)
    return Square(row + 1, column + 1, int(shares[index].argmax()), float(shares[index, digit]))
