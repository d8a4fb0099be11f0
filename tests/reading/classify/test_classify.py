"""An answer tells what sign a drawing is nearest to, where it is no digit."""

import numpy as np
import pytest

from app.learning.allographs import counter_examples, digits
from app.learning.canvas import draw_plain
from app.reading.arrays import FULL_INK
from app.reading.classify import NO_DIGIT
from app.reading.normalise import normalise
from app.reading.reader import Reader
from tests.features import random_features

SIGNS = {one.label: one for one in reversed(counter_examples())}


@pytest.fixture(scope="module")
def reader(models):
    return Reader.open(models)


@pytest.mark.parametrize("name", ["heart", "house", "star", "plus", "smiley face"])
def test_a_sign_that_was_learnt_is_called_by_its_name(reader, name):
    answer = reader.read_ink(draw_plain(SIGNS[name]))
    assert (answer.is_digit, answer.looks_like) == (False, name)


@pytest.mark.parametrize("radius", [4, 12, 40])
def test_a_tap_of_the_pen_is_no_digit(reader, radius):
    y, x = np.mgrid[0:280, 0:280]
    dot = FULL_INK * (np.hypot(x - 100, y - 150) <= radius).astype(np.uint8)
    answer = reader.read_ink(dot)
    assert (answer.is_digit, answer.looks_like) == (False, "blot")


def test_a_name_leaves_out_how_the_sign_is_written(reader):
    named = next(one for one in counter_examples() if "," in one.name)
    assert reader.read_ink(draw_plain(named)).looks_like == named.label


def test_digits_look_like_no_sign(reader):
    answers = [reader.read_ink(draw_plain(digit)) for digit in digits()[::40]]
    assert [answer.looks_like for answer in answers if answer.is_digit] == [None] * len(answers)


def test_what_is_nearest_to_a_digit_looks_like_no_sign_even_where_it_is_none(reader):
    """Halfway between a digit and nothing, the nearest drawing that was learnt may be a digit."""
    classifier, rng = reader.classifier, np.random.default_rng(8)
    for features in random_features(rng, 50):
        squared = classifier.to_prototypes(features)
        answer = classifier.answer(features)
        if classifier.novelty.prototypes.digits[squared.argmin()] != NO_DIGIT:
            assert answer.looks_like is None
        else:
            assert bool(answer.looks_like) is not answer.is_digit


def test_the_answer_carries_it_as_json(client):
    heart = normalise(draw_plain(SIGNS["heart"])).features[:64].reshape(8, 8).astype(int).tolist()
    assert client.post("/predict", json={"pixels": heart}).json["looks_like"] == "heart"
