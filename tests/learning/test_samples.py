"""Every sample takes the one pipeline, is made anew the same, and remembers its drawing."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.random import default_rng

from app.learning import allographs, samples
from app.learning.canvas import varied_lines
from app.learning.data_set import data_set
from app.learning.families import FAMILIES, SIGN_FAMILIES
from app.reading.arrays import FULL_BLOCK, N_COUNTS, N_FEATURES
from app.reading.classify import ALLOGRAPHS, KEPT, NO_DIGIT, OTHERS

FEW = samples.Amounts(data_set_variants=1, allograph=1, family=1, counter_example=1, sign_family=1, kept_variants=2)
BLANK = {"dots, three in a row"}  # too little ink to be a drawing as it stands


@pytest.fixture(scope="module")
def few():
    return allographs.digits()[:4]


def test_allographs_are_drawn_the_same_each_time(few):
    first, again = (samples.from_allographs(few, 2) for _ in range(2))
    assert (first.features == again.features).all()
    assert first.groups.tolist() == [ALLOGRAPHS + row for row in (0, 0, 1, 1, 2, 2, 3, 3)]
    assert set(first.labels.tolist()) == {few[0].digit}


def test_a_way_of_writing_that_is_added_changes_no_drawing_of_the_others(few):
    alone, later = samples.from_allographs(few[2:3], 4), samples.from_allographs(few, 4)
    assert (alone.features == later.where(later.groups == ALLOGRAPHS + 2).features).all()


def test_features_are_whole_counts_and_directions(few):
    features = samples.from_allographs(few, 4).features
    assert features.shape[1] == N_FEATURES and features.min() >= 0
    assert features[:, :N_COUNTS].max() <= FULL_BLOCK and features.max() < 256
    assert (features == np.rint(features)).all()


def test_variants_differ_from_their_template(few):
    features = samples.from_allographs(few[:1], 5).features
    assert len(np.unique(features, axis=0)) == 5


@pytest.mark.slow
def test_the_data_sets_digits_stay_near_themselves_when_normalised():
    images, labels = data_set()
    made = samples.from_data_set(images[:20], labels[:20], variants=0)
    assert made.labels.tolist() == labels[:20].tolist()
    apart = [np.corrcoef(a[:N_COUNTS], b.ravel())[0, 1] for a, b in zip(made.features, images[:20], strict=True)]
    assert np.median(apart) > 0.8


def test_counter_examples_are_no_digits():
    made = samples.from_allographs(allographs.counter_examples()[:3], 2, OTHERS)
    assert set(made.labels.tolist()) == {NO_DIGIT}


def test_kept_drawings_are_varied_too():
    ink = np.zeros((60, 40), dtype=np.uint8)
    ink[10:50, 18:23] = 255
    made = samples.from_drawings([(1, ink)], variants=3)
    assert made.labels.tolist() == [1] * 4


def test_copy_numbers_count_within_each_group():
    assert samples.copy_numbers(np.array([5, 5, 7, 5, 7])).tolist() == [0, 1, 0, 2, 1]


def test_a_varied_allograph_is_another_each_time_and_the_same_in_every_run(few):
    first, again = default_rng(1), default_rng(1)
    one, other = (varied_lines(few[0], first)[0] for _ in range(2))
    assert one.shape[1] == 2 and (one[:5] != other[:5]).any()
    assert (varied_lines(few[0], again)[0] == one).all()


@pytest.mark.slow
def test_every_source_is_there_in_its_amount(monkeypatch):
    monkeypatch.setattr(
        samples, "data_set", lambda: tuple(part[:20] for part in data_set())
    )  # the rest would take long
    ink = np.zeros((60, 40), dtype=np.uint8)
    ink[10:50, 18:23] = 255
    digits, counter_examples = samples.gather([(1, ink)], FEW)
    templates, signs = len(allographs.digits()), allographs.counter_examples()
    drawn = range(ALLOGRAPHS, ALLOGRAPHS + templates + len(FAMILIES))
    expected = [*np.repeat(range(20), 2), *drawn, KEPT, KEPT, KEPT]
    assert digits.groups.tolist() == expected
    assert digits.labels[-1] == 1
    names = [*(sign.name for sign in signs), *(family.name for family in SIGN_FAMILIES)]
    taught = {names[group - OTHERS] for group in counter_examples.groups.tolist()}
    assert set(names) - taught == BLANK
    assert set(counter_examples.labels.tolist()) == {NO_DIGIT}
