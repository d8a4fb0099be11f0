"""A group number stands for one learnt drawing; the numbers are in the model's file, and keep their meaning."""

from __future__ import annotations

import numpy as np
import pytest

from app.reading.classify.provenance import ALLOGRAPHS, DATA_SET, KEPT, OTHERS, Provenance

NAMES = np.array([f"sign {number}" for number in range(20_000)])
GROUPS = np.zeros(1, np.int32)
COUNTS = np.zeros((1, 64), np.uint8)


@pytest.mark.parametrize(
    ("group", "source"),
    [
        (0, ("data set", "", 0)),
        (1796, ("data set", "", 1796)),
        (9_999, ("data set", "", 9_999)),
        (10_000, ("allograph", "sign 0", 0)),
        (10_007, ("allograph", "sign 7", 7)),
        (19_999, ("allograph", "sign 9999", 9_999)),
        (20_000, ("other", "sign 300", 0)),
        (20_007, ("other", "sign 307", 7)),
        (29_999, ("other", "sign 10299", 9_999)),
        (30_000, ("drawing", "", 0)),
        (30_007, ("drawing", "", 7)),
    ],
)
def test_each_kind_has_ten_thousand_numbers_of_its_own(group, source):
    """The names of other signs stand behind those of the digits' allographs, here 300."""
    assert Provenance(GROUPS, COUNTS, GROUPS, NAMES, digit_allographs=300).source(group) == source


@pytest.mark.parametrize(
    ("first", "kind"), [(DATA_SET, "data set"), (ALLOGRAPHS, "allograph"), (OTHERS, "other"), (KEPT, "drawing")]
)
def test_learning_counts_each_kind_from_its_first_number_on(first, kind):
    source = Provenance(GROUPS, COUNTS, GROUPS, NAMES, digit_allographs=300).source(first + 5)
    assert (source.kind, source.row) == (kind, 5)
