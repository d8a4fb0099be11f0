"""The learnt drawings that lie nearest, each with its name."""

from __future__ import annotations

import numpy as np
import pytest

from app.learning.allographs import counter_examples, digits
from app.learning.canvas import draw_plain
from app.reading.classify import ALLOGRAPHS, KEPT, OTHERS
from app.reading.explain.neighbours import SHOWN, nearest_neighbours
from app.reading.normalise import normalise
from tests.features import features_of

pytestmark = pytest.mark.numeric


def test_a_learnt_drawing_is_its_own_nearest_neighbour(classifier):
    for template in digits()[::100]:
        first = nearest_neighbours(classifier, normalise(draw_plain(template)).features, digits_only=False)[0]
        assert first.distance == 0
        assert (first.digit, first.source.name) == (template.digit, template.name)


def test_neighbours_come_nearest_first_and_each_from_another_source(classifier, explanation, answer):
    distances = [one.distance for one in explanation.neighbours]
    assert distances == sorted(distances)
    assert len({one.source for one in explanation.neighbours}) == len(distances) == SHOWN
    assert distances[0] == pytest.approx(np.sqrt(classifier.to_prototypes(features_of(answer)).min()))


def test_a_digit_has_only_digits_for_neighbours_and_another_sign_may_have_such_signs(classifier):
    sign = normalise(draw_plain(counter_examples()[0])).features
    assert None not in [one.digit for one in nearest_neighbours(classifier, sign, digits_only=True)]
    assert nearest_neighbours(classifier, sign, digits_only=False)[0].digit is None


@pytest.mark.parametrize(
    ("group", "kind", "row"),
    [
        (0, "data set", 0),
        (1796, "data set", 1796),
        (ALLOGRAPHS, "allograph", 0),
        (ALLOGRAPHS + 3, "allograph", 3),
        (OTHERS, "other", 0),
        (KEPT, "drawing", 0),
        (KEPT + 5, "drawing", 5),
    ],
)
def test_a_group_number_says_what_it_stands_for(classifier, group, kind, row):
    source = classifier.provenance.source(group)
    assert (source.kind, source.row, bool(source.name)) == (kind, row, kind in ("allograph", "other"))
    if kind == "allograph":
        assert source.name == classifier.provenance.names[row]


def test_the_first_other_sign_is_no_digits_allograph(classifier):
    provenance = classifier.provenance
    assert provenance.source(OTHERS).name == provenance.names[provenance.digit_allographs]


def test_six_neighbours_are_shown(explanation):
    assert len(explanation.neighbours) == 6
