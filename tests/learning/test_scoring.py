"""Confusion and calibration error on hand-sized examples."""

from __future__ import annotations

import numpy as np
import pytest

from app.learning.scoring import calibration_error, confusion


def test_rows_are_the_truth_and_columns_the_guess():
    table = confusion(np.array([3, 3, 8]), np.array([3, 8, 8]))
    assert (table[3, 3], table[3, 8], table[8, 8], table.sum()) == (1, 1, 1, 3)


@pytest.mark.parametrize(
    ("confidences", "right", "error"),
    [
        ([1, 1, 1], [1, 1, 1], 0),
        ([1, 1], [1, 0], 0.5),
        ([0.75, 0.75, 0.75, 0.75], [1, 1, 1, 0], 0),
        ([0.9, 0.2], [1, 1], 0.45),
    ],
    ids=["sure and right", "sure and half right", "as right as it says", "unsure and right"],
)
def test_calibration_error_is_the_gap_between_said_and_true(confidences, right, error):
    assert calibration_error(np.array(confidences, float), np.array(right, bool)) == pytest.approx(error)
