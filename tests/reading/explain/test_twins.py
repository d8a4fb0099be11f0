"""The digit of the data set that is nearest to a drawing."""

from __future__ import annotations

import numpy as np
import pytest

from app.learning.data_set import data_set, rebuilt_ink
from app.reading.explain import twin
from app.reading.normalise import normalise
from tests.features import features_of

pytestmark = pytest.mark.numeric


@pytest.mark.parametrize("row", [0, 898, 1796])
def test_a_digit_of_the_data_set_is_its_own_twin(classifier, row):
    images, labels = data_set()
    found = twin(classifier, normalise(rebuilt_ink(images[row])).features)
    assert (found.distance, found.digit, found.source.kind, found.source.row) == (0, labels[row], "data set", row)


def test_no_digit_of_the_data_set_is_nearer_than_the_twin(classifier, answer):
    features = features_of(answer)
    found, groups = twin(classifier, features), classifier.provenance.of_prototypes
    assert found.distance == pytest.approx(np.sqrt(classifier.to_prototypes(features)[groups < 1797].min()))
