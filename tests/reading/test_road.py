"""The road stays the road: every test drawing has the features that were written down, on every processor.

A model is worth nothing by another road than it learnt by. Whoever changes the road on purpose trains anew, and writes
the features down anew with `python -m tests.reading.road`.
"""

from __future__ import annotations

import numpy as np
import pytest

from app.reading.model import TOLERANCE
from tests.reading.road import features_of, kept, pictures

MOVED = 6  # of the 320 features of a drawing: what another processor's rounding of a threshold may move

pytestmark = pytest.mark.numeric


def test_every_drawing_has_its_features_written_down():
    assert list(kept()) == pictures()


@pytest.mark.parametrize("name", pictures())
def test_a_drawing_has_the_features_that_were_written_down(name):
    apart = np.abs(features_of(name) - kept()[name])
    assert apart.max() <= TOLERANCE and np.count_nonzero(apart) <= MOVED
