"""An event's drawings, parted by visitor, doubted, and read before and after."""

from __future__ import annotations

from io import BytesIO

import numpy as np
import pytest
from PIL import Image

from app.errors import Blank, TooFewVisitors
from app.learning.visitors import HELD_LEAST, EventDrawing, Score, compare, gain_interval, outliers, part, prepared
from app.reading.reader import Reader, preprocess
from tests.learning.writers import drawn_by

WRITERS = 5


@pytest.fixture(scope="module")
def drawings() -> list[EventDrawing]:
    return [prepared(f"{n:032x}", one.label, f"w{one.writer}", one.png) for n, one in enumerate(drawn_by(WRITERS))]


@pytest.fixture(scope="module")
def classifier(models):
    return Reader.open(models).classifier


def by(visitors) -> list[EventDrawing]:
    nothing = np.zeros(0)
    return [EventDrawing("", 7, visitor, nothing, nothing) for visitor in visitors]


def visitors(drawings) -> set[str]:
    return {one.visitor for one in drawings}


def test_a_drawing_has_the_features_that_the_road_gives_it(drawings):
    first = next(drawn_by(1))
    assert np.array_equal(drawings[0].features, preprocess(first.png))
    file = BytesIO()
    Image.new("L", (50, 50), 255).save(file, "PNG")
    with pytest.raises(Blank):
        prepared("", 7, "", file.getvalue())


def test_no_visitor_stands_on_both_sides():
    parted = part(by(f"v{n % 90}" for n in range(900)))
    assert not visitors(parted.learnt) & visitors(parted.held)
    assert 20 <= len(visitors(parted.held)) <= 40
    assert len(parted.learnt) + len(parted.held) == 900


def test_whom_one_version_learnt_from_no_later_one_is_asked_about():
    learnt: set[str] = set()
    for n in range(8, 60):
        parted = part(by(f"v{one}" for one in range(n)))
        assert not learnt & visitors(parted.held)
        learnt |= visitors(parted.learnt)
        assert len(visitors(parted.held)) >= HELD_LEAST


@pytest.mark.parametrize("n", [0, 1, 2])
def test_too_few_visitors_are_refused(n):
    with pytest.raises(TooFewVisitors, match=f"{n} visitors"):
        part(by(map(str, range(n))))


def test_a_label_that_nobody_would_believe_is_listed_first(drawings, classifier):
    seven = next(one for one in drawings if one.label == 7)
    doubted = outliers([*drawings, seven._replace(label=0, key="joke")], classifier)
    assert doubted[0][0].key == "joke"
    assert [share for _, share in doubted] == sorted(share for _, share in doubted)
    assert len(doubted) <= 0.1 * len(drawings)


def test_a_model_gains_nothing_on_itself(drawings, classifier):
    compared = compare(drawings, classifier, classifier)
    assert (compared.before, compared.gain) == (compared.after, (0, 0))
    low, high = compared.before.interval
    assert 0.7 < low < compared.before.share < high < 1


def test_visitors_who_differ_make_a_gain_uncertain():
    held = by(f"v{n // 10}" for n in range(100))
    was = np.zeros(100, bool)
    evenly, oddly = np.arange(100) % 10 == 0, np.arange(100) < 10
    assert gain_interval(held, was, evenly) == (pytest.approx(0.1), pytest.approx(0.1))
    low, high = gain_interval(held, was, oddly)
    assert low == 0 and high >= 0.25


def test_an_interval_of_all_right_does_not_end_at_certainty():
    assert Score(20, 20).interval[0] == pytest.approx(0.839, abs=0.001)
