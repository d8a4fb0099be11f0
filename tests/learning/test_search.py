"""The search tries every candidate on drawings that it did not see, and takes the simplest of the good ones."""

from __future__ import annotations

import numpy as np
import pytest

from app.errors import MissingModel
from app.learning.samples import Samples
from app.learning.search import GRID_C, GRID_GAMMA, Candidate, load_search, search, simplest, thinned
from app.reading.classify import ALLOGRAPHS


def test_the_search_writes_down_all_it_tried_and_takes_the_simplest(tmp_path):
    rng = np.random.default_rng(6)
    labels = np.repeat(np.arange(10), 12)
    rows = np.clip(labels[:, None] + rng.normal(0, 1, (120, 64)), 0, 16).round().astype(np.float32)
    found = search(Samples(rows, labels, np.arange(120)), tmp_path)
    assert [(one.C, one.gamma) for one in found.tried] == [(c, gamma) for c in GRID_C for gamma in GRID_GAMMA]
    assert found.best == simplest(found.tried)
    assert load_search(tmp_path) == found


def test_the_simplest_is_the_smallest_of_those_that_are_as_good_as_the_best():
    tried = [
        Candidate(1, 1, 0.9, log_loss=0.100, vectors=900),  # the best
        Candidate(2, 1, 0.9, log_loss=0.101, vectors=500),  # as good, and smaller
        Candidate(3, 1, 0.9, log_loss=0.110, vectors=100),  # too far off
    ]
    assert simplest(tried) == tried[1]


def test_a_folder_that_was_not_searched_says_what_to_do(tmp_path):
    with pytest.raises(MissingModel, match="app search"):
        load_search(tmp_path)


def test_a_few_rows_of_each_drawing_take_part():
    groups = np.repeat([0, 1, ALLOGRAPHS], 20)
    few = thinned(Samples(np.zeros((60, 64)), groups % 10, groups))
    assert [int((few.groups == group).sum()) for group in (0, 1, ALLOGRAPHS)] == [9, 9, 12]
