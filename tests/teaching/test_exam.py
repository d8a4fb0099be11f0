"""The data set as the road makes it, what it adds to a machine, and the notebook's exam."""

from __future__ import annotations

import shutil

import numpy as np
import pytest

from app.errors import AlteredModel
from app.learning import road_rows
from app.learning.card import seal
from app.learning.data_set import data_set as load
from app.learning.data_set import rebuilt_ink
from app.reading.model import CARD
from app.reading.normalise import normalise
from app.teaching.exam import DATA_SET, HOLDOUT, DataSet, joined, take
from app.teaching.machine import Machine


def test_the_kept_rows_are_what_the_road_makes_of_the_data_set(data_set):
    images, labels = load()
    assert data_set.labels.tolist() == [str(label) for label in labels]
    for number in range(0, len(images), 60):
        features = normalise(rebuilt_ink(images[number])).features
        assert np.abs(data_set.rows[number] - features).max() <= 1, (
            "run make model"
        )  # what another processor may change


def test_they_are_written_as_they_are_read(data_set, models, tmp_path, monkeypatch):
    images, labels = load()
    monkeypatch.setattr(road_rows, "data_set", lambda: (images[:12], labels[:12]))
    shutil.copy(models / CARD, tmp_path)
    road_rows.save_road_rows(tmp_path)
    seal(tmp_path, [DATA_SET])
    written = DataSet.load(tmp_path)
    assert np.abs(written.rows - data_set.rows[:12].astype(int)).max() <= 1
    assert written.labels.tolist() == data_set.labels[:12].tolist()


def test_a_file_that_is_none_is_told(models, tmp_path):
    shutil.copy(models / CARD, tmp_path)
    shutil.copy(models / CARD, tmp_path / DATA_SET)
    with pytest.raises(AlteredModel):
        DataSet.load(tmp_path)
    seal(tmp_path, [DATA_SET])
    with pytest.raises(AlteredModel):
        DataSet.load(tmp_path)


def test_the_more_digits_it_is_given_the_better_it_does(hands, new_svc, data_set):
    examples = hands.examples(range(2))
    exams = [take(Machine(joined(examples, data_set, more), new_svc), data_set) for more in (0, 10, 100, HOLDOUT)]
    shares = [exam.right / exam.n for exam in exams]
    assert [exam.n for exam in exams] == [450] * 4
    assert shares == sorted(shares)
    assert shares[-1] > 0.985


def test_a_visitors_own_examples_stay_the_first(hands, data_set):
    examples = hands.examples(range(1), "17")
    more = joined(examples, data_set, 10)
    assert np.array_equal(more.rows[:2], examples.rows)
    assert more.labels[2:].tolist() == data_set.labels[:10].tolist()
