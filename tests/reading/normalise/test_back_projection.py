"""Counts without a picture have one rebuilt, and the directions of that."""

from __future__ import annotations

import numpy as np
import pytest

from app.learning.allographs import digits
from app.learning.canvas import draw_plain
from app.learning.data_set import data_set
from app.reading.arrays import BITMAP_SIDE, N_COUNTS
from app.reading.normalise import features_of_counts, normalise, rebuild

pytestmark = pytest.mark.numeric

SOME = data_set()[0][::150]


@pytest.mark.parametrize("counts", SOME, ids=range(len(SOME)))
def test_a_rebuilt_picture_has_the_counts_it_was_rebuilt_from(counts):
    picture = rebuild(counts)
    assert picture.shape == (BITMAP_SIDE, BITMAP_SIDE)
    assert 0 <= picture.min() and picture.max() <= 1
    blocks = picture.reshape(8, 4, 8, 4).sum((1, 3))
    assert np.abs(blocks - counts).mean() < 0.05


def test_a_row_and_a_grid_of_counts_are_the_same_picture():
    assert (rebuild(SOME[0]) == rebuild(SOME[0].ravel())).all()


def test_counts_are_taken_as_they_are():
    assert (features_of_counts(SOME[3].ravel())[:N_COUNTS] == SOME[3].ravel()).all()


def test_rebuilt_directions_are_those_of_the_drawing_more_or_less():
    """They go up and down together: for all ten digits as they were written down."""
    drawn = np.array([normalise(draw_plain(template)).features for template in digits()[::30]])
    rebuilt = np.array([features_of_counts(features[:N_COUNTS]) for features in drawn])
    pairs = zip(drawn[:, N_COUNTS:], rebuilt[:, N_COUNTS:], strict=True)
    assert np.median([np.corrcoef(one, other)[0, 1] for one, other in pairs]) > 0.9
