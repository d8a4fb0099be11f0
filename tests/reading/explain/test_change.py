"""Which one square speaks most for another digit: found by comparing all, answered exactly."""

from __future__ import annotations

import numpy as np
import pytest

from app.errors import BadRequest, Blank
from app.paths import PROJECT
from app.reading.normalise import features_of_counts
from tests.tolerance import probability_tolerance

pytestmark = pytest.mark.numeric
LONELY = [[0] * 8 for _ in range(3)] + [[0, 0, 0, 9, 0, 0, 0, 0]] + [[0] * 8 for _ in range(4)]


def read(classifier, rows: np.ndarray, digit: int) -> float:
    features = features_of_counts(np.array(rows, np.float32).ravel())
    return float(classifier.probabilities(features[None])[0, digit])


def test_the_change_gives_what_it_says_and_is_for_the_digit(reader, classifier, answer):
    wanted = (answer.digit + 5) % 10
    rows = np.array(answer.pixels)
    change = reader.suggest(rows.tolist(), wanted)
    after = rows.copy()
    after[change.row - 1, change.column - 1] = change.count
    assert (after != rows).sum() == 1 and change.count in (0, 16)
    tolerance = probability_tolerance(classifier, features_of_counts(np.float32(after).ravel())[None])
    assert change.confidence == pytest.approx(read(classifier, after, wanted), abs=tolerance)
    assert change.confidence >= read(classifier, rows, wanted)


@pytest.mark.parametrize("name", ["4", "7"])
def test_step_by_step_the_digit_is_reached(reader, name):
    answer = reader.read((PROJECT / "tests" / "drawings" / f"{name}.png").read_bytes())
    rows = np.array(answer.pixels)
    wanted = max(set(range(10)) - {answer.digit}, key=answer.probabilities.__getitem__)
    for _ in range(16):
        change = reader.suggest(rows.tolist(), wanted)
        rows[change.row - 1, change.column - 1] = change.count
        if reader.read_pixels(rows.tolist()).digit == wanted:
            return
    pytest.fail(f"no {wanted} after 16 changes of a {answer.digit}")


def test_the_last_ink_is_not_taken_away(reader):
    change = reader.suggest(LONELY, 1)
    assert change.count == 16


def test_squares_that_are_none_are_refused(reader):
    with pytest.raises(BadRequest):
        reader.suggest([[17]], 1)
    with pytest.raises(Blank):
        reader.suggest([[0] * 8] * 8, 1)
