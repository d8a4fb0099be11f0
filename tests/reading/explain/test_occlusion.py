"""Each square is emptied in turn; what would be read then is asked of the very same model."""

from __future__ import annotations

import numpy as np
import pytest

from app.reading.classify import decision_table
from app.reading.explain.occlusion import Occluded, occluded, occlusion
from app.reading.normalise import features_of_counts
from tests.features import emptied, features_of
from tests.tolerance import probability_tolerance

pytestmark = pytest.mark.numeric


def test_squares_are_emptied_one_at_a_time(classifier, answer):
    features = features_of(answer)
    shares, _ = occluded(classifier, features)
    tolerance = probability_tolerance(classifier, features[None])
    for index in np.flatnonzero(features[:64]):
        expected = classifier.probabilities(emptied(features, index)[None, :])[0]
        assert shares[index] == pytest.approx(expected, abs=tolerance)
        first, second = np.sort(expected)[:-3:-1]
        if first - second > 2 * tolerance:
            assert shares[index].argmax() == expected.argmax()


def test_a_squares_loss_is_what_the_decision_against_the_runner_up_falls_by(classifier, answer, explanation):
    features, duel = features_of(answer), explanation.decision
    for index in np.flatnonzero(features[:64]):
        table = decision_table(classifier.decisions(emptied(features, index)[None, :]))[0]
        row, column = divmod(index, 8)
        fallen = duel.decision - table[duel.digit, duel.rival]
        assert explanation.occlusion.loss[row][column] == pytest.approx(fallen, abs=1e-3)


def test_an_empty_square_changes_nothing(classifier, explanation, answer):
    tolerance = probability_tolerance(classifier, features_of(answer)[None])
    for row in range(8):
        for column in range(8):
            if not answer.pixels[row][column]:
                assert explanation.occlusion.confidence[row][column] == pytest.approx(answer.confidence, abs=tolerance)
                assert explanation.occlusion.digit[row][column] == answer.digit


@pytest.mark.parametrize("count", [1, 16])
@pytest.mark.parametrize("inked", [(63,), (0,), (0, 63), (27, 62, 63)], ids=str)
def test_empty_squares_change_nothing_whichever_squares_are_inked(classifier, inked, count):
    counts = np.zeros(64, np.float32)
    counts[list(inked)] = count
    features = features_of_counts(counts)
    shares, losses = occluded(classifier, features)
    tolerance = probability_tolerance(classifier, features[None])
    whole = classifier.probabilities(features[None, :])[0]
    for index in set(range(64)) - set(inked):
        assert shares[index] == pytest.approx(whole, abs=tolerance)
        assert not losses[index].any()
    for index in inked:
        alone = emptied(features, index)
        assert shares[index] == pytest.approx(classifier.probabilities(alone[None, :])[0], abs=tolerance)


def test_the_grids_show_the_answered_digits_share_the_digit_read_then_and_what_the_decision_loses():
    random = np.random.default_rng(4)
    squares = Occluded(random.random((64, 10), dtype=np.float32), random.random((64, 10, 10), dtype=np.float32))
    shares, seen = squares.shares, occlusion(squares, 3, 8)
    for row in range(8):
        for column in range(8):
            assert seen.confidence[row][column] == shares[8 * row + column, 3]
            assert seen.digit[row][column] == max(range(10), key=shares[8 * row + column].__getitem__)
            assert seen.loss[row][column] == squares.losses[8 * row + column, 3, 8]
